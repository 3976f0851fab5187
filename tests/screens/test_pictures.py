"""Remembered pictures: the same as made anew, never more bytes than allowed, none too soon or too late."""

import threading
from functools import partial

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens import paint
from game.screens.pictures import PICTURES, Picture, Pictures
from game.screens.shadow import soft_shadow

SIDES = st.integers(1, 40)
STEPS = st.lists(st.tuples(st.sampled_from(("get", "expect", "drop", "forget")), SIDES), max_size=60)


def square(side):
    """A picture whose size and colour tell which one it is."""
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    surface.fill((side, 2 * side, 3 * side, 255))
    return Picture(surface)


def tells(picture, side):
    colour = picture.surface.get_at((side - 1, side - 1))
    return picture.surface.get_size() == (side, side) and tuple(colour)[:3] == (side, 2 * side, 3 * side)


@given(STEPS, st.integers(1, 20_000))
def test_whatever_is_asked_the_right_picture_comes_and_the_memory_stays_bounded(steps, most):
    pictures = Pictures(most)
    for what, side in steps:
        if what == "get":
            assert tells(pictures.get(side, partial(square, side)), side)
        elif what == "expect":
            pictures.expect(side, partial(square, side))
        elif what == "drop":
            pictures.forget_expected()
        else:
            pictures.forget()
        assert pictures.bytes <= most or len(pictures) == 1
        assert pictures.bytes == sum(picture.bytes for picture in pictures._kept.values())
    pictures.forget()
    assert (pictures.bytes, len(pictures)) == (0, 0)


def test_the_least_used_go_first():
    one = square(10).bytes
    pictures = Pictures(3 * one)
    for key in "abc":
        pictures.get(key, lambda: square(10))
    pictures.get("a", lambda: square(10))
    pictures.get("d", lambda: square(10))
    assert list(pictures) == ["c", "a", "d"]


def test_what_is_expected_is_made_once_by_another_thread():
    pictures, makers = Pictures(), []

    def make():
        makers.append(threading.current_thread())
        return square(7)

    pictures.expect("seven", make)
    pictures.expect("seven", make)
    first = pictures.get("seven", make)
    assert pictures.get("seven", make) is first
    assert len(makers) == 1


def test_what_is_being_made_is_waited_for_and_what_waits_is_made_at_once():
    pictures, begun, may_end = Pictures(), threading.Event(), threading.Event()

    def slow():
        begun.set()
        assert may_end.wait(60)
        return square(3)

    pictures.expect("slow", slow)
    assert begun.wait(60)
    pictures.expect("after it", lambda: square(5))
    assert tells(pictures.get("after it", lambda: square(4)), 4)
    may_end.set()
    assert tells(pictures.get("slow", lambda: square(4)), 3)


def test_what_the_second_thread_could_not_make_is_made_by_who_wants_it():
    pictures, begun = Pictures(), threading.Event()

    def gone():
        begun.set()
        raise pygame.error("no window")

    pictures.expect("one", gone)
    assert begun.wait(60)
    assert tells(pictures.get("one", lambda: square(4)), 4)


SVG = paint.document('<circle cx="30" cy="12" r="7" fill="#446688"/>', (0, 0, 60, 40))


@pytest.mark.parametrize("size", [(60, 40), (91, 61), (240, 160)])
def test_a_cutout_laid_where_it_says_is_the_whole_picture(size):
    whole, part = paint.picture(SVG, size), paint.cutout(SVG, size)
    one, other = pygame.Surface(size), pygame.Surface(size)
    one.blit(whole, (0, 0))
    other.blit(part.surface, part.at)
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")
    assert part.bytes < Picture(whole).bytes / 3


def test_an_empty_cutout_is_nothing():
    assert paint.cutout(paint.document("", (0, 0, 9, 9)), (9, 9)).surface.get_size() == (0, 0)


def test_drawing_ahead_draws_nothing_and_changes_nothing():
    paint.forget_pictures()
    with paint.ahead() as nowhere:
        nowhere.blit(paint.picture(SVG, (60, 40)), (0, 0))
        paint.cutout(SVG, (60, 40))
        soft_shadow(nowhere, pygame.Rect(0, 0, 9, 9), 3)
        paint.disc(nowhere, (5, 5), 4, (1, 2, 3))
    ahead = [pygame.image.tobytes(paint.picture(SVG, (60, 40)), "RGBA")]
    paint.forget_pictures()
    assert ahead == [pygame.image.tobytes(paint.picture(SVG, (60, 40)), "RGBA")]
    assert len(PICTURES) == 1
