"""The room behind the customer and the table before them, drawn in SVG at native size, lit by the hour.

A place has a ``back`` (walls, window, street) and, where one sits, a ``table`` laid over the person's lap.
"""

from typing import Final

import pygame

from game.screens import rooms
from game.screens.paint import document, picture
from game.screens.rooms import STAGE, TABLE_TOP, light_at, table_svg
from game.screens.theme import Theme

SEATED: Final = frozenset({"meeting_room", "office", "clinic", "shop", "factory", "warehouse", "video"})


_PLACES: Final = {
    "meeting_room": rooms.meeting_room,
    "office": rooms.office,
    "phone": rooms.phone,
    "street": rooms.street,
}
_LIKE: Final = {
    "factory": "office",
    "warehouse": "office",
    "clinic": "meeting_room",
    "shop": "meeting_room",
    "video": "office",
}


def back(theme: Theme, place: str, hour: float = 10.5) -> pygame.Surface:
    """The place behind the person, ``STAGE`` units large in native pixels; hours are drawn in halves.

    A place without a drawing of its own is drawn as the nearest one that has it.
    """
    draw_it = _PLACES[_LIKE.get(place, place if place in _PLACES else "meeting_room")]
    source = document(draw_it(light_at(round(hour * 2) / 2)), (0, 0, *STAGE))
    return picture(source, (theme.px(STAGE[0]), theme.px(STAGE[1])))


def table(theme: Theme, hour: float = 10.5) -> pygame.Surface:
    """The table, on a transparent surface of the height from its far edge to the foot of the sheet."""
    high = STAGE[1] - TABLE_TOP
    source = document(table_svg(light_at(round(hour * 2) / 2)), (0, TABLE_TOP, STAGE[0], high))
    return picture(source, (theme.px(STAGE[0]), theme.px(high)))


def draw_back(surface: pygame.Surface, theme: Theme, place: str, hour: float = 10.5) -> None:
    """Draw the place at the left of the sheet; the person follows."""
    surface.blit(back(theme, place, hour), theme.at(0, 0))


def draw_table(surface: pygame.Surface, theme: Theme, place: str, hour: float = 10.5) -> None:
    """Draw the table over the person's lap, where one sits; their arms follow."""
    if place in SEATED:
        surface.blit(table(theme, hour), theme.at(0, TABLE_TOP))
