"""The people one can sit across from, by portrait; and one drawn from the name for anybody else."""

from typing import TYPE_CHECKING, Final

from game.core.portraits import MAN, WOMAN
from game.screens.people.cast_floor import MEN_OF_THE_FLOOR
from game.screens.people.cast_men import MEN_OF_OFFICES
from game.screens.people.cast_women import WOMEN_OF_OFFICES
from game.screens.people.cast_women_trades import WOMEN_OF_TRADES
from game.screens.people.face import Face
from game.screens.people.strangers import drawn_from

if TYPE_CHECKING:
    from game.core.scenario import Person

__all__ = ["PEOPLE", "Face", "face_of", "face_of_person"]

PEOPLE: Final[dict[str, Face]] = WOMEN_OF_OFFICES | WOMEN_OF_TRADES | MEN_OF_OFFICES | MEN_OF_THE_FLOOR
"""Everybody who is drawn, by the ``portrait`` of the format; the ids of ``core.portraits``."""


def face_of(portrait: str, name: str = "") -> Face:
    """The person of that ``portrait``; without one, or with one unknown here, a person drawn from the name.

    The portraits "woman" and "man" say what the name may not tell. The same name is always the same person,
    on every computer.
    """
    if portrait in {WOMAN, MAN}:
        return drawn_from(name or portrait, woman=portrait == WOMAN)
    return PEOPLE.get(portrait) or drawn_from(name or portrait)


def face_of_person(person: "Person") -> Face:
    """Somebody of a scenario; they look the same in every language."""
    return face_of(person.portrait, person.written or person.name)
