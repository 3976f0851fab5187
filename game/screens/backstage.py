"""Everything behind the window that is not pixels: library, records, words, settings, the meeting.

Screens ask here and get values; nothing here draws. It is made after the first frame is up.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.authoring.faults import check
from game.core.portraits import NAMEABLE
from game.debrief.days import day_told
from game.library import NotFound, explain, handed_over, purpose
from game.records import Kept, Trouble
from game.screens.aside import Patience, at_once
from game.screens.at_desk import AtDesk
from game.screens.play import Play
from game.screens.stamps import Stamps

if TYPE_CHECKING:
    from game.core.scenario import Band, Opening, Scenario
    from game.format.codes import Lang
    from game.format.findings import Finding
    from game.format.words import Words
    from game.library import Library, Opened, Settings, Shelved
    from game.records import Continues, Record, Records

__all__ = ["TROUBLES", "Backstage", "Play"]

TROUBLES: Final = (Trouble, OSError)
"""What ``explain`` puts into a sentence: everything that can be wrong with a person's files."""


class Backstage(AtDesk):
    """One trainee at one computer: what they play, what is kept, in which language."""

    troubles = TROUBLES

    def __init__(self, library: "Library", records: "Records", settings: "Settings", lang: "Lang") -> None:
        self.library = library
        self.records = records
        self.settings = settings
        self.words: Words = library.words(lang)
        self.rulebook = library.rulebook()
        self.play: Play | None = None
        self.patience: Patience = at_once
        """How work on a disk is waited for."""
        self.stamps = Stamps(library.load_for_replay)
        self._mine: tuple[Kept, ...] | None = None
        """The trainee's records as they were found last, until a meeting is opened or left."""
        self._lost = False
        """Whether the records could not be looked at the last time."""
        self._untold: OSError | None = None

    # ── language and settings ───────────────────────────────────────────────────────────────────

    @property
    def lang(self) -> "Lang":
        """``ja`` or ``en``."""
        return self.words.lang

    def said(self, text: str, **named: str) -> Callable[[], str]:
        """The sentence, in the language in which it will be shown."""
        return lambda: self.words(text, **named)

    def named(self, text: str) -> str:
        """A scenario's text with the trainee's name where the scenario leaves room for it."""
        return text.replace("{trainee}", self.settings.trainee or self.words("You"))

    def explain(self, trouble: Exception) -> str:
        """What went wrong and what to do about it in the window, in a sentence or two."""
        if isinstance(trouble, NotFound) and not trouble.suggestions:
            return self.words(
                "There is no file or scenario “{name}”. "
                "Choose one from the shelf, or drop a file on the window.",
                name=trouble.name,
            )
        return explain(trouble, self.words)

    def explainer(self, trouble: Exception) -> Callable[[], str]:
        """The same, in the language in which it will be shown."""
        return lambda: self.explain(trouble)

    @property
    def other_language(self) -> str:
        """The language one can switch to, by its own name."""
        return "English" if self.lang == "ja" else "日本語"

    def switch_language(self) -> None:
        """The other language: interface and the meeting being played, at once; kept in the settings."""
        self._speak("en" if self.lang == "ja" else "ja")
        self.change(lang=self.lang)

    def _speak(self, lang: "Lang") -> None:
        self.words = self.library.words(lang)
        if self.play is not None:
            self.play.relanguage(lang)

    def change(self, **settings: object) -> OSError | None:
        """Change settings and keep them; returns what went wrong when they could not be kept.

        They hold for this run all the same.
        """
        self.settings = replace(self.settings, **settings)  # type: ignore[arg-type]
        try:
            self.patience(lambda: self.library.save_settings(self.settings))
        except OSError as trouble:
            return trouble
        return None

    # ── who plays ───────────────────────────────────────────────────────────────────────────────

    def trainees(self) -> tuple[str, ...]:
        """Who has played on this computer, the latest first."""
        try:
            return self.patience(self.records.trainees)
        except OSError:
            return ()

    def be(self, trainee: str, before: "Settings | None" = None) -> None:
        """From now on this trainee plays, by their own settings and in their language.

        ``before``: the settings when the name began to be chosen.
        """
        self._mine = None
        now = self.settings
        self.settings = handed_over(now, trainee, before=before or now, known=self.trainees())
        if self.settings.lang != now.lang:
            self._speak(self.settings.lang or self.library.system_language())
        self.change()

    def purpose(self) -> str:
        """What the records are for, as it will stand in them."""
        return purpose(self.words)

    # ── the shelf ───────────────────────────────────────────────────────────────────────────────

    def listing(self) -> "tuple[Shelved, ...]":
        """Every scenario there is, broken ones too."""
        return self.patience(lambda: self.library.listing(self.lang))

    def unfinished(self) -> tuple[Kept, ...]:
        """The trainee's interrupted meetings, the newest first; those without a single choice are none."""
        self._mine = None
        return tuple(one for one in self._played() if one.closed is None and one.decisions)

    def last_resolve(self) -> str:
        """What the trainee meant to do differently next time, "" when nothing was written."""
        return next((one.resolve for one in self._played() if one.resolve), "")

    def has_finished(self, scenario: str) -> bool:
        """Whether this trainee has played a scenario to its end before: then a coach may be asked for."""
        return any(one.header.scenario == scenario and one.closed == "ended" for one in self._played())

    def look_for_stamps(self) -> None:
        """Begin to work out the best outcomes of what was found last; ``stamps`` goes on with it."""
        self.stamps.look(self._played())

    def stamp(self, scenario: str) -> "Band | None":
        """The best outcome so far of a scenario, as far as it has been worked out."""
        return self.stamps.best(scenario)

    def untold(self) -> OSError | None:
        """That the records cannot be looked at: told once, until they have been there again."""
        told, self._untold = self._untold, None
        return told

    def _played(self) -> tuple[Kept, ...]:
        """The trainee's records, the newest first; none where they cannot be looked at (see ``untold``)."""
        if self._mine is None:
            try:
                self._mine = self.patience(self._found)
            except OSError as trouble:
                self._mine = ()
                self._untold = None if self._lost else trouble
                self._lost = True
            else:
                self._untold, self._lost = None, False
        return self._mine

    def _found(self) -> tuple[Kept, ...]:
        self.library.ask_for_home()
        return self.records.of(self.settings.trainee)

    # ── the meeting ─────────────────────────────────────────────────────────────────────────────

    def open(self, file_or_id: str, *, coach: bool = False) -> Play:
        """Take a scenario from the shelf; raises ``Unplayable`` and the library's troubles.

        Where it continues another one and the trainee has finished that, it goes on from there. Nothing is
        kept yet. ``coach``: it is to be played with one.
        """
        self.close()
        self.play = self.patience(lambda: self._opened(file_or_id, coach=coach))
        self.play.patience = self.patience
        return self.play

    def _opened(self, file_or_id: str, *, coach: bool) -> Play:
        opened = self.judged(self.library.open_scenario(file_or_id, self.lang))
        opening, continues = self._carried_over(opened.scenario)
        return Play(self.library, opened, opening=opening, continues=continues, coach=coach)

    def findings(self, file: Path) -> "tuple[Finding, ...]":
        """What is wrong with a scenario's file now, in the language of the moment."""
        return self.patience(lambda: self.judged(self.library.open_scenario(file, self.lang))).findings

    def judged(self, opened: "Opened") -> "Opened":
        """The scenario with what its story shows, too: a meeting is never begun that cannot be ended."""
        if opened.reading.document is None:
            return opened
        found = check(
            opened.reading,
            (),
            self.rulebook,
            known_scenarios=[one.id for one in self.library.listing(self.lang)],
            portraits=NAMEABLE,
            analysed=self.library.analysis,
        )
        return replace(opened, findings=tuple(dict.fromkeys((*opened.findings, *found))))

    def _carried_over(self, scenario: "Scenario | None") -> "tuple[Opening | None, Continues | None]":
        if scenario is None or scenario.continues is None:
            return None, None
        for kept in self._played():
            header = kept.header
            if header.scenario == scenario.continues and kept.closed == "ended":
                try:
                    opening = self.library.opening_from(kept)
                except TROUBLES:
                    continue
                return opening, kept.as_predecessor
        return None, None

    def begin(self, play: Play) -> None:
        """The meeting begins: its record is opened; raises ``OSError`` when there can be none."""
        beginning = self.library.beginning(
            play.opened, self.settings.trainee, self.lang, coach=play.coached, continues=play.continues
        )
        self.patience(lambda: self._keep_in(play, self.records.begin(beginning)))

    def resume(self, path: Path) -> Play:
        """Go on with an unfinished meeting; raises the troubles of library and records."""
        self.close()
        self.play = self.patience(lambda: self._resumed(path))
        self.play.patience = self.patience
        return self.play

    def _resumed(self, path: Path) -> Play:
        record, choices = self.records.resume(path)
        try:
            opened, game = self.library.reopen(record, self.lang)
            header = record.header
            play = Play(
                self.library, opened, opening=opened.opening, continues=header.continues, coach=header.coach,
                rulebook=game.book,
            )  # fmt: skip
            play.go_on_from(choices)
        except TROUBLES:
            record.release()
            raise
        self._keep_in(play, record)
        play.prediction = record.prediction
        return play

    def _keep_in(self, play: Play, record: "Record") -> None:
        play.record, play.header = record, record.header
        play.read = self.records.readings.of(record.header.trainee, record.header.scenario)

    def keep_read(self, play: Play, marks: Sequence[str]) -> None:
        """Remember lines as read for the next meeting, if this one is kept at all; it never fails.

        Also when the meeting has been left by then.
        """
        head = play.header if play.kept else None
        if marks and head is not None:
            with suppress(OSError):  # a convenience: that a disk is full is told where something is at stake
                keep = self.records.readings.keep
                self.patience(lambda: keep(head.trainee, head.scenario, marks))

    def close(self) -> None:
        """Leave the meeting, if there is one; what was kept stays."""
        self._mine = None
        if self.play is not None:
            self.play.leave()
            self.play = None

    def date(self, day: date) -> str:
        """A date as people write it: 3月4日（水） or Wed 4 March."""
        return day_told(day, self.words)
