"""A person as numbers: what distinguishes one head, build and dress from another."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.screens.colours import Colour

Hair: TypeAlias = Literal[
    "bob", "long", "bun", "wave", "short", "lob", "tail", "curly", "chignon", "pixie",
    "part", "receding", "swept", "crop", "bald", "buzz", "shag", "mane", "quiff", "curls",
]  # fmt: skip
Clothes: TypeAlias = Literal[
    "jacket", "suit", "cardigan", "work", "shirt", "knit", "blouse",
    "coat", "apron", "vest", "safety", "tunic", "kimono",
]  # fmt: skip
Glasses: TypeAlias = Literal["none", "round", "square", "half", "thin"]
Headwear: TypeAlias = Literal["none", "cap", "helmet", "kerchief", "scarf"]
Whiskers: TypeAlias = Literal["none", "moustache", "full", "goatee"]
Mark: TypeAlias = Literal["none", "mole", "freckles", "dimples"]


@dataclass(frozen=True, slots=True)
class Face:
    """A person as numbers. Lengths are units of the drawing (a head is about 230 high), shares run 0–1.

    ``width`` half the face at the cheek bones · ``chin_y`` how far the chin is below the eyes · ``jaw`` 0
    pointed, 1 square · ``chin`` 0 narrow, 1 broad · ``cheek`` −1 hollow, 1 round · ``full`` 0 lean, 1 a
    second chin · ``ear`` size · ``eye`` height and ``eye_width`` half width · ``eye_gap`` from the middle to
    each eye · ``eye_slant`` outer corner down (+) · ``lid`` 0 a deep fold, 1 none · ``iris`` its colour ·
    ``brow`` weight · ``brow_y`` lower (+) · ``brow_arch`` −1 straight, 1 high · ``nose`` size, ``nose_long``
    units more · ``lips`` fullness · ``lip_tint`` share of colour · ``mouth`` width · ``age`` 0 young, 1 old
    (lines) · ``lash`` weight of the upper lids · ``beard`` shade of the chin · ``mark`` on the skin ·
    ``tilt`` in degrees and ``turn`` −1 to 1 of the head at rest: how they hold themselves · ``neck`` and
    ``shoulders`` half widths · ``slope`` of the shoulders, 0 square · ``cloth`` colour of sleeves and trunk ·
    ``inner`` of what shows at the collar · ``second`` of apron, vest and headwear · ``tie`` None: no tie ·
    ``rolled`` sleeves up to the elbow · ``left_handed`` which hand leads in a gesture.
    """

    hair: Hair
    hair_colour: Colour = (0x33, 0x28, 0x22)
    skin: Colour = (0xF0, 0xCA, 0xA6)
    width: float = 76
    chin_y: float = 108
    jaw: float = 0.4
    chin: float = 0.5
    cheek: float = 0.0
    full: float = 0.0
    ear: float = 1.0
    eye: float = 10.5
    eye_width: float = 18
    eye_gap: float = 35
    eye_slant: float = 0.0
    lid: float = 0.4
    iris: Colour = (0x4E, 0x34, 0x22)
    brow: float = 1.0
    brow_y: float = 0.0
    brow_arch: float = 0.0
    nose: float = 1.0
    nose_long: float = 0.0
    lips: float = 1.0
    lip_tint: float = 0.4
    mouth: float = 1.0
    age: float = 0.3
    lash: float = 0.5
    beard: float = 0.0
    mark: Mark = "none"
    tilt: float = 0.0
    turn: float = 0.0
    whiskers: Whiskers = "none"
    glasses: Glasses = "none"
    headwear: Headwear = "none"
    earrings: bool = False
    neck: float = 32
    shoulders: float = 160
    slope: float = 0.5
    clothes: Clothes = "suit"
    cloth: Colour = (0x3C, 0x46, 0x55)
    inner: Colour = (0xFB, 0xF8, 0xF1)
    second: Colour = (0x3E, 0x50, 0x66)
    tie: Colour | None = None
    rolled: bool = False
    left_handed: bool = False


GREY: Colour = (0x8E, 0x88, 0x82)
BLACK: Colour = (0x2B, 0x26, 0x24)
BROWN: Colour = (0x4E, 0x36, 0x28)

WOMAN = Face(
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
    shoulders=146,
    slope=0.9,
    lid=0.3,
    brow_arch=0.3,
    chin=0.35,
    clothes="jacket",
    cloth=(0x6F, 0x7F, 0x69),
)
"""What the women start from; each then differs."""

MAN = Face(
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
    shoulders=174,
    slope=0.4,
    brow_arch=-0.2,
    clothes="suit",
    beard=0.15,
    tie=(0x7A, 0x2F, 0x2A),
)
"""What the men start from; each then differs."""
