# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""The rooms of a company, as SVG in the light of an hour. Units of the sheet, depth as in ``depth``.

The middle is left quiet for the face; notebook and calendar hang in the upper corners.
"""

from game.screens.colours import Colour
from game.screens.places.depth import ceiling_light, facing, quiet, shell
from game.screens.places.furniture import (
    board,
    bookcase,
    cabinet,
    clock,
    desk_row,
    picture,
    plant,
    rug_lines,
)
from game.screens.places.light import UMBER, Light, halo, shape
from game.screens.places.outside import side_window, sunbeam


def meeting_room(light: Light) -> str:
    """A room for talks: shelves along one wall, a window on the town in the other, a print, a plant."""
    return (
        shell(light, (0xEC, 0xE2, 0xCC), (0xA8, 0x8E, 0x6A), 0.4)
        + rug_lines(light, 556, (0x8A, 0x70, 0x4E))
        + ceiling_light(light, 320, 432, 1.10, 1.34)
        + side_window(light, 1.07, 1.48, 130, 400)
        + sunbeam(light)
        + picture(light, 504, 200, 50, 68)
        + plant(light, 634, 442, 0.62)
        + bookcase(light, 1.16, 1.62, 352, 3)
        + halo(376, 40, 330, 0.34 * light.lamps)
        + quiet(light)
    )


def office(light: Light) -> str:
    """A room with desks and screens, a notice board, a clock, cabinets under the window."""
    felt: Colour = (0x7C, 0x8E, 0x86)
    dark = light.tone(UMBER, 0.5)
    notes = "".join(
        shape(facing(492 + n % 3 * 28, 206 + n // 3 * 44, 514 + n % 3 * 28, 206 + 34 - n * 7 % 9 + n // 3 * 44, 1.0), light.tone(((0xFB, 0xF8, 0xF1), (0xF0, 0xDC, 0xA8), (0xD6, 0xE2, 0xDE))[n * 2 % 3], 0.15))
        for n in range(6)
    )  # fmt: skip
    return (
        shell(light, (0xDE, 0xE4, 0xDE), (0x8E, 0x96, 0x94), 0.6, ceiling=(0xEE, 0xF0, 0xEC))
        + "".join(
            ceiling_light(light, x, x + 66, a, b) for x in (214, 472) for a, b in ((1.06, 1.2), (1.32, 1.56))
        )
        + side_window(light, 1.10, 1.44, 140, 372)
        + sunbeam(light)
        + shape(facing(484, 196, 582, 302, 1.0), dark)
        + shape(facing(487, 199, 579, 299, 1.0), light.tone(felt, 0.3))
        + notes
        + clock(light, 524, 152, 20)
        + cabinet(light, 1.02, 1.46, 440, (0xB8, 0xB8, 0xAE))
        + desk_row(light, 1.10, (168, 216))
        + board(light, 1.30, 1.74, 190, 330)
        + desk_row(light, 1.46, (150, 204))
        + halo(250, 20, 240, 0.4 * light.lamps)
        + halo(510, 20, 240, 0.4 * light.lamps)
        + quiet(light)
    )
