"""Curves of the balance, drawn at twice the size and made smaller, so that slanting lines are smooth."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from weakref import WeakKeyDictionary

import pygame

from game.screens.colours import Colour, Palette, mix
from game.screens.theme import Rect, Theme

_OVER: Final = 2
_DASH: Final = (7.0, 5.0)
_PAD_RIGHT, _PAD_TOP, _PAD_BOTTOM = 18.0, 24.0, 38.0
_PAD_LATER: Final = 34.0
_LEAST_LEFT: Final = 40.0
_LETTERS: Final = "column"
_FAINT_SHADE: Final = 0.45
_LATER_SHADE: Final = 0.5
"""How far the ground of the later time is from the chart's to the table's."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A ringed point of the curve, with words below the curve; ``at`` in the curve's own numbers.

    ``alarming``: in the colour of a loss. ``number`` above 0: no words below, but a disc with this number.
    """

    at: tuple[float, float]
    label: str
    alarming: bool = True
    number: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """What a curve shows, in its own numbers: x (days or steps) and y (credit), both of any range.

    ``ticks`` are heights with a line and a label. ``other`` is the dashed curve of the changed answer,
    ``faint`` one that stays behind all others.
    From x = ``later_from`` on the ground is lighter and ``later_label`` stands above it: another time.
    """

    points: tuple[tuple[float, float], ...]
    ticks: tuple[tuple[float, str], ...]
    other: tuple[tuple[float, float], ...] = ()
    other_label: str = ""
    marks: tuple[Mark, ...] = ()
    later_from: float | None = None
    later_label: str = ""
    faint: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """From the curve's numbers to pixels of a surface."""

    left: float
    top: float
    width: float
    height: float
    low: tuple[float, float]
    high: tuple[float, float]

    def pixel(self, point: tuple[float, float]) -> tuple[float, float]:
        spans = [max(high - low, 1e-9) for low, high in zip(self.low, self.high, strict=True)]
        return (
            self.left + (point[0] - self.low[0]) / spans[0] * self.width,
            self.top + self.height - (point[1] - self.low[1]) / spans[1] * self.height,
        )


def _frame(chart: Chart, theme: Theme, size: tuple[int, int]) -> _Frame:
    points = [*chart.points, *chart.other, *chart.faint]
    heights = [y for _, y in points] + [y for y, _ in chart.ticks]
    large = theme.text_percent / 100
    letters = theme.measure("regular", theme.em(_LETTERS))
    widest = max((sum(map(letters, label)) for _, label in chart.ticks), default=0)
    left = max(theme.px(_LEAST_LEFT), widest + theme.px(14))
    head = _PAD_LATER if chart.later_label else _PAD_TOP
    top, bottom = theme.px(head * large), theme.px(_PAD_BOTTOM * large)
    return _Frame(
        left,
        top,
        size[0] - left - theme.px(_PAD_RIGHT),
        size[1] - top - bottom,
        (min((x for x, _ in points), default=0), min(heights, default=0)),
        (max((x for x, _ in points), default=1), max(heights, default=1)),
    )


def _stroke(
    surface: pygame.Surface, points: Sequence[tuple[float, float]], colour: Colour, width: int
) -> None:
    """A line with round joints."""
    for one, other in pairwise(points):
        pygame.draw.line(surface, colour, one, other, width)
    for point in points:
        pygame.draw.circle(surface, colour, point, width / 2)


def _dashes(
    points: Sequence[tuple[float, float]], on: float, off: float
) -> list[tuple[tuple[float, float], ...]]:
    """The line cut into dashes; the pattern goes on around the corners."""
    found, phase = [], 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0)
        at = -phase
        while at < length:
            start, end = max(at, 0.0), min(at + on, length)
            if end > start:
                found.append(
                    tuple((x0 + (x1 - x0) * t / length, y0 + (y1 - y0) * t / length) for t in (start, end))
                )
            at += on + off
        phase = length - (at - on - off)
        phase %= on + off
    return found


def _shown(points: Sequence[tuple[float, float]], share: float) -> list[tuple[float, float]]:
    """The first ``share`` (0–1) of a line by its steps, the last one cut where it has got to."""
    if share >= 1 or len(points) < 2:  # noqa: PLR2004 - a point is no line
        return list(points)
    reach = share * (len(points) - 1)
    whole = int(reach)
    (x0, y0), (x1, y1) = points[whole], points[whole + 1]
    part = reach - whole
    return [*points[: whole + 1], (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part)]


def draw_chart(
    surface: pygame.Surface,
    theme: Theme,
    rect: Rect,
    chart: Chart,
    *,
    shown: float = 1.0,
    other_shown: float = 1.0,
) -> None:
    """Draw a chart on its dark ground; ``shown`` 0–1 is the share of the curve drawn so far."""
    area, held = theme.rect(rect), surface.get_clip()
    if not area.colliderect(held):
        return
    frame = _frame(chart, theme, area.size)
    kept, key = _drawn.setdefault(theme, {}), (chart, area.size, shown, other_shown)
    lines = kept.pop(key, None)
    if lines is None:
        lines = _lines(theme, frame, chart, area.size, shown=shown, other_shown=other_shown)
        if len(kept) >= _MOST_DRAWN:
            del kept[next(iter(kept))]
    kept[key] = lines
    surface.blit(lines, area)
    surface.set_clip(area.clip(held))
    _labels(surface, theme, area, frame, chart, finished=shown >= 1)
    surface.set_clip(held)


_MOST_DRAWN: Final = 4
_drawn: WeakKeyDictionary[Theme, dict[Hashable, pygame.Surface]] = WeakKeyDictionary()
"""The last charts of a look, without their labels. A growing curve is a new picture every time and would push
all else out of the memory of pictures."""


def _lines(
    theme: Theme, frame: _Frame, chart: Chart, size: tuple[int, int], *, shown: float, other_shown: float
) -> pygame.Surface:
    """The chart without its labels."""
    look, unit = theme.colours, _OVER * theme.scale
    fine = pygame.Surface((size[0] * _OVER, size[1] * _OVER))
    fine.fill(look.deep_wood)

    def twice(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * _OVER, y * _OVER) for x, y in map(frame.pixel, points)]

    _ground(fine, theme, frame, chart)
    if chart.faint:
        _stroke(fine, twice(chart.faint), faint_colour(look), round(2.4 * unit))
    if chart.other:
        for dash in _dashes(_shown(twice(chart.other), other_shown), _DASH[0] * unit, _DASH[1] * unit):
            _stroke(fine, dash, look.soft_on_wood, round(2 * unit))
    line = _shown(twice(chart.points), shown)
    if line:
        _stroke(fine, line, look.on_wood, round(3.2 * unit))
        pygame.draw.circle(fine, look.on_wood, line[-1], 5 * unit)
    for x, y, radius, mark in _discs(theme, frame, chart):
        ring = look.alarm_on_wood if mark.alarming else look.on_wood
        middle = (x * _OVER, y * _OVER)
        pygame.draw.circle(fine, ring, middle, radius * _OVER)
        pygame.draw.circle(fine, look.indigo, middle, (radius - theme.px(2)) * _OVER)
    for mark in chart.marks if shown >= 1 else ():
        if mark.number:
            continue
        x, y = twice([mark.at])[0]
        ring = look.alarm_on_wood if mark.alarming else look.on_wood
        pygame.draw.circle(fine, ring, (x, y), 9 * unit, round(2.6 * unit))
        foot = (frame.top + frame.height + theme.px(11)) * _OVER
        if y + 11 * unit < foot:
            pygame.draw.line(fine, ring, (x, y + 9 * unit), (x, foot), max(1, round(unit * 0.7)))
    return pygame.transform.smoothscale(fine, size)


def faint_colour(look: Palette) -> Colour:
    """The colour of the curve that stays behind."""
    return mix(look.soft_on_wood, look.deep_wood, _FAINT_SHADE)


def _discs(theme: Theme, frame: _Frame, chart: Chart) -> list[tuple[float, float, float, Mark]]:
    """Middle and radius (pixels) of every numbered mark: where two would touch, the later one goes higher."""
    radius = max(theme.px(9), round(theme.em(_LETTERS) * 0.72))
    found: list[tuple[float, float, float, Mark]] = []
    for mark in (each for each in chart.marks if each.number):
        x, y = frame.pixel(mark.at)
        while any(math.hypot(x - u, y - v) < 2 * radius + 2 for u, v, *_ in found):
            y -= radius / 2
        found.append((x, y, radius, mark))
    return found


def _ground(fine: pygame.Surface, theme: Theme, frame: _Frame, chart: Chart) -> None:
    """The lines of the ticks, and the lighter ground of the later time."""
    look, unit = theme.colours, _OVER * theme.scale
    if chart.later_from is not None and chart.points:
        x = frame.pixel((chart.later_from, 0))[0] * _OVER
        later = pygame.Rect(round(x), 0, fine.get_width() - round(x), fine.get_height())
        fine.fill(_later_ground(look), later)
        fine.fill(look.wood, (later.x, 0, round(max(1, unit)), later.height))
    left, right = frame.left * _OVER, (frame.left + frame.width) * _OVER
    for height, _ in chart.ticks:
        y = frame.pixel((0, height))[1] * _OVER
        pygame.draw.line(fine, look.soft_ink, (left, y), (right, y), round(max(1, unit * 0.7)))


def _legible(ticks: Sequence[tuple[float, str]], frame: _Frame, em: int) -> tuple[tuple[float, str], ...]:
    """The ticks whose labels have room: where large letters would touch, those nearest to 0 are kept."""
    found: list[tuple[float, str]] = []
    for tick in sorted(ticks, key=lambda each: abs(each[0])):
        y = frame.pixel((0, tick[0]))[1]
        if all(abs(y - frame.pixel((0, other))[1]) >= em for other, _ in found):
            found.append(tick)
    return tuple(found)


def _later_ground(look: Palette) -> Colour:
    return mix(look.deep_wood, look.wood, _LATER_SHADE)


def _labels(
    surface: pygame.Surface, theme: Theme, area: pygame.Rect, frame: _Frame, chart: Chart, *, finished: bool
) -> None:
    look, em = theme.colours, theme.em(_LETTERS)
    later = area.width if chart.later_from is None else frame.pixel((chart.later_from, 0))[0]

    def write(
        text: str, colour: Colour, x: float, y: float, anchor: float, *, over_curve: bool = True
    ) -> None:
        ink = theme.render("regular", em, text, colour)
        left = max(4, min(x - ink.get_width() * anchor, area.width - ink.get_width() - 4))
        where = (area.x + left, area.y + min(y, area.height - ink.get_height() - 2))
        if over_curve:
            ground = _later_ground(look) if left >= later else look.deep_wood
            surface.fill(ground, ink.get_rect(topleft=where))
        surface.blit(ink, where)

    for height, label in _legible(chart.ticks, frame, em):
        write(label, look.soft_on_wood, frame.left - theme.px(8), frame.pixel((0, height))[1] - em / 2, 1)
    if chart.other and chart.other_label:
        x, y = frame.pixel(chart.other[-1])
        write(chart.other_label, look.soft_on_wood, x, max(2, y - em * 1.6), 1)
    for x, y, _, mark in _discs(theme, frame, chart) if finished else ():
        ink = theme.render("bold", em, str(mark.number), look.card)
        surface.blit(ink, ink.get_rect(center=(round(area.x + x), round(area.y + y))))
    for mark in chart.marks if finished else ():
        if mark.number:
            continue
        x, _ = frame.pixel(mark.at)
        ring = look.alarm_on_wood if mark.alarming else look.on_wood
        write(mark.label, ring, x, frame.top + frame.height + theme.px(14), 0.5, over_curve=False)
    if chart.later_label and chart.later_from is not None and chart.points:
        write(
            chart.later_label, look.soft_on_wood, area.width - theme.px(8), theme.px(7), 1, over_curve=False
        )
