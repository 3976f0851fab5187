"""One scenario on the desk: what is found in it, renewed as it is saved, and what can be made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.deskwork.checking import Checked, Noted
from game.library.troubles import NotFound
from game.screens.button_rows import button_height
from game.screens.desk import draw_wood
from game.screens.hands import Act, Deed
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP, MARGIN, SHEET, Rect
from game.screens.trainers_desk.cards import findings_copied
from game.screens.trainers_desk.desk_sheet import DeskSheet
from game.screens.trainers_desk.finding_paper import FindingPaper
from game.screens.trainers_desk.handing import Handing, copy
from game.screens.trainers_desk.laying import take_off_desk
from game.screens.trainers_desk.looking import Looking
from game.screens.trainers_desk.making import Making
from game.screens.trainers_desk.manuscript_paper import ManuscriptPaper, Shown
from game.screens.trainers_desk.previewing import preview
from game.screens.trouble import tell

LOOK: Final = 0.1
"""Seconds between two looks at the file, and at the work beside the window."""

_LEAST_SIDE: Final = 212.0
"""Units at the usual text size the column of deeds is wide at least, for the sentence below it."""

_MOST_SIDE: Final = 0.34
"""Share of the width the column of deeds may take; with larger letters it stands above the paper."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """Something that can be done with the file, ``told`` in a sentence; ``sound``: only without faults."""

    name: str
    label: str
    told: str
    do: Callable[[], None]
    sound: bool = False


class ManuscriptScreen(DeskSheet):
    """The file that lies open on the desk."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self.file = app.backstage.bench.open
        self.looking = Looking(app.backstage, self.file)
        self._handing = Handing(app)
        self._making = Making(app, self.file, self._handing)

    @property
    def found(self) -> Checked | None:
        """What is found in the file, None before anything is known."""
        return self.looking.found

    def enter(self) -> None:
        """Look the file over; a preview that was on is over."""
        self.app.instead.clear()
        self.app.backstage.close()
        self.looking.enter()
        self.app.wake()

    def leave(self) -> None:
        """What was being looked over is given up."""
        self.app.backstage.bench.checker.stop()

    def relanguaged(self) -> None:
        """Findings in the other language."""
        self.looking.relanguaged()
        self.app.wake()

    def back(self) -> None:
        """To the desk with all files."""
        self.app.go("desk")

    def tick(self, now: float) -> float | None:
        """Hear what was found, look whether the file was saved, and whether something was opened."""
        super().tick(now)
        if self.app.screen is not self:
            return None
        if self.looking.look():
            self.app.redraw()
        self._handing.look(now)
        return now + LOOK

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def compose(self, pen: Pen) -> None:
        """The head; the deeds in a column beside the paper, or above it where letters are large."""
        words = self.app.backstage.words
        draw_wood(pen.surface, pen.theme)
        title = (self.found.title if self.found is not None else "") or self.file.name
        buttons = [
            (
                "language",
                self.app.backstage.other_language,
                self.app.switch_language,
            ),
            ("help", words("Controls"), lambda: self.app.go_over("help")),
            ("desk", words("To the desk"), self.back),
        ]
        top = self.head(pen, title, "", buttons)
        left, above, wide, tall = pen.theme.whole(pen.surface)
        deeds = self._deeds()
        side = max(pen.width(each.label, "body", face="bold") for each in deeds) + 3.5 * GAP
        side = max(side, _LEAST_SIDE * pen.theme.text_percent / 100)
        high = len(deeds) * (button_height(pen) + GAP)
        room = SHEET[0] - 2 * MARGIN
        beside = side <= _MOST_SIDE * room and high <= above + tall - top - 3 * GAP
        if beside:
            y = top + 2.5 * GAP
            for each in deeds:
                at = (MARGIN, y)
                self.button(
                    pen, each.name, each.label, at, self._doer(each), on_wood=True, width=side,
                    main=each.name == "edit",
                )  # fmt: skip
                y += button_height(pen) + GAP
            self._tell(pen, deeds, (MARGIN, y + GAP, side), above + tall)
        x = MARGIN + (side + 3 * GAP if beside else 0.0)
        width = SHEET[0] - MARGIN - x
        window: Rect = (x - 2 * GAP, top, left + wide - x + 2 * GAP, above + tall - top)
        if not beside:
            window = (left, top, wide, above + tall - top)
        with self.scrolling(pen, window, on_wood=True) as begin:
            y = begin + 2.5 * GAP
            if not beside:
                listed = [(each.name, each.label, self._doer(each)) for each in deeds]
                y += self.row_of_buttons(pen, listed, (x, y, width), main="edit", on_wood=True, scrolled=True)
                y += 3 * GAP
            paper = ManuscriptPaper(self, words, self._shown())
            self.content_ends(paper.draw(pen, (x, y, width)) + 3 * GAP)

    def _tell(self, pen: Pen, deeds: list[_Verb], place: tuple[float, float, float], end: float) -> None:
        """Say below the column what the one that has the focus is for, where there is room."""
        told = next((each.told for each in deeds if each.name == self.focus), "")
        x, y, width = place
        if told and y + pen.height(told, "small", width) <= end - GAP:
            pen.write(told, "small", pen.theme.colours.soft_on_wood, (x, y), width)

    def begin_with(self) -> str | None:
        """Writing on."""
        return "edit"

    def _shown(self) -> Shown:
        looking = self.looking

        def then(do: Callable[[], None]) -> Callable[[], None]:
            def do_and_show() -> None:
                do()
                self.app.wake()
                self.app.redraw()

            return do_and_show

        return Shown(
            self.file, self.app.backstage.bench.is_own(self.file), looking.found, looking.busy, looking.now,
            self._reader, then(looking.give_up), then(looking.ask_again),
        )  # fmt: skip

    # ── what is done ────────────────────────────────────────────────────────────────────────────

    def _deeds(self) -> list[_Verb]:
        words, file, handing, making = self.app.backstage.words, self.file, self._handing, self._making

        def with_found(make: Callable[[Checked], None]) -> Callable[[], None]:
            return lambda: make(self.found) if self.found is not None else None

        deeds = [
            _Verb(
                "edit", words("Open in the editor"),
                words("Opens the file in your editor. What is found here is renewed as you save."),
                lambda: handing.open(file),
            ),
            _Verb(
                "preview", words("Preview"),
                words("Plays it here, with the balance beside it; shown anew as you save."),
                lambda: preview(self.app, file),
            ),
            _Verb(
                "report", words("Report"),
                words("A page to read and print: what the scenario teaches, its map, its whole text."),
                with_found(lambda found: making.page(found, "report")), sound=True,
            ),
            _Verb(
                "map", words("Map"), words("The story as a picture, to be printed on A3."),
                with_found(lambda found: making.page(found, "map")), sound=True,
            ),
            _Verb(
                "transcripts", words("Transcripts"),
                words("Replays the plays beside the file, and shows where they differ by now."),
                with_found(making.transcripts), sound=True,
            ),
            _Verb(
                "translate", words("Translation"),
                words("Writes the catalog for a translator, or brings it up to date."),
                with_found(making.translate), sound=True,
            ),
            _Verb(
                "pack", words("Pack"),
                words("Puts the scenario with all that belongs to it into one file, to hand on."),
                with_found(making.pack), sound=True,
            ),
            _Verb(
                "copy", words("Copy the findings"),
                words("Copies all findings as text, to send or to keep them."), self._copy,
            ),
            _Verb(
                "folder", words("Show in its folder"),
                words("Opens the folder the file lies in."), lambda: handing.show(file),
            ),
        ]  # fmt: skip
        if not self.app.backstage.bench.is_own(file):
            told = words("It is not listed here any more; the file stays where it is.")
            deeds.append(_Verb("off", words("Take off the desk"), told, self._take_off))
        return deeds

    def _doer(self, deed: _Verb) -> Callable[[], None]:
        def do() -> None:
            said, found = self.app.backstage.said, self.found
            gone = found is not None and isinstance(found.trouble, NotFound)
            if gone and deed.name not in {"off", "folder"}:
                tell(
                    self.app,
                    said("{file} is not there any more. Was it moved or renamed?", file=self.file.name),
                )
            elif deed.sound and found is None:
                self.app.notify(self.app.backstage.words("It is being looked over. One moment."))
            elif deed.sound and found is not None and not found.playable:
                tell(self.app, said("{file} has faults. Mend them first.", file=self.file.name))
            else:
                deed.do()

        return do

    def _reader(self, one: Noted) -> Callable[[], None]:
        def read() -> None:
            edit = lambda: self._handing.open(self.file)  # noqa: E731 (a deed, as the others are)
            self.app.lay_over(FindingPaper(self.app, one.finding.code, one, edit))

        return read

    def act(self, deed: Deed) -> None:
        """Ctrl+C copies the findings."""
        if deed.act is Act.COPY and not deed.repeated:
            self._copy()
        else:
            super().act(deed)

    def _copy(self) -> None:
        words, found = self.app.backstage.words, self.found
        if found is None or not found.noted:
            self.app.notify(words("There is nothing to copy."))
        else:
            copy(self.app, findings_copied(found))

    def _take_off(self) -> None:
        take_off_desk(self.app, self.file)
        self.app.go("desk")
        self.app.notify(self.app.backstage.words("Taken off the desk. The file stays where it is."))
