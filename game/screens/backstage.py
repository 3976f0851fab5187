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
from game.core.game import Game
from game.core.portraits import PORTRAITS
from game.core.scenario import BANDS
from game.debrief.days import day_told
from game.library import explain, handed_over, purpose
from game.records import Continues, Kept, Trouble
from game.screens.play import Play
from game.session import Meeting

if TYPE_CHECKING:
    from game.core.scenario import Band, Opening, Scenario
    from game.format.codes import Lang
    from game.format.findings import Finding
    from game.format.words import Words
    from game.library import Library, Opened, Settings, Shelved
    from game.records import Files, Record, Records

__all__ = ["TROUBLES", "Backstage", "Play"]

TROUBLES: Final = (Trouble, OSError)
"""What ``explain`` puts into a sentence: everything that can be wrong with a person's files."""


class Backstage:
    """One trainee at one computer: what they play, what is kept, in which language."""

    troubles = TROUBLES

    def __init__(self, library: "Library", records: "Records", settings: "Settings", lang: "Lang") -> None:
        self.library = library
        self.records = records
        self.settings = settings
        self.words: Words = library.words(lang)
        self.rulebook = library.rulebook()
        self.play: Play | None = None
        self._bands: dict[str, Band | None] = {}
        self._unread: list[Kept] = []
        self._games: dict[Files, Game] = {}

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
        """What went wrong and what to do about it, in a sentence or two."""
        return explain(trouble, self.words)

    def explainer(self, trouble: Exception) -> Callable[[], str]:
        """The same, in the language in which it will be shown."""
        return lambda: self.explain(trouble)

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
            self.library.save_settings(self.settings)
        except OSError as trouble:
            return trouble
        return None

    # ── who plays ───────────────────────────────────────────────────────────────────────────────

    def trainees(self) -> tuple[str, ...]:
        """Who has played on this computer, the latest first."""
        try:
            return self.records.trainees()
        except OSError:
            return ()

    def be(self, trainee: str, before: "Settings | None" = None) -> None:
        """From now on this trainee plays, by their own settings and in their language.

        ``before``: the settings when the name began to be chosen.
        """
        self._unread, self._bands = [], {}
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
        return self.library.listing(self.lang)

    def unfinished(self) -> tuple[Kept, ...]:
        """The trainee's interrupted meetings, the newest first; those without a single choice are none."""
        try:
            return tuple(one for one in self.records.unfinished(self.settings.trainee) if one.decisions)
        except OSError:
            return ()

    def last_resolve(self) -> str:
        """What the trainee meant to do differently next time, "" when nothing was written."""
        try:
            kept = self.records.of(self.settings.trainee)
        except OSError:
            return ""
        return next((one.resolve for one in kept if one.resolve), "")

    def look_for_stamps(self) -> None:
        """Begin to work out the best outcomes so far; ``next_stamp`` goes on with it."""
        try:
            kept = self.records.of(self.settings.trainee)
        except OSError:
            kept = ()
        self._unread = [one for one in kept if one.closed == "ended" and one.header.uid not in self._bands]
        self._played = {one.header.uid: one.header.scenario for one in kept}

    def next_stamp(self) -> tuple[bool, bool]:
        """Work out one more outcome: whether there are more to come, and whether one was found."""
        if not self._unread:
            return False, False
        kept = self._unread.pop()
        self._bands[kept.header.uid] = band = self._band(kept)
        return bool(self._unread), band is not None

    def stamp(self, scenario: str) -> "Band | None":
        """The best outcome so far of a scenario, as far as it has been worked out."""
        bands = [band for uid, band in self._bands.items() if band and self._played.get(uid) == scenario]
        return max(bands, key=BANDS.index, default=None)

    def _band(self, kept: Kept) -> "Band | None":
        """A record's outcome, worked out anew: what stands in it is never trusted."""
        header = kept.header
        try:
            game = self._games.get(header.files) if header.continues is None else None
            if game is None:
                game = self.library.load_for_replay(kept)
            if header.continues is None:
                self._games[header.files] = game
            if header.coach and not game.scenario.coach:
                return None  # seen while it was played: that is practice, and no outcome to compare with
            return Meeting.resumed(game, kept.path).reveal().outcome.band
        except (*TROUBLES, ValueError):  # a record that does not replay has no stamp
            return None

    # ── the meeting ─────────────────────────────────────────────────────────────────────────────

    def open(self, file_or_id: str, *, coach: bool = False) -> Play:
        """Take a scenario from the shelf; raises ``Unplayable`` and the library's troubles.

        Where it continues another one and the trainee has finished that, it goes on from there. Nothing is
        kept yet. ``coach``: it is to be played with one.
        """
        self.close()
        opened = self.judged(self.library.open_scenario(file_or_id, self.lang))
        opening, continues = self._carried_over(opened.scenario)
        self.play = Play(self.library, opened, opening=opening, continues=continues, coach=coach)
        return self.play

    def has_finished(self, scenario: str) -> bool:
        """Whether this trainee has played a scenario to its end before: then a coach may be asked for."""
        try:
            kept = self.records.of(self.settings.trainee)
        except OSError:
            return False
        return any(one.header.scenario == scenario and one.closed == "ended" for one in kept)

    def findings(self, file: Path) -> "tuple[Finding, ...]":
        """What is wrong with a scenario's file now, in the language of the moment."""
        return self.judged(self.library.open_scenario(file, self.lang)).findings

    def judged(self, opened: "Opened") -> "Opened":
        """The scenario with what its story shows, too: a meeting is never begun that cannot be ended."""
        if opened.reading.document is None:
            return opened
        found = check(
            opened.reading,
            (),
            self.rulebook,
            known_scenarios=[one.id for one in self.library.listing(self.lang)],
            portraits=PORTRAITS,
            analysed=self.library.analysis,
        )
        return replace(opened, findings=tuple(dict.fromkeys((*opened.findings, *found))))

    def _carried_over(self, scenario: "Scenario | None") -> "tuple[Opening | None, Continues | None]":
        if scenario is None or scenario.continues is None:
            return None, None
        for kept in self.records.of(self.settings.trainee):
            header = kept.header
            if header.scenario == scenario.continues and kept.closed == "ended":
                try:
                    opening = self.library.opening_from(kept)
                except TROUBLES:
                    continue
                return opening, Continues(
                    header.scenario, header.hash, header.rulebook, kept.path, header.files, header.continues
                )
        return None, None

    def begin(self, play: Play) -> None:
        """The meeting begins: its record is opened; raises ``OSError`` when there can be none."""
        beginning = self.library.beginning(
            play.opened, self.settings.trainee, self.lang, coach=play.coached, continues=play.continues
        )
        self._keep_in(play, self.records.begin(beginning))

    def resume(self, path: Path) -> Play:
        """Go on with an unfinished meeting; raises the troubles of library and records."""
        self.close()
        record, choices = self.records.resume(path)
        try:
            opened = self.library.open_recorded(record, self.lang)
            header = record.header
            play = Play(
                self.library, opened, opening=opened.opening, continues=header.continues, coach=header.coach
            )
            play.go_on_from(choices)
        except TROUBLES:
            record.release()
            raise
        self._keep_in(play, record)
        play.prediction = record.prediction
        self.play = play
        return play

    def _keep_in(self, play: Play, record: "Record") -> None:
        play.record = record
        play.read = self.records.readings.of(record.header.trainee, record.header.scenario)

    def keep_read(self, marks: Sequence[str]) -> None:
        """Remember lines as read for the next meeting, if this one is kept at all; it never fails."""
        record = self.play.record if self.play is not None and self.play.kept else None
        if marks and record is not None:
            with suppress(OSError):  # a convenience: that a disk is full is told where something is at stake
                self.records.readings.keep(record.header.trainee, record.header.scenario, marks)

    def close(self) -> None:
        """Leave the meeting, if there is one; what was kept stays."""
        if self.play is not None:
            self.play.leave()
            self.play = None

    def date(self, day: date) -> str:
        """A date as people write it: 3月4日（水） or Wed 4 March."""
        return day_told(day, self.words)
