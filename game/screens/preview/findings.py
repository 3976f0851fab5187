"""What is wrong with the file while it is broken; it goes away by itself when the file is mended."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.entering import FindingsScreen
from game.screens.panel import Answer
from game.screens.stage import Host

if TYPE_CHECKING:
    from game.format.findings import Finding


class PreviewFindings(FindingsScreen):
    """Findings over a preview; ``look`` is called again and again, and lifts this when all is well.

    ``away`` leaves the preview.
    """

    def __init__(
        self,
        app: Host,
        file: Path,
        findings: "Sequence[Finding]",
        look: Callable[[float], float],
        away: Callable[[], None],
    ) -> None:
        super().__init__(app, file, findings)
        self._look = look
        self._away = away
        self.up = False
        """Whether it lies there."""

    def answers(self) -> list[Answer]:
        """Look at the last good version meanwhile, or leave."""
        words = self.app.backstage.words
        return [
            ("back", words("Show the last good version"), self.app.lift),
            ("quit", words("Close"), self._away),
        ]

    def enter(self) -> None:
        """Begin to look."""
        self.up = True
        self.app.wake()

    def leave(self) -> None:
        """It was put away."""
        self.up = False

    def tick(self, now: float) -> float | None:
        """Look whether the file was saved."""
        return self._look(now)

    def told(self, findings: "Sequence[Finding]") -> None:
        """The file was saved and is still broken."""
        self._findings = findings
        self.app.redraw()
