"""The gallery itself: nothing depends on the clock, every look comes up, the page has every picture."""

import pytest

from tests.gallery.__main__ import main
from tests.gallery.booth import Look
from tests.gallery.drawing import draw_gallery, looks_of
from tests.gallery.registry import states

ALL = states()


MOVING = [each for each in ALL if each.moving]


@pytest.mark.parametrize("one", MOVING, ids=[each.name for each in MOVING])
def test_a_moment_of_a_movement_is_drawn_twice_alike(one, tmp_path):
    look = one.reference
    first = one.drawn(tmp_path, look).pixels()
    assert first == one.drawn(tmp_path, look).pixels()


def test_over_all_states_every_look_comes_up():
    looks = {(look.lang, look.contrast, look.safe) for look in (each.reference for each in ALL)}
    assert len(looks) == 8


def test_the_gallery_is_a_page_with_a_picture_for_every_look(tmp_path):
    (one,) = states(["shelf-empty"])
    page = draw_gallery(tmp_path, (one,))
    text = page.read_text("utf-8")
    assert len(list(looks_of(one))) == 12
    for look in looks_of(one):
        assert (tmp_path / f"{one.name}.{look.name}.png").exists()
        assert f"{one.name}.{look.name}.png" in text
    assert Look().name in text


def test_a_state_nobody_knows_is_answered_with_those_there_are(capsys):
    assert main(["--only", "no-such-state"]) == 2
    assert "talk-with-3-choices" in capsys.readouterr().out


def test_states_are_named(capsys):
    assert main(["--only", "help", "--list"]) == 0
    assert "help-over-the-shelf" in capsys.readouterr().out.split()
