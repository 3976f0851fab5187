"""Pictures of a class: every page in both languages, large letters, no names, and no display."""

import pygame
import pytest

from game.library import Library
from game.screens.class_room.page import LEAST
from game.screens.projecting import pictures
from tests.gallery.booth import Look
from tests.gallery.registry import states
from tests.gallery.watching import watching, window_of
from tests.screens.class_room.sample import sample

READABLE = 28
"""Pixels of letters that the back row can read, on a projector of 1080 lines."""

PAPERS = ("class-keys", "class-asked-whether-to-close", "class-asked-while-it-is-read")
"""Papers over a page are read by the trainer."""

ALL = [each for each in states(["class"]) if each.group == "class" and each.name not in PAPERS]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_page_is_a_picture(tmp_path, lang):
    pygame.display.quit()
    words = Library(tmp_path).words(lang)
    files = pictures(sample(40, lang), words, tmp_path / "out" / "class", (640, 360), home=tmp_path)
    names = [file.name for file in files]
    assert names == sorted(names)
    assert names[0] == "01-overview.png"
    assert {"04-decision-reception-branches.png", "05-decision-references.png"} <= set(names)
    drawn = {pygame.image.tobytes(pygame.image.load(file), "RGB") for file in files}
    assert len(drawn) == len(files)
    assert {pygame.image.load(file).get_size() for file in files} == {(640, 360)}


def test_a_class_under_five_is_not_broken_down_in_pictures_either(tmp_path):
    words = Library(tmp_path).words("en")
    files = pictures(sample(4, "en", troubles=1), words, tmp_path, (640, 360), home=tmp_path)
    assert [file.name for file in files] == ["01-overview.png", "02-troubles.png"]


def test_a_folder_that_cannot_be_is_an_error_of_the_disk(tmp_path):
    (tmp_path / "file").write_text("")
    words = Library(tmp_path).words("en")
    with pytest.raises(OSError, match="file"):
        pictures(sample(4, "en"), words, tmp_path / "file" / "out", (640, 360), home=tmp_path)


@pytest.mark.parametrize("one", ALL, ids=[each.name for each in ALL])
def test_everything_can_be_read_from_the_back_row(one, tmp_path):
    with watching() as watch:
        one.drawn(tmp_path, Look(size=(1920, 1080), furigana=False), window_of)
        assert watch.on_window
        assert min(each.em for each in watch.on_window) >= READABLE
    assert round(LEAST * 1.5) >= READABLE
