# ruff: noqa: E501, PLR0917 - the numbers and the length of a drawn line are the drawing; edges of a thing in space
"""What lies outside: a Japanese town under the sky, and the windows it is seen through. Units of the sheet."""

from game.screens.places.depth import at, outline, upright
from game.screens.places.light import UMBER, WHITE, Light, line, shape

_ROOFS = ((0.00, 0.62, 0.30), (0.26, 0.50, 0.22), (0.46, 0.66, 0.26), (0.70, 0.44, 0.16), (0.84, 0.58, 0.18))
"""Blocks before a window in a side wall, as shares of it: start, top, width."""


def side_window(light: Light, k0: float, k1: float, top: float, foot: float, x: float = 584.0) -> str:
    """A tall window in the wall at the right, from ``k0`` to the nearer ``k1``: sky, roofs, frame, sill."""
    frame, edge = light.tone(WHITE, 0.4), light.tone(UMBER, 0.4)
    wide, high = k1 - k0, foot - top
    block, glow = light.outdoors((0x90, 0xA2, 0xA8)), "#f6d78c" if light.night else "#ffffff"
    parts = [
        shape(upright(x, top - 16, foot + 16, k0 - 0.035, k1 + 0.035), edge),
        shape(upright(x, top - 14, foot + 14, k0 - 0.03, k1 + 0.03), frame),
        shape(upright(x, top, foot, k0, k1), "url(#sky)"),
    ]
    if light.night:
        moon_x, moon_y = at(x, top + high * 0.18, k0 + wide * 0.35)
        parts.append(f'<circle cx="{moon_x:.1f}" cy="{moon_y:.1f}" r="9" fill="#f6ecd0"/>')
    else:
        parts += [
            shape(upright(x, top + high * y, top + high * (y + 0.035), k0 + wide * a, k0 + wide * b), "#ffffff", 0.5 - 0.2 * light.dim)
            for y, a, b in ((0.20, 0.25, 0.75), (0.24, 0.40, 0.90), (0.34, 0.05, 0.35))
        ]  # fmt: skip
    for start, height, size in _ROOFS:
        a, b = k0 + wide * start, min(k1, k0 + wide * (start + size))
        parts.append(shape(upright(x, top + high * height, foot, a, b), block, 0.55 + 0.45 * (height > 0.55)))  # noqa: PLR2004 - the nearer row
        parts += [
            shape(upright(x, top + high * (height + y), top + high * (height + y + 0.035), a + (b - a) * s, a + (b - a) * (s + 0.14)), glow, 0.4 + 0.6 * light.lamps)
            for y in (0.06, 0.15)
            for s in (0.18, 0.55)
        ]  # fmt: skip
    middle = k0 + wide * 0.5
    parts += [
        shape(upright(x, top, foot, middle - 0.012, middle + 0.012), frame),
        shape(upright(x, top + high * 0.4, top + high * 0.4 + 6, k0, k1), frame),
        shape(outline(at(x - 12, foot + 14, k0 - 0.05), at(x - 12, foot + 14, k1 + 0.05), at(x, foot + 14, k1 + 0.05), at(x, foot + 14, k0 - 0.05)), light.tone(WHITE, 0.2)),
        shape(upright(x - 12, foot + 14, foot + 22, k0 - 0.05, k1 + 0.05), edge),
    ]  # fmt: skip
    return "".join(parts)


def sunbeam(light: Light) -> str:
    """What the window throws on the wall across from it: two panes of light, low in the morning and evening."""
    if not light.beam:
        return ""
    return "".join(
        shape(
            f"M {x} {y} L {x + 62} {y - 34} L {x + 62} {y + 96} L {x} {y + 136} Z",
            "#fff3d2",
            light.beam * 0.5,
        )
        for x, y in ((16, 262), (88, 222))
    ) + shape("M 168 178 L 236 148 L 236 262 L 168 300 Z", "#fff3d2", light.beam * 0.36)


def glint(x: float, y: float, w: float, h: float) -> str:
    """The sheen on a pane of glass."""
    return line(f"M {x + w * 0.2:g} {y + h * 0.8:g} L {x + w * 0.6:g} {y + h * 0.15:g}", "#ffffff", 8, 0.16)
