"""Signs that cannot be drawn, or turn what stands beside them around, do not end the window."""

import pygame
import pytest

from game.screens.theme import Theme
from tests.screens.driving import FONTS

STRANGE = {
    "nothing": "",
    "zero": "a\0b",
    "only zero": "\0",
    "no width": "\u200b",
    "no break": "\u2060\u2060",
    "soft hyphen": "\u00ad",
    "turned around": "\u202e",
    "isolated": "\u2066\u2069",
    "half": "\ud800",
    "tags": "\U000e0041\U000e007f",
    "marks alone": "\u0301\u0301",
    "variation": "\ufe0f",
    "escape": "\x1b]0;x\x07\x9b31m",
    "lines": "a\nb\rc\td\x0be\x0cf\x85g\u2028h",
    "marks without end": "a" + "\u0301" * 5_000,
    "unassigned": "\U0010ffff\ue000",
}


@pytest.fixture
def theme():
    pygame.font.init()
    return Theme(FONTS, 1.0)


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_every_text_can_be_drawn(theme, text):
    picture = theme.render("regular", 20, text, (0, 0, 0))
    assert picture.get_width() >= 0
    assert theme.measure("regular", 20)(text) >= 0
