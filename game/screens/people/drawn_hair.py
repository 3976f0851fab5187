"""Hair in SVG: what lies behind the head and what lies over it. Origin and units as in ``drawn_head``."""

from typing import Final

from game.screens.colours import hexed, mix
from game.screens.people.face import Face
from game.screens.people.hair_shapes import BACK, FRONT, SHINE, STRANDS
from game.screens.people.headwear import worn
from game.screens.people.strokes import INK, path

_TAIL: Final = (
    "M 80 40 C 98 50 112 84 112 122 C 112 154 104 182 92 204 C 88 184 76 170 74 146 C 70 118 78 80 74 52 Z"
)
"""Tied hair that falls forward over the shoulder."""


def scaled(face: Face, body: str) -> str:
    """Hair is drawn for a face 76 wide; narrower and wider heads take it along."""
    return f'<g transform="translate(0 9) scale({face.width / 76:.3f} 0.96)">{body}</g>'


def reach(face: Face) -> int:
    """How far below the eyes hair or headwear may hang, in units, the head held as far as it ever is."""
    if face.headwear == "scarf" or face.hair in {"long", "tail"}:
        return 280
    return {"lob": 200, "bob": 164, "chignon": 150, "wave": 150}.get(face.hair, 144)


def crown(face: Face) -> int:
    """How far above the eyes hair may rise, in units, the head held as far as it ever is."""
    return 200 if face.hair == "bun" else 176


def earrings(face: Face) -> str:
    """Small rings, where the hair leaves the ears free."""
    if not face.earrings or face.hair not in {"bun", "chignon", "pixie"}:
        return ""
    x = face.width + 4
    return "".join(
        f'<circle cx="{side * x:.0f}" cy="38" r="4.2" fill="#e9dcc0" stroke="#8a7a58" stroke-width="1.4"/>'
        for side in (-1, 1)
    )


def behind(face: Face) -> str:
    """What hangs behind the neck; nothing for short hair."""
    if face.headwear == "scarf":
        return ""
    tone, line = hexed(mix(face.hair_colour, (0, 0, 0), 0.22)), hexed(mix(face.hair_colour, INK, 0.6))
    knot = (
        path(
            "M -34 -128 C -44 -164 -18 -178 2 -178 C 26 -178 46 -162 36 -128 Z",
            hexed(face.hair_colour),
            1,
            line,
            2.2,
        )
        if face.hair == "bun"
        else ""
    )
    back = BACK.get(face.hair)
    if not (knot or back):
        return ""
    return scaled(face, knot + (path(back, tone, 1, line, 2.2) if back else ""))


def over(face: Face) -> str:
    """What lies over the forehead and beside the face, with its strands and its shine."""
    if face.headwear == "scarf":
        return worn(face)
    base, line = hexed(face.hair_colour), hexed(mix(face.hair_colour, INK, 0.6))
    light = hexed(mix(face.hair_colour, (0xFF, 0xE6, 0xC8), 0.24))
    dark = hexed(mix(face.hair_colour, (0, 0, 0), 0.4))
    parts = [path(shape, base, 1, line, 2.2) for shape in FRONT[face.hair]]
    if face.hair in SHINE:
        parts.append(path(SHINE[face.hair], light, 0.45))
    for at, strand in enumerate(STRANDS[face.hair]):
        parts.append(path(strand, "none", 0.5, light if at % 2 else dark, 1.6))
    if face.hair == "tail":
        parts.insert(0, path(_TAIL, base, 1, line, 2.2))
    return scaled(face, "".join(parts)) + worn(face)


def shadow(face: Face) -> str:
    """The shadow the hair throws on the forehead: its own shape, drawn a little towards the eyes."""
    if face.hair == "bald" or face.headwear == "scarf":
        return ""
    tone = hexed(mix(face.skin, (0x9A, 0x52, 0x40), 0.5))
    shapes = "".join(path(shape, tone, 0.34) for shape in FRONT[face.hair])
    return f'<g transform="scale(0.97 0.91)">{scaled(face, shapes)}</g>'
