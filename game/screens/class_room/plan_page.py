"""The page on which a plan is chosen: all pages, a quarter of an hour, three quarters."""

from typing import TYPE_CHECKING, Final

from game.screens.class_room.deck import PLANS, Deck
from game.screens.class_room.page import EDGE, END, WIDE, Page
from game.screens.class_room.plan import Stop, plan_of
from game.screens.class_room.slides import Slide
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.format.words import Words

_BETWEEN: Final = 24.0
_PAD: Final = 18.0
_RING: Final = 4.0


def plan_slide(deck: Deck, words: "Words") -> Slide:
    """The page, with the plan that is pointed at framed."""
    columns = [(minutes, _stops(deck, minutes)) for minutes in PLANS]
    chosen = deck.planning or 0
    return Slide("plan", words("plan"), 1, lambda page: _drawn(page, columns, chosen))


def _stops(deck: Deck, minutes: int) -> tuple[Stop, ...]:
    return (
        plan_of(deck.all, minutes) if minutes else tuple(Stop(each.key, each.title, 0) for each in deck.all)
    )


def _drawn(page: Page, columns: "list[tuple[int, tuple[Stop, ...]]]", chosen: int) -> None:
    words = page.words
    top = page.head([(words("plan"), False)], words("How much time is there?")) + 2.25 * GAP
    wide = (WIDE - (len(columns) - 1) * _BETWEEN) / len(columns)
    for at, (minutes, stops) in enumerate(columns):
        rect = (EDGE + at * (wide + _BETWEEN), top, wide, END - top)
        _column(page, minutes, stops, rect, chosen=at == chosen)


def _column(
    page: Page,
    minutes: int,
    stops: tuple[Stop, ...],
    rect: tuple[float, float, float, float],
    *,
    chosen: bool,
) -> None:
    words, look, theme = page.words, page.look, page.pen.theme
    x, y, wide, high = rect
    area = theme.rect(rect)
    if chosen:
        page.surface.fill(look.indigo, area.inflate(2 * theme.px(_RING), 2 * theme.px(_RING)))
    page.surface.fill(look.card, area)
    title = (
        words("{minutes} minutes", minutes=minutes)
        if minutes
        else words.plural("All {count} page", "All {count} pages", len(stops))
    )
    inner = wide - 2 * _PAD
    y += 2.25 * GAP + page.write(
        title, "question", (x + _PAD, y + 1.25 * GAP), inner, colour=look.indigo, face="bold"
    )
    line = page.line("body")
    if minutes:  # of all pages the first will do
        page.need(line * len(stops), rect[1] + high - 1.25 * GAP - y)
    most = int((rect[1] + high - 1.25 * GAP - y) / line)
    step = min(1.35 * line, max(line, (rect[1] + high - 1.25 * GAP - y) / max(1, len(stops))))
    shown = stops if len(stops) <= most else stops[: most - 1]
    for stop in shown:
        told = words("{minutes} min", minutes=stop.minutes) if stop.minutes else ""
        right = page.width(told, "body") if told else 0.0
        page.write(stop.title, "body", (x + _PAD, y), inner - right - 1.5 * GAP, most=1)
        if told:
            at = (x + _PAD + inner - right, y)
            page.write(told, "body", at, right + 1, colour=look.soft_ink)
        y += step
    if len(shown) < len(stops):
        rest = words("and {count} more", count=len(stops) - len(shown))
        page.write(rest, "body", (x + _PAD, y), inner, colour=look.soft_ink, most=1)
