"""The people one can sit across from, by portrait; and one drawn from the name for anybody else."""

from dataclasses import replace
from hashlib import sha256
from typing import Final

from game.screens.colours import Colour
from game.screens.people.cast_floor import MEN_OF_THE_FLOOR
from game.screens.people.cast_men import MEN_OF_OFFICES
from game.screens.people.cast_women import WOMEN_OF_OFFICES
from game.screens.people.cast_women_trades import WOMEN_OF_TRADES
from game.screens.people.face import BLACK, BROWN, GREY, MAN, WOMAN, Clothes, Face, Glasses, Hair

__all__ = ["PEOPLE", "Face", "face_of"]

PEOPLE: Final[dict[str, Face]] = WOMEN_OF_OFFICES | WOMEN_OF_TRADES | MEN_OF_OFFICES | MEN_OF_THE_FLOOR
"""Everybody who is drawn, by the ``portrait`` of the format; the ids of ``core.portraits``."""

_SKINS: Final[tuple[Colour, ...]] = (
    (0xF5, 0xD3, 0xB3),
    (0xF0, 0xCA, 0xA6),
    (0xE8, 0xBC, 0x96),
    (0xDE, 0xAE, 0x86),
    (0xC0, 0x8C, 0x66),
)
_HAIR_COLOURS: Final[tuple[Colour, ...]] = (BLACK, (0x33, 0x28, 0x22), BROWN, (0x5E, 0x44, 0x32))
_CLOTH: Final[tuple[Colour, ...]] = (
    (0x3C, 0x46, 0x55),
    (0x6A, 0x7C, 0x66),
    (0x8A, 0x4B, 0x3F),
    (0x5A, 0x4E, 0x44),
    (0x7C, 0x6A, 0x86),
    (0x4F, 0x6D, 0x7A),
    (0xB0, 0x8A, 0x52),
)
_WOMENS_HAIR: Final[tuple[Hair, ...]] = ("bob", "long", "bun", "short", "lob", "tail", "chignon", "wave")
_MENS_HAIR: Final[tuple[Hair, ...]] = ("part", "crop", "swept", "buzz", "mane", "receding", "bald")
_WOMENS_CLOTHES: Final[tuple[Clothes, ...]] = ("jacket", "blouse", "cardigan", "knit")
_MENS_CLOTHES: Final[tuple[Clothes, ...]] = ("suit", "shirt", "work", "knit")
_ALL_GLASSES: Final[tuple[Glasses, ...]] = ("none", "none", "none", "round", "square", "half")
_YOUNG: Final = 4
"""How many of the men's hair, from the first, also young men wear."""
_OLD: Final = 0.6

_ENDS_OF_WOMENS_NAMES: Final = frozenset("子美恵愛香花奈代江枝絵菜葉里織穂佳希乃華羽音莉沙紗理")
_ENDS_OF_MENS_NAMES: Final = frozenset(
    "郎朗男雄夫誠健進茂輔介助太也哉司治志樹彦人斗亮修隆剛豊稔徹浩博弘勝正清平一二三"
)


def face_of(portrait: str, name: str = "") -> Face:
    """The person of that ``portrait``; without one, or with one unknown here, a person drawn from the name.

    The same name is always the same person, on every computer.
    """
    return PEOPLE.get(portrait) or _drawn_from(name or portrait)


def _womans_name(name: str) -> bool | None:
    """Whether a Japanese reader would expect a woman of that name; None when it does not tell.

    花子 drawn as a man would look like a mistake. Other scripts tell too little, and are left to chance.
    """
    given = name.replace("\u3000", " ").split(" ")[-1]
    if given and all("ぁ" <= glyph <= "ゖ" for glyph in given):
        return True
    if given[-1:] in _ENDS_OF_WOMENS_NAMES:
        return True
    return False if given[-1:] in _ENDS_OF_MENS_NAMES else None


def _drawn_from(name: str) -> Face:
    """An adult whose numbers are the digits of the name's hash."""
    digits = list(sha256(name.encode()).digest())

    def share() -> float:
        return digits.pop() / 255

    def pick(count: int) -> int:
        return digits.pop() % count

    chance = pick(2) == 0
    told = _womans_name(name)
    woman = chance if told is None else told
    base = WOMAN if woman else MAN
    age = share()
    old = age > _OLD
    hair = (
        _WOMENS_HAIR[pick(len(_WOMENS_HAIR))]
        if woman
        else _MENS_HAIR[pick(len(_MENS_HAIR) if old else _YOUNG)]
    )
    clothes = _WOMENS_CLOTHES[pick(4)] if woman else _MENS_CLOTHES[pick(4)]
    return replace(
        base,
        hair="wave" if woman and old and hair in {"long", "lob", "tail"} else hair,
        hair_colour=GREY if old and share() < age else _HAIR_COLOURS[pick(len(_HAIR_COLOURS))],
        skin=_SKINS[pick(len(_SKINS))],
        width=base.width - 4 + 8 * share(),
        chin_y=base.chin_y - 4 + 8 * share(),
        jaw=base.jaw - 0.15 + 0.3 * share(),
        eye=base.eye - 1 + 2 * share() - age,
        eye_slant=3 * share() - 0.8,
        nose=base.nose - 0.15 + 0.3 * share(),
        lips=base.lips - 0.2 + 0.4 * share(),
        age=age,
        glasses=_ALL_GLASSES[pick(len(_ALL_GLASSES))],
        clothes=clothes,
        cloth=_CLOTH[pick(len(_CLOTH))],
        tie=_CLOTH[pick(len(_CLOTH))] if clothes == "suit" and share() > 0.3 else None,  # noqa: PLR2004 - most wear one
        earrings=woman and share() > 0.6,  # noqa: PLR2004 - some wear them
    )
