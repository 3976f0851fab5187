"""The people one can sit across from, by portrait; and one drawn from the name for anybody else."""

from typing import Final

from game.screens.people.cast_floor import MEN_OF_THE_FLOOR
from game.screens.people.cast_men import MEN_OF_OFFICES
from game.screens.people.cast_women import WOMEN_OF_OFFICES
from game.screens.people.cast_women_trades import WOMEN_OF_TRADES
from game.screens.people.face import Face
from game.screens.people.strangers import drawn_from

__all__ = ["PEOPLE", "Face", "face_of"]

PEOPLE: Final[dict[str, Face]] = WOMEN_OF_OFFICES | WOMEN_OF_TRADES | MEN_OF_OFFICES | MEN_OF_THE_FLOOR
"""Everybody who is drawn, by the ``portrait`` of the format; the ids of ``core.portraits``."""


def face_of(portrait: str, name: str = "") -> Face:
    """The person of that ``portrait``; without one, or with one unknown here, a person drawn from the name.

    The same name is always the same person, on every computer.
    """
    return PEOPLE.get(portrait) or drawn_from(name or portrait)
