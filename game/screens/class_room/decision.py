"""One decision before the class: the exact sentences, how many took each, where that led them.

Until the trainer reveals it only the sentences are to be seen. Then come the numbers with the question of
the scenario, and after it what to take along.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.screens.class_room.bands import band_bar, legend
from game.screens.class_room.naming import heard_text, names_told, taken_text
from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.class_room.plot import signed
from game.screens.colours import Colour
from game.screens.fonts import Face
from game.screens.paint import across
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure, DecisionFigure, Taken

_TEXT, _CROWDED_TEXT = 560.0, 640.0
"""Units of the column of sentences, with the number of each before it; where letters are as small as can be
it takes some of the bars' room, so that no sentence is cut."""

_SHARE: Final = 114.0
_INDENT: Final = 44.0
_PAD: Final = 9.0
_BAR_HIGH: Final = 32.0

REVEALED, AFTERWARDS = 1, 2
"""Steps of the page after the one held back."""


def _text(page: Page) -> float:
    return _CROWDED_TEXT if page.last else _TEXT


def _bar(page: Page) -> tuple[float, float]:
    """The left of the bars and their width."""
    left = EDGE + _text(page) + _SHARE + 3.5 * GAP
    return left, EDGE + WIDE - left


@dataclass(frozen=True, slots=True)
class _Place:
    """A row: where it begins, and how high it is."""

    y: float
    height: float


def draw_decision(page: Page, figure: "ClassFigure", decision: "DecisionFigure") -> None:
    """Draw the decision as far as it is told."""
    tag, asked, tint = _question(page, decision)
    room = _card_room(page, decision)
    # With the smallest letters the card gives its room to the sentences.
    crowded = page.last and END - room - _rows_need(page, decision) < _head_height(page, decision)
    if crowded and asked and page.shown.step:  # the question takes the place of the line
        top = page.head(_kicker(page, figure, decision), asked, tag=(tag, tint))
    else:
        top = page.head(_kicker(page, figure, decision), headline(page, decision))
    end = END if crowded else END - room
    _rows(page, decision, top + 0.75 * GAP, end)
    if not crowded and asked:
        page.card(END - page.card_height(tag, asked), tag, asked, tint=tint)


def steps_of(decision: "DecisionFigure") -> int:
    """How many steps a page of this decision has: held, revealed, and what to take along."""
    return 3 if decision.then and decision.ask else 2


def headline(page: Page, decision: "DecisionFigure") -> str:
    """What was heard last; the scene's title where nothing was."""
    return heard_text(decision, page.words) or decision.title


def _kicker(page: Page, figure: "ClassFigure", decision: "DecisionFigure") -> list[tuple[str, bool]]:
    words = page.words
    came = words("{came} of {all} came here", came=decision.came, all=len(figure.seats))
    return [*told_before(decision, figure), (came, True)]


def told_before(decision: "DecisionFigure", figure: "ClassFigure") -> list[tuple[str, bool]]:
    """When and where it was, and who spoke, if that is not the customer: soft parts and one in ink."""
    title = decision.title if decision.line else ""
    other = "" if decision.speaker == figure.customer else decision.speaker
    return [(decision.when, False), (title, False), (other, bool(other))]


def _head_height(page: Page, decision: "DecisionFigure") -> float:
    """Units from the top to below the headline, as ``Page.head`` draws it."""
    text = headline(page, decision)
    return (
        5.5 * GAP
        + page.line("kicker")
        + page.height(text, page.headline_size(text), WIDE, face="bold", most=2)
    )


def _question(page: Page, decision: "DecisionFigure") -> tuple[str, str, Colour]:
    """The tag, the text and the colour of what the trainer says at this step."""
    words, look = page.words, page.look
    if page.shown.step >= AFTERWARDS and decision.then:
        return words("Next"), decision.then, look.indigo
    if page.shown.step >= REVEALED and (decision.ask or decision.then):
        return words("Question"), decision.ask or decision.then, look.vermilion
    return "", decision.see, look.soft_ink


def _card_room(page: Page, decision: "DecisionFigure") -> float:
    """Units the card needs, whichever of its texts is on it: nothing moves between two steps."""
    tags = {"": decision.see, page.words("Question"): decision.ask, page.words("Next"): decision.then}
    highs = [page.card_height(tag, text) for tag, text in tags.items() if text]
    return max(highs) + 1.75 * GAP if highs else 0.0


# ── the rows ────────────────────────────────────────────────────────────────────────────────────────


def _row_text(page: Page, taken: "Taken") -> str:
    return taken_text(taken, page.words)


def _row_height(page: Page, taken: "Taken") -> float:
    text = page.height(_row_text(page, taken), "sentence", _text(page) - _INDENT)
    beside = page.pen.line(LEAST) + _BAR_HIGH + 2
    return max(text, beside) + 2 * _PAD


def _rows_need(page: Page, decision: "DecisionFigure") -> float:
    return page.pen.line(LEAST) + GAP + sum(_row_height(page, taken) for taken in decision.choices)


def _rows(page: Page, decision: "DecisionFigure", top: float, end: float) -> None:
    shown = page.shown.step >= REVEALED
    head = page.pen.line(LEAST)
    if shown and not page.shown.names:
        legend(page, top, EDGE + WIDE)
    y = top + head + 0.75 * GAP
    page.rule(y, strong=True)
    heights = [_row_height(page, taken) for taken in decision.choices]
    spare = end - y - sum(heights)
    page.need(-spare, 0)
    air = min(26.0, spare / len(heights)) if heights else 0.0
    if spare < 0:  # no smaller letters are left: every row gets its share of what there is
        heights = [height + spare / len(heights) for height in heights]
        air = 0.0
    for number, (taken, height) in enumerate(zip(decision.choices, heights, strict=True), start=1):
        place = _Place(y, height + air)
        if shown and taken.best:
            _ground(page, place)
        _sentence(page, number, taken, place)
        if shown:
            _told(page, decision, taken, place)
        else:
            _held(page, place)
        y += place.height
        page.rule(y)


def _ground(page: Page, place: _Place) -> None:
    """The ground of a choice that loses nothing, and its bar at the left edge."""
    theme = page.pen.theme
    area = theme.rect((EDGE, place.y + 1, WIDE, place.height - 1))
    if theme.contrast == "high" or page.blind:
        page.surface.fill(page.look.focus_ground, area)
    else:
        page.surface.blit(across(area.size, page.look.focus_ground, page.look.paper), area)
    page.surface.fill(page.look.indigo, theme.rect((EDGE, place.y + 1, 5, place.height - 1)))


def _sentence(page: Page, number: int, taken: "Taken", place: _Place) -> None:
    width = _text(page) - _INDENT
    text = _row_text(page, taken)
    room = place.height - _PAD
    most = max(1, int(room / page.line("sentence") + 0.02))
    high = page.height(text, "sentence", width, most=most)
    y = place.y + (place.height - high) / 2
    page.write(f"{number}", "sentence", (EDGE + 2 * GAP, y), _INDENT, colour=page.look.soft_ink)
    page.write(text, "sentence", (EDGE + _INDENT, y), width, most=most)


def _held(page: Page, place: _Place) -> None:
    """An empty bar: something is to come."""
    theme, look = page.pen.theme, page.look
    left, wide = _bar(page)
    y = place.y + (place.height - _BAR_HIGH) / 2
    area = theme.rect((left, y, wide, _BAR_HIGH))
    page.surface.fill(look.rule, area)
    line = theme.px(1.5)
    page.surface.fill(look.paper, area.inflate(-2 * line, -2 * line))


def _told(page: Page, decision: "DecisionFigure", taken: "Taken", place: _Place) -> None:
    """How many took it and where they ended, or who they were."""
    count = len(taken.seats)
    share = f"{round(100 * count / decision.came)}%" if decision.came else "–"
    if count and share == "0%":  # some did take it
        share = "<1%"
    big, small = page.line("number"), page.pen.line(LEAST)
    at = (EDGE + _text(page), place.y + (place.height - big) / 2)
    ink = page.look.ink if count else page.look.soft_ink
    page.write(share, "number", at, _SHARE, colour=ink, face="bold", align="right")
    if not count:
        return
    if page.shown.names:
        _names(page, taken, place)
        return
    y = place.y + (place.height - small - _BAR_HIGH - 2) / 2
    _note(page, taken, y)
    left, wide = _bar(page)
    band_bar(page, taken.bands, (left, y + small + 2, wide, _BAR_HIGH))


def _note(page: Page, taken: "Taken", y: float) -> None:
    """Above the bar: how many, whether it loses nothing, the principle it moved most, the mean trust.

    What has no room is left out, the principle first.
    """
    words, look = page.words, page.look
    left, room = _bar(page)
    x, end = left, left + room
    people = words.plural("{count} person", "{count} people", len(taken.seats))
    x = _noted(page, people, (x, y, end), look.ink)
    if taken.best:
        x = _noted(page, words("Loses nothing"), (x, y, end), look.indigo, face="bold")
    if taken.mean_trust is not None:
        mean = words("mean trust {mean}", mean=signed(taken.mean_trust))
        wide = page.pen.width(mean, LEAST)
        if x + wide <= end:
            _noted(page, mean, (end - wide, y, end + 1), look.soft_ink)
            end -= wide + 1.5 * GAP
    _noted(page, taken.principle, (x, y, end), look.soft_ink)


def _noted(
    page: Page, told: str, place: tuple[float, float, float], colour: Colour, *, face: Face = "regular"
) -> float:
    """Write a part of a note from x to where the room ends, if it has room; the x at which the next is."""
    x, y, end = place
    wide = page.pen.width(told, LEAST, face=face)
    if not told or x + wide > end:
        return x
    page.pen.write(told, LEAST, colour, (x, y), wide + 1, face=face)
    return x + wide + 2 * GAP


def _names(page: Page, taken: "Taken", place: _Place) -> None:
    """Who took it, where they are enough."""
    left, room = _bar(page)
    most = max(1, int((place.height - GAP) / page.pen.line(LEAST)))
    told = page.shortened(names_told(page, taken.seats, room, most), "small", room, most=most)
    high = page.height(told, "small", room)
    page.write(told, "small", (left, place.y + (place.height - high) / 2), room, colour=page.look.ink)
