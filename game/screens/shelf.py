"""The shelf: every scenario as a passbook, an interrupted meeting first, the best stamp so far on each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from game.screens.desk import draw_board, draw_wood
from game.screens.entering import open_or_tell, start_talking
from game.screens.hands import Act, Deed
from game.screens.pen import Pen
from game.screens.sheet import Sheet
from game.screens.stage import Host
from game.screens.theme import GAP, MARGIN, SHEET, Rect
from game.screens.trouble import Slip, tell
from game.screens.volume import Volume, draw_volume, volume_height
from game.screens.widgets import rule

if TYPE_CHECKING:
    from game.library.shelf import Shelved
    from game.records import Kept


_LEAST_WIDE: Final = 372.0
_MOST_COLUMNS: Final = 3
_BOARD: Final = 11.0
_EMPTY: Final = 214.0
"""Units between two boards of a shelf without a passbook."""
_SHOWN_EVERY: Final = 0.25
"""Seconds between two drawings while stamps are worked out."""


class ShelfScreen(Sheet):
    """All scenarios there are; the wheel, the arrows and the page keys go through them."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self._shelved: tuple[Shelved, ...] = ()
        self._unfinished: tuple[Kept, ...] = ()
        self._stamped = False
        """Whether a stamp has changed that is not shown yet."""
        self._shown_at = 0.0

    def enter(self) -> None:
        """Look what there is now."""
        backstage = self.app.backstage
        self._shelved = backstage.listing()
        self._unfinished = backstage.unfinished()
        backstage.look_for_stamps()
        trouble = backstage.untold()
        if trouble is not None:
            tell(self.app, backstage.explainer(trouble))

    def relanguaged(self) -> None:
        """Titles in the other language."""
        self._shelved = self.app.backstage.listing()

    def tick(self, now: float) -> float | None:
        """Go on with the stamps; nobody waits for them."""
        stamps = self.app.backstage.stamps
        self._stamped = stamps.work() or self._stamped
        turn = stamps.next_turn
        if self._stamped and (turn is None or now >= self._shown_at + _SHOWN_EVERY):
            self._stamped, self._shown_at = False, now
            self.app.redraw()
        return None if turn is None else now + turn

    def back(self) -> None:
        """Leaving the shelf is leaving the game, so it is asked."""
        words = self.app.backstage.said
        self.app.lay_over(
            Slip(
                self.app,
                words("Close the game?"),
                [words("Everything is saved. You can continue another time.")],
                [("quit", words("Close"), self.app.quit), ("stay", words("Stay"), lambda: None)],
            )
        )

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def compose(self, pen: Pen) -> None:
        """The head with its buttons, and below it the boards."""
        draw_wood(pen.surface, pen.theme)
        top = self._head(pen)
        left, above, wide, tall = pen.theme.whole(pen.surface)
        with self.scrolling(pen, (left, top, wide, above + tall - top), on_wood=True) as y:
            self.content_ends(self._boards(pen, y + 2 * GAP))

    def begin_with(self) -> str | None:
        """The first passbook: the interrupted meeting, if there is one."""
        return next((spot.name for spot in self.spots if spot.scrolled), None)

    def _head(self, pen: Pen) -> float:
        words, colours = self.app.backstage.words, pen.theme.colours
        title, name = words("Who are you meeting today?"), self.app.backstage.settings.trainee
        y = 2.5 * GAP
        buttons = [
            ("who", words("{name}", context="the trainee", name=name), lambda: self.app.go("who")),
            (
                "language",
                self.app.backstage.other_language,
                self.app.switch_language,
            ),
            ("desk", words("Trainer's desk"), lambda: self.app.go("desk")),
            ("settings", words("Settings"), lambda: self.app.go_over("settings")),
            ("help", words("Controls"), lambda: self.app.go_over("help")),
            ("quit", words("Quit"), self.back),
        ]
        room = SHEET[0] - 2 * MARGIN
        wide = pen.width(title, "title", face="bold")
        own = sum(pen.width(label, "body") + 5 * GAP for _, label, _ in buttons)
        line = pen.line("body") + 1.5 * GAP
        beside = wide + own + 2 * GAP <= room
        drop = (line - pen.line("title")) / 2 if beside else 0
        tall = pen.write(title, "title", colours.on_wood, (MARGIN, y + drop), room, face="bold")
        if beside:
            self.row_of_buttons(pen, buttons, (MARGIN + wide, y, room - wide), on_wood=True, right=True)
            y += max(line, tall)
        else:
            y += tall + GAP
            y += self.row_of_buttons(pen, buttons, (MARGIN, y, room), on_wood=True)
        y += 2 * GAP
        left, _, whole, _ = pen.theme.whole(pen.surface)
        rule(pen.surface, pen.theme, left, y, whole, colour=colours.deep_wood)
        return y

    def _boards(self, pen: Pen, y: float) -> float:
        """Row after row of passbooks, each row on its board; empty boards down to the foot."""
        volumes = self._volumes()
        least = _LEAST_WIDE * (0.42 + 0.58 * pen.theme.text_percent / 100)
        room, gap = SHEET[0] - 2 * MARGIN, 4 * GAP
        columns = max(1, min(_MOST_COLUMNS, int((room + gap) / (least + gap))))
        wide = (room - gap * (columns - 1)) / columns
        left, above, whole, high = pen.theme.whole(pen.surface)
        tall = _EMPTY
        for start in range(0, len(volumes), columns):
            row = volumes[start : start + columns]
            tall = max(volume_height(pen, each, wide) for each in row)
            draw_board(pen.surface, pen.theme, y + tall, left, whole)
            for column, volume in enumerate(row):
                self._volume(pen, volume, (MARGIN + column * (wide + gap), y, wide, tall))
            y += tall + _BOARD + 3 * GAP
        end = y if volumes else y + tall + _BOARD + 3 * GAP
        while y < above + high:
            draw_board(pen.surface, pen.theme, y + tall, left, whole)
            y += tall + _BOARD + 3 * GAP
        hint = self.app.backstage.words("Drop a scenario file on this window to open it.")
        end += pen.write(hint, "small", pen.theme.colours.soft_on_wood, (MARGIN, end), room)
        return end + 2 * GAP

    def _volume(self, pen: Pen, volume: Volume, rect: Rect) -> None:
        focused = self.spot(volume.name, rect, volume.do, scrolled=True)
        draw_volume(pen, volume, rect, self.app.backstage.words, focused=focused)

    def _volumes(self) -> list[Volume]:
        backstage = self.app.backstage
        by_id = {one.id: one for one in self._shelved}
        going_on = [
            Volume.going_on(kept, by_id.get(kept.header.scenario), backstage, self._resumer(kept))
            for kept in self._unfinished
        ]
        return going_on + [
            Volume.of(one, backstage.stamp(one.id), backstage, self._opener(one)) for one in self._shelved
        ]

    # ── what is pressed ─────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """Page keys move the focus too, or it would pull the shelf back."""
        super().act(deed)
        if deed.act in (Act.NEXT, Act.BEFORE, Act.FIRST, Act.LAST):
            self._focus_what_is_seen(last=deed.act in (Act.NEXT, Act.LAST))

    def _focus_what_is_seen(self, *, last: bool) -> None:
        """After a page is turned the focus is on a passbook that comes into view."""
        window = self._window
        if window is None:
            return
        moved = self.offset - self._drawn_offset
        seen = [
            spot
            for spot in self.spots
            if spot.scrolled
            and window[1] <= spot.rect[1] - moved
            and spot.rect[1] + spot.rect[3] - moved <= window[1] + window[3]
        ]
        if seen:
            self.focus = (seen[-1] if last else seen[0]).name

    def dropped(self, path: str) -> None:
        """A scenario dropped on the window is opened; a pack is taken in at the desk, which asks before."""
        from game.library.opening import PACK_ENDING  # noqa: PLC0415 (brings what the shelf does without)

        if path.lower().endswith(PACK_ENDING):
            self.app.go("desk")
            if self.app.screen is not None:
                self.app.screen.dropped(path)
        else:
            self._open(path)

    def _opener(self, one: "Shelved") -> Callable[[], None]:
        return lambda: self._open(str(one.path))

    def _open(self, file: str) -> None:
        open_or_tell(self.app, file)

    def _resumer(self, kept: "Kept") -> Callable[[], None]:
        def resume() -> None:
            try:
                self.app.backstage.resume(kept.file)
            except self.app.backstage.troubles as trouble:
                tell(self.app, self.app.backstage.explainer(trouble))
                return
            start_talking(self.app)

        return resume
