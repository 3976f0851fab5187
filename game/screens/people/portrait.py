"""A person across the table, drawn from numbers: the body behind the table, the arms upon it.

``draw_body`` → the table (``place``) → ``draw_arms``. Each picture is made once for a face, a mood in
sixteenths and a scale, and remembered; breathing moves the picture and makes no new one.
"""

import math
from typing import Final

import pygame

from game.screens.paint import document, picture
from game.screens.people.drawn_arms import on_table
from game.screens.people.drawn_body import TABLE_Y, neck, trunk
from game.screens.people.drawn_clothes import clothes
from game.screens.people.drawn_face import features, skull
from game.screens.people.drawn_hair import behind, over, shadow
from game.screens.people.face import Face
from game.screens.people.moods import Mood, stepped
from game.screens.theme import Theme

VIEW: Final = (-240, -220, 480, 640)
"""Left, top, width, height of a portrait around the point between the eyes, in design units."""

EYES_AT: Final = (376, 300)
"""Where on the sheet the point between the eyes of the customer lies; the table's far edge is then at 616."""

BLINK_STEPS: Final = 3
BREATH_UNITS: Final = 1.6


def body_svg(face: Face, mood: Mood, blink: float = 0.0) -> str:
    """The SVG document of head and trunk."""
    head = f"rotate({mood.tilt:.2f} 0 {face.chin_y:.0f})"
    rise = -8 - 7 * mood.shoulders
    face_shift = f"translate({2.5 * mood.turn:.2f} {2.5 * mood.nod:.2f})"
    body = (
        f"<g {_lean(mood)}>"
        f'<g transform="{head} {face_shift}">{behind(face)}</g>'
        f'<g transform="translate(0 {rise:.2f})">{trunk(face)}{neck(face)}{clothes(face)}</g>'
        f'<g transform="{head} {face_shift}">{skull(face, mood)}{shadow(face)}{features(face, mood, blink)}'
        f"{over(face)}{_earrings(face)}</g></g>"
    )
    return document(body, VIEW)


def arms_svg(face: Face, mood: Mood) -> str:
    """The SVG document of arms and hands; they lie on the table."""
    return document(f"<g {_lean(mood)}>{on_table(face, mood)}</g>", VIEW)


def _lean(mood: Mood) -> str:
    """Leaning in makes the person larger, about the table's edge."""
    lean = 1 + 0.035 * mood.near
    return f'transform="translate(0 {TABLE_Y}) scale({lean:.4f}) translate(0 {-TABLE_Y})"'


def _earrings(face: Face) -> str:
    if not face.earrings or face.hair != "bun":
        return ""
    x = face.width + 4
    return "".join(
        f'<circle cx="{side * x:.0f}" cy="38" r="4.2" fill="#e9dcc0" stroke="#8a7a58" stroke-width="1.4"/>'
        for side in (-1, 1)
    )


def _size(theme: Theme) -> tuple[int, int]:
    return theme.px(VIEW[2]), theme.px(VIEW[3])


def body(theme: Theme, face: Face, mood: Mood, blink: float = 0.0) -> pygame.Surface:
    """Head and trunk on a transparent surface; ``blink`` 0 open to 1 closed, drawn in thirds."""
    closed = round(max(0.0, min(1.0, blink)) * BLINK_STEPS) / BLINK_STEPS
    return picture(body_svg(face, stepped(mood), closed), _size(theme))


def arms(theme: Theme, face: Face, mood: Mood) -> pygame.Surface:
    """Arms and hands on a transparent surface of the same size."""
    return picture(arms_svg(face, stepped(mood)), _size(theme))


def breath_offset(theme: Theme, breath: float) -> int:
    """Native pixels the trunk rises at ``breath``, a phase of 0–1 of one breath."""
    return round((math.sin(breath * math.tau) + 1) / 2 * BREATH_UNITS * theme.scale)


def _corner(theme: Theme, eyes: tuple[float, float]) -> tuple[int, int]:
    return theme.at(eyes[0] + VIEW[0], eyes[1] + VIEW[1])


def draw_body(
    surface: pygame.Surface,
    theme: Theme,
    face: Face,
    mood: Mood,
    *,
    blink: float = 0.0,
    breath: float = 0.0,
    eyes: tuple[float, float] = EYES_AT,
) -> None:
    """Draw head and trunk with the point between the eyes at ``eyes`` on the sheet; the table follows."""
    x, y = _corner(theme, eyes)
    surface.blit(body(theme, face, mood, blink), (x, y - breath_offset(theme, breath)))


def draw_arms(
    surface: pygame.Surface,
    theme: Theme,
    face: Face,
    mood: Mood,
    *,
    breath: float = 0.0,
    eyes: tuple[float, float] = EYES_AT,
) -> None:
    """Draw arms and hands, after the table; on it they are still, a hand at the chin breathes along."""
    x, y = _corner(theme, eyes)
    still = mood.hands in {"clasped", "open"}
    surface.blit(arms(theme, face, mood), (x, y if still else y - breath_offset(theme, breath)))
