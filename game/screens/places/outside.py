# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""What lies outside: a Japanese town under the sky, and the window it is seen through. Units of the sheet."""

from game.screens.colours import hexed, mix
from game.screens.places.light import UMBER, WHITE, Light, box, shape

_FAR = ((0.0, 0.50, 0.16), (0.18, 0.58, 0.12), (0.42, 0.46, 0.15), (0.60, 0.56, 0.14), (0.83, 0.42, 0.17))
_NEAR = ((0.08, 0.68, 0.2), (0.30, 0.62, 0.16), (0.50, 0.72, 0.22), (0.76, 0.60, 0.18))
"""Blocks as shares of the window: left, top, width."""


def town(light: Light, x: float, y: float, w: float, h: float) -> str:
    """Roofs and blocks under the sky, for a window of that size; lit windows and a moon when it is dark."""
    far, near = light.outdoors((0x9A, 0xA8, 0xAC)), light.outdoors((0x72, 0x84, 0x88))
    glow = "#f6d78c" if light.night else hexed(mix(light.horizon, WHITE, 0.3))
    parts = [box(x, y, w, h, "url(#sky)")]
    if light.night:
        moon = min(15.0, min(w, h) * 0.05)
        parts.append(
            f'<circle cx="{x + w * 0.84:.0f}" cy="{y + h * 0.17:.0f}" r="{moon:.1f}" fill="#f6ecd0"/>'
        )
    else:
        parts += [
            f'<ellipse cx="{x + w * cx:.0f}" cy="{y + h * cy:.0f}" rx="{w * rx:.0f}" ry="{h * 0.035:.0f}" fill="#ffffff" opacity="{0.55 - 0.25 * light.dim:.2f}"/>'
            for cx, cy, rx in ((0.25, 0.2, 0.16), (0.36, 0.235, 0.12), (0.74, 0.33, 0.14))
        ]
    parts += [box(x + w * left, y + h * top, w * wide, h * (1 - top), far) for left, top, wide in _FAR]
    for left, top, wide in _NEAR:
        parts.append(box(x + w * left, y + h * top, w * wide, h * (1 - top), near))
        parts += [
            box(x + w * (left + 0.03 + n % 3 * 0.045), y + h * (top + 0.05 + n // 3 * 0.09), w * 0.02, h * 0.04, glow, f'opacity="{0.7 + 0.3 * light.lamps:.2f}"')
            for n in range(6)
            if (n * 7 + round(left * 100)) % 3
        ]  # fmt: skip
    roof = f"M {x:g} {y + h:g} L {x:g} {y + h * 0.86:g} L {x + w * 0.18:g} {y + h * 0.79:g} L {x + w * 0.36:g} {y + h * 0.87:g} L {x + w * 0.36:g} {y + h:g} Z"
    return "".join(parts) + shape(roof, light.outdoors((0x5A, 0x62, 0x66)))


def window(light: Light, x: float, y: float, w: float, h: float) -> str:
    """A window of four panes with its frame, its sill and the town outside."""
    frame, edge = light.tone(WHITE, 0.5), light.tone(UMBER, 0.5)
    shade = light.tone((0x7A, 0x64, 0x46), 0.75)
    glint = f"M {x + w * 0.1:g} {y + h:g} L {x + w * 0.42:g} {y:g} L {x + w * 0.56:g} {y:g} L {x + w * 0.24:g} {y + h:g} Z"
    return (
        box(x - 18, y - 18, w + 36, h + 36, edge)
        + box(x - 15, y - 15, w + 30, h + 30, frame)
        + box(x - 1.5, y - 1.5, w + 3, h + 3, edge)
        + town(light, x, y, w, h)
        + shape(glint, "#ffffff", 0.13)
        + box(x + w / 2 - 5, y, 10, h, frame)
        + box(x + w / 2 + 5, y, 1.5, h, shade)
        + box(x, y + h * 0.46, w, 9, frame)
        + box(x, y + h * 0.46 + 9, w, 1.5, shade)
        + box(x - 26, y + h + 16, w + 52, 11, frame)
        + box(x - 26, y + h + 27, w + 52, 3, edge)
    )
