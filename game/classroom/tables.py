"""A class as tables, for a spreadsheet: the meetings, the decisions, the promises, and what is wrong.

Meetings stand in the order of their numbers, which says nothing of how well they went. Names are in them only
where they were asked for, and then nothing tells who took which choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.classroom.figures import ClassFigure, Seat
from game.classroom.troubles_told import trouble_told, whose
from game.core.scenario import BANDS
from game.debrief.names import band_name, deal_name, principle_name, promise_status_name
from game.debrief.prediction import feeling_told
from game.format.words import Words

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: ``file`` is its name without an ending, ``name`` what it is called, then its rows."""

    file: str
    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(figure: ClassFigure, words: Words, *, names: bool, free_text: bool) -> tuple[Table, ...]:
    """All there is to say; of a class that is not broken down, only what it is about and what is wrong."""
    found = [_about(figure, words)]
    if not figure.small:
        found += [
            _meetings(figure, words, names=names, free_text=free_text),
            _decisions(figure, words),
            _promises(figure, words),
        ]
    return (*found, _troubles(figure, words))


def _about(figure: ClassFigure, words: Words) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (words("Scenario"), figure.title),
        (words("Customer"), figure.customer),
        (words("Version"), figure.hash[:12]),
        (words("Meetings"), len(figure.seats)),
    ]
    if figure.best_line is not None:
        trust, value = figure.best_line
        rows.append((words("Best trust"), trust))
        if value is not None:
            rows.append((words("Three years on the best way, {currency}", currency=figure.currency), value))
    if figure.small:
        rows.append((words("A class of fewer than five is not broken down."), None))
    return Table("about", words("About"), (words("What"), words("Figure")), tuple(rows))


def _meetings(figure: ClassFigure, words: Words, *, names: bool, free_text: bool) -> Table:
    priced = any(seat.value is not None for seat in figure.seats)
    head = [
        words("Number"),
        *([words("Name")] if names else []),
        words("Date"),
        words("With a coach"),
        words("Trust outcome"),
        words("Trust"),
        words("Share of reachable trust, %"),
        words("How the deal stands"),
        *([words("Three years, {currency}", currency=figure.currency)] if priced else []),
        words("Given away for nothing, %"),
        words("Expected"),
        words("Felt before"),
        *([words("Resolve")] if free_text else []),
        *(principle_name(each, words) for each in figure.principles),
        *(promise.text for promise in figure.promises),
    ]
    rows = [
        _meeting(seat, figure, words, names=names, free_text=free_text, priced=priced)
        for seat in figure.seats
    ]
    return Table("meetings", words("Meetings"), tuple(head), tuple(rows))


def _meeting(
    seat: Seat, figure: ClassFigure, words: Words, *, names: bool, free_text: bool, priced: bool
) -> tuple[Cell, ...]:
    statuses = dict(seat.promises)
    return (
        seat.number,
        *([seat.name] if names else []),
        seat.started.isoformat(),
        words("yes") if seat.coached else words("no"),
        band_name(seat.band, words),
        seat.trust,
        seat.share,
        deal_name(seat.deal, words),
        *([seat.value] if priced else []),
        seat.given_percent,
        None if seat.predicted is None else band_name(seat.predicted, words),
        feeling_told(seat.feeling, words) if seat.feeling else None,
        *([seat.resolve] if free_text else []),
        *(seat.principles.get(each, 0) for each in figure.principles),
        *(
            promise_status_name(statuses[promise.promise], words) if promise.promise in statuses else None
            for promise in figure.promises
        ),
    )


def _decisions(figure: ClassFigure, words: Words) -> Table:
    head = (
        words("Decision"),
        words("Scene"),
        words("When"),
        words("Line before it"),
        words("Said by"),
        words("Came here"),
        words("Choice"),
        words("Took it"),
        words("Took it, %"),
        words("Loses nothing"),
        words("Principle"),
        words("Mean trust at the end"),
        *(band_name(band, words) for band in BANDS),
    )
    rows = [
        (
            number,
            decision.title or decision.scene,
            decision.when,
            decision.line,
            decision.speaker,
            decision.came,
            taken.text,
            len(taken.seats),
            round(100 * len(taken.seats) / decision.came, 1),
            words("yes") if taken.best else words("no"),
            taken.principle,
            None if taken.mean_trust is None else round(taken.mean_trust, 1),
            *(taken.bands.get(band, 0) for band in BANDS),
        )
        for number, decision in enumerate(figure.decisions, 1)
        for taken in decision.choices
    ]
    return Table("decisions", words("Decisions"), head, tuple(rows))


def _promises(figure: ClassFigure, words: Words) -> Table:
    head = (
        words("Promise"),
        words("Made", context="how many made it"),
        words("Kept"),
        words("Broken"),
        words("New date asked for"),
        words("Not due yet"),
    )
    rows = [
        (each.text, each.made, each.kept, each.broken, each.renegotiated, each.open)
        for each in figure.promises
    ]
    return Table("promises", words("Promises"), head, tuple(rows))


def _troubles(figure: ClassFigure, words: Words) -> Table:
    rows: Sequence[tuple[Cell, ...]] = [
        (whose(each, words), trouble_told(each, words)) for each in figure.troubles
    ]
    return Table("troubles", words("To be looked at"), (words("File"), words("What is wrong")), tuple(rows))
