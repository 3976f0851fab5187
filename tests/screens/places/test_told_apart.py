"""Moods as they are seen in a talk: at 1280 × 720, the face only, whoever it is and wherever they are."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.screens.people import cast, moods
from game.screens.people.portrait import EYES_AT
from game.screens.places.light import STAGE
from game.screens.places.opposite import draw_opposite
from game.screens.theme import Theme

WINDOW = Theme.for_window(Path("unused"), (1280, 720))
FACE = (EYES_AT[0] - 85, EYES_AT[1] - 70, 170, 185)
"""From the brows to the chin, ear to ear, in units."""


def face(person, mood, place):
    """What is seen of the face in a talk, as an array of x, y, channel."""
    canvas = pygame.Surface((WINDOW.px(STAGE[0]), WINDOW.px(STAGE[1])))
    draw_opposite(canvas, WINDOW, place, 10.5, person, mood)
    return pygame.surfarray.array3d(canvas.subsurface(WINDOW.rect(FACE))).astype(np.int16)


@pytest.mark.parametrize("place", ["meeting_room", "phone"])
@pytest.mark.parametrize("name", [*cast.PEOPLE, "高橋 誠", "Nguyen Thi Lan"])
def test_every_mood_is_seen_in_the_face(name, place):
    """Of any two moods, at least 8 % of the pixels of the face differ plainly."""
    person = cast.face_of(name, name)
    drawn = {mood: face(person, numbers, place) for mood, numbers in moods.MOODS.items()}
    for one, other in combinations(drawn, 2):
        plainly = (np.abs(drawn[one] - drawn[other]) > 24).any(axis=2).mean()
        assert plainly > 0.08, (one, other)
