"""Nothing that the program or a shipped scenario says is shown as an empty box, at any size of letters."""

import string
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import polib
import pygame
import pygame.freetype
import pytest

from game.debrief.outcome_told import money
from game.format import codes
from game.library import Library
from game.records.pseudonyms import _EN, _JA
from game.screens.breaking import glyphs_of
from game.screens.fonts import FACE_FILES
from game.screens.furigana import parse_ruby
from game.screens.notes import _MONTHS
from game.screens.theme import TEXT_SIZES, Theme
from game.screens.typeset import RUBY_SHARE, column_width, draw, layout
from tests.library.catalog import sentences
from tests.screens.driving import FONTS

ROOT = Path(__file__).parents[2]
NOWHERE = "\U000f0000"
"""A sign of the area for private use: no font of ours has it, so it is drawn as a box."""


@cache
def interface():
    """Everything the program says, in both languages."""
    english = {text for one in sentences(ROOT / "game") for text in one.english}
    catalog = polib.pofile(str(ROOT / "assets" / "locale" / "ja.po"), encoding="utf-8")
    japanese = {text for entry in catalog for text in (entry.msgstr, *entry.msgstr_plural.values())}
    return english | japanese


@cache
def stories(home):
    """Every text of every scenario that is shipped, in both languages."""
    library = Library(home)
    found = set()
    for file in sorted((ROOT / "scenarios").rglob("*.yaml")):
        for lang in ("ja", "en"):
            opened = library.open_scenario(file, lang)
            assert opened.scenario is not None, file
            found |= set(strings_in(opened.scenario))
    return found


def strings_in(value):
    """Every text inside a value, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))
    elif isinstance(value, dict):
        for pair in value.items():
            yield from strings_in(pair)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from strings_in(each)


def signs(home):
    """What is put together while the program runs: names, months, money, keys, numbers, findings."""
    words = {lang: Library(home).words(lang) for lang in ("ja", "en")}
    yield from (*_JA, *_EN, *_MONTHS, string.printable.strip())
    yield from ("↑↓←→", "−–—―…‥・「」『』“”‘’（）()¥€£$%％", "0123456789０１２３４５６７８９")
    for currency in ("JPY", "USD", "EUR"):
        yield from (money(1_234_567, currency, each) for each in words.values())
    yield from strings_in([getattr(codes, name) for name in dir(codes) if name.isupper()])


def everything(home):
    return interface() | stories(home) | set(signs(home))


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    pygame.font.init()
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("face", FACE_FILES)
def test_both_faces_have_every_glyph(home, face):
    told = sorted({glyph for text in everything(home) for glyph in text if not glyph.isspace()})
    assert len(told) > 800
    pygame.freetype.init()
    measures: Sequence[object] = pygame.freetype.Font(FONTS / FACE_FILES[face], 32).get_metrics(
        "".join(told) + NOWHERE
    )
    found = list(measures)  # its stub knows no None
    assert found.pop() is None
    missing = {glyph for glyph, measure in zip(told, found, strict=True) if measure is None}
    font = Theme(FONTS).font(face, 32)
    box = drawn(font, NOWHERE)
    boxed = {glyph for glyph in told if drawn(font, glyph) == box}
    assert sorted(missing | boxed) == []


def drawn(font, text):
    """The pixels of a text."""
    return pygame.image.tobytes(font.render(text, antialias=True, color=(0, 0, 0)), "RGBA")


SIZES = tuple(TEXT_SIZES)


@pytest.mark.parametrize("role", SIZES)
def test_everything_is_set_and_drawn_each_text_in_one_of_the_sizes(home, role):
    # Every glyph of both faces is looked at above; the sizes take turns with the texts.
    theme = Theme(FONTS)
    em, width = theme.em(role), column_width(theme, role, 514)
    ruby = theme.measure("regular", round(em * RUBY_SHARE))
    surface = pygame.Surface((width + 8, 60 * em))
    for text in sorted(everything(home))[SIZES.index(role) :: len(SIZES)]:
        lay = layout(text, theme.measure("regular", em), width, em=em, ruby_measure=ruby)
        single = max((theme.measure("regular", em)(glyph) for glyph in glyphs_of(text)), default=0)
        assert lay.width <= max(width, single, *_readings(text, ruby)), text
        draw(surface, lay, (4, 4), theme.colours.card, theme)
        for line in lay.lines:
            for piece in line.pieces:
                for part in (piece.text, piece.reading):
                    if part.strip():
                        ink = theme.font("regular", em).render(part, True, (0, 0, 0))
                        assert ink.get_bounding_rect().width, part


def _readings(text, ruby):
    """How wide the readings of a text are: they are never parted."""
    return [sum(map(ruby, each.reading)) for each in parse_ruby(text)[1]] or [0]


def test_readings_are_seen_at_every_size(home):
    readings = {
        one.reading for text in stories(home) for line in text.split("\n") for one in parse_ruby(line)[1]
    }
    kana = {chr(code) for code in range(0x3041, 0x3097)} | set("ー・") | set("".join(readings))
    for tenths in range(8, 31, 2):
        theme = Theme(FONTS, tenths / 10)
        for role in TEXT_SIZES:
            font = theme.font("regular", round(theme.em(role) * RUBY_SHARE))
            for glyph in kana:
                ink = font.render(glyph, True, (0, 0, 0))
                assert ink.get_bounding_rect().height, (glyph, tenths, role)
