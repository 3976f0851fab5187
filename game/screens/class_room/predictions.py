"""Predictions against outcomes: what trainees expected of the customer, and what came."""

import math
from collections import Counter
from typing import Final

from game.core.scenario import BANDS, Band
from game.debrief.names import band_name
from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.class_room.tally import Tally
from game.screens.colours import hexed
from game.screens.theme import GAP

_CELL: Final = 118.0
_BESIDE: Final = 330.0
"""Units of the numbers at the right."""


def draw_predictions(page: Page, tally: Tally) -> None:
    """Draw the page: expected in rows, came in columns."""
    words, figure, counts = page.words, tally.figure, tally.predicted
    gaps: Counter[int] = Counter()
    for (predicted, band), count in counts.items():
        gaps[BANDS.index(predicted) - BANDS.index(band)] += count
    told, right = gaps.total(), gaps[0]
    high = sum(count for gap, count in gaps.items() if gap > 0)
    low = told - right - high
    kicker = [
        (figure.title, False),
        (words("predictions against outcomes"), False),
        (words.plural("{count} prediction", "{count} predictions", told), True),
    ]
    headline = (
        words("{count} of {all} expected more trust than there was", count=high, all=told)
        if told
        else words("Nobody predicted anything")
    )
    top = page.head(kicker, headline) + 1.75 * GAP
    if not told:
        return
    _grid(page, counts, top)
    _summary(page, top, ((words("too high"), high), (words("just right"), right), (words("too low"), low)))


def _grid(page: Page, counts: "Counter[tuple[Band, Band]]", top: float) -> None:
    words, look, line = page.words, page.look, page.pen.line(LEAST)
    names = max(page.width(band_name(band, words), "body") for band in BANDS) + 2.25 * GAP
    room = WIDE - _BESIDE - names
    wide = min(_CELL, room / len(BANDS))
    left, y = EDGE + names, top + line
    page.pen.write(words("what came"), LEAST, look.soft_ink, (left, top), room)
    page.pen.write(words("expected"), LEAST, look.soft_ink, (EDGE, top + line + 0.5 * GAP), names)
    for at, band in enumerate(BANDS):
        name = band_name(band, words)
        page.need(page.pen.width(name, LEAST), wide)
        page.pen.write(name, LEAST, look.ink, (left + at * wide, y + 0.5 * GAP), wide, align="centre")
    y += line + 1.25 * GAP
    high = (END - y) / len(BANDS)
    page.need(page.line("body"), high)
    most = max(counts.values())
    for row, predicted in enumerate(reversed(BANDS)):
        middle = y + row * high + (high - page.line("body")) / 2
        page.write(band_name(predicted, words), "body", (EDGE, middle), names)
        for at, band in enumerate(BANDS):
            rect = (left + at * wide + 2, y + row * high + 2, wide - 0.5 * GAP, high - 0.5 * GAP)
            _cell(page, counts.get((predicted, band), 0), most, rect, hit=predicted == band)


def _cell(page: Page, count: int, most: int, rect: tuple[float, float, float, float], *, hit: bool) -> None:
    """One cell: a disc the larger the more there are; those in which the prediction was right are framed."""
    look, theme = page.look, page.pen.theme
    area, line = theme.rect(rect), theme.px(3 if hit else 1)
    page.surface.fill(look.indigo if hit else look.rule, area)
    page.surface.fill(look.card if hit else look.paper, area.inflate(-2 * line, -2 * line))
    if not count:
        return
    height = page.line("sentence")
    radius = max(0.46 * height, (min(rect[2], rect[3]) / 2 - GAP) * math.sqrt(count / most))
    x, y = rect[2] / 2, rect[3] / 2
    page.shapes(rect, f'<circle cx="{x:g}" cy="{y:g}" r="{radius:.1f}" fill="{hexed(look.credited)}"/>')
    at = (rect[0], rect[1] + (rect[3] - height) / 2)
    page.write(f"{count}", "sentence", at, rect[2], face="bold", align="centre")


def _summary(page: Page, top: float, rows: "tuple[tuple[str, int], ...]") -> None:
    """How many were too high, right, too low: large numbers at the right."""
    left = EDGE + WIDE - _BESIDE + 6.25 * GAP
    step = (END - top) / len(rows)
    for at, (told, count) in enumerate(rows):
        tall = page.line("large") + page.line("body")
        page.need(tall, step)
        y = top + at * step + (step - tall) / 2
        high = page.write(f"{count}", "large", (left, y), _BESIDE - 6.25 * GAP, face="bold")
        page.write(told, "body", (left, y + high), _BESIDE - 6.25 * GAP, colour=page.look.soft_ink)
