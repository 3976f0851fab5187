"""Where a line of Japanese or English may end: glyphs, the kinsoku rules, phrases.

The rules are those of JIS X 4051 as far as a running text needs them: some marks may not begin a line, some
may not end one, some pairs stay together. Phrases come from BudouX, imported when the first Japanese is set.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from budoux import Parser

NOT_FIRST: Final = frozenset(
    "、。，．・：；？！‼⁇⁈⁉?!)]},.:;%％℃〕〉》」』】〙〗〟’”｠»）］｝‐゠–〜～"
    "ゝゞ々〻ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
"""Marks that may not begin a line (行頭禁則)."""

NOT_LAST: Final = frozenset("（［｛〔〈《「『【〘〖〝‘“｟«([{¥￥$＄£€#＃№")
"""Marks that may not end a line (行末禁則)."""

_KANJI: Final = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"))
_TWINS: Final = frozenset("…‥―—─")
_COUNTERS: Final = frozenset(
    "名人円年月日時分秒件社万億兆千百個台回度割点歳才階本枚冊部課号番章条項箇ヶか週泊席期倍%％℃°"
)
_WORD_ENDS: Final = frozenset("はがをにでともへやかてただばらのよね」』）】｣〉》")
"""After these a word that does not begin in hiragana is most likely another one."""

_JOINTS: Final = frozenset("'’-_.,:/@&+=#?%~*!")


def glyphs_of(text: str) -> tuple[str, ...]:
    """The text cut into what is drawn as one: a letter with the marks and joiners that follow it."""
    glyphs: list[str] = []
    for char in text:
        joined = glyphs and (
            unicodedata.category(char) in {"Mn", "Me", "Cf"} or glyphs[-1].endswith("\u200d")
        )
        if joined:
            glyphs[-1] += char
        else:
            glyphs.append(char)
    return tuple(glyphs)


def is_wide(glyph: str) -> bool:
    """Whether the glyph is of the Japanese kind (kana, kanji, full-width), as against Latin."""
    return unicodedata.east_asian_width(glyph[0]) in {"W", "F"} or glyph[0] in _TWINS


def is_kanji(char: str) -> bool:
    """Whether furigana may stand over this character: kanji, with 々, 〆 and the ヶ of 一ヶ月."""
    return any(first <= char <= last for first, last in _KANJI) or char in "々〆〇ヶ"


def _is_number(glyph: str) -> bool:
    return glyph[0].isdigit() or "０" <= glyph[0] <= "９"


def _in_word(glyph: str) -> bool:
    return not is_wide(glyph) and glyph[0].isalnum()


def breakable(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring glyphs, by the marks alone."""
    if after[0] in NOT_FIRST or before[0] in NOT_LAST or after[0].isspace():
        return False
    if before[0].isspace():
        return True
    if before[0] in _TWINS and after[0] == before[0]:
        return False
    if _is_number(before) and (_is_number(after) or after[0] in _COUNTERS):
        return False
    return is_wide(before) or is_wide(after) or not _in_one_word(before, after)


def _in_one_word(before: str, after: str) -> bool:
    """Whether two Latin glyphs hold together: letters, digits, and the joints in addresses and half-pasts."""
    return all(_in_word(glyph) or glyph[0] in _JOINTS for glyph in (before, after))


@lru_cache(maxsize=256)
def kinsoku(glyphs: tuple[str, ...]) -> frozenset[int]:
    """The places (index of the glyph that begins the next line) where the marks allow a break."""
    return frozenset(
        at for at in range(1, len(glyphs)) if breakable(glyphs[at - 1], glyphs[at]) and decent(glyphs, at)
    )


def decent(glyphs: Sequence[str], at: int) -> bool:
    """Whether a break before glyph ``at`` leaves no mark at the wrong end of a line, seen past the spaces."""
    before = at - 1
    while before and glyphs[before].isspace():
        before -= 1
    return glyphs[before][0] not in NOT_LAST and glyphs[at][0] not in NOT_FIRST and not glyphs[at].isspace()


@lru_cache(maxsize=1)
def _parser() -> "Parser":
    import budoux  # noqa: PLC0415 - 14 ms that the first frame does not have to wait for

    return budoux.load_default_japanese_parser()


@lru_cache(maxsize=512)
def phrases(text: str) -> frozenset[int]:
    """Where the phrases of a Japanese text begin, as indexes of characters; empty without Japanese."""
    if not any("\u3040" <= char <= "\u30ff" or is_kanji(char) for char in text):
        return frozenset()
    places, at = set(), 0
    for phrase in _parser().parse(text):
        places.add(at)
        at += len(phrase)
    return frozenset(places - {0})


@lru_cache(maxsize=256)
def good_breaks(glyphs: tuple[str, ...]) -> frozenset[int]:
    """The places where a break is allowed and also pleasant: between phrases, and after a space."""
    allowed = kinsoku(glyphs)
    starts, at = {}, 0
    for index, glyph in enumerate(glyphs):
        starts[at] = index
        at += len(glyph)
    here = {starts[place] for place in phrases("".join(glyphs)) if place in starts}
    here |= {at for at in allowed if glyphs[at - 1][0].isspace()}
    return allowed & here


def fair_breaks(glyphs: tuple[str, ...]) -> frozenset[int]:
    """The places where a break parts no word from its ending: after a particle, not before hiragana."""
    return good_breaks(glyphs) | {
        at
        for at in kinsoku(glyphs)
        if glyphs[at - 1][0] in _WORD_ENDS and not "\u3041" <= glyphs[at][0] <= "\u309f"
    }
