"""The preview: the talk of the file as it is saved, with balance and entries shown, and tools above it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pygame

from game.authoring.state_told import state_rows
from game.screens.hands import Act, Deed
from game.screens.key_names import named
from game.screens.pen import Box
from game.screens.preview.desk import Loaded, PreviewDesk
from game.screens.preview.findings import PreviewFindings
from game.screens.preview.papers import ScenesPaper, StatePaper
from game.screens.preview.told import lost_told, unclear_told
from game.screens.stage import Host, Point, Screen
from game.screens.talk.talk import TalkScreen
from game.screens.theme import GAP, SHEET
from game.screens.trouble import Slip, TroubleScreen

if TYPE_CHECKING:
    from game.screens.theme import Rect, Theme

LOOK: Final = 0.1
"""Seconds between two looks at the file: it is shown well within 200 ms of being saved."""

_DEEDS: Final = {Act.RESTART: "restart", Act.STATE: "state", Act.SCENES: "scenes", Act.UNDO: "undo"}


class PreviewScreen(TalkScreen):
    """A meeting that is played from a file while it is written; nothing of it is kept."""

    def __init__(self, app: Host, desk: PreviewDesk) -> None:
        self.desk = desk
        super().__init__(app)
        self._tools: list[tuple[str, Rect]] = []
        self._bar: tuple[Box, ...] = ()
        self._findings: PreviewFindings | None = None

    # ── the file ────────────────────────────────────────────────────────────────────────────────

    def look(self, now: float) -> float:
        """Read the file if it was saved; when to look again."""
        if self.desk.saved():
            self.load()
        return now + LOOK

    def load(self) -> None:
        """Read the file and show what came of it: the same place, or why not."""
        self.desk.path = self.play.meeting.path
        loaded = self.desk.load()
        if loaded.play is None:
            self._broken(loaded)
            return
        self.app.backstage.play = loaded.play
        shown = PreviewScreen(self.app, self.desk)
        self.app.show(shown)
        if loaded.lost is not None:
            tell(self.app, lost_told(loaded.lost, self.app.backstage))

    def _broken(self, loaded: Loaded) -> None:
        if loaded.unclear is not None:
            tell(self.app, unclear_told(loaded.unclear, self.app.backstage))
        elif loaded.trouble is not None:
            tell(self.app, self.app.backstage.explainer(loaded.trouble))
        elif self._findings is not None and self._findings.up:
            self._findings.told(loaded.findings)
        else:
            leave = self.desk.leave or self.app.quit
            self._findings = PreviewFindings(self.app, self.desk.file, loaded.findings, self.look, leave)
            self.app.lay_over(self._findings)

    def relanguaged(self) -> None:
        """The file in the other language."""
        self.load()

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """The tools of the preview; the rest is the talk's."""
        if deed.act in _DEEDS and not deed.repeated:
            self._do(_DEEDS[deed.act])
        else:
            super().act(deed)

    def press(self, at: Point) -> None:
        """A tool of the bar, or the talk."""
        for name, (x, y, width, height) in self._tools:
            if x <= at[0] < x + width and y <= at[1] < y + height:
                self._do(name)
                return
        super().press(at)

    def _do(self, name: str) -> None:
        match name:
            case "restart":
                self._begin(self.desk.scene)
            case "undo":
                self.play.go_on_from(self.play.meeting.path[:-1])
                self.load()
            case "state":
                self.app.lay_over(StatePaper(self.app, self._state))
            case "scenes":
                self.app.lay_over(ScenesPaper(self.app, self.desk.scenes(), self._begin))

    def _state(self) -> list[tuple[str, str]]:
        return state_rows(self.play.game, self.play.meeting.path, self.app.backstage.words)

    def _begin(self, scene: str | None) -> None:
        self.desk.scene = scene
        self.play.go_on_from(())
        self.load()

    def _keep_read(self) -> None:
        self.flow.newly_read = []

    # ── time and picture ────────────────────────────────────────────────────────────────────────

    def tick(self, now: float) -> float | None:
        """The talk goes on; the file is looked at."""
        again = self.look(now)
        if self.app.backstage.play is not self.play:
            return again  # another screen has taken its place
        talk = super().tick(now)
        return again if talk is None else min(talk, again)

    def boxes(self) -> tuple[Box, ...]:
        """Where the texts of the last drawing stand."""
        return (*super().boxes(), *self._bar)

    def draw(self, surface: pygame.Surface, theme: "Theme") -> None:
        """The talk, and the bar over its foot."""
        super().draw(surface, theme)
        self._draw_bar(surface, theme)

    def _draw_bar(self, surface: pygame.Surface, theme: "Theme") -> None:
        """The file's name and the tools, in a bar along the upper edge."""
        pen, words, colours = self.app.pen.on(surface), self.app.backstage.words, theme.colours
        small = 1400 / theme.text_percent  # an author's tool: it leaves the talk the room it has
        tall = pen.line(small) + 0.75 * GAP
        surface.fill(colours.deep_wood, theme.rect((0, 0, SHEET[0], tall)))
        labels = [
            (Act.UNDO, words("One choice back")),
            (Act.SCENES, words("Scenes")),
            (Act.STATE, words("State")),
            (Act.RESTART, words("From the beginning")),
        ]
        x = SHEET[0] - 2.0 * GAP
        self._tools = []
        for act, what in labels:
            name, label = _DEEDS[act], f"{named(self.app.bindings, 'keys', act, words)} {what}".strip()
            wide = pen.width(label, small)
            x -= wide
            pen.write(label, small, colours.soft_on_wood, (x, 3), wide + 1)
            self._tools.append((name, (x - GAP, 0, wide + 2 * GAP, tall)))
            x -= 3 * GAP
        room = max(60.0, x - 2 * GAP)
        title = words("Preview: {file}", file=self.desk.file.name)
        pen.write(title, small, colours.on_wood, (2 * GAP, 3), room)
        self._bar = tuple(pen.boxes)


def tell(app: Host, told: Callable[[], str]) -> None:
    """Say something in a slip over the preview."""
    words = app.backstage.said
    app.lay_over(Slip(app, words("Preview"), [told], [("close", words("Close"), lambda: None)]))


def first_preview(app: Host, desk: PreviewDesk) -> None:
    """Show the preview, or what keeps the file from being played; it is looked at until it can be."""
    app.show(preview_screen(app, desk))


def preview_screen(app: Host, desk: PreviewDesk) -> Screen:
    """The preview from its beginning, or what keeps the file from being played."""
    desk.path = ()
    loaded = desk.load()
    if loaded.play is not None:
        app.backstage.play = loaded.play
        return PreviewScreen(app, desk)
    words = app.backstage.said
    if loaded.findings:
        return WaitingForTheFile(app, desk, loaded)
    told = (
        unclear_told(loaded.unclear, app.backstage)
        if loaded.unclear is not None
        else app.backstage.explainer(loaded.trouble or LookupError())
    )
    leave = desk.leave or app.quit
    return TroubleScreen(app, words("Preview"), [told], [("close", words("Close"), leave)], leave)


class WaitingForTheFile(PreviewFindings):
    """A file that was broken from the beginning: its findings, until it can be played."""

    def __init__(self, app: Host, desk: PreviewDesk, loaded: Loaded) -> None:
        super().__init__(app, desk.file, loaded.findings, self._look_again, self.back)
        self._desk = desk

    def answers(self) -> list[tuple[str, str, Callable[[], None]]]:
        """There is nothing to show yet."""
        return [("quit", self.app.backstage.words("Close"), self.back)]

    def back(self) -> None:
        """Leaving is closing the window, or going back to where it was begun."""
        (self._desk.leave or self.app.quit)()

    def relanguaged(self) -> None:
        """The findings in the other language."""
        first_preview(self.app, self._desk)

    def _look_again(self, now: float) -> float:
        if self._desk.saved():
            first_preview(self.app, self._desk)
        return now + LOOK
