"""The colours of the screens, which may stand on which, and the arithmetic that keeps them legible."""

from dataclasses import dataclass, fields, replace
from typing import Final, Literal, TypeAlias

Colour: TypeAlias = tuple[int, int, int]
Contrast: TypeAlias = Literal["normal", "high"]

LEAST_CONTRAST: Final = 4.5
"""Ratio that text must keep against its ground (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for: paper and ink, one accent, wood under the passbook.

    The last five are the bands, before a class: after the orange, sky blue and blue of Okabe and Ito, and
    in an order of lightness that is kept without any colour.
    """

    paper: Colour = (0xF7, 0xF2, 0xE6)
    card: Colour = (0xFD, 0xFB, 0xF5)
    ink: Colour = (0x24, 0x21, 0x1D)
    soft_ink: Colour = (0x6B, 0x64, 0x58)
    rule: Colour = (0xD8, 0xCC, 0xB2)
    indigo: Colour = (0x24, 0x41, 0x5F)
    vermilion: Colour = (0xBF, 0x3B, 0x27)
    moss: Colour = (0x56, 0x71, 0x3F)
    ochre: Colour = (0xA8, 0x77, 0x2A)
    wood: Colour = (0x5B, 0x4A, 0x37)
    deep_wood: Colour = (0x4B, 0x3C, 0x2C)
    focus_ground: Colour = (0xE4, 0xE6, 0xE3)
    due_ground: Colour = (0xF6, 0xE9, 0xDD)
    on_wood: Colour = (0xF7, 0xF2, 0xE6)
    soft_on_wood: Colour = (0xDC, 0xCE, 0xB4)
    alarm_on_wood: Colour = (0xF4, 0xB3, 0xA0)
    margin_line: Colour = (0xE4, 0xBC, 0xAE)
    shut_out: Colour = (0xC2, 0xB7, 0xA4)
    vendor: Colour = (0xE2, 0xA9, 0x3C)
    credited: Colour = (0x8A, 0xB9, 0xDA)
    trusted: Colour = (0x2A, 0x67, 0x9C)
    partner: Colour = (0x14, 0x2C, 0x47)


NORMAL: Final = Palette()
HIGH: Final = replace(
    NORMAL,
    paper=(0xFF, 0xFF, 0xFF),
    card=(0xFF, 0xFF, 0xFF),
    ink=(0x00, 0x00, 0x00),
    soft_ink=(0x33, 0x30, 0x2B),
    rule=(0x6B, 0x64, 0x58),
    indigo=(0x0B, 0x2A, 0x4A),
    vermilion=(0x96, 0x20, 0x10),
    moss=(0x2F, 0x4A, 0x1C),
    ochre=(0x6B, 0x47, 0x0C),
    wood=(0x2B, 0x21, 0x17),
    deep_wood=(0x1C, 0x15, 0x0E),
    focus_ground=(0xD9, 0xE4, 0xF0),
    due_ground=(0xFB, 0xEB, 0xE4),
    on_wood=(0xFF, 0xFF, 0xFF),
    soft_on_wood=(0xF2, 0xE8, 0xD4),
    alarm_on_wood=(0xFF, 0xC8, 0xB6),
    shut_out=(0xCC, 0xC6, 0xBB),
    vendor=(0xF2, 0xB2, 0x38),
    credited=(0x93, 0xC8, 0xEE),
    trusted=(0x0D, 0x4A, 0x80),
    partner=(0x07, 0x1A, 0x30),
)
SAFE: Final = replace(
    NORMAL, vermilion=(0xAD, 0x4A, 0x00), moss=(0x00, 0x74, 0xAA), alarm_on_wood=(0xF5, 0xB8, 0x4A)
)
SAFE_HIGH: Final = replace(
    HIGH, vermilion=(0x80, 0x36, 0x00), moss=(0x00, 0x58, 0x9A), alarm_on_wood=(0xFF, 0xC4, 0x55)
)
"""For any colour vision: vermilion and moss fall together for one man in twelve (protan, deutan). In their
place stand the vermillion and the blue of Okabe and Ito (2008), darkened until letters can be read."""

PALETTES: Final[dict[tuple[Contrast, bool], Palette]] = {
    ("normal", False): NORMAL,
    ("high", False): HIGH,
    ("normal", True): SAFE,
    ("high", True): SAFE_HIGH,
}
"""By contrast, and whether it is the one for any colour vision."""

TOLD_APART: Final = (
    ("vermilion", "moss", "indigo"),
    ("vermilion", "ink"),
    ("vermilion", "soft_ink"),
    ("alarm_on_wood", "soft_on_wood"),
    ("alarm_on_wood", "on_wood"),
    ("shut_out", "vendor", "credited", "trusted", "partner"),
)
"""Colours that mean different things where they stand together; none of them says it alone.

The second sign: a withdrawal stands in its own column and a loss is ringed with its words below; a promise
has its word before it; what was gained or lost has its sign; what comes due has a dot and a date; a broken
file has a clip and a sentence; a level has its name on the cover; the focus has a ring; the choice made
keeps its bar and the others fade; the bands keep their order and have their names or numbers on them.
"""

PAIRS: Final = (
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "focus_ground"),
    ("ink", "due_ground"),
    ("soft_ink", "paper"),
    ("soft_ink", "card"),
    ("soft_ink", "focus_ground"),
    ("soft_ink", "due_ground"),
    ("indigo", "paper"),
    ("indigo", "card"),
    ("indigo", "focus_ground"),
    ("vermilion", "paper"),
    ("vermilion", "card"),
    ("vermilion", "due_ground"),
    ("moss", "paper"),
    ("moss", "card"),
    ("card", "indigo"),
    ("card", "vermilion"),
    ("on_wood", "wood"),
    ("on_wood", "deep_wood"),
    ("soft_on_wood", "wood"),
    ("soft_on_wood", "deep_wood"),
    ("alarm_on_wood", "wood"),
    ("alarm_on_wood", "deep_wood"),
    ("ink", "shut_out"),
    ("ink", "vendor"),
    ("ink", "credited"),
    ("card", "trusted"),
    ("card", "partner"),
)
"""Every (letters, ground) the screens may use, by the names of ``Palette``. A new pair is added here first,
so that the test of the contrast sees it. Ochre is for areas only: on paper it stays below 4.5 : 1."""

LEAST_SIGN: Final = 3.0
"""Ratio that a sign which is no letter must keep against what lies around it (WCAG 2.2, 1.4.11)."""

SIGNS: Final = (
    ("indigo", "paper"),  # the ring of the focus, the bar of a choice, the line of a name
    ("indigo", "card"),
    ("indigo", "focus_ground"),
    ("indigo", "due_ground"),
    ("on_wood", "wood"),  # the ring of the focus on the table; a curve, a bar
    ("on_wood", "deep_wood"),
    ("alarm_on_wood", "wood"),  # what comes due, the largest loss
    ("alarm_on_wood", "deep_wood"),
    ("soft_ink", "paper"),  # outlines of buttons, rings of numbers, bars beside what scrolls
    ("soft_ink", "card"),
    ("soft_on_wood", "wood"),
    ("ink", "rule"),  # the thumb of a bar on its track
    ("vermilion", "due_ground"),  # the edge of a slip
    ("vermilion", "paper"),  # the seal
)
"""Every (sign, ground) by which something is told without letters."""


def luminance(colour: Colour) -> float:
    """Relative luminance 0–1 of an sRGB colour (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]  # noqa: PLR2004 - the constants of sRGB
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(one: Colour, other: Colour) -> float:
    """Contrast 1–21 of two colours, in either order (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The colour ``share`` (0–1) of the way from ``one`` to ``other``."""
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


def hexed(colour: Colour) -> str:
    """The colour as ``#rrggbb``, as SVG wants it."""
    return f"#{colour[0]:02x}{colour[1]:02x}{colour[2]:02x}"


def colour_names() -> tuple[str, ...]:
    """The names of ``Palette``, in order."""
    return tuple(field.name for field in fields(Palette))
