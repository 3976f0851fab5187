"""The shipped fonts can write every name and every sentence a scenario may hold."""

from collections.abc import Sequence

import pygame.freetype
import pytest

FACES = ["BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"]
SYMBOLS = "—–…“”‘’「」『』【】〜～・※→←↑↓⇒①⑳✓●○■□▲△▼▽◆◇★☆♪¥€£％№㎡㈱｜《》ﾊﾟ‼"


def cp932() -> list[str]:
    """Every double-byte character of CP932, without the area users define themselves."""
    pairs = (
        bytes((lead, trail))
        for lead in (*range(0x81, 0xA0), *range(0xE0, 0xFD))
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFD))
    )
    decoded = {pair.decode("cp932", "replace") for pair in pairs}
    return sorted(
        each for each in decoded if len(each) == 1 and each != "�" and not "\ue000" <= each <= "\uf8ff"
    )


@pytest.fixture(scope="module", params=FACES)
def font(request, root):
    pygame.freetype.init()
    yield pygame.freetype.Font(root / "assets" / "fonts" / request.param, 24)
    pygame.freetype.quit()


def missing(font: pygame.freetype.Font, characters: str) -> list[str]:
    """Those characters the font has no glyph for (pygame.font would measure the empty box instead)."""
    measures: Sequence[object] = font.get_metrics(characters)  # its stub knows no None
    return [character for character, measure in zip(characters, measures, strict=True) if measure is None]


def test_a_character_of_another_script_is_missed(font):
    assert missing(font, "aกb") == ["ก"]


def test_every_kanji_of_cp932_is_there(font):
    characters = cp932()
    assert {"髙", "﨑", "信", "頼", "彅"} <= set(characters)
    assert len(characters) > 7000
    assert missing(font, "".join(characters)) == []


def test_latin_with_its_accents_is_there(font):
    latin = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]))
    assert missing(font, latin + "ŌōŪūŠšŽžĀāŁł") == []


def test_the_signs_of_the_screens_are_there(font):
    assert missing(font, SYMBOLS) == []


@pytest.mark.parametrize("face", FACES)
def test_a_face_stays_small_enough_to_be_vendored(root, face):
    assert (root / "assets" / "fonts" / face).stat().st_size < 3_000_000


def test_the_licence_lies_beside_the_fonts(root):
    text = (root / "assets" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert text.startswith("Copyright 2022 The BIZ UDGothic Project Authors")
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text
