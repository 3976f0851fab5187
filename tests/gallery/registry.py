"""Every state of every screen by its name. A state is one short function that gives its window.

To add one, write in a file ``*_states.py`` of this folder::

    @state("talk")
    def talk_with_two_choices(booth):
        return talk(booth, table(2))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from zlib import crc32

from tests.gallery.booth import Booth, Look, a_home, other, still_days
from tests.screens.driving import Driver

Make = Callable[[Booth], Driver]


@dataclass(frozen=True, slots=True)
class State:
    """One state of a screen.

    ``moving``: a moment of a movement, with letters half-way up. ``meaning``: colours mean something
    here, so it is drawn with the colours for any colour vision, too. ``texts``: it has texts with places of
    their own (a sheet of portraits has none).
    """

    name: str
    group: str
    make: Make
    moving: bool = False
    meaning: bool = False
    texts: bool = True

    def drawn(self, home: Path, look: Look, surface_of=None) -> Driver:
        """The window with this state in it, drawn."""
        with still_days(), a_home(home / self.name):
            driver = self.make(Booth(home / self.name, look, surface_of))
            driver.round()
            driver.app.draw()
        return driver

    @property
    def reference(self) -> Look:
        """The one look its kept picture has; over all states every look comes up."""
        turn = crc32(self.name.encode())
        themes = [("normal", False), ("high", False)]
        if self.meaning:
            themes += [("normal", True), ("high", True)]
        contrast, safe = themes[turn // 2 % len(themes)]
        return other(Look(), lang=("ja", "en")[turn % 2], contrast=contrast, safe=safe)


_STATES: dict[str, State] = {}


def state(group: str, **parts: bool) -> Callable[[Make], Make]:
    """Marks a function as the state of its name."""

    def keep(make: Make) -> Make:
        add(group, make.__name__.replace("_", "-"), make, **parts)
        return make

    return keep


def add(group: str, name: str, make: Make, **parts: bool) -> None:
    """A state that is one of a row of alike ones."""
    assert name not in _STATES, f"two states are called {name}"
    _STATES[name] = State(name, group, make, **parts)


def states(only: Iterable[str] = ()) -> tuple[State, ...]:
    """All states in the order of their files, or those whose name or group contains one of these words."""
    for file in sorted(Path(__file__).parent.glob("*_states.py")):
        import_module(f"tests.gallery.{file.stem}")
    wanted = tuple(only)
    return tuple(
        each
        for each in _STATES.values()
        if not wanted or any(word in each.name or word == each.group for word in wanted)
    )
