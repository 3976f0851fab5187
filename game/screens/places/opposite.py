"""The customer in their place, whole: room, person, table or telephone, each covering what lies behind it."""

from dataclasses import replace

import pygame

from game.screens.people.face import Face
from game.screens.people.moods import Mood, halting, standing
from game.screens.people.portrait import EYES_AT, Seat, draw_arms, draw_body
from game.screens.places.place import AFAR, SEATED, draw_back, draw_table, front, tint
from game.screens.theme import Theme


def posed(mood: Mood, place: str) -> Mood:
    """The mood with the hands that the place allows.

    On a call one holds the receiver; a video call lags; who stands has no lap.
    """
    if place == "phone":
        return replace(mood, hands="receiver", hands_from=None, way=1.0)
    if place == "video":
        return halting(mood)
    return mood if place in SEATED else standing(mood)


def draw_opposite(  # noqa: PLR0917 - where, who, how: the same six everywhere
    surface: pygame.Surface,
    theme: Theme,
    place: str,
    hour: float,
    face: Face | None,
    mood: Mood,
    *,
    blink: float = 0.0,
    breath: float = 0.0,
    eyes: tuple[float, float] = EYES_AT,
) -> None:
    """Draw the left half of a talk.

    ``hour`` 0–24 of the scenario · ``face`` None: nobody is there · ``blink`` 0 open to 1 closed ·
    ``breath`` phase 0–1 of one breath · ``eyes`` where on the sheet the point between their eyes lies.
    """
    draw_back(surface, theme, place, hour, eyes)
    pose, seat = posed(mood, place), Seat(eyes, place in SEATED, tint(place, hour))
    if face is not None:
        draw_body(surface, theme, face, pose, blink=blink, breath=breath, seat=seat)
    draw_table(surface, theme, place, hour)
    if face is not None:
        draw_arms(surface, theme, face, pose, breath=breath, seat=seat)
    if place in AFAR:
        surface.blit(front(theme, place, hour, eyes), theme.at(0, 0))
