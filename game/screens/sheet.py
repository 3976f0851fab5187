"""A screen made of texts and places to press: one way in for mouse, keyboard and gamepad.

A screen of this kind says in ``compose`` what it looks like and where its spots are; the mouse points at a
spot, the keys move between spots by where they lie, and all of them press it. So nothing can be done with
one hand that cannot be done with the others, and the focus is always to be seen.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import pygame

from game.screens.button_rows import height_of_lines, lines_of_buttons
from game.screens.hands import Act, Deed
from game.screens.pen import Box, Pen
from game.screens.scrolled import BAR, draw_scrolled
from game.screens.spots import Spot, neighbour
from game.screens.stage import Host, Point, Screen
from game.screens.theme import GAP, Rect, Theme
from game.screens.widgets import State, button

SCROLL_STEP: Final = 60.0
"""Units one press of an arrow scrolls a text nobody can press anything in."""

_STEPS: Final[dict[Act, tuple[int, int]]] = {
    Act.LEFT: (-1, 0),
    Act.RIGHT: (1, 0),
    Act.UP: (0, -1),
    Act.DOWN: (0, 1),
}


class Sheet(Screen):
    """Base of the screens that are read and pressed; a subclass gives ``compose``."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self.spots: list[Spot] = []
        self.focus: str | None = None
        self.offset = 0.0
        """Units the scrolling window is scrolled down."""
        self._drawn_offset = 0.0
        self._window: Rect | None = None
        self._content = 0.0
        self._follow = False
        """Whether the scrolling has to bring the focus into view in the next drawing."""
        self._boxes: tuple[Box, ...] = ()

    # ── what a subclass says ────────────────────────────────────────────────────────────────────

    @abstractmethod
    def compose(self, pen: Pen) -> None:
        """Draw everything and name the spots, the one to begin with first (or by ``begin_with``)."""

    def begin_with(self) -> str | None:
        """The spot that has the focus at first; the first one when None."""
        return None

    def back(self) -> None:
        """What leaving this screen means."""

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def draw(self, surface: pygame.Surface, theme: Theme) -> None:  # noqa: ARG002 - the pen has it
        """Draw the screen, and find out whether focus, sizes and scrolling are what they are to be."""
        self.spots, self._window, self._content = [], None, 0.0
        drawn = self.offset
        pen = self.app.pen.on(surface)
        self.compose(pen)
        self.unsettled = self._settle()
        self._boxes = tuple(pen.boxes)
        self._drawn_offset = drawn

    def boxes(self) -> tuple[Box, ...]:
        """Where the texts of the last drawing stand."""
        return self._boxes

    def _settle(self) -> bool:
        """Set focus and scrolling right for what was composed; whether it has to be composed again."""
        changed = False
        names = [spot.name for spot in self.spots]
        if names and self.focus not in names:
            wanted = self.begin_with()
            self.focus = wanted if wanted in names else names[0]
            self._follow = changed = True
        if self._follow and self._bring_into_view():
            changed = True
        if self._window is not None:
            kept = min(max(self.offset, 0.0), max(0.0, self._content - self._window[3]))
            if abs(kept - self.offset) > 0.01:  # noqa: PLR2004 - less is rounding
                self.offset = kept
                changed = True
        self._follow = self._follow and changed
        return changed

    @contextmanager
    def scrolling(self, pen: Pen, rect: Rect, *, on_wood: bool = False) -> Iterator[float]:
        """The one window of this screen whose content scrolls; gives the y at which the content begins.

        The content says how tall it is by ``content_ends``.
        """
        self._window = rect
        with pen.window(rect):
            yield rect[1] - self.offset
        draw_scrolled(pen, rect, self._content, self.offset, on_wood=on_wood)

    def content_ends(self, y: float) -> None:
        """The content of the scrolling window ends at this y (where it lies now)."""
        if self._window is not None:
            self._content = y + self.offset - self._window[1]

    # ── spots ───────────────────────────────────────────────────────────────────────────────────

    def spot(self, name: str, rect: Rect, do: Callable[[], None], *, scrolled: bool = False) -> bool:
        """Name a place to press; whether it has the focus."""
        seen = rect
        if scrolled and self._window is not None:
            top = max(rect[1], self._window[1])
            bottom = min(rect[1] + rect[3], self._window[1] + self._window[3])
            seen = (rect[0], top, rect[2], max(0.0, bottom - top))
        self.spots.append(Spot(name, rect, do, seen, scrolled))
        return name == self.focus

    def button(
        self,
        pen: Pen,
        name: str,
        label: str,
        at: Point,
        do: Callable[[], None],
        *,
        on_wood: bool = False,
        main: bool = False,
        chosen: bool = False,
        width: float = 0,
        scrolled: bool = False,
    ) -> Rect:
        """A button with its label; its rectangle in units.

        ``main``: the one to press here; ``chosen``: the option that holds now; ``width``: at least so wide.
        """
        bold = main or chosen
        text = pen.width(label, "body", face="bold" if bold else "regular")
        rect = (at[0], at[1], max(width, text + 3.5 * GAP), pen.line("body") + 1.5 * GAP)
        focused = self.spot(name, rect, do, scrolled=scrolled)
        state: State = "focused" if focused else "normal"
        button(pen.surface, pen.theme, rect, label, state=state, main=bold, on_wood=on_wood)
        middle = (rect[0] + (rect[2] - text) / 2, rect[1] + 0.75 * GAP, text, pen.line("body"))
        pen.note(label, middle, rect)
        return rect

    def row_of_buttons(
        self,
        pen: Pen,
        buttons: list[tuple[str, str, Callable[[], None]]],
        area: tuple[float, float, float],
        *,
        main: str = "",
        chosen: str = "",
        on_wood: bool = False,
        right: bool = False,
        scrolled: bool = False,
    ) -> float:
        """Buttons (name, label, what they do) side by side in ``area`` (x, y, width); the height they take.

        They stand on as many lines as they need. ``right``: the lines end at the right edge.
        """
        x0, y0, room = area
        lines = lines_of_buttons(pen, [(name, label) for name, label, _ in buttons], room, {main, chosen})
        do = {name: does for name, _, does in buttons}
        tall = pen.line("body") + 1.5 * GAP
        for row, line in enumerate(lines):
            used = sum(width for *_, width in line) + 1.5 * GAP * (len(line) - 1)
            x = x0 + room - used if right else x0
            for name, label, width in line:
                at = (x, y0 + row * (tall + 1.5 * GAP))
                self.button(
                    pen, name, label, at, do[name], on_wood=on_wood, main=name == main,
                    chosen=name == chosen, scrolled=scrolled,
                )  # fmt: skip
                x += width + 1.5 * GAP
        return height_of_lines(pen, len(lines))

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """Move the focus, press what has it, scroll, or go back."""
        if deed.act in _STEPS:
            self._step(deed)
        elif deed.act in (Act.CONFIRM, Act.HURRY) and not deed.repeated:
            self._press_named(self.focus)
        elif deed.act is Act.BACK and not deed.repeated:
            self.back()
        elif deed.act in (Act.NEXT, Act.BEFORE):
            page = 0.85 * (self._window[3] if self._window else 0)
            self.scroll(page if deed.act is Act.NEXT else -page)
        elif deed.act in (Act.FIRST, Act.LAST):
            self.scroll(-1e9 if deed.act is Act.FIRST else 1e9)

    def point(self, at: Point) -> None:
        """What the mouse is over has the focus."""
        spot = self._spot_at(at)
        if spot is not None and spot.name != self.focus:
            self.focus = spot.name
            self.app.redraw()

    def press(self, at: Point) -> None:
        """Press what lies there; beside the thumb of the scroll bar, go there."""
        spot = self._spot_at(at)
        if spot is not None:
            self._press_named(spot.name)
        elif self._window is not None:
            left, top, width, height = self._window
            on_bar = left + width - 4 * BAR <= at[0] <= left + width + 2 * BAR
            if on_bar and top <= at[1] <= top + height:
                self.offset = (at[1] - top) / height * self._content - height / 2
                self.app.redraw()

    def turn(self, by: float, at: Point) -> None:  # noqa: ARG002 - there is one window that scrolls
        """The wheel scrolls the one window there is."""
        self.scroll(-by)

    def scroll(self, by: float) -> None:
        """Scroll down by so many units (up below 0), as far as there is something."""
        if self._window is not None:
            end = max(0.0, self._content - self._window[3])
            to = min(max(self.offset + by, 0.0), end)
            if to != self.offset:
                self.offset = to
                self.app.redraw()

    def _spot_at(self, at: Point) -> Spot | None:
        for spot in reversed(self.spots):
            x, y, width, height = spot.seen
            if x <= at[0] < x + width and y <= at[1] < y + height:
                return spot
        return None

    def _press_named(self, name: str | None) -> None:
        for spot in self.spots:
            if spot.name == name:
                self.focus = name
                self.app.redraw()
                self.app.sound.play("pick")
                spot.do()
                return

    def _step(self, deed: Deed) -> None:
        here = next((i for i, spot in enumerate(self.spots) if spot.name == self.focus), None)
        if here is None:
            self.scroll(SCROLL_STEP * _STEPS[deed.act][1])
            return
        if deed.in_order:
            found: Spot | None = self.spots[(here + (1 if deed.act is Act.DOWN else -1)) % len(self.spots)]
        else:
            found = neighbour(self.spots[here], self.spots, _STEPS[deed.act])
        if found is None:
            self.scroll(SCROLL_STEP * _STEPS[deed.act][1])
            return
        self.focus = found.name
        self.app.sound.play("focus")
        self._follow = True
        self.app.redraw()

    def _bring_into_view(self) -> bool:
        """Scroll so that what has the focus is seen; whether that moved anything."""
        spot = next((spot for spot in self.spots if spot.name == self.focus), None)
        if spot is None or not spot.scrolled or self._window is None:
            return False
        end = max(0.0, self._content - self._window[3])
        over = self._window[1] + 2 * GAP - spot.rect[1]
        under = spot.rect[1] + spot.rect[3] - (self._window[1] + self._window[3] - 2 * GAP)
        to = self.offset
        if over > 0 or spot.rect[3] > self._window[3]:
            to -= over
        elif under > 0:
            to += under
        first = next(each for each in self.spots if each.scrolled)
        foot = spot.rect[1] + spot.rect[3] + self.offset
        if spot.rect[1] == first.rect[1] and foot <= self._window[1] + self._window[3] - GAP:
            to = 0.0  # what stands above the first of them has no focus of its own, and is seen with it
        moved = min(max(to, 0.0), end) != self.offset
        self.offset = min(max(to, 0.0), end)
        return moved
