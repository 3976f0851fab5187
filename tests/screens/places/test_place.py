from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.scenario import PLACES
from game.screens import paint
from game.screens.people import cast, moods, portrait
from game.screens.people.drawn_body import TABLE_Y
from game.screens.pictures import PICTURES
from game.screens.places import place
from game.screens.places.light import STAGE, light_at
from game.screens.places.opposite import draw_opposite, posed
from game.screens.theme import Theme

LOOK = Theme(Path("unused"), 0.5)
SIZE = (LOOK.px(STAGE[0]), LOOK.px(STAGE[1]))
HOURS = {"morning": 8.5, "noon": 12, "evening": 18, "night": 21}


def stage(name, hour, face=None, mood=moods.NEUTRAL, **more):
    """The left half of a talk, as an array of x, y, channel."""
    canvas = pygame.Surface(SIZE)
    draw_opposite(canvas, LOOK, name, hour, face, mood, **more)
    return pygame.surfarray.array3d(canvas).astype(np.int16)


def share_that_differs(one, other, by=24):
    """0–1 of the pixels that differ by more than ``by`` of 255 in some channel."""
    return float((np.abs(one - other) > by).any(axis=2).mean())


@settings(deadline=None)
@given(st.sampled_from(PLACES), st.floats(0, 24))
def test_every_place_is_drawn_at_every_hour(name, hour):
    back = place.back(LOOK, name, hour)
    assert back.get_size() == SIZE
    assert back.get_bounding_rect().size == SIZE


@pytest.mark.parametrize("hour", HOURS.values(), ids=HOURS)
def test_no_two_places_look_alike(hour):
    drawn = {name: stage(name, hour) for name in PLACES}
    for one, other in combinations(PLACES, 2):
        assert share_that_differs(drawn[one], drawn[other]) > 0.25, (one, other)


@pytest.mark.parametrize("name", PLACES)
def test_evening_and_night_look_another_than_noon(name):
    noon, evening, night = (stage(name, HOURS[at]) for at in ("noon", "evening", "night"))
    assert share_that_differs(noon, night) > 0.3
    assert share_that_differs(evening, night, by=12) > 0.3
    assert night.mean() < noon.mean() - 15


def test_an_unknown_place_is_a_meeting_room():
    assert place.back(LOOK, "moon", 9) is place.back(LOOK, "meeting_room", 9)


def test_lamps_are_lit_when_the_sun_is_gone():
    noon, night = light_at(12), light_at(22)
    assert noon.lamps == 0 < night.lamps
    assert not noon.night
    assert night.night
    assert night.beam == 0 < noon.beam
    assert light_at(23.9) == light_at(2) == night


@given(st.floats(0, 24))
def test_light_stays_within_its_ranges(hour):
    light = light_at(hour)
    assert all(0 <= share <= 1 for share in (light.beam, light.lamps, light.dim))
    assert all(
        0 <= channel <= 255 for colour in (light.zenith, light.horizon, light.wall) for channel in colour
    )


def test_the_table_lies_only_where_one_sits():
    bare = pygame.Surface((640, 360))
    for name in PLACES:
        drawn = bare.copy()
        place.draw_table(drawn, LOOK, name)
        changed = pygame.image.tobytes(drawn, "RGB") != pygame.image.tobytes(bare, "RGB")
        assert changed is (name in place.SEATED)
    assert {"phone", "video"} == place.AFAR
    assert not place.AFAR & place.SEATED


@pytest.mark.parametrize("name", sorted(place.AFAR))
def test_afar_a_person_is_seen_through_the_opening_only(name):
    face = cast.PEOPLE["kuroda"]
    empty, there = stage(name, 12), stage(name, 12, face, moods.MOODS["pleased"])
    columns, rows = np.nonzero((empty != there).any(axis=2))
    assert columns.size > 8000
    assert LOOK.px(100) < columns.min() <= columns.max() < LOOK.px(650)
    assert LOOK.px(60) < rows.min() <= rows.max() < LOOK.px(530)


@pytest.mark.parametrize("name", sorted(place.AFAR))
def test_the_opening_moves_with_the_person(name):
    shifted = place.front(LOOK, name, 12, (portrait.EYES_AT[0] - 20, portrait.EYES_AT[1] - 32))
    eyes = (LOOK.px(portrait.EYES_AT[0] - 20), LOOK.px(portrait.EYES_AT[1] - 32))
    assert shifted.get_at(eyes).a == 0
    corners = ((0, 0), (SIZE[0] - 1, 0), (0, SIZE[1] - 1), (SIZE[0] - 1, SIZE[1] - 1))
    assert all(shifted.get_at(corner).a == 255 for corner in corners)


def test_hands_fit_the_place():
    cold = moods.MOODS["cold"]
    assert cold.hands == "lap"
    assert posed(cold, "meeting_room") == cold
    assert posed(cold, "street") == replace(cold, hands="down")
    on_their_way = moods.blend(cold, moods.MOODS["angry"], 0.25)
    assert posed(on_their_way, "street") == replace(on_their_way, hands_from="down")
    assert all(posed(mood, "phone").hands == "receiver" for mood in moods.MOODS.values())


def test_a_video_call_lags_while_a_mood_passes_and_shows_it_whole_at_the_end():
    start, end = moods.NEUTRAL, moods.MOODS["surprised"]
    seen = [posed(moods.blend(start, end, n / 32), "video") for n in range(33)]
    assert seen[0] == start
    assert seen[-1] == end
    assert len(set(seen)) < 14
    assert len({posed(moods.blend(start, end, n / 32), "office") for n in range(33)}) == 33


@pytest.mark.parametrize("name", PLACES)
def test_blinking_and_breathing_show_everywhere(name):
    face = cast.PEOPLE["hirose"]
    still = stage(name, 12, face)
    assert share_that_differs(still, stage(name, 12, face, blink=1.0)) > 0.0005
    assert share_that_differs(still, stage(name, 12, face, breath=0.25), by=8) > 0.002


def test_one_talk_in_every_place_fits_the_memory_of_pictures():
    paint.forget_pictures()
    look = Theme(Path("unused"), 1.0)
    canvas = pygame.Surface((look.px(STAGE[0]), look.px(STAGE[1])))

    def draw(name):
        draw_opposite(canvas, look, name, 12, cast.PEOPLE["tanabe"], moods.NEUTRAL)

    draw("meeting_room")
    kept = place.back(look, "meeting_room", 12)
    for name in PLACES[1:3]:
        draw(name)
    assert place.back(look, "meeting_room", 12) is kept
    for name in PLACES * 3:
        draw(name)
    assert 0 < PICTURES.bytes <= PICTURES.most


@pytest.mark.parametrize("higher", [0, 32])
def test_a_person_goes_down_to_the_table_wherever_they_are_drawn(higher):
    """No strip of the wall shows between the trunk and the table's edge."""
    eyes = (portrait.EYES_AT[0], portrait.EYES_AT[1] - higher)
    person = cast.PEOPLE["fukuda"]
    cold = moods.MOODS["cold"]
    empty, there = (stage("office", 12, face, cold, eyes=eyes) for face in (None, person))
    edge = LOOK.px(portrait.EYES_AT[1] + TABLE_Y)
    middle = LOOK.px(eyes[0])
    assert (empty[middle, edge - 3 : edge] != there[middle, edge - 3 : edge]).any(axis=1).all()
