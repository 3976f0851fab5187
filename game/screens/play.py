"""One meeting as the window plays it: the session, the record that keeps it, the analysis beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.core.game import Game
from game.core.reveal import Reveal
from game.debrief.scorecard import reachable_on
from game.library.opening import in_language
from game.records import Continues, Prediction
from game.screens.aside import Patience, at_once
from game.session import Exchange, Meeting

if TYPE_CHECKING:
    from pathlib import Path

    from game.analysis.result import Analysis
    from game.core.rulebook import Rulebook
    from game.core.scenario import Band, Opening, Scenario
    from game.debrief.scorecard import Reachable
    from game.format.codes import Lang
    from game.library import Background, Library, Opened
    from game.records import Header, Record
    from game.screens.looked_back import LookedBack


class Play:
    """A scenario being played; raises ``Unplayable`` for one with faults.

    ``kept`` is False once the trainee chose to go on although nothing can be kept. ``continues`` is the
    finished meeting this one goes on from, if there is one; its end is this one's ``opening``. ``rulebook``
    is the one it was begun with, where that may not be today's.
    """

    def __init__(
        self,
        library: "Library",
        opened: "Opened",
        *,
        opening: "Opening | None" = None,
        continues: Continues | None = None,
        coach: bool = False,
        rulebook: "Rulebook | None" = None,
    ) -> None:
        self._library = library
        self._rulebook: Final = rulebook or library.rulebook()
        self.opened = opened
        self._told: dict[Lang, Opened] = {}
        """The scenario in the languages it has been told in: people switch to and fro."""
        self.opening = opening
        self.continues = continues
        self.game = Game(opened.playable, self._rulebook, opening)
        self.record: Record | None = None
        self.header: Header | None = None
        """The first line of its record, where there is one; known also when that has been let go."""
        self.patience: Patience = at_once
        self.begun: Callable[[Scenario], Scenario] = lambda scenario: scenario
        """Gives the scenario as it is begun: a preview begins anywhere, in any state."""
        self.kept = True
        self.previewed = False
        """Whether its author only looks at it: nothing is kept, and nothing is lost by leaving."""
        self.prediction: Prediction | None = None
        self.meeting = Meeting(self.game, self._keep, coach=coach)
        self.read: set[str] = set()
        """The marks of the lines the trainee has read, in this meeting and before."""
        self._background: Background | None = None
        self._reachable: Reachable | None = None
        self.plus, self.delta, self.resolve = "", "", ""
        """What the trainee wrote after the review; not kept yet, where it was not kept."""
        self._written = ("", "", "")
        self.tried: dict[int, tuple[str, ...]] = {}
        """What was chosen the last time a decision (its position) was tried again after the reveal."""
        self.analysis: Analysis | None = None
        """The exact analysis, once the meeting has ended and it has come; let go when one leaves."""
        self.looked_back: LookedBack | None = None
        """The review, which is made while the passbook is read."""
        self.revealed = False
        """Whether the passbook has been printed before the trainee's eyes."""

    @property
    def scenario(self) -> "Scenario":
        """The scenario in the language of the moment."""
        return self.game.scenario

    @property
    def coached(self) -> bool:
        """Whether the balance is shown while it is played."""
        return self.meeting.coached

    def begin_with_coach(self) -> None:
        """Play this meeting with a coach, which is settled before the first choice."""
        if self.meeting.path:
            raise ValueError("a meeting that has begun is not coached from its middle on")
        self.meeting = Meeting(self.game, self._keep, coach=True)

    def choose(self, choice: str) -> Exchange:
        """Make a choice; raises ``OSError`` when it could not be kept, and then it was not made."""
        return self.meeting.choose(choice)

    def predict(self, band: "Band", feeling: str, *, keep: bool = True) -> None:
        """Expect a band of trust, with a feeling ("": none told), before anything is revealed.

        Raises ``OSError`` when it could not be kept, and then nothing was expected. ``keep=False``: for
        this meeting's reveal only.
        """
        record = self.record
        if keep and self.kept and record is not None:
            self.patience(lambda: record.predict(band, feeling=feeling))
        self.prediction = Prediction(band, feeling=feeling)

    def keep_retry(self, position: int, choices: Sequence[str]) -> None:
        """Keep what was tried again; raises ``OSError`` or a trouble when that could not be done."""
        record = self.record
        self.tried[position] = tuple(choices)
        if self.kept and record is not None:
            self.patience(lambda: record.retry(position, choices))

    def keep_reflection(self, plus: str, delta: str, resolve: str) -> None:
        """Keep what the trainee wrote, as far as it is new; raises ``OSError`` or a trouble."""
        record, kept = self.record, self._written
        self.plus, self.delta, self.resolve = plus, delta, resolve
        if not self.kept or record is None:
            return
        if (plus, delta) != kept[:2]:
            self.patience(lambda: record.reflect(plus, delta))
            self._written = (plus, delta, kept[2])
        if resolve != kept[2]:
            self.patience(lambda: record.resolve(resolve))
            self._written = (plus, delta, resolve)

    def reveal(self) -> Reveal:
        """Open the passbook; only after the ending."""
        return self.meeting.reveal()

    def go_on_from(self, path: Sequence[str]) -> None:
        """Put the meeting after these choices; nothing of them is kept again."""
        self.meeting = Meeting.resumed(self.game, path, self._keep, coach=self.coached)

    def relanguage(self, lang: "Lang") -> None:
        """The same place of the same meeting, in another language; nothing is read from the disk again."""
        was = self.opened
        now = self._told.get(lang) or in_language(was.path, was.reading, was.source, was.catalogs, lang)
        if now.scenario is not None:
            self._told[lang] = now
            begun = self.begun(now.scenario)
            self.opened = replace(now, scenario=begun)
            self.game = Game(begun, self._rulebook, self.opening)
            self.go_on_from(self.meeting.path)

    def _keep(self, scene: str, choice: str) -> None:
        record = self.record
        if self.kept and record is not None:
            self.patience(lambda: record.keep(scene, choice))

    def end(self) -> None:
        """Write that a meeting that is kept has ended, unless that is written; raises ``OSError``."""
        record = self.record
        if self.kept and record is not None and record.closed is None:
            self.patience(lambda: record.close("ended"))

    @property
    def finished_file(self) -> "Path | None":
        """The file of its record once that is closed; None where nothing is kept."""
        record = self.record
        return record.file if self.kept and record is not None and record.closed == "ended" else None

    # ── the analysis, in a process of its own ───────────────────────────────────────────────────

    def start_analysis(self) -> None:
        """Begin (or fetch) the exact analysis that the reveal compares with; nobody waits for it.

        Analysed is what today's rules make of a scenario: a meeting begun by others is not compared.
        """
        todays = self._library.rulebook().laid_over(self.scenario.rulebook)
        if self.game.book == todays and self._background is None and self._reachable is None:
            self._background = self._library.analyse_in_background(self.opened, self.opening)

    def reachable(self) -> "Reachable | None":
        """What the analysis says of the path that was played, once both are there.

        The analysis itself, megabytes, is kept for the review until one leaves the meeting.
        """
        analysis = None if self._background is None else self._background.poll()
        if analysis is not None and self.meeting.ended:
            self._reachable = reachable_on(analysis, self.meeting.path)
            self.analysis = analysis
            self._background = None
        return self._reachable

    @property
    def analysis_will_come(self) -> bool:
        """Whether the exact analysis is still being made."""
        return self._background is not None and not self._background.failed

    def leave(self) -> None:
        """The trainee goes: what runs in the background ends, the record is let go."""
        if self._background is not None:
            self._background.stop()
            self._background = None
        self.analysis = self.looked_back = None
        if self.record is not None:
            self.record.release()
            self.record = None
