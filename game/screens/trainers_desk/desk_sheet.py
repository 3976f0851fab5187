"""What the screens of the desk have in common: their head, files dropped on them, a path that is pasted."""

from collections.abc import Callable
from typing import Final

from game.screens import clipboard
from game.screens.hands import Act, Deed
from game.screens.pen import Pen
from game.screens.sheet import Sheet
from game.screens.stage import Host
from game.screens.theme import GAP, MARGIN, SHEET
from game.screens.trainers_desk.taking import take
from game.screens.widgets import rule

Button = tuple[str, str, Callable[[], None]]
"""Name, label, and what it does."""

TOGETHER: Final = 0.15
"""Seconds within which files that are dropped were dropped together."""


class DeskSheet(Sheet):
    """Base of the desk's screens."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self._dropped: list[str] = []
        self._take_at: float | None = None

    def head(self, pen: Pen, title: str, below: str, buttons: list[Button], main: str = "") -> float:
        """Draw the head: a title, a line below it, buttons beside or under them; the y where it ends."""
        colours = pen.theme.colours
        y, room = 2.5 * GAP, SHEET[0] - 2 * MARGIN
        own = sum(pen.width(label, "body", face="bold") + 5 * GAP for _, label, _ in buttons)
        wide = max(pen.width(title, "title", face="bold"), pen.width(below, "small") if below else 0.0)
        beside = min(wide, 0.42 * room) + own + 2 * GAP <= room
        column = room - own - 2 * GAP if beside else room
        line = pen.line("body") + 1.5 * GAP
        drop = max(0.0, (line - pen.line("title")) / 2) if beside and not below else 0.0
        tall = pen.write(title, "title", colours.on_wood, (MARGIN, y + drop), column, face="bold")
        if below:
            tall += pen.write(below, "small", colours.soft_on_wood, (MARGIN, y + drop + tall), column)
        if beside:
            place = (MARGIN + column, y, room - column)
            self.row_of_buttons(pen, buttons, place, main=main, on_wood=True, right=True)
            y += max(line, drop + tall)
        else:
            y += tall + GAP
            y += self.row_of_buttons(pen, buttons, (MARGIN, y, room), main=main, on_wood=True)
        y += 2 * GAP
        left, _, whole, _ = pen.theme.whole(pen.surface)
        rule(pen.surface, pen.theme, left, y, whole, colour=colours.deep_wood)
        return y

    def dropped(self, path: str) -> None:
        """A file was dropped on the window; others dropped with it follow at once."""
        self._dropped.append(path)
        self._take_at = self.app.clock() + TOGETHER
        self.app.wake(self._take_at)

    def tick(self, now: float) -> float | None:
        """Take up what was dropped."""
        if self._take_at is None:
            return None
        if now < self._take_at:
            return self._take_at
        names, self._dropped, self._take_at = self._dropped, [], None
        take(self.app, names)
        return None

    def act(self, deed: Deed) -> None:
        """A pasted path is opened."""
        if deed.act is Act.PASTE and not deed.repeated:
            text = clipboard.path()
            if text and "\n" not in text:
                take(self.app, [text])
            else:
                self.app.notify(self.app.backstage.words("There is no path on the clipboard."))
        else:
            super().act(deed)
