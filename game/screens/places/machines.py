"""Machines in halls, as SVG in the light of an hour. Units of the sheet."""

from typing import Final

from game.screens.places.light import WHITE, Light, box, halo, line

YELLOW: Final = (0xD8, 0xA8, 0x3A)
CARTON: Final = (0xC4, 0x9C, 0x6A)


def press(light: Light) -> str:
    """A press: two columns, a head with a gauge, a bed, a panel with lamps."""
    body, dark = light.tone((0x6E, 0x8E, 0x80), 0.12), light.tone((0x42, 0x58, 0x50), 0.12)
    steel, pale = light.tone((0xC6, 0xCA, 0xC6), 0.2), light.tone(WHITE, 0.2)
    return (
        box(14, 236, 36, 380, body)
        + box(146, 236, 36, 380, body)
        + box(44, 236, 6, 380, dark)
        + box(146, 236, 6, 380, dark)
        + box(4, 226, 188, 88, body, 'rx="6"')
        + box(4, 306, 188, 8, dark)
        + f'<circle cx="98" cy="268" r="22" fill="{pale}" stroke="{dark}" stroke-width="5"/>'
        + line("M 98 268 L 110 256", "#9a3a2c", 3)
        + box(80, 314, 36, 70, steel)
        + box(62, 384, 72, 26, dark)
        + box(50, 452, 96, 20, steel)
        + box(34, 472, 128, 144, body)
        + box(34, 472, 128, 7, dark)
        + box(158, 330, 42, 74, light.tone((0x4A, 0x50, 0x54), 0.15), 'rx="3"')
        + "".join(
            halo(179, y, 16, 0.7 * light.lamps, tone) + f'<circle cx="179" cy="{y}" r="6.5" fill="{tone}"/>'
            for y, tone in ((346, "#6fae62"), (367, "#e0b040"), (388, "#c65040"))
        )
    )


def robot(light: Light) -> str:
    """An arm over a conveyor that carries parts."""
    arm, dark = light.tone((0xD2, 0x84, 0x3C), 0.1), light.tone((0x6A, 0x42, 0x20), 0.15)
    belt, part = light.tone((0x50, 0x54, 0x56), 0.1), light.tone((0xB8, 0xBE, 0xBE), 0.15)
    parts = "".join(
        box(x, 440, 26, 20, part, 'rx="3"')
        + f'<circle cx="{x + 13}" cy="450" r="5" fill="{dark}" opacity="0.6"/>'
        for x in (546, 592, 640)
    )
    legs = "".join(box(x, 482, 10, 134, belt) for x in (540, 618))
    return (
        line("M 648 436 L 632 300 L 570 262 L 562 340", dark, 32)
        + line("M 648 436 L 632 300 L 570 262 L 562 340", arm, 27)
        + "".join(f'<circle cx="{x}" cy="{y}" r="12" fill="{dark}"/>' for x, y in ((632, 300), (570, 262)))
        + line("M 562 356 L 562 384 M 550 402 L 550 388 L 574 388 L 574 402", dark, 6)
        + parts
        + box(528, 460, 140, 22, belt, 'rx="11"')
        + "".join(f'<circle cx="{x}" cy="471" r="7" fill="{part}"/>' for x in (542, 572, 602, 632, 662))
        + legs
    )  # fmt: skip


def forklift(light: Light) -> str:
    """A forklift far down the aisle, its lights on when it is dark."""
    body, dark = light.tone(YELLOW, 0.05), light.tone((0x3A, 0x38, 0x36), 0.1)
    return (
        halo(232, 430, 44, 0.7 * light.lamps)
        + line("M 206 446 L 206 352 L 252 352 L 258 446", dark, 5)
        + box(200, 420, 66, 46, body, 'rx="6"')
        + box(222, 396, 20, 26, dark, 'rx="5"')
        + line("M 190 336 L 190 470 M 176 468 L 196 468", dark, 5)
        + box(158, 424, 34, 40, light.tone(CARTON, 0.1))
        + f'<circle cx="214" cy="468" r="12" fill="{dark}"/><circle cx="254" cy="468" r="12" fill="{dark}"/>'
        + f'<circle cx="232" cy="430" r="4" fill="{"#fff2c0" if light.night else "#efe6cc"}"/>'
    )
