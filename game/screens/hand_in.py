"""Handing in: the one file, or a code to type or to photograph, for somebody who debriefs a class."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from game.debrief.qr_code import qr_code
from game.library.result_codes import code_of
from game.records import Kept, export
from game.records.handing import SUFFIX
from game.screens.panel import Answer, Panel
from game.screens.stage import Host
from game.screens.theme import GAP, Rect
from game.screens.trainers_desk.handing import Handing, copy
from game.screens.trainers_desk.told import path_told
from game.screens.trouble import Slip, tell

if TYPE_CHECKING:
    from game.debrief.qr_code import Modules
    from game.screens.pen import Pen
    from game.screens.play import Play

_QR: Final = 252.0
"""Units a side of the QR code takes at most; a phone reads it from an arm's length."""

_LEFT_AT_LEAST: Final = 380.0
"""Units of the column beside it; where there are fewer, it stands below."""

_PAPER: Final = (255, 255, 255)
_INK: Final = (0, 0, 0)
"""What a camera reads best, whatever the colours of the window are."""


def hand_in(app: Host, play: "Play") -> None:
    """Lay the paper over what is there, for a meeting whose record is closed; tell what kept it away."""
    backstage, file = app.backstage, play.finished_file
    if file is None:
        return
    try:
        paper = HandIn(app, backstage.patience(lambda: backstage.records.read(file)))
    except backstage.troubles as trouble:
        tell(app, backstage.explainer(trouble))
        return
    app.lay_over(paper)


class HandIn(Panel):
    """A finished meeting's record, ``kept``, to be handed in.

    Nothing leaves the computer: a file is written into the folder for such things, a code is shown.
    """

    wide = 940

    def __init__(self, app: Host, kept: Kept) -> None:
        super().__init__(app)
        self.kept = kept
        self.code: Final = app.backstage.patience(lambda: code_of(kept))
        self.modules: Final[Modules] = () if self.code is None else qr_code(self.code)
        self.free_text = False
        """Whether what the trainee wrote in their own words goes into the file."""
        self._handing = Handing(app)

    def heading(self) -> str:
        """What this is about."""
        return self.app.backstage.words("Hand in this meeting")

    def begin_with(self) -> str | None:
        """Writing the file."""
        return "file"

    def tick(self, now: float) -> float | None:
        """Look whether something has opened the folder."""
        return now + 0.25 if self._handing.look(now) else None

    # ── what is seen ────────────────────────────────────────────────────────────────────────────

    def body(self, pen: "Pen", x: float, y: float, width: float) -> float:
        """What is handed over, the code, its picture, and what is left out of the file."""
        side = min(_QR, width)
        beside = width - side - 4 * GAP >= _LEFT_AT_LEAST * pen.theme.text_percent / 100
        column = width - side - 4 * GAP if beside and self.modules else width
        top, y = y, self._words(pen, x, y, column)
        if self.modules:
            at = (x + width - side, top) if beside else (x, y + GAP)
            self._draw(pen, (*at, side, side))
            y = max(y, at[1] + side)
        return y

    def _words(self, pen: "Pen", x: float, y: float, width: float) -> float:
        words, colours = self.app.backstage.words, pen.theme.colours
        if self.code is None:
            told = words("This meeting is too long for a code. Its file can be handed in.")
            y += pen.write(told, "body", colours.ink, (x, y), width) + 2 * GAP
        else:
            told = words("Result code: type it, read it out or let it be photographed.")
            y += pen.write(told, "body", colours.ink, (x, y), width) + GAP
            for line in lines_of_code(pen, self.code, width):
                y += pen.write(line, "title", colours.indigo, (x, y), width, face="bold")
            y += GAP
        told = words(
            "The scenario, every choice, the expectation and the day are handed over. Everything else is "
            "worked out again from these. Your name stands only in the file; it is the one you chose."
        )
        y += pen.write(told, "small", colours.soft_ink, (x, y), width) + 2 * GAP
        told = words("What I wrote myself")
        y += pen.write(told, "body", colours.ink, (x, y), width, face="bold") + GAP
        switch = [
            ("without", words("Leave it out of the file"), lambda: self._bring(free_text=False)),
            ("with", words("Put it into the file"), lambda: self._bring(free_text=True)),
        ]
        chosen = "with" if self.free_text else "without"
        return y + self.row_of_buttons(pen, switch, (x, y, width), chosen=chosen, scrolled=True)

    def _draw(self, pen: "Pen", rect: Rect) -> None:
        """Every module the same number of whole pixels."""
        into = pen.theme.rect(rect)
        if not pen.surface.get_clip().colliderect(into):
            return
        across = len(self.modules)
        size = max(1, into.width // across)
        left, top = into.right - size * across, into.top
        pygame.draw.rect(pen.surface, _PAPER, (left, top, size * across, size * across))
        for row, modules in enumerate(self.modules):
            for column, dark in enumerate(modules):
                if dark:
                    at = (left + column * size, top + row * size, size, size)
                    pygame.draw.rect(pen.surface, _INK, at)

    def answers(self) -> list[Answer]:
        """The ways to hand over, and back."""
        words = self.app.backstage.words
        file = ("file", words("Write the file"), self.write)
        code = [("copy", words("Copy the code"), self._copy)] if self.code is not None else []
        return [file, *code, ("close", words("Close"), self.back)]

    # ── what is done ────────────────────────────────────────────────────────────────────────────

    def _bring(self, *, free_text: bool) -> None:
        self.free_text = free_text
        self.app.redraw()

    def _copy(self) -> None:
        if self.code is not None:
            copy(self.app, self.code)

    def write(self) -> None:
        """Write the file and say where it lies; one written before is renewed."""
        backstage = self.app.backstage
        said = backstage.said
        try:
            target = backstage.patience(self._written)
        except backstage.troubles as trouble:
            tell(self.app, backstage.explainer(trouble))
            return
        self.app.lay_over(
            Slip(
                self.app,
                said("The file is written"),
                [
                    said("It lies here: {file}", file=path_told(target)),
                    said("Give it to whoever debriefs the class: into a shared folder, or on a stick."),
                ],
                [
                    ("show", said("Show in its folder"), lambda: self._handing.show(target)),
                    ("copy", said("Copy the path"), lambda: copy(self.app, str(target))),
                    ("close", said("Close"), lambda: None),
                ],
            )
        )

    def _written(self) -> Path:
        library = self.app.backstage.library
        target = Path(library.handouts) / f"{self.kept.file.stem}{SUFFIX}"
        target.parent.mkdir(parents=True, exist_ok=True)
        records = library.records(self.kept.file.parent)
        export(records, self.kept.file, target, free_text=self.free_text, renew=True)
        return target


def lines_of_code(pen: "Pen", code: str, width: float) -> list[str]:
    """A code in lines of whole groups, as many as fit beside one another."""
    groups = code.split("-")
    lines: list[str] = []
    for group in groups:
        longer = f"{lines[-1]}-{group}" if lines else group
        if lines and pen.width(longer, "title", face="bold") <= width:
            lines[-1] = longer
        else:
            lines.append(group)
    return lines
