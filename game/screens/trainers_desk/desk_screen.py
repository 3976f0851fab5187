"""The desk: every scenario the trainer writes or has opened, each with its state."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.deskwork import chores
from game.deskwork.checking import Checked
from game.screens.desk import draw_paper, draw_wood
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP, MARGIN, SHEET
from game.screens.trainers_desk.desk_sheet import DeskSheet
from game.screens.trainers_desk.laying import open_on_desk
from game.screens.trainers_desk.new_scenario import NewScenarioScreen
from game.screens.trainers_desk.rows import SHARES, FileRow, draw_row, in_columns, row_height
from game.screens.trainers_desk.taking import chooser
from game.screens.trainers_desk.told import path_told, saved_told, state_told, translations_told

if TYPE_CHECKING:
    from game.deskwork.clerk import Task

LOOK: Final = 0.05
"""Seconds between two looks at what is being looked over."""

LIST: Final = 1.0
"""Seconds between two looks at which files there are."""

_PAD: Final = 3 * GAP


class DeskScreen(DeskSheet):
    """The files as rows on a sheet of paper, the one saved last at the top."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self._files: tuple[Path, ...] = ()
        self._task: Task | None = None
        self._list_at = 0.0

    def enter(self) -> None:
        """Look what there is; the meeting that was left, or previewed, is over."""
        self.app.instead.clear()
        self.app.backstage.close()
        self._list()

    def leave(self) -> None:
        """What was being looked over is given up."""
        self.app.backstage.bench.checker.stop()

    def relanguaged(self) -> None:
        """Findings are told in the other language."""
        self._list()

    def back(self) -> None:
        """To the shelf; nobody works beside the window there."""
        self.app.backstage.leave_desk()
        self.app.go("shelf")

    # ── the files ───────────────────────────────────────────────────────────────────────────────

    def _list(self) -> None:
        """See which files there are, and have those looked over of which nothing is known."""
        backstage = self.app.backstage
        bench = backstage.bench
        self._files = bench.files(backstage.settings.desk_files)
        unknown = [file for file in self._files if bench.known(file, backstage.lang) is None]
        self._list_at = self.app.clock() + LIST
        if unknown and (self._task is None or self._task.done):
            place = chores.Place.of(backstage.library, backstage.lang)
            self._task = bench.checker.ask(chores.survey, place, unknown)
        self.app.wake()
        self.app.redraw()

    def tick(self, now: float) -> float | None:
        """Hear what was found, look for other files, and take up what was dropped."""
        again = super().tick(now)
        if self.app.screen is not self:
            return again
        bench, lang = self.app.backstage.bench, self.app.backstage.lang
        bench.checker.look()
        if self._task is not None:
            for found in self._task.news():
                if isinstance(found, Checked):
                    bench.keep(found, lang)
                    self.app.redraw()
        if now >= self._list_at:
            before = self._files
            self._list_at = now + LIST
            if bench.files(self.app.backstage.settings.desk_files) != before or self._stale():
                self._list()
        busy = self._task is not None and not self._task.done
        wanted = now + LOOK if busy else self._list_at
        return wanted if again is None else min(again, wanted)

    def _stale(self) -> bool:
        """Whether a file was saved since it was looked over."""
        bench, lang = self.app.backstage.bench, self.app.backstage.lang
        idle = self._task is None or (self._task.done and self._task.trouble is None)
        return idle and any(bench.known(file, lang) is None for file in self._files)

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def compose(self, pen: Pen) -> None:
        """The head, and the sheet of rows below it."""
        words, app = self.app.backstage.words, self.app
        draw_wood(pen.surface, pen.theme)
        buttons = [
            ("new", words("New scenario"), lambda: app.lay_over(NewScenarioScreen(app))),
            ("open", words("Open …"), lambda: app.lay_over(chooser(app))),
            ("language", app.backstage.other_language, app.switch_language),
            ("settings", words("Settings"), lambda: app.go_over("settings")),
            ("help", words("Controls"), lambda: app.go_over("help")),
            ("shelf", words("Back to the shelf"), self.back),
        ]
        top = self.head(pen, words("Trainer's desk"), "", buttons, main="new")
        left, above, wide, tall = pen.theme.whole(pen.surface)
        with self.scrolling(pen, (left, top, wide, above + tall - top), on_wood=True) as y:
            end = self._paper(pen, y + 3 * GAP)
            hint = words("Drop a scenario (.yaml) or a pack (.zip) on this window to open it.")
            room = SHEET[0] - 2 * MARGIN
            end += 2 * GAP
            end += pen.write(hint, "small", pen.theme.colours.soft_on_wood, (MARGIN, end), room)
            self.content_ends(end + 2 * GAP)

    def begin_with(self) -> str | None:
        """The file saved last, or a new one."""
        return next((spot.name for spot in self.spots if spot.scrolled), "new")

    def _paper(self, pen: Pen, y: float) -> float:
        """The sheet with its rows; where it ends."""
        words, colours = self.app.backstage.words, pen.theme.colours
        x, width = float(MARGIN), float(SHEET[0] - 2 * MARGIN)
        inner = width - 2 * _PAD
        rows = [(file, self._row(file)) for file in self._files]
        heights = [row_height(pen, row, inner) for _, row in rows]
        nothing = words(
            "There is no scenario of yours yet. “New scenario” writes a small one that plays, "
            "with notes that explain how it is written; you make it your own."
        )
        heads = pen.line("small") + 0.75 * GAP if rows and in_columns(pen, inner) else 0.0
        tall = heads + sum(heights) if rows else pen.height(nothing, "body", inner)
        draw_paper(pen.surface, pen.theme, (x, y, width, tall + 2 * _PAD))
        x, y = x + _PAD, y + _PAD
        if not rows:
            return y + pen.write(nothing, "body", colours.ink, (x, y), inner) + _PAD
        if heads:
            self._heads(pen, (x, y, inner))
            y += heads
        for (file, row), height in zip(rows, heights, strict=True):
            rect = (x, y, inner, height)
            focused = self.spot(f"file:{file}", rect, self._opener(file), scrolled=True)
            draw_row(pen, row, rect, focused=focused)
            y += height
        return y + _PAD

    def _heads(self, pen: Pen, place: tuple[float, float, float]) -> None:
        words, colours, (x, y, width) = self.app.backstage.words, pen.theme.colours, place
        left, room = x + 2 * GAP, width - 3 * GAP
        heads = (words("Scenario"), words("State"), words("Translation"), words("Saved"))
        for share, head in zip(SHARES, heads, strict=True):
            pen.write(head, "small", colours.indigo, (left, y), share * room - GAP, face="bold")
            left += share * room
        tall = pen.line("small") + 0.75 * GAP
        pen.surface.fill(colours.indigo, pen.theme.rect((x, y + tall - 1.5, width, 1.5)))

    def _row(self, file: Path) -> FileRow:
        backstage = self.app.backstage
        words, bench = backstage.words, backstage.bench
        found = bench.known(file, backstage.lang)
        failed = self._task is not None and self._task.trouble is not None
        state, ink = state_told(found, words, failed=failed)
        where = file.name if bench.is_own(file) else f"{file.name}　{path_told(file.parent)}"
        if found is None:
            return FileRow(file.stem, where, state, ink, (), "")
        saved = saved_told(found.changed, words)
        return FileRow(found.title or file.stem, where, state, ink, translations_told(found, words), saved)

    def _opener(self, file: Path) -> Callable[[], None]:
        return lambda: open_on_desk(self.app, file)
