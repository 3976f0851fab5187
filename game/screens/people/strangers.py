"""Somebody drawn from the name alone: the same name is always the same person, on every computer."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count
from typing import Final, TypeVar

from game.screens.colours import Colour
from game.screens.people.face import (
    BLACK,
    BROWN,
    GREY,
    MAN,
    WOMAN,
    Clothes,
    Face,
    Glasses,
    Hair,
    Mark,
    Whiskers,
)

Picked = TypeVar("Picked")

_LIGHT: Final[tuple[Colour, ...]] = (
    (0xF5, 0xD3, 0xB3),
    (0xF0, 0xCA, 0xA6),
    (0xEC, 0xC2, 0x9A),
    (0xE4, 0xB6, 0x8C),
)
_ALL: Final[tuple[Colour, ...]] = (
    *_LIGHT,
    (0xF6, 0xD8, 0xC0),
    (0xD2, 0x9E, 0x76),
    (0xB0, 0x7A, 0x54),
    (0x8A, 0x5A, 0x3C),
)
_DARK_HAIR: Final[tuple[Colour, ...]] = (BLACK, (0x33, 0x28, 0x22), BROWN, (0x5E, 0x44, 0x32))
_ANY_HAIR: Final[tuple[Colour, ...]] = (
    *_DARK_HAIR,
    (0x7A, 0x56, 0x38),
    (0xA8, 0x80, 0x50),
    (0x86, 0x48, 0x2C),
)
_DARK_EYES: Final[tuple[Colour, ...]] = ((0x4E, 0x34, 0x22), (0x3A, 0x26, 0x1A), (0x5E, 0x40, 0x28))
_ANY_EYES: Final[tuple[Colour, ...]] = (*_DARK_EYES, (0x5A, 0x6A, 0x52), (0x52, 0x68, 0x7C))
_CLOTH: Final[tuple[Colour, ...]] = (
    (0x3C, 0x46, 0x55),
    (0x6A, 0x7C, 0x66),
    (0x8A, 0x4B, 0x3F),
    (0x5A, 0x4E, 0x44),
    (0x7C, 0x6A, 0x86),
    (0x4F, 0x6D, 0x7A),
    (0x9C, 0x7E, 0x50),
    (0x2F, 0x43, 0x5C),
)
_TIES: Final[tuple[Colour, ...]] = (
    (0x7A, 0x2F, 0x2A),
    (0x3D, 0x54, 0x6E),
    (0x56, 0x71, 0x3F),
    (0x6A, 0x4A, 0x5E),
)
_WOMENS_HAIR: Final[tuple[Hair, ...]] = (
    "bob",
    "long",
    "bun",
    "short",
    "lob",
    "tail",
    "chignon",
    "wave",
    "pixie",
)
_MENS_HAIR: Final[tuple[Hair, ...]] = ("part", "crop", "swept", "buzz", "mane", "quiff", "shag")
_OLD_MENS_HAIR: Final[tuple[Hair, ...]] = ("part", "swept", "mane", "receding", "bald", "buzz")
_WOMENS_CLOTHES: Final[tuple[Clothes, ...]] = ("jacket", "blouse", "cardigan", "knit", "jacket")
_MENS_CLOTHES: Final[tuple[Clothes, ...]] = ("suit", "suit", "shirt", "work", "knit", "vest")
_GLASSES: Final[tuple[Glasses, ...]] = ("none", "none", "none", "none", "round", "square", "half", "thin")
_WHISKERS: Final[tuple[Whiskers, ...]] = (
    "none",
    "none",
    "none",
    "none",
    "none",
    "moustache",
    "full",
    "goatee",
)
_MARKS: Final[tuple[Mark, ...]] = ("none", "none", "none", "none", "mole", "dimples", "freckles")
_OLD: Final = 0.6

_ENDS_OF_WOMENS_NAMES: Final = frozenset("子美恵愛香花奈代江枝絵菜葉里織穂佳希乃華羽音莉沙紗理咲")
_ENDS_OF_MENS_NAMES: Final = frozenset(
    "郎朗男雄夫誠健進茂輔介助太也哉司治志樹彦人斗亮修隆剛豊稔徹浩博弘勝正清平一二三"
)
_MENS_IN_A: Final = ("ta", "ira", "ua", "uca", "kita", "ya")
"""How men's names that end in a end: Kenta, Akira, Joshua, Luca, Nikita, Tatsuya."""


class _Numbers:
    """Numbers that belong to a name, as many as are asked for, always in the same order."""

    def __init__(self, name: str) -> None:
        self._bytes = _bytes(name)

    def share(self) -> float:
        """A number of 0–1."""
        return next(self._bytes) / 255

    def around(self, middle: float, spread: float) -> float:
        """A number no further from the middle than ``spread``, more often near it."""
        return middle + spread * (self.share() + self.share() - 1)

    def one_of(self, things: tuple[Picked, ...]) -> Picked:
        """One of them."""
        return things[next(self._bytes) % len(things)]


def _bytes(name: str) -> Iterator[int]:
    for block in count():
        yield from sha256(f"{name}:{block}".encode()).digest()


def _womans_name(name: str) -> bool | None:
    """Whether a reader would expect a woman of that name; None when it does not tell.

    花子 or Maria drawn as a man would look like a mistake. Most other names tell too little: left to chance.
    """
    parts = name.replace("\u3000", " ").split(" ")
    given = parts[-1] if _japanese(name) else parts[0]
    if not _japanese(name):
        ends_in_a = len(parts) > 1 and given.lower().endswith("a")
        return True if ends_in_a and not given.lower().endswith(_MENS_IN_A) else None
    if all("ぁ" <= glyph <= "ゖ" for glyph in given):
        return True
    if given[-1:] in _ENDS_OF_WOMENS_NAMES:
        return True
    return False if given[-1:] in _ENDS_OF_MENS_NAMES else None


def _japanese(name: str) -> bool:
    """Whether it is written as a Japanese name is."""
    return any("\u3041" <= glyph <= "\u9fff" for glyph in name)


def drawn_from(name: str, *, woman: bool | None = None) -> Face:
    """An adult whose numbers come from the name; ``woman``: one or a man, None: as the name tells."""
    numbers, told = _Numbers(name), _womans_name(name) if woman is None else woman
    chance = numbers.share() < 0.5  # noqa: PLR2004 - one in two
    woman = chance if told is None else told
    base, near = (WOMAN if woman else MAN), _japanese(name)
    age, full = numbers.share(), max(0.0, numbers.around(0.1, 0.9))
    old = age > _OLD
    hair = numbers.one_of(_WOMENS_HAIR if woman else _OLD_MENS_HAIR if old else _MENS_HAIR)
    skin = numbers.one_of(_LIGHT if near else _ALL)
    dark = sum(skin) < sum(_LIGHT[-1])
    if dark and numbers.share() > 0.5:  # noqa: PLR2004 - every other one
        hair = "curly" if woman else "curls"
    tone = numbers.one_of(_DARK_HAIR if near or dark else _ANY_HAIR)
    clothes = numbers.one_of(_WOMENS_CLOTHES if woman else _MENS_CLOTHES)
    shaven = numbers.share() < 0.7  # noqa: PLR2004 - whiskers are rare in Japanese offices
    white = (0xE6, 0xE4, 0xDE)
    return replace(
        base,
        hair="wave" if woman and old and hair in {"long", "lob", "tail"} else hair,
        hair_colour=GREY if old and numbers.share() < age else tone,
        skin=skin,
        width=numbers.around(base.width, 8) + 5 * full,
        chin_y=numbers.around(base.chin_y, 7),
        jaw=numbers.around(base.jaw, 0.3),
        chin=numbers.around(base.chin + 0.2 * full, 0.35),
        cheek=numbers.around(full, 0.8),
        full=full * 0.8,
        ear=numbers.around(1.05 + 0.1 * age, 0.12),
        eye=numbers.around(base.eye, 1.2) - age,
        eye_gap=numbers.around(35, 2.5),
        eye_slant=numbers.around(0.4 + age, 1.6),
        lid=max(0.0, numbers.around(0.45 if near else 0.15, 0.4)),
        iris=numbers.one_of(_DARK_EYES if near or dark else _ANY_EYES),
        brow=numbers.around(base.brow, 0.3),
        brow_y=numbers.around(0, 2),
        brow_arch=numbers.around(base.brow_arch, 0.6),
        nose=numbers.around(base.nose, 0.25),
        nose_long=numbers.around(1, 5),
        lips=numbers.around(base.lips + 0.3 * dark, 0.25),
        mouth=numbers.around(1, 0.14),
        age=age,
        mark=numbers.one_of(_MARKS),
        tilt=numbers.around(0, 1.8),
        turn=numbers.around(0, 0.18),
        whiskers="none" if woman or (near and shaven) else numbers.one_of(_WHISKERS),
        glasses=numbers.one_of(_GLASSES),
        shoulders=numbers.around(base.shoulders, 14) + 16 * full,
        slope=max(0.0, numbers.around(base.slope, 0.5)),
        neck=base.neck + 7 * full,
        clothes=clothes,
        cloth=white if clothes == "vest" else numbers.one_of(_CLOTH),
        second=numbers.one_of(_CLOTH),
        tie=numbers.one_of(_TIES) if clothes in {"suit", "vest"} else None,
        rolled=clothes == "shirt" and numbers.share() > 0.5,  # noqa: PLR2004 - every other one
        left_handed=numbers.share() < 0.4,  # noqa: PLR2004 - so that neighbours differ
        earrings=woman and numbers.share() > 0.6,  # noqa: PLR2004 - some wear them
    )
