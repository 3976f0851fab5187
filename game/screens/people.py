"""The people one can sit across from, as numbers; and one drawn from the name for anybody else."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final, Literal, TypeAlias

from game.screens.colours import Colour

Hair: TypeAlias = Literal["bob", "long", "bun", "wave", "part", "receding", "swept", "crop", "bald"]
Clothes: TypeAlias = Literal["jacket", "suit", "cardigan", "work", "shirt", "knit", "blouse"]
Glasses: TypeAlias = Literal["none", "round", "square", "half"]


@dataclass(frozen=True, slots=True)
class Face:
    """A person as numbers. Lengths are units of the drawing (a head is about 230 high), shares run 0–1.

    ``width`` half the face at the cheek bones · ``chin_y`` how far the chin is below the eyes · ``jaw`` 0
    pointed, 1 square · ``eye`` height and ``eye_width`` half width · ``eye_slant`` outer corner down (+) ·
    ``brow`` weight · ``nose`` size · ``lips`` fullness · ``lip_tint`` share of colour · ``age`` 0 young,
    1 old (lines) · ``lash`` weight of the upper lids · ``beard`` shade of the chin · ``tie`` None: no tie.
    """

    hair: Hair
    hair_colour: Colour = (0x33, 0x28, 0x22)
    skin: Colour = (0xF0, 0xCA, 0xA6)
    width: float = 76
    chin_y: float = 108
    jaw: float = 0.4
    eye: float = 10.5
    eye_width: float = 18
    eye_slant: float = 0.0
    brow: float = 1.0
    nose: float = 1.0
    lips: float = 1.0
    lip_tint: float = 0.4
    age: float = 0.3
    lash: float = 0.5
    beard: float = 0.0
    glasses: Glasses = "none"
    earrings: bool = False
    neck: float = 32
    shoulders: float = 160
    clothes: Clothes = "suit"
    cloth: Colour = (0x3C, 0x46, 0x55)
    inner: Colour = (0xFB, 0xF8, 0xF1)
    tie: Colour | None = None


_GREY: Final = (0x8E, 0x88, 0x82)
_BLACK: Final = (0x2B, 0x26, 0x24)
_BROWN: Final = (0x4E, 0x36, 0x28)

WOMAN: Final = Face(
    hair="bob",
    width=73,
    chin_y=104,
    jaw=0.3,
    eye=11.5,
    brow=0.75,
    nose=0.85,
    lips=1.1,
    lip_tint=0.75,
    lash=1.0,
    neck=28,
    shoulders=148,
    clothes="jacket",
    cloth=(0x6F, 0x7F, 0x69),
)
MAN: Final = Face(
    hair="part",
    width=77,
    chin_y=111,
    jaw=0.6,
    eye=9.5,
    brow=1.2,
    nose=1.1,
    lips=0.85,
    lip_tint=0.3,
    lash=0.3,
    neck=39,
    shoulders=176,
    clothes="suit",
    beard=0.15,
    tie=(0x7A, 0x2F, 0x2A),
)

PEOPLE: Final[dict[str, Face]] = {
    # About fifty, general affairs, careful.
    "tanabe": replace(WOMAN, hair_colour=(0x3A, 0x2B, 0x25), age=0.55, eye=10.6, cloth=(0x6A, 0x7C, 0x66)),
    # About fifty-eight, her division head.
    "eguchi": replace(
        MAN,
        hair="receding",
        hair_colour=_GREY,
        skin=(0xE8, 0xBC, 0x96),
        width=81,
        jaw=0.8,
        age=0.85,
        eye=8.6,
        eye_slant=1.5,
        brow=1.5,
        glasses="square",
        shoulders=182,
        cloth=(0x4A, 0x4A, 0x50),
        tie=(0x3D, 0x54, 0x6E),
    ),
    # About thirty-five, the trainee's own superior.
    "sasaki": replace(
        MAN,
        hair="crop",
        hair_colour=_BLACK,
        skin=(0xEE, 0xC4, 0x9E),
        width=74,
        jaw=0.45,
        age=0.2,
        eye=10.2,
        shoulders=172,
        cloth=(0x2F, 0x43, 0x5C),
        tie=None,
    ),
    # About forty, head of IT.
    "mizuno": replace(
        WOMAN,
        hair="bun",
        hair_colour=_BLACK,
        skin=(0xEB, 0xC0, 0x98),
        width=70,
        chin_y=108,
        age=0.35,
        glasses="round",
        earrings=True,
        clothes="knit",
        cloth=(0x8A, 0x4B, 0x3F),
        lip_tint=0.6,
    ),
    # About sixty-five, owner of a small firm.
    "kanda": replace(
        MAN,
        hair="bald",
        hair_colour=(0xB4, 0xAE, 0xA6),
        skin=(0xDF, 0xAE, 0x86),
        width=80,
        chin_y=108,
        jaw=0.7,
        age=1.0,
        eye=8.4,
        eye_slant=2.2,
        brow=1.4,
        clothes="work",
        cloth=(0x5C, 0x70, 0x7E),
        tie=None,
    ),
    # About thirty, sales promotion.
    "hayashi": replace(
        WOMAN,
        hair="long",
        hair_colour=_BROWN,
        skin=(0xF5, 0xD3, 0xB3),
        width=71,
        age=0.1,
        eye=12.2,
        clothes="blouse",
        cloth=(0xC9, 0xA9, 0x6E),
    ),
    # About forty-five, purchasing.
    "moriya": replace(
        MAN,
        hair="swept",
        hair_colour=(0x3D, 0x38, 0x36),
        skin=(0xE6, 0xB8, 0x8E),
        width=76,
        jaw=0.55,
        age=0.5,
        beard=0.14,
        glasses="half",
        cloth=(0x5A, 0x4E, 0x44),
        tie=(0x56, 0x71, 0x3F),
    ),
    # About sixty, the director's wife who keeps the books.
    "okabe": replace(
        WOMAN,
        hair="wave",
        hair_colour=(0x9A, 0x90, 0x88),
        skin=(0xF2, 0xCE, 0xB0),
        width=75,
        age=0.85,
        eye=9.6,
        eye_slant=1.8,
        clothes="cardigan",
        cloth=(0x7C, 0x6A, 0x86),
        glasses="half",
    ),
    # About twenty-eight, on the floor of a warehouse.
    "dan": replace(
        MAN,
        hair="part",
        hair_colour=_BROWN,
        skin=(0xE2, 0xB2, 0x86),
        width=75,
        age=0.05,
        clothes="shirt",
        cloth=(0x8F, 0xA3, 0xB4),
        tie=None,
        beard=0.05,
        eye=10.4,
    ),
}
"""The people of the shipped scenarios, by the ``portrait`` of the format."""

_SKINS: Final[tuple[Colour, ...]] = (
    (0xF5, 0xD3, 0xB3),
    (0xF0, 0xCA, 0xA6),
    (0xE8, 0xBC, 0x96),
    (0xDE, 0xAE, 0x86),
    (0xC0, 0x8C, 0x66),
)
_HAIR_COLOURS: Final[tuple[Colour, ...]] = (_BLACK, (0x33, 0x28, 0x22), _BROWN, (0x5E, 0x44, 0x32))
_CLOTH: Final[tuple[Colour, ...]] = (
    (0x3C, 0x46, 0x55),
    (0x6A, 0x7C, 0x66),
    (0x8A, 0x4B, 0x3F),
    (0x5A, 0x4E, 0x44),
    (0x7C, 0x6A, 0x86),
    (0x4F, 0x6D, 0x7A),
    (0xB0, 0x8A, 0x52),
)
_WOMENS_HAIR: Final[tuple[Hair, ...]] = ("bob", "long", "bun", "wave")
_MENS_HAIR: Final[tuple[Hair, ...]] = ("part", "crop", "swept", "receding", "bald")
_WOMENS_CLOTHES: Final[tuple[Clothes, ...]] = ("jacket", "blouse", "cardigan", "knit")
_MENS_CLOTHES: Final[tuple[Clothes, ...]] = ("suit", "shirt", "work", "knit")
_ALL_GLASSES: Final[tuple[Glasses, ...]] = ("none", "none", "none", "round", "square", "half")
_OLD: Final = 0.6


def face_of(portrait: str, name: str = "") -> Face:
    """The person of that ``portrait``; without one, or with one unknown here, a person drawn from the name.

    The same name is always the same person, on every computer.
    """
    return PEOPLE.get(portrait) or _drawn_from(name or portrait)


def _drawn_from(name: str) -> Face:
    """An adult whose numbers are the digits of the name's hash."""
    digits = list(sha256(name.encode()).digest())

    def share() -> float:
        return digits.pop() / 255

    def pick(count: int) -> int:
        return digits.pop() % count

    woman = pick(2) == 0
    base = WOMAN if woman else MAN
    age = share()
    old = age > _OLD
    hair = _WOMENS_HAIR[pick(len(_WOMENS_HAIR))] if woman else _MENS_HAIR[pick(5 if old else 3)]
    clothes = _WOMENS_CLOTHES[pick(4)] if woman else _MENS_CLOTHES[pick(4)]
    return replace(
        base,
        hair="wave" if woman and old and hair == "long" else hair,
        hair_colour=_GREY if old and share() < age else _HAIR_COLOURS[pick(len(_HAIR_COLOURS))],
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
