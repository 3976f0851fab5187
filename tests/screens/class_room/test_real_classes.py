"""Every shipped scenario before a class: no sentence is cut, nothing lies on anything, in both languages."""

from datetime import date

import pygame
import pytest

from game.classroom.gathering import rehearsed
from game.library import Library
from game.screens.class_room.drawing import Drawer
from game.screens.class_room.naming import taken_text
from game.screens.class_room.shown import Shown
from game.screens.class_room.slides import pages_of
from game.screens.class_room.tally import Tally
from game.screens.theme import Theme
from tests.gallery.booth import SHIPPED
from tests.screens.driving import FONTS

SIZE = (1280, 720)
STORIES = sorted(file.stem for file in SHIPPED.glob("*.yaml"))


def all_shown(slide):
    yield from (Shown(step) for step in range(slide.steps))
    if slide.decision is not None:
        yield Shown(1, branches=True)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("story", STORIES)
def test_everything_of_it_has_room_and_every_sentence_stands_whole(tmp_path, story, lang):
    pygame.font.init()
    library = Library(tmp_path)
    words = library.words(lang)
    (figure,) = rehearsed(library, story, 12, words, date(2026, 4, 1)).figures(words, lambda _: None)
    thresholds = library.rulebook().bands.thresholds()
    drawer = Drawer(Theme.for_window(FONTS, SIZE), furigana=False, thresholds=thresholds)
    surface = pygame.Surface(SIZE)
    found = []
    for slide in pages_of(Tally(figure), words):
        for shown in all_shown(slide):
            boxes = drawer.draw(surface, slide, words, shown, names={}, blind=True)
            rects = [box.rect.inflate(-2, -2) for box in boxes]
            for at, box in enumerate(boxes):
                if rects[at].collidelist(rects[at + 1 :]) >= 0:
                    found.append(f"{slide.key} {shown}: “{box.text}” lies on another text")
                if not box.room.inflate(2, 2).contains(box.rect) or not surface.get_rect().contains(box.rect):
                    found.append(f"{slide.key} {shown}: “{box.text}” leaves its room")
            texts = " ".join(box.text for box in boxes)
            choices = slide.decision.choices if slide.decision and not shown.branches else ()
            cut = [text for text in (taken_text(taken, words) for taken in choices) if text not in texts]
            found += [f"{slide.key} {shown}: “{text}” is cut" for text in cut]
    assert not found, "\n".join(found)
