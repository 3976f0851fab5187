"""A text put on paper, or only measured, by the same words: so that what is measured is what is drawn."""

from game.screens.pen import Pen


def put(
    pen: Pen,
    text: str,
    role: str,
    ink: str,
    place: tuple[float, float, float],
    *,
    seen: bool,
    bold: bool = False,
) -> float:
    """Write a text at x and y in a column so wide (units), or only find out its height, which is returned.

    ``ink``: the name of a colour.
    """
    x, y, width = place
    if not seen:
        return pen.height(text, role, width, face="bold" if bold else "regular")
    colour = getattr(pen.theme.colours, ink)
    return pen.write(text, role, colour, (x, y), width, face="bold" if bold else "regular")
