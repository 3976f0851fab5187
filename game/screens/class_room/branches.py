"""Two branches of a decision side by side: what was said, what the customer understood, where it went."""

from typing import TYPE_CHECKING, Final

from game.screens.class_room.bands import band_bar
from game.screens.class_room.decision import headline, told_before
from game.screens.class_room.naming import names_told, taken_text
from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.class_room.plot import Axes, days_below, spread, stroke, zones_beside
from game.screens.class_room.tally import Tally
from game.screens.colours import Colour, hexed
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import DecisionFigure, Taken

_BETWEEN: Final = 40.0
_COLUMN: Final = (WIDE - _BETWEEN) / 2
_BAR: Final = 34.0
_BESIDE: Final = 116.0
_LEAST_CHART: Final = 120.0
_BADGE: Final = 34.0


def pair_of(decision: "DecisionFigure", other: int) -> "tuple[Taken, Taken] | None":
    """The choice most took, and the ``other``-th of the rest, those with the most trust first.

    None where fewer than two choices were taken.
    """
    taken = sorted((each for each in decision.choices if each.seats), key=lambda each: -len(each.seats))
    if len(taken) < 2:  # noqa: PLR2004 - two stand side by side
        return None
    rest = sorted(taken[1:], key=lambda each: -(each.mean_trust or 0))
    return taken[0], rest[other % len(rest)]


def draw_branches(page: Page, tally: Tally, decision: "DecisionFigure") -> None:
    """Draw two branches, and below them how the credit of both went on."""
    words = page.words
    kicker = [
        *told_before(decision, tally.figure),
        (words("two branches"), True),
        (words("the lines: median credit"), False),
    ]
    pair = pair_of(decision, page.shown.other)
    top = page.head(kicker, headline(page, decision)) + 1.5 * GAP
    if pair is None:
        told = words("All of them took the same way here.")
        page.write(told, "sentence", (EDGE, top + 1.5 * GAP), WIDE, colour=page.look.soft_ink)
        return
    tints = (page.look.indigo, page.look.vermilion)
    heights = [_column_height(page, each) for each in pair]
    for at, (taken, tint) in enumerate(zip(pair, tints, strict=True)):
        x = EDGE + at * (_COLUMN + _BETWEEN)
        _column(page, decision, taken, (x, top, max(heights)), tint)
    chart = top + max(heights) + 2.75 * GAP
    page.need(chart + _LEAST_CHART, END)
    if END - chart > _LEAST_CHART / 2:
        _curves(page, tally, decision, pair, chart)


# ── the columns ─────────────────────────────────────────────────────────────────────────────────────


def _column_height(page: Page, taken: "Taken") -> float:
    said = page.height(taken_text(taken, page.words), "sentence", _COLUMN - _BADGE - 1.75 * GAP, most=4)
    heard = page.height(_understood(page, taken), "body", _COLUMN, most=3) + GAP if taken.understood else 0.0
    return 1.75 * GAP + said + 0.75 * GAP + heard + page.pen.line(LEAST) + _BAR + 0.75 * GAP


def _understood(page: Page, taken: "Taken") -> str:
    """What the customer took it for, said to be that."""
    return page.words("How it was taken: {understood}", understood=taken.understood)


def _column(
    page: Page,
    decision: "DecisionFigure",
    taken: "Taken",
    place: tuple[float, float, float],
    tint: Colour,
) -> None:
    words, look = page.words, page.look
    x, y, height = place
    number = decision.choices.index(taken) + 1
    page.surface.fill(tint, page.pen.theme.rect((x, y, _COLUMN, 4)))
    inner = y + 1.75 * GAP
    _badge(page, number, (x, inner + (page.line("sentence") - _BADGE) / 2), tint)
    said = taken_text(taken, words)
    left = x + _BADGE + 1.75 * GAP
    inner += page.write(said, "sentence", (left, inner), _COLUMN - _BADGE - 1.75 * GAP, most=4) + 0.75 * GAP
    if taken.understood:
        page.write(_understood(page, taken), "body", (x, inner), _COLUMN, colour=look.soft_ink, most=3)
    bar = y + height - _BAR
    line = bar - page.pen.line(LEAST) - 2
    if page.shown.names:
        told = page.shortened(names_told(page, taken.seats, _COLUMN), "small", _COLUMN)
    else:
        count = words.plural("{count} person", "{count} people", len(taken.seats))
        parts = [count, words("Loses nothing") if taken.best else "", taken.principle]
        told = page.shortened("  ·  ".join(filter(None, parts)), "small", _COLUMN)
    page.pen.write(told, LEAST, look.ink, (x, line), _COLUMN)
    band_bar(page, taken.bands, (x, bar, _COLUMN, _BAR))


def _badge(page: Page, number: int, at: tuple[float, float], tint: Colour) -> None:
    """The number of a choice in a disc of its colour, as it stands at the end of its curve."""
    half = _BADGE / 2
    page.shapes((*at, _BADGE, _BADGE), f'<circle cx="{half}" cy="{half}" r="{half}" fill="{hexed(tint)}"/>')
    top = at[1] + (_BADGE - page.pen.line(LEAST)) / 2
    page.pen.write(f"{number}", LEAST, page.look.card, (at[0], top), _BADGE, face="bold", align="centre")


# ── the curves ──────────────────────────────────────────────────────────────────────────────────────


def _curves(
    page: Page, tally: Tally, decision: "DecisionFigure", pair: "tuple[Taken, Taken]", top: float
) -> None:
    """The median balance of those who took each: a whole line and a dashed one."""
    days = tally.figure.outline.days
    if not days:
        return
    lines = [tally.branch(decision, each.choice) for each in pair]
    levels = [level for line in lines for level in line] + [0, *page.thresholds[:2]]
    low, high = min(levels), max(levels)
    air = (high - low) * 0.1
    below = page.pen.line(LEAST) + 0.5 * GAP
    rect = (EDGE, top, WIDE - _BESIDE - _BADGE - 4.5 * GAP, END - top - below)
    ends = spread(days[0]), spread(max(days[-1], days[0] + 1))
    axes = Axes(rect, (ends[0], low - air), (ends[1], high + air))
    zones_beside(page, axes, _BESIDE, after=_BADGE + 2 * GAP)
    days_below(page, axes)
    tints = (page.look.indigo, page.look.vermilion)
    shapes = [
        stroke(axes.path(list(zip(map(spread, days), line, strict=True))), tint, 4.5, dash=dash)
        for line, tint, dash in zip(lines, tints, ("", "12 9"), strict=True)
    ]
    page.shapes(rect, "".join(shapes))
    tips = [top + axes.y(line[-1]) for line in lines]
    apart = _BADGE + 2 - abs(tips[0] - tips[1])
    if apart > 0:  # the numbers at the tips never lie on each other
        upper = 0 if tips[0] <= tips[1] else 1
        tips[upper] -= apart / 2
        tips[1 - upper] += apart / 2
    for taken, tint, y in zip(pair, tints, tips, strict=True):
        number = decision.choices.index(taken) + 1
        _badge(page, number, (rect[0] + rect[2] + 0.75 * GAP, y - _BADGE / 2), tint)
