"""A list of what was to be heard, for tests: the same requests as a speaker gets, and no device."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from game.screens.sound.sound import Kind, Sound, Thing

if TYPE_CHECKING:
    from game.screens.sound.voice import Voice


class Noted(NamedTuple):
    """One sound: when (seconds of the app's clock), of which kind, and its name.

    The name of a voice is ``voice.id`` with its variant: ``tanabe/2``; that of silence in a room is "".
    """

    at: float
    kind: Kind
    name: str


class Heard(Sound):
    """Keeps everything that would be heard, in order."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self.all: list[Noted] = []

    def of(self, kind: Kind) -> list[str]:
        """The names of one kind, in order."""
        return [each.name for each in self.all if each.kind == kind]

    def clear(self) -> None:
        """Forget what was heard so far."""
        self.all = []

    def _thing(self, thing: Thing, take: int) -> None:  # noqa: ARG002 - a thing is a thing
        self._note("thing", thing)

    def _voice(self, voice: "Voice", variant: int) -> None:
        self._note("voice", f"{voice.id}/{variant}")

    def _room(self, place: str | None) -> None:
        self._note("room", place or "")

    def _note(self, kind: Kind, name: str) -> None:
        self.all.append(Noted(self.clock(), kind, name))
