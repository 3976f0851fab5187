"""A person across the table, drawn from numbers: hair, trunk and head behind the table, the arms upon it.

``draw_body`` → the table (``place``) → ``draw_arms``. A person is four pictures laid over one another: the
hair behind, the trunk, the head, the arms. Each is made once for a face, a mood in sixteenths and a scale,
and remembered; a blink makes a head only, a breath trunk and arms, and after the first breath all are there.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pygame

from game.screens.colours import Colour
from game.screens.paint import cutout, document
from game.screens.people.drawn_arms import arms as drawn_arms
from game.screens.people.drawn_body import FLOOR, TABLE_Y, neck, trunk
from game.screens.people.drawn_clothes import clothes
from game.screens.people.drawn_face import features
from game.screens.people.drawn_hair import behind, crown, earrings, over, reach, shadow
from game.screens.people.drawn_head import skull
from game.screens.people.face import Face
from game.screens.people.moods import Mood, stepped
from game.screens.people.poses import highest, pose_of
from game.screens.pictures import Picture
from game.screens.theme import Theme

EYES_AT: Final = (376, 300)
"""Where on the sheet the point between the eyes of the customer lies; the table's far edge is then at 616."""

VIEW: Final = (-252, -200, 504, 620)
"""Left, top, width, height around the point between the eyes of all that a person may cover, in units."""

BLINK_STEPS: Final = 3
BREATH_STEPS: Final = 4
BREATH_UNITS: Final = 2.4
"""How far the shoulders rise in a breath; the head goes along by less."""

_LAYERS: Final = 64
"""How many drawings of each layer are kept as text; pictures are remembered by their text."""

_HEAD_RISES: Final = 0.6
_TOP: Final = 44
_NECK_Y: Final = 150
"""The hollow of the neck: what the head leans and grows about."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One of the pictures of a person: ``body`` in SVG, seen through left, top, width, height of ``view``."""

    body: str
    view: tuple[float, float, float, float]

    def drawn(self, theme: Theme, tint: Colour | None = None) -> Picture:
        """The layer on a transparent surface, in native pixels, in light of the colour ``tint``."""
        return cutout(document(self.body, self.view), (theme.px(self.view[2]), theme.px(self.view[3])), tint)


def _half(face: Face) -> int:
    """Half the width of the pictures of trunk and arms, elbows and their shadow on the table included."""
    return min(-VIEW[0], math.ceil((1.16 * face.shoulders + 17) * 1.05))


def _head_half(face: Face) -> int:
    """Half the width of the pictures of head and hair, the head held as far to a side as it ever is."""
    return math.ceil(1.09 * (122 * face.width / 76 + 16))


def _head_view(face: Face) -> tuple[float, float, float, float]:
    half = _head_half(face)
    return (-half, -crown(face), 2 * half, crown(face) + reach(face))


def _lean(mood: Mood) -> str:
    """Leaning in makes the trunk larger, about the table's edge."""
    return f'transform="translate(0 {TABLE_Y}) scale({_nearness(mood):.4f}) translate(0 {-TABLE_Y})"'


def _nearness(mood: Mood) -> float:
    return 1 + 0.045 * mood.near


def _carried(face: Face, mood: Mood) -> str:
    """How the head sits on the neck: nearer it is larger, and it comes forward and down."""
    neck_y = TABLE_Y + (_NECK_Y - TABLE_Y) * _nearness(mood) + 7 * mood.near
    size = 1 + 0.085 * mood.near
    tilt = mood.tilt + face.tilt
    return (
        f'transform="translate(0 {neck_y:.2f}) scale({size:.4f}) translate(0 {-_NECK_Y}) '
        f'rotate({tilt:.2f} 0 {face.chin_y:.0f}) translate({4 * mood.turn:.2f} {3 * mood.nod:.2f})"'
    )


def _rise(mood: Mood, breath: float) -> float:
    """How far the shoulders are lower than where they are drawn; raised ones are above 0."""
    return -2 - 7 * mood.shoulders - BREATH_UNITS * breath


@lru_cache(maxsize=_LAYERS)
def hair_layer(face: Face, mood: Mood) -> Layer | None:
    """What hangs behind the neck, behind the trunk; None where nothing does."""
    body = behind(face)
    if not body:
        return None
    return Layer(f"<g {_carried(face, mood)}>{body}</g>", _head_view(face))


@lru_cache(maxsize=_LAYERS)
def trunk_layer(face: Face, mood: Mood, breath: float = 0.0, foot: int = TABLE_Y + 8) -> Layer:
    """Trunk, neck and clothes, with arms that hang or lie under the table, down to ``foot``.

    ``breath`` 0 out to 1 in.
    """
    rise = _rise(mood, breath)
    under = drawn_arms(face, mood, under=True, rise=rise, breath=breath * BREATH_UNITS)
    body = (
        f'<g {_lean(mood)}><g transform="translate(0 {rise:.2f})">'
        f"{trunk(face)}{neck(face)}{clothes(face)}</g>{under}</g>"
    )
    return Layer(body, (-_half(face), _TOP, 2 * _half(face), foot - _TOP))


@lru_cache(maxsize=_LAYERS)
def head_layer(face: Face, mood: Mood, blink: float = 0.0) -> Layer:
    """The head with its face and the hair over it; ``blink`` 0 open to 1 closed."""
    body = (
        f"<g {_carried(face, mood)}>{skull(face, mood)}{shadow(face)}{features(face, mood, blink)}"
        f"{over(face)}{earrings(face)}</g>"
    )
    return Layer(body, _head_view(face))


@lru_cache(maxsize=_LAYERS)
def arms_layer(face: Face, mood: Mood, breath: float = 0.0, *, seated: bool = True) -> Layer | None:
    """Arms and hands before the table; None when they are under it."""
    rise = _rise(mood, breath)
    body = drawn_arms(face, mood, under=False, rise=rise, breath=breath * BREATH_UNITS, table=seated)
    if not body:
        return None
    top = math.floor(min(196.0, highest(pose_of(face, mood)))) - 8
    return Layer(f"<g {_lean(mood)}>{body}</g>", (-_half(face), top, 2 * _half(face), FLOOR - 20 - top))


def inhaled(breath: float) -> float:
    """How full the chest is at a phase of 0–1 of one breath: 0–1, in as many steps as are drawn."""
    return round((math.sin(breath * math.tau) + 1) / 2 * BREATH_STEPS) / BREATH_STEPS


def _closed(blink: float) -> float:
    return round(max(0.0, min(1.0, blink)) * BLINK_STEPS) / BLINK_STEPS


@dataclass(frozen=True, slots=True)
class Seat:
    """Where and how somebody is seen.

    ``eyes`` where on the sheet the point between the eyes lies · ``seated`` a table hides what is below it,
    and hands lie on it · ``tint`` the colour of the light on them; None: daylight.
    """

    eyes: tuple[float, float] = EYES_AT
    seated: bool = True
    tint: Colour | None = None

    @property
    def foot(self) -> int:
        """How far below the eyes they are seen: to the table's edge, or to the foot of the sheet."""
        return round(TABLE_Y + EYES_AT[1] - self.eyes[1]) + 8 if self.seated else FLOOR - 20


AT_TABLE: Final = Seat()


def _lay(surface: pygame.Surface, theme: Theme, layer: Layer | None, seat: Seat, up: int = 0) -> None:
    if layer is None:
        return
    x, y = theme.at(seat.eyes[0] + layer.view[0], seat.eyes[1] + layer.view[1])
    drawn = layer.drawn(theme, seat.tint)
    surface.blit(drawn.surface, (x + drawn.at[0], y + drawn.at[1] - up))


def draw_body(
    surface: pygame.Surface,
    theme: Theme,
    face: Face,
    mood: Mood,
    *,
    blink: float = 0.0,
    breath: float = 0.0,
    seat: Seat = AT_TABLE,
) -> None:
    """Draw hair, trunk and head; the table follows. ``blink`` 0 open to 1 closed · ``breath`` phase 0–1."""
    mood, full = stepped(mood), inhaled(breath)
    up = round(full * BREATH_UNITS * _HEAD_RISES * theme.scale)
    _lay(surface, theme, hair_layer(face, mood), seat, up)
    _lay(surface, theme, trunk_layer(face, mood, full, seat.foot), seat)
    _lay(surface, theme, head_layer(face, mood, _closed(blink)), seat, up)


def draw_arms(
    surface: pygame.Surface,
    theme: Theme,
    face: Face,
    mood: Mood,
    *,
    breath: float = 0.0,
    seat: Seat = AT_TABLE,
) -> None:
    """Draw arms and hands, after the table; hands lying on it are still while the shoulders rise."""
    _lay(surface, theme, arms_layer(face, stepped(mood), inhaled(breath), seated=seat.seated), seat)
