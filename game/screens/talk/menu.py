"""The menu of the talk: everything that can be done at the table beside talking, each by one press."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from game.screens.entering import leave
from game.screens.hands import Act, Deed
from game.screens.key_names import named
from game.screens.paint import across, disc
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.theme import GAP, Rect

if TYPE_CHECKING:
    from game.screens.stage import Host
    from game.screens.talk.going import Going
    from game.screens.talk.speed import Speed

_ROW_PAD: Final = 0.75 * GAP

_NAMES: Final[dict[Act, str]] = {
    Act.BACKLOG: "log",
    Act.NOTEBOOK: "notes",
    Act.AUTO: "auto",
    Act.SKIP: "skip",
}
"""Keys of the talk that press their row here, too."""


class Talked(Protocol):
    """What the menu asks of the talk it lies over."""

    app: "Host"
    going: "Going"
    speed: "Speed"

    def act(self, deed: Deed) -> None:
        """Do what a key of the talk does."""

    def change_speed(self, by: int, *, around: bool = False) -> None:
        """Lines are written faster (−1: slower); ``around``: after the fastest comes the slowest."""


@dataclass(frozen=True, slots=True)
class _Row:
    """``now``: how it stands, where it can stand one way or another; ``key``: by which it is done at once."""

    name: str
    label: str
    now: str
    key: str
    do: Callable[[], None]


class MenuScreen(Panel):
    """A list over the talk; the talk stays where it is."""

    wide = 560
    has_menu = True

    def __init__(self, talk: Talked) -> None:
        super().__init__(talk.app)
        self.talk = talk

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Menu")

    def answers(self) -> list[Answer]:
        """Back to the talk."""
        return [("on", self.app.backstage.words("Back to the talk"), self.back)]

    def begin_with(self) -> str | None:
        """What is pressed most."""
        return "on"

    # ── what can be pressed ─────────────────────────────────────────────────────────────────────

    def _rows(self) -> list[_Row]:
        words, going, app = self.app.backstage.words, self.talk.going, self.app
        state = {True: words("On"), False: words("Off")}

        def key(act: Act) -> str:
            return named(app.bindings, app.hand, act, words)

        speed = f"{key(Act.SLOWER)} {key(Act.FASTER)}".strip()
        return [
            _Row("log", words("Conversation so far"), "", key(Act.BACKLOG), self._then(Act.BACKLOG)),
            _Row("notes", words("Notebook"), "", key(Act.NOTEBOOK), self._then(Act.NOTEBOOK)),
            _Row("auto", words("Auto-advance"), state[going.auto], key(Act.AUTO), self._then(Act.AUTO)),
            _Row(
                "skip", words("Skip what you've read"), state[going.skip], key(Act.SKIP),
                self._then(Act.SKIP),
            ),
            _Row("speed", words("Text speed"), self.talk.speed.told(), speed, self._faster),
            _Row("settings", words("Settings"), "", key(Act.SETTINGS), lambda: app.go_over("settings")),
            _Row("help", words("Controls"), "", key(Act.HELP), lambda: app.go_over("help")),
            _Row("shelf", self._leaving(), "", "", self._leave),
            _Row("quit", words("Close the game"), "", "", lambda: leave(app, app.quit)),
        ]  # fmt: skip

    def _then(self, act: Act) -> Callable[[], None]:
        """Back to the talk, where this is done."""

        def do() -> None:
            self.back()
            self.talk.act(Deed(act))

        return do

    def _faster(self) -> None:
        self.talk.change_speed(1, around=True)

    def _leaving(self) -> str:
        """That one may go on later is said only where it is true."""
        words, play = self.app.backstage.words, self.app.backstage.play
        if play is not None and play.previewed:
            return words("Leave the preview")
        if play is not None and play.kept and play.record is not None:
            return words("Back to the shelf (this meeting is saved)")
        return words("Back to the shelf")

    def _leave(self) -> None:
        leave(self.app, lambda: self.app.go("shelf"))

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """The rows, numbered: the digit presses them."""
        for number, row in enumerate(self._rows(), start=1):
            y += self._row(pen, row, number, (x, y, width))
        return y + GAP

    def _row(self, pen: Pen, row: _Row, number: int, place: tuple[float, float, float]) -> float:
        theme, colours = pen.theme, pen.theme.colours
        x, y, width = place
        radius = 0.36 * pen.line("body") + 3
        left = x + 2 * radius + 2 * GAP
        keys = max(pen.width(key, "small") for key in ("F3", row.key or "F3")) + GAP
        now = pen.width(row.now, "body") + 2 * GAP if row.now else 0.0
        room = x + width - keys - now - left
        height = pen.height(row.label, "body", room) + 2 * _ROW_PAD
        rect: Rect = (x, y, width, height)
        focused = self.spot(row.name, rect, row.do, scrolled=True)
        area = theme.rect(rect)
        if focused:
            pen.surface.blit(across(area.size, colours.focus_ground, colours.card), area)
            pen.surface.fill(colours.indigo, (area.x - theme.px(4), area.y, theme.px(4), area.height))
        line = pen.line("body")
        self._number(pen, number, (x + radius + GAP / 2, y + _ROW_PAD + line / 2), radius, focused=focused)
        pen.write(row.label, "body", colours.ink, (left, y + _ROW_PAD), room, room=rect)
        right = x + width - keys
        if row.now:
            pen.write(
                row.now, "body", colours.indigo, (right - now, y + _ROW_PAD), now - GAP,
                face="bold", align="right", room=rect,
            )  # fmt: skip
        if row.key:
            low = (line - pen.line("small")) / 2
            at = (right, y + _ROW_PAD + low)
            pen.write(row.key, "small", colours.soft_ink, at, keys - GAP / 2, align="right", room=rect)
        pen.surface.fill(colours.rule, (area.x, area.bottom - 1, area.width, 1))
        return height

    @staticmethod
    def _number(pen: Pen, number: int, centre: tuple[float, float], radius: float, *, focused: bool) -> None:
        theme, colours = pen.theme, pen.theme.colours
        middle = theme.at(*centre)
        fill, edge = (colours.indigo, None) if focused else (None, colours.soft_ink)
        disc(pen.surface, middle, theme.px(radius), fill, edge, width=theme.px(1.4))
        ink = colours.card if focused else colours.soft_ink
        numeral = theme.render("regular", theme.em("hint"), str(number), ink)
        pen.surface.blit(numeral, numeral.get_rect(center=middle))

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """A digit presses its row, a key of the talk does here what it does there, menu keys close it."""
        names = [row.name for row in self._rows()]
        if deed.act is Act.PICK and not deed.repeated and deed.number <= len(names):
            self._press_named(names[deed.number - 1])
        elif deed.act in _NAMES and not deed.repeated:
            self._press_named(_NAMES[deed.act])
        elif deed.act in (Act.SLOWER, Act.FASTER):
            self.talk.change_speed(1 if deed.act is Act.FASTER else -1)
        elif deed.act is Act.MENU and not deed.repeated:
            self.back()
        else:
            super().act(deed)
