"""Strokes that widgets, places and people share: SVG at native size, gradients, all remembered.

Everything with a curve or a slope goes through SVG, because SDL_image smooths its edges and pygame's own
shapes do not. SDL_image draws no text, clip path, mask, filter or ``use``; it wants gradients in percentages,
and radial ones only on circles.
"""

import io
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Final

import pygame

from game.screens.colours import Colour, hexed
from game.screens.pictures import PICTURES, Picture, most_for

_ahead = [False]
_NOTHING: Final = Picture(pygame.Surface((1, 1), pygame.SRCALPHA))


def remembered(key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
    """The picture of ``key``, made the first time; the least used ones are forgotten. Not to be drawn on."""
    if _ahead[0]:
        return _NOTHING.surface
    return PICTURES.get(key, lambda: Picture(make())).surface


def forget_pictures() -> None:
    """Empty the memory of pictures: after a resize none of them fits any more."""
    PICTURES.forget()


def remember_for(size: tuple[int, int]) -> None:
    """Keep as many pictures as a window of this many pixels needs."""
    PICTURES.most = most_for(size)


def forget_expected() -> None:
    """What was drawn ``ahead`` and has not begun to be made will not be wanted."""
    PICTURES.forget_expected()


def take_in_expected() -> None:
    """Count what has been made meanwhile to what is remembered, so that the least used makes room for it."""
    PICTURES.take_in()


@contextmanager
def ahead() -> Iterator[pygame.Surface]:
    """What is drawn inside is not drawn now: its SVG is only expected, since it will be wanted soon.

    Gives a surface to draw on that nobody sees.
    """
    _ahead[0] = True
    try:
        yield pygame.Surface((1, 1), pygame.SRCALPHA)
    finally:
        _ahead[0] = False


def fast(surface: pygame.Surface) -> pygame.Surface:
    """The surface in the format that blits fastest, alpha kept; as it is when there is no window yet."""
    return surface.convert_alpha() if pygame.display.get_surface() else surface


def document(body: str, view: tuple[float, float, float, float]) -> str:
    """An SVG document around ``body``; ``view`` is its x, y, width, height."""
    x, y, width, height = view
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="{x:g} {y:g} {width:g} {height:g}">{body}</svg>'
    )


def picture(source: str, size: tuple[int, int]) -> pygame.Surface:
    """An SVG document drawn at ``size`` native pixels (its own proportions are kept), remembered."""
    return _svg((source, size), lambda: Picture(fast(_loaded(source, size)))).surface


def cutout(source: str, size: tuple[int, int], tint: Colour | None = None) -> Picture:
    """The same without the clear pixels around what is drawn: for a figure that fills little of its room.

    ``tint`` is the light on it: every colour is multiplied by it, white leaves it as it is.
    """

    def make() -> Picture:
        whole = _loaded(source, size)
        filled = whole.get_bounding_rect()
        figure = whole.subsurface(filled).copy()
        if tint is not None:
            figure.fill(tint, special_flags=pygame.BLEND_RGB_MULT)
        return Picture(fast(figure), filled.topleft)

    return _svg((source, size, tint), make)


def _svg(key: Hashable, make: Callable[[], Picture]) -> Picture:
    if _ahead[0]:
        PICTURES.expect(key, make)
        return _NOTHING
    return PICTURES.get(key, make)


def _loaded(source: str, size: tuple[int, int]) -> pygame.Surface:
    with io.BytesIO(source.encode()) as stream:
        return pygame.image.load_sized_svg(stream, size)


def across(
    size: tuple[int, int], left: Colour, right: Colour, *, clear_right: bool = False
) -> pygame.Surface:
    """A gradient from ``left`` to ``right``; with ``clear_right`` it fades to nothing there."""
    end = f'stop-color="{hexed(right)}" stop-opacity="{0 if clear_right else 1}"'
    body = (
        '<defs><linearGradient id="g" x1="0%" y1="0%" x2="100%" y2="0%">'
        f'<stop offset="0%" stop-color="{hexed(left)}"/><stop offset="100%" {end}/></linearGradient></defs>'
        f'<rect width="{size[0]}" height="{size[1]}" fill="url(#g)"/>'
    )
    return picture(document(body, (0, 0, *size)), size)


def round_card(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour,
    edge: Colour | None = None,
    *,
    radius: float = 4,
    width: float = 1.5,
) -> None:
    """A filled rectangle with smooth round corners; ``edge`` is a line of ``width`` pixels inside it."""
    inset = width / 2 if edge else 0
    line = f'stroke="{hexed(edge)}" stroke-width="{width:g}"' if edge else ""
    body = (
        f'<rect x="{inset:g}" y="{inset:g}" '
        f'width="{rect.width - 2 * inset:g}" height="{rect.height - 2 * inset:g}" '
        f'rx="{radius:g}" fill="{hexed(fill)}" {line}/>'
    )
    surface.blit(picture(document(body, (0, 0, *rect.size)), rect.size), rect)


def disc(
    surface: pygame.Surface,
    centre: tuple[int, int],
    radius: int,
    fill: Colour | None,
    edge: Colour | None = None,
    *,
    width: float = 1.5,
) -> None:
    """A smooth circle, filled, outlined, or both; native pixels."""
    side = 2 * radius + 2
    paint = f'fill="{hexed(fill)}"' if fill else 'fill="none"'
    line = f'stroke="{hexed(edge)}" stroke-width="{width:g}"' if edge else ""
    r = radius - (width / 2 if edge else 0)
    body = f'<circle cx="{side / 2:g}" cy="{side / 2:g}" r="{r:g}" {paint} {line}/>'
    surface.blit(
        picture(document(body, (0, 0, side, side)), (side, side)),
        (centre[0] - side // 2, centre[1] - side // 2),
    )
