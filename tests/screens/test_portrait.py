from itertools import combinations, pairwise
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.scenario import MOODS as MOODS_OF_THE_FORMAT
from game.core.scenario import PLACES
from game.screens import moods, people, place, portrait, rooms
from game.screens.paint import forget_pictures
from game.screens.theme import Theme

LOOK = Theme(Path("unused"), 0.5)
shares = st.floats(0, 1)
some_moods = st.sampled_from(list(moods.MOODS.values()))
faces = st.sampled_from(list(people.PEOPLE.values())) | st.text(max_size=8).map(
    lambda n: people.face_of("", n)
)


def seen(face, mood, blink=0.0):
    """Body and arms on one opaque surface, as bytes."""
    canvas = pygame.Surface((LOOK.px(portrait.VIEW[2]), LOOK.px(portrait.VIEW[3])))
    canvas.fill((220, 210, 190))
    canvas.blit(portrait.body(LOOK, face, mood, blink), (0, 0))
    canvas.blit(portrait.arms(LOOK, face, mood), (0, 0))
    return pygame.image.tobytes(canvas, "RGB")


def head(face, mood, blink=0.0):
    """The head alone (what is above the shoulders), as bytes."""
    whole = portrait.body(LOOK, face, mood, blink)
    cut = whole.subsurface((0, 0, whole.get_width(), LOOK.px(330)))
    canvas = pygame.Surface(cut.get_size())
    canvas.fill((220, 210, 190))
    canvas.blit(cut, (0, 0))
    return pygame.image.tobytes(canvas, "RGB")


def distance(one, other):
    """How many of the pixels differ plainly (by more than 24 of 255 in some channel)."""
    pairs = zip(one, other, strict=True)
    plain = [abs(a - b) > 24 for a, b in pairs]
    return sum(any(plain[at : at + 3]) for at in range(0, len(plain), 3))


def test_every_mood_of_the_format_is_drawn():
    assert set(moods.MOODS) == set(MOODS_OF_THE_FORMAT)
    assert moods.mood_of("never heard of") == moods.mood_of(None) == moods.MOODS["neutral"]


@pytest.mark.parametrize("name", list(people.PEOPLE))
def test_moods_differ_in_the_face_itself(name):
    drawn = {mood: head(people.PEOPLE[name], numbers) for mood, numbers in moods.MOODS.items()}
    for one, other in combinations(drawn, 2):
        assert distance(drawn[one], drawn[other]) > 250, (one, other)


def test_people_differ():
    drawn = {name: seen(face, moods.NEUTRAL) for name, face in people.PEOPLE.items()}
    assert len(drawn) >= 6
    for one, other in combinations(drawn, 2):
        assert distance(drawn[one], drawn[other]) > 4000, (one, other)


def test_anybody_else_is_drawn_from_the_name():
    names = ["高橋 誠", "Smith", "鈴木 花子", "佐藤", "渡辺 健", "山本 恵"]
    drawn = [people.face_of("", name) for name in names]
    assert len(set(drawn)) == len(names)
    assert drawn == [people.face_of("", name) for name in names]
    assert people.face_of("tanabe", "誰か") is people.PEOPLE["tanabe"]
    assert people.face_of("not drawn yet", "高橋 誠") == drawn[0]


@settings(max_examples=25, deadline=None)
@given(faces, some_moods, some_moods, shares, shares)
def test_anything_between_two_moods_can_be_drawn(face, one, other, share, blink):
    picture = portrait.body(LOOK, face, moods.blend(one, other, share), blink)
    assert picture.get_bounding_rect().height > LOOK.px(400)
    portrait.arms(LOOK, face, moods.blend(one, other, share))


@given(some_moods, some_moods)
def test_a_blend_begins_and_ends_where_it_should(one, other):
    assert moods.blend(one, other, 0) == one
    end = moods.blend(one, other, 1)
    assert end.hands == other.hands
    assert end.mouth == pytest.approx(other.mouth)
    assert moods.stepped(end) == moods.stepped(other)


@given(shares)
def test_easing_stays_on_its_way(share):
    assert 0 <= moods.eased(share) <= 1
    assert moods.eased(share) + moods.eased(1 - share) == pytest.approx(1)


def test_a_mood_passes_by_small_steps():
    face, warm = people.PEOPLE["tanabe"], moods.MOODS["warm"]
    frames = [head(face, moods.blend(moods.NEUTRAL, warm, moods.eased(n / 8))) for n in range(9)]
    whole = distance(frames[0], frames[-1])
    assert all(distance(one, other) < whole for one, other in pairwise(frames))


def test_blinking_closes_the_eyes_and_nothing_else():
    face = people.PEOPLE["tanabe"]
    opened, closed = head(face, moods.NEUTRAL), head(face, moods.NEUTRAL, 1.0)
    changed = [at // 3 for at, (a, b) in enumerate(zip(opened, closed, strict=True)) if a != b]
    width = LOOK.px(portrait.VIEW[2])
    rows = [pixel // width for pixel in changed]
    eyes = LOOK.px(-portrait.VIEW[1])
    assert changed
    assert eyes - LOOK.px(30) < min(rows) <= max(rows) < eyes + LOOK.px(30)


def test_breathing_moves_a_pixel_or_two_and_makes_no_new_picture():
    look = Theme(Path("unused"), 1.5)
    offsets = [portrait.breath_offset(look, n / 20) for n in range(20)]
    assert 0 <= min(offsets) < max(offsets) <= 3
    face = people.PEOPLE["eguchi"]
    assert portrait.body(LOOK, face, moods.NEUTRAL) is portrait.body(LOOK, face, moods.NEUTRAL)


@settings(deadline=None)
@given(st.sampled_from(PLACES), st.floats(0, 24))
def test_every_place_is_drawn_at_every_hour(name, hour):
    back = place.back(LOOK, name, hour)
    assert back.get_size() == (334, 360)
    assert back.get_bounding_rect().size == back.get_size()


def test_the_light_follows_the_hour():
    night, noon = rooms.light_at(2), rooms.light_at(12)
    assert sum(night.zenith) < sum(noon.zenith)
    assert rooms.light_at(23.9) == night
    forget_pictures()
    assert pygame.image.tobytes(place.back(LOOK, "office", 9), "RGB") != pygame.image.tobytes(
        place.back(LOOK, "office", 20), "RGB"
    )


def test_the_table_lies_only_where_one_sits():
    bare = pygame.Surface((640, 360))
    for name in PLACES:
        drawn = bare.copy()
        place.draw_table(drawn, LOOK, name)
        changed = pygame.image.tobytes(drawn, "RGB") != pygame.image.tobytes(bare, "RGB")
        assert changed is (name in place.SEATED)
