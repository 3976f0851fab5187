"""The foot of the column: what one presses now, and small buttons for everything else a talk offers.

The hints name the keys of the hand that was used last; the buttons can be pressed by any.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.screens.colours import hexed
from game.screens.hands import Act
from game.screens.key_names import named
from game.screens.paint import document, picture, round_card
from game.screens.pen import Pen
from game.screens.talk.flow import Stage
from game.screens.talk.written import LEFT, RIGHT
from game.screens.theme import GAP, Rect
from game.screens.widgets import focus_ring

if TYPE_CHECKING:
    from game.screens.fonts import Face
    from game.screens.stage import Host, Point
    from game.screens.talk.flow import TalkFlow
    from game.screens.talk.going import Going

_END: Final = 712.0
_ROLE: Final = "hint"
_PAD: Final = 0.75 * GAP
_BETWEEN: Final = 0.75 * GAP
_NOTICE_SECONDS: Final = 2.5

ACTS: Final[dict[str, Act]] = {
    "menu": Act.MENU,
    "log": Act.BACKLOG,
    "notes": Act.NOTEBOOK,
    "auto": Act.AUTO,
    "skip": Act.SKIP,
}
"""The buttons from left to right, and what each does."""


@dataclass(frozen=True, slots=True)
class _Button:
    name: str
    label: str
    key: str
    width: float


class Foot:
    """The last lines of the column. ``focus``: the button the keyboard is on; ``over``: the mouse."""

    def __init__(self, app: "Host", going: "Going") -> None:
        self.app = app
        self.going = going
        self.focus: str | None = None
        self.over: str | None = None
        self.placed: dict[str, Rect] = {}
        """Where the buttons lay in the last drawing."""
        self._notice = ("", 0.0)

    # ── what is asked of it ─────────────────────────────────────────────────────────────────────

    def at(self, point: "Point") -> str | None:
        """The name of the button at this point."""
        for name, (x, y, width, height) in self.placed.items():
            if x <= point[0] < x + width and y <= point[1] < y + height:
                return name
        return None

    def step(self, by: int) -> None:
        """The focus goes to the next button (−1: the one before), in a circle."""
        names = list(ACTS)
        at = names.index(self.focus) if self.focus is not None else (-1 if by > 0 else 0)
        self.focus = names[(at + by) % len(names)]

    def notice(self, text: str) -> None:
        """Say something for a moment in the place of the hint."""
        self._notice = (text, self.app.clock() + _NOTICE_SECONDS)
        self.app.wake(self._notice[1])
        self.app.redraw()

    def tick(self, now: float) -> float | None:
        """Take a notice away when its time is over; when that will be, None when there is none."""
        text, until = self._notice
        if text and now >= until:
            self._notice = ("", 0.0)
            self.app.redraw()
        return self._notice[1] or None

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def draw(self, pen: Pen, flow: "TalkFlow", count: int) -> float:
        """Draw it for so many choices on offer; the y where it begins."""
        hint = self._hint(flow, count)
        colours, room = pen.theme.colours, RIGHT - LEFT
        wide = pen.width(hint, _ROLE)
        for with_keys in (True, False):
            buttons = self._buttons(pen, with_keys=with_keys)
            taken = _width(buttons)
            if wide + 2 * GAP + taken <= room:
                y = self._row(pen, buttons, RIGHT - taken, _END)
                pen.write(hint, _ROLE, colours.soft_ink, (LEFT, y + _PAD / 2), room - taken - GAP)
                return y
        lines = self._lines(pen, room)
        y = _END
        for line in reversed(lines):
            y = self._row(pen, line, LEFT, y) - _BETWEEN
        height = pen.height(hint, _ROLE, room)
        y += _BETWEEN / 2 - height
        pen.write(hint, _ROLE, colours.soft_ink, (LEFT, y), room)
        return y

    def _lines(self, pen: Pen, room: float) -> list[list[_Button]]:
        """The buttons on as few lines as they need, without keys where these would need one more."""
        tries = [_parted(self._buttons(pen, with_keys=with_keys), room) for with_keys in (True, False)]
        return min(tries, key=len)

    def _buttons(self, pen: Pen, *, with_keys: bool) -> list[_Button]:
        words = self.app.backstage.words
        labels = {
            "menu": words("Menu"), "log": words("Log"), "notes": words("Notes"),
            "auto": words("Auto"), "skip": words("Skip"),
        }  # fmt: skip
        bindings, hand = self.app.bindings, self.app.hand
        found = []
        for name, label in labels.items():
            # Going back is what brings the menu up here, and its key is the better known one.
            act = Act.BACK if name == "menu" else ACTS[name]
            key = named(bindings, hand, act, words) if with_keys else ""
            width = pen.width(label, _ROLE, face=self._face(name)) + 2 * _PAD
            if key:
                width += pen.width(key, _ROLE) + _PAD
            if self._lit(name):
                width += _sign_width(pen, name)
            found.append(_Button(name, label, key, width))
        return found

    def _face(self, name: str) -> "Face":
        return "bold" if self._lit(name) else "regular"

    def _lit(self, name: str) -> bool:
        return (name == "auto" and self.going.auto) or (name == "skip" and self.going.skip)

    def _row(self, pen: Pen, buttons: list[_Button], x: float, end: float) -> float:
        """Draw a line of buttons that ends at this y; the y where it begins."""
        height = pen.line(_ROLE) + _PAD
        for button in buttons:
            self._button(pen, button, (x, end - height, button.width, height))
            x += button.width + _BETWEEN
        return end - height

    def _button(self, pen: Pen, button: _Button, rect: Rect) -> None:
        theme, colours = pen.theme, pen.theme.colours
        lit, x, y = self._lit(button.name), rect[0] + _PAD, rect[1] + _PAD / 2
        self.placed[button.name] = rect
        over = self.over == button.name
        ground = colours.indigo if lit else colours.focus_ground if over else colours.paper
        edge = colours.indigo if lit or over else colours.rule
        round_card(pen.surface, theme.rect(rect), ground, edge, radius=theme.px(5), width=theme.px(1.2))
        ink = colours.card if lit else colours.ink
        if lit:
            x += _draw_sign(pen, button.name, (x, rect[1]), rect[3])
        wide = pen.width(button.label, _ROLE, face=self._face(button.name))
        pen.write(button.label, _ROLE, ink, (x, y), wide + 1, face=self._face(button.name), room=rect)
        if button.key:
            soft = colours.card if lit else colours.soft_ink
            pen.write(button.key, _ROLE, soft, (x + wide + _PAD, y), rect[2] - wide, room=rect)
        if self.focus == button.name:
            focus_ring(pen.surface, theme, rect)

    def _hint(self, flow: "TalkFlow", count: int) -> str:
        """What is pressed now, by the hand that was used last; or the notice, while there is one."""
        if self._notice[0]:
            return self._notice[0]
        words, hand = self.app.backstage.words, self.app.hand
        hurry, confirm = (named(self.app.bindings, hand, act, words) for act in (Act.HURRY, Act.CONFIRM))
        if flow.stage is Stage.CHOOSING:
            return {
                "keys": words("1–{count}: say it", count=count) if count > 1 else words("1: say it"),
                "mouse": words("Click: say it"),
                "pad": words("{key}: say it", key=confirm),
            }[hand]
        if flow.stage is Stage.OVER:
            return words("{key}: continue", key=confirm) if confirm else words("Click: continue")
        key = confirm if hand == "pad" else hurry
        return words("{key}: next", key=key) if key else words("Click: next")


def _sign_width(pen: Pen, name: str) -> float:
    return (1 if name == "auto" else 1.6) * 0.5 * pen.line(_ROLE) + _PAD / 2


def _draw_sign(pen: Pen, name: str, at: tuple[float, float], height: float) -> float:
    """The sign of going on by itself: a tip to the right, for skipping two; the width it takes in units."""
    wide, theme = _sign_width(pen, name) - _PAD / 2, pen.theme
    side = wide if name == "auto" else wide / 1.6
    native = theme.rect((*at, wide, height))
    tips = [0.0] if name == "auto" else [0.0, 0.6 * side]
    mid, half = height / 2, 0.55 * side
    paths = "".join(
        f"M{x:.2f} {mid - half:.2f} L{x + side:.2f} {mid:.2f} L{x:.2f} {mid + half:.2f} Z" for x in tips
    )
    body = f'<path d="{paths}" fill="{hexed(theme.colours.card)}"/>'
    pen.surface.blit(picture(document(body, (0, 0, wide, height)), native.size), native)
    return wide + _PAD / 2


def _width(buttons: list[_Button]) -> float:
    return sum(button.width for button in buttons) + _BETWEEN * (len(buttons) - 1)


def _parted(buttons: list[_Button], room: float) -> list[list[_Button]]:
    lines: list[list[_Button]] = [[]]
    for button in buttons:
        if lines[-1] and _width([*lines[-1], button]) > room:
            lines.append([])
        lines[-1].append(button)
    return lines
