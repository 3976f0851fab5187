"""The notebook of a meeting with a coach: the entries of the last choice stand in it, whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.debrief.coach_told import booked
from game.debrief.numbers_told import with_minus
from game.screens.notes import NotebookScreen
from game.screens.stage import Host
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.core.view import Notebook
    from game.debrief.coach_told import Booked
    from game.screens.pen import Pen
    from game.screens.talk.coach_slip import CoachSlip


def notebook_screen(app: Host, notes: "Callable[[], Notebook]", slip: "CoachSlip | None") -> NotebookScreen:
    """The notebook; with what the slip shows, where there is one."""
    return NotebookScreen(app, notes) if slip is None else CoachedNotebook(app, notes, slip)


class CoachedNotebook(NotebookScreen):
    """The notebook with the passbook's newest entries at its top: as the slip shows them, and all of them."""

    def __init__(self, app: Host, notes: "Callable[[], Notebook]", slip: "CoachSlip") -> None:
        super().__init__(app, notes)
        self._slip = slip

    def body(self, pen: "Pen", x: float, y: float, width: float) -> float:
        """The passbook, then what a seller would know."""
        words, colours = self.app.backstage.words, pen.theme.colours
        balance, entries = self._slip.seen()
        title = words("Passbook of credit")
        y += pen.write(title, "small", colours.indigo, (x, y), width, face="bold") + GAP / 2
        for entry in entries:
            y = self._entry(
                pen, booked(entry, self._slip.play.game, words), (x + 2 * GAP, y, width - 2 * GAP)
            )
        told = words("Balance {balance}", balance=with_minus(str(balance)))
        y += pen.write(told, "body", colours.ink, (x + 2 * GAP, y), width - 2 * GAP) + GAP
        return super().body(pen, x, y + GAP / 2, width)

    def _entry(self, pen: "Pen", row: "Booked", column: tuple[float, float, float]) -> float:
        """One entry with its points, principle and reason below; the y where it ends."""
        (x, y, width), colours = column, pen.theme.colours
        points = pen.width("+100", "body", face="bold")
        pen.write(
            row.points, "body", colours.ink, (x + width - points, y), points, face="bold", align="right"
        )
        y += pen.write(row.text, "body", colours.ink, (x, y), width - points - GAP)
        why = self.app.backstage.words("{principle}: {reason}", principle=row.principle, reason=row.reason)
        return y + pen.write(why, "small", colours.soft_ink, (x, y), width - points - GAP) + GAP / 2
