"""What the trainer's desk has at hand, found when somebody first sits down there."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.deskwork.bench import Bench
    from game.library import Library


class AtDesk:
    """Whoever has a library can sit down at the desk."""

    library: "Library"

    @cached_property
    def bench(self) -> "Bench":
        """What the desk has at hand."""
        from game.deskwork.bench import Bench  # noqa: PLC0415 (brings what a trainee does without)

        return Bench(self.library)

    def leave_desk(self) -> None:
        """Nobody works at the desk any more: nothing goes on beside the window."""
        if "bench" in self.__dict__:
            self.bench.close()
