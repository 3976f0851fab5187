"""The papers of a preview: the whole state, and the scenes to go to."""

from collections.abc import Callable, Sequence

from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP


class StatePaper(Panel):
    """Everything behind the scene, by name."""

    wide = 720

    def __init__(self, app: Host, rows: Callable[[], Sequence[tuple[str, str]]]) -> None:
        super().__init__(app)
        self._rows = rows

    def heading(self) -> str:
        """What it is."""
        return self.app.backstage.words("State")

    def answers(self) -> list[Answer]:
        """Nothing but to put it away."""
        return [("close", self.app.backstage.words("Close"), self.back)]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """A row each: the name, and the value beside it."""
        colours = pen.theme.colours
        for name, value in self._rows():
            own = pen.write(name, "body", colours.soft_ink, (x, y), 0.56 * width)
            own = max(own, pen.write(value, "body", colours.ink, (x + 0.58 * width, y), 0.42 * width))
            y += own + 0.5 * GAP
            pen.surface.fill(colours.rule, pen.theme.rect((x, y - 0.25 * GAP, width, 1)))
        return y


class ScenesPaper(Panel):
    """Every scene, to begin at."""

    wide = 720

    def __init__(
        self, app: Host, scenes: Sequence[tuple[str, str]], begin: Callable[[str | None], None]
    ) -> None:
        super().__init__(app)
        self._scenes = scenes
        self._begin = begin

    def heading(self) -> str:
        """What is chosen here."""
        return self.app.backstage.words("Begin at a scene")

    def answers(self) -> list[Answer]:
        """The beginning of the story, or nothing."""
        words = self.app.backstage.words
        return [
            ("start", words("From the beginning"), lambda: self._go(None)),
            ("close", words("Close"), self.back),
        ]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """A button for each, in the order of the file."""
        buttons = [(f"scene:{name}", title, self._goer(name)) for name, title in self._scenes]
        return y + self.row_of_buttons(pen, buttons, (x, y, width), scrolled=True) + GAP

    def _goer(self, name: str) -> Callable[[], None]:
        return lambda: self._go(name)

    def _go(self, name: str | None) -> None:
        self.app.lift()
        self._begin(name)
