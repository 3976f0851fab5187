"""The room behind the customer and the table before them, drawn in SVG at native size, lit by the hour.

A place has a back (walls, window, street); where one sits, a table laid over the person's lap; across a
distance, a front of our own desk with an opening through which the person is seen.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import pygame

from game.screens.colours import Colour, mix
from game.screens.paint import document, picture
from game.screens.people.portrait import EYES_AT
from game.screens.places import furniture, rooms, rooms_afar, rooms_open, rooms_work, street
from game.screens.places.light import STAGE, TABLE_TOP, WHITE, Light, light_at
from game.screens.theme import Theme

SEATED: Final = frozenset({"meeting_room", "office", "clinic", "shop", "factory", "warehouse"})
"""Places with a table between us."""

_BACKS: Final[dict[str, Callable[[Light], str]]] = {
    "meeting_room": rooms.meeting_room,
    "office": rooms.office,
    "factory": rooms_work.factory,
    "clinic": rooms_open.clinic,
    "shop": rooms_open.shop,
    "warehouse": rooms_work.warehouse,
    "street": street.street,
    "phone": rooms_afar.phone,
    "video": rooms_afar.video,
}
_FRONTS: Final[dict[str, Callable[[Light, float, float], str]]] = {
    "phone": rooms_afar.phone_front,
    "video": rooms_afar.video_front,
}
AFAR: Final = frozenset(_FRONTS)
"""Places where the person is seen through an opening, and nothing of them lies on our desk."""

_TABLES: Final = {
    "meeting_room": (0x96, 0x72, 0x4E),
    "office": (0xA8, 0x8A, 0x62),
    "factory": (0x82, 0x86, 0x84),
    "clinic": (0xDC, 0xD8, 0xCA),
    "shop": (0x9A, 0x68, 0x40),
    "warehouse": (0x86, 0x72, 0x58),
}
_TOPS: Final = {"factory": "steel", "clinic": "plain"}

_WHOLE: Final = (0.0, 0.0, float(STAGE[0]), float(STAGE[1]))
_RIM: Final = 4
"""Units of a place that are drawn beyond the opening it is seen through, which no front leaves clear."""

_DRAWINGS: Final = 8
"""Drawings kept as text, about 10,000 letters each; pictures are remembered by their text."""


@lru_cache(maxsize=48)
def _lit(hour: float) -> Light:
    """Hours are drawn in halves, so that a meeting keeps its pictures while its clock goes on."""
    return light_at(round(hour * 2) / 2)


def back(
    theme: Theme, place: str, hour: float = 10.5, part: tuple[float, float, float, float] = _WHOLE
) -> pygame.Surface:
    """The place behind the person in native pixels, or a ``part`` of it; unknown: a meeting room.

    Left, top, width and height of ``part`` are units of the sheet.
    """
    return picture(_back_svg(place, _lit(hour), part), (theme.px(part[2]), theme.px(part[3])))


@lru_cache(maxsize=_DRAWINGS)
def _back_svg(place: str, light: Light, part: tuple[float, float, float, float]) -> str:
    return document(_BACKS.get(place, rooms.meeting_room)(light), part)


def table(theme: Theme, hour: float = 10.5, place: str = "meeting_room") -> pygame.Surface:
    """The table, on a transparent surface of the height from its far edge to the foot of the sheet."""
    size = (theme.px(STAGE[0]), theme.px(STAGE[1] - TABLE_TOP))
    return picture(_table_svg(place, _lit(hour)), size)


@lru_cache(maxsize=_DRAWINGS)
def _table_svg(place: str, light: Light) -> str:
    body = furniture.table_svg(light, _TABLES[place], _TOPS.get(place, "wood"))
    return document(body, (0, TABLE_TOP, STAGE[0], STAGE[1] - TABLE_TOP))


def front(theme: Theme, place: str, hour: float, eyes: tuple[float, float] = EYES_AT) -> pygame.Surface:
    """What lies before a person afar, ``STAGE`` units large; clear where the person at ``eyes`` is seen."""
    source = _front_svg(place, _lit(hour), round(eyes[0] - EYES_AT[0]), round(eyes[1] - EYES_AT[1]))
    return picture(source, (theme.px(STAGE[0]), theme.px(STAGE[1])))


@lru_cache(maxsize=_DRAWINGS)
def _front_svg(place: str, light: Light, dx: int, dy: int) -> str:
    return document(_FRONTS[place](light, dx, dy), (0, 0, *STAGE))


def tint(place: str, hour: float) -> Colour | None:
    """The colour of the light on somebody there; None where it is white. At night a street is blue."""
    light = _lit(hour)
    colour = light.people
    if place == "street":
        colour = mix(colour, (0x8C, 0x8E, 0xB0), 0.32 * light.dim)
    elif place == "video":
        colour = mix(colour, (0xEC, 0xF4, 0xFF), 0.5)
    return None if colour == WHITE else colour


def draw_back(
    surface: pygame.Surface,
    theme: Theme,
    place: str,
    hour: float = 10.5,
    eyes: tuple[float, float] = EYES_AT,
) -> None:
    """Draw the place at the left of the sheet; the person, their eyes at ``eyes``, follows."""
    part = _seen_afar(place, eyes) if place in AFAR else _WHOLE
    surface.blit(back(theme, place, hour, part), theme.at(part[0], part[1]))


def _seen_afar(place: str, eyes: tuple[float, float]) -> tuple[float, float, float, float]:
    """What is seen of a place through its front: kept whole it would take as much memory as a room."""
    dx, dy = round(eyes[0] - EYES_AT[0]), round(eyes[1] - EYES_AT[1])
    left, top, right, foot = rooms_afar.OPENINGS[place]
    # Whole native pixels at every size that windows usually have: nothing is then drawn between two.
    left, top = (math.floor((at - _RIM) / 4) * 4 for at in (left + dx, top + dy))
    right, foot = (math.ceil((at + _RIM) / 4) * 4 for at in (right + dx, foot + dy))
    left, top, right, foot = max(0, left), max(0, top), min(STAGE[0], right), min(STAGE[1], foot)
    return float(left), float(top), float(right - left), float(foot - top)


def draw_table(surface: pygame.Surface, theme: Theme, place: str, hour: float = 10.5) -> None:
    """Draw the table over the person's lap, where one sits; their arms follow."""
    if place in SEATED:
        surface.blit(table(theme, hour, place), theme.at(0, TABLE_TOP))
