from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.portraits import CAST, PORTRAITS
from game.core.scenario import MOODS as MOODS_OF_THE_FORMAT
from game.screens import paint
from game.screens.motion import eased
from game.screens.people import cast, moods, portrait, poses
from game.screens.people.face import MAN, WOMAN
from game.screens.pictures import PICTURES
from game.screens.theme import Theme
from tests.authoring.stories import ROOT, reading

LOOK = Theme(Path("unused"), 0.5)
shares = st.floats(0, 1)
some_moods = st.sampled_from(list(moods.MOODS.values()))
faces = st.sampled_from(list(cast.PEOPLE.values())) | st.text(max_size=8).map(lambda n: cast.face_of("", n))


EYES = (280, 220)
"""Where the point between the eyes lies on the canvas, in units."""


def seen(face, mood, blink=0.0, breath=0.0):
    """The whole person before a wall, as an array of x, y, channel."""
    canvas = pygame.Surface((LOOK.px(560), LOOK.px(640)))
    canvas.fill((220, 210, 190))
    portrait.draw_body(canvas, LOOK, face, mood, blink=blink, breath=breath, seat=portrait.Seat(EYES))
    portrait.draw_arms(canvas, LOOK, face, mood, breath=breath, seat=portrait.Seat(EYES))
    return pygame.surfarray.array3d(canvas).astype(np.int16)


def head(face, mood, blink=0.0):
    """The head alone (what is above the shoulders, without hands)."""
    canvas = pygame.Surface((LOOK.px(560), LOOK.px(330)))
    canvas.fill((220, 210, 190))
    portrait.draw_body(canvas, LOOK, face, mood, blink=blink, seat=portrait.Seat(EYES))
    return pygame.surfarray.array3d(canvas).astype(np.int16)


def distance(one, other):
    """How many of the pixels differ plainly (by more than 24 of 255 in some channel)."""
    return int((np.abs(one - other) > 24).any(axis=2).sum())


def test_every_mood_of_the_format_is_drawn():
    assert set(moods.MOODS) == set(MOODS_OF_THE_FORMAT)
    assert moods.mood_of("never heard of") == moods.mood_of(None) == moods.MOODS["neutral"]


@pytest.mark.parametrize("name", list(cast.PEOPLE))
def test_moods_differ_in_the_face_itself(name):
    drawn = {mood: head(cast.PEOPLE[name], numbers) for mood, numbers in moods.MOODS.items()}
    for one, other in combinations(drawn, 2):
        assert distance(drawn[one], drawn[other]) > 1400, (one, other)


@pytest.mark.parametrize("mood", list(moods.MOODS))
def test_people_differ_in_every_mood(mood):
    drawn = {name: seen(face, moods.MOODS[mood]) for name, face in cast.PEOPLE.items()}
    for one, other in combinations(drawn, 2):
        assert distance(drawn[one], drawn[other]) > 6000, (one, other)


def test_faces_differ_without_their_clothes():
    drawn = {name: head(face, moods.NEUTRAL) for name, face in cast.PEOPLE.items()}
    for one, other in combinations(drawn, 2):
        assert distance(drawn[one], drawn[other]) > 2000, (one, other)


def test_the_cast_is_drawn_and_is_varied():
    assert set(PORTRAITS) == set(cast.PEOPLE)
    assert len(PORTRAITS) == len(set(PORTRAITS)) >= 18
    assert min(one.age for one in CAST) <= 25
    assert max(one.age for one in CAST) >= 65
    women = sum(one.woman for one in CAST)
    assert 2 / 5 < women / len(CAST) < 3 / 5
    for one in CAST:
        assert cast.PEOPLE[one.id].age == pytest.approx((one.age - 25) / 40, abs=0.25), one.id


def test_anybody_else_is_drawn_from_the_name():
    names = ["高橋 誠", "Smith", "鈴木 花子", "佐藤", "渡辺 健", "山本 恵"]
    drawn = [cast.face_of("", name) for name in names]
    assert len(set(drawn)) == len(names)
    assert drawn == [cast.face_of("", name) for name in names]
    assert cast.face_of("tanabe", "誰か") is cast.PEOPLE["tanabe"]
    assert cast.face_of("not drawn yet", "高橋 誠") == drawn[0]


@pytest.mark.parametrize(
    ("name", "woman"),
    [
        ("鈴木 花子", True),
        ("木村 さくら", True),
        ("渡辺　恵", True),
        ("高橋 誠", False),
        ("山本 一郎", False),
        ("Maria Garcia", True),
        ("Sofia Rossi", True),
    ],
)
def test_a_name_that_tells_is_heeded(name, woman):
    assert (cast.face_of("", name).lash == WOMAN.lash) is woman


def test_a_name_that_does_not_tell_is_left_to_chance():
    drawn = [cast.face_of("", f"Alex {n}").lash == WOMAN.lash for n in range(40)]
    assert 5 < sum(drawn) < 35
    assert cast.face_of("", "") == cast.face_of("", "")


@settings(max_examples=25, deadline=None)
@given(faces, some_moods, some_moods, shares, shares)
def test_anything_between_two_moods_can_be_drawn(face, one, other, share, blink):
    drawn = seen(face, moods.blend(one, other, share), blink, breath=share)
    rows = np.nonzero((drawn != drawn[0, 0]).any(axis=(0, 2)))[0]
    assert rows.max() - rows.min() > LOOK.px(400)


@given(some_moods, some_moods)
def test_a_blend_begins_and_ends_where_it_should(one, other):
    assert moods.blend(one, other, 0) == one
    end = moods.blend(one, other, 1)
    assert end.hands == other.hands
    assert end.mouth == pytest.approx(other.mouth)
    assert moods.stepped(end) == moods.stepped(other)


def test_a_mood_passes_by_small_steps():
    face, warm = cast.PEOPLE["tanabe"], moods.MOODS["warm"]
    frames = [head(face, moods.blend(moods.NEUTRAL, warm, eased(n / 8))) for n in range(9)]
    whole = distance(frames[0], frames[-1])
    assert all(distance(one, other) < whole for one, other in pairwise(frames))


@pytest.mark.parametrize("name", list(cast.PEOPLE))
def test_blinking_closes_the_eyes_and_nothing_else(name):
    face = cast.PEOPLE[name]
    opened, closed = head(face, moods.NEUTRAL), head(face, moods.NEUTRAL, 1.0)
    rows = np.nonzero((opened != closed).any(axis=(0, 2)))[0]
    eyes = LOOK.px(EYES[1])
    assert rows.size
    assert eyes - LOOK.px(30) < rows.min() <= rows.max() < eyes + LOOK.px(30)


def test_a_breath_lifts_the_shoulders_and_leaves_hands_on_the_table():
    face = cast.PEOPLE["eguchi"]
    out, full = seen(face, moods.NEUTRAL, breath=0.75), seen(face, moods.NEUTRAL, breath=0.25)
    rows = np.nonzero((np.abs(out - full) > 24).any(axis=(0, 2)))[0]
    shoulders, hands = LOOK.px(EYES[1] + 160), LOOK.px(EYES[1] + 352)
    assert shoulders in rows
    assert hands not in rows


def test_after_the_first_breath_no_picture_is_made_anew():
    face = cast.PEOPLE["eguchi"]
    for _ in range(2):
        for n in range(40):
            seen(face, moods.NEUTRAL, blink=n % 5 / 4, breath=n / 40)
    known = set(PICTURES)
    seen(face, moods.NEUTRAL, blink=0.4, breath=0.3)
    assert set(PICTURES) == known


@pytest.mark.parametrize("hands", ["open", "chin", "crossed", "lap", "heart", "ask", "raised"])
def test_hands_pass_from_pose_to_pose_without_a_jump(hands):
    """Elbows and wrists go from frame to frame by less than a third of a whole way of this length."""
    start, end = moods.NEUTRAL, replace(moods.NEUTRAL, hands=hands)
    face = cast.PEOPLE["tanabe"]
    ways = [poses.pose_of(face, moods.blend(start, end, n / 16)) for n in range(17)]
    joints = np.array([[xy for arm in pair for xy in (arm.elbow, arm.wrist)] for pair in ways])
    steps = np.linalg.norm(np.diff(joints, axis=0), axis=2)
    assert 0 < steps.max() < 32
    assert ways[0] == poses.pose_of(face, start)
    assert ways[-1] == poses.pose_of(face, end)


@given(some_moods, some_moods, some_moods, shares)
def test_hands_that_are_called_elsewhere_go_on_from_where_they_are(one, other, third, share):
    face = cast.PEOPLE["moriya"]
    cut = moods.blend(one, other, share)
    before, after = poses.pose_of(face, cut), poses.pose_of(face, moods.blend(cut, third, 0.001))
    for arm in (0, 1):
        assert after[arm].wrist == pytest.approx(before[arm].wrist, abs=2)
        assert after[arm].elbow == pytest.approx(before[arm].elbow, abs=2)


def test_near_moods_share_their_pictures():
    face = cast.PEOPLE["eguchi"]
    paint.forget_pictures()
    seen(face, moods.NEUTRAL)
    known = set(PICTURES)
    seen(face, replace(moods.NEUTRAL, mouth=moods.NEUTRAL.mouth + 0.01))
    assert len(known) >= 3
    assert set(PICTURES) == known


def layers(face, mood):
    """The pictures a person is laid together from, the trunk breathed in."""
    on_the_phone = replace(mood, hands="receiver")
    return {
        "hair": portrait.hair_layer(face, mood),
        "trunk": portrait.trunk_layer(face, mood, 1.0),
        "head": portrait.head_layer(face, mood),
        "arms": portrait.arms_layer(face, mood, 1.0),
        "receiver": portrait.arms_layer(face, on_the_phone, 1.0),
    }


@pytest.mark.parametrize("name", [*cast.PEOPLE, "高橋 誠", "John Miller", "山本 恵", "Amara Okafor"])
def test_no_picture_of_a_person_is_cut_at_its_edges(name):
    """But at the foot, where trunk and arms go on below the table or the sheet."""
    for mood in moods.MOODS.values():
        for kind, layer in layers(cast.face_of(name, name), mood).items():
            if layer is None:
                continue
            size = (LOOK.px(layer.view[2]), LOOK.px(layer.view[3]))
            whole = paint.picture(paint.document(layer.body, layer.view), size)
            there = pygame.surfarray.array_alpha(whole) > 24
            assert not there[0].any(), (kind, mood)
            assert not there[-1].any(), (kind, mood)
            assert not there[:, 0].any(), (kind, mood)
            if kind in {"hair", "head"}:
                assert not there[:, -1].any(), (kind, mood)
            left, top, width, height = layer.view
            assert portrait.VIEW[0] <= left
            assert left + width <= portrait.VIEW[0] + portrait.VIEW[2]
            assert portrait.VIEW[1] <= top
            assert top + height <= portrait.VIEW[1] + portrait.VIEW[3]


@pytest.mark.parametrize("name", ["三宅 悠", "Alex Kim"])
def test_a_portrait_says_what_the_name_does_not(name):
    woman, man = cast.face_of("woman", name), cast.face_of("man", name)
    assert (woman.lash, man.lash) == (WOMAN.lash, MAN.lash)
    assert cast.face_of("", name) in {woman, man}


@pytest.mark.parametrize("file", sorted((ROOT / "scenarios").glob("*.yaml")), ids=lambda file: file.stem)
def test_nobody_turns_into_somebody_else_when_the_language_is_switched(file):
    ja = reading(file.read_text("utf-8"))
    en = ja.in_language("en", file.with_suffix(".en.po").read_bytes())
    assert ja.scenario is not None
    assert en.scenario is not None
    seen = [
        [cast.face_of_person(one) for one in (told.customer, *told.people)]
        for told in (ja.scenario, en.scenario)
    ]
    assert seen[0] == seen[1]
    assert len(set(seen[0])) == len(seen[0])
