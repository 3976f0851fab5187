"""The reveal as plain text: settlement, passbook, trust, deal, three years, line by line."""

from collections.abc import Sequence

from game.core.game import Game
from game.core.reveal import Reveal
from game.core.scenario import Band
from game.debrief.days import day_told
from game.debrief.names import band_name, promise_status_name
from game.debrief.numbers_told import signed
from game.debrief.outcome_told import deal_told, years_told
from game.debrief.prediction import prediction_told
from game.debrief.scorecard import Reachable, Row, passbook_rows
from game.debrief.trust import epilogue, trust_sentence
from game.format.frames import cells
from game.format.words import Words
from game.records import Prediction
from game.terminal.console import padded
from game.terminal.telling import lines_told, plain


def settlement_told(game: Game, reveal: Reveal, words: Words, *, priced: bool = True) -> list[str]:
    """What came due after the last scene, entry by entry; ``priced``: with what it cost.

    It is told without that as long as the passbook is closed.
    """
    days = game.book.settlement.days
    told = [words("Time passes: the {days} days after.", days=days)]
    rows = [row for row in passbook_rows(game, reveal, words) if row.settlement]
    told += [_came_due(row, words, priced=priced) for row in rows]
    return told if rows else [*told, words("Nothing comes due. The passbook stays as it is.")]


def _came_due(row: Row, words: Words, *, priced: bool) -> str:
    day = day_told(row.date, words)
    if not priced:
        return words("{day}: {what}", day=day, what=row.text)
    return words("{day}: {what} ({points})", day=day, what=row.text, points=_moved(row))


def _moved(row: Row) -> str:
    return signed((row.deposit or 0) - (row.withdrawal or 0))


def passbook_told(game: Game, reveal: Reveal, trainee: str, words: Words) -> list[str]:
    """The passbook as a table, aligned by the cells each text takes; the settlement's rows are marked."""
    rows = passbook_rows(game, reveal, words)
    head = [
        words("Date"),
        words("What happened"),
        words("Principle"),
        words("Out"),
        words("In"),
        words("Balance"),
    ]
    opening = ["", words("Carried over"), "", "", "", str(reveal.opening_credit)]
    table = [head, opening, *(_cells(row) for row in rows)]
    widths = [max(cells(row[column]) for row in table) for column in range(len(head))]
    told = [words("Passbook of credit"), *(_aligned(printed, widths) for printed in table[:2])]
    for row, printed in zip(rows, table[2:], strict=True):
        told.append(_aligned(printed, widths))
        if row.subject:
            told.append(" " * (widths[0] + 4) + plain(row.subject, trainee))
    if any(row.settlement for row in rows):
        told.append(words("* came due after the last scene"))
    return told


def _cells(row: Row) -> list[str]:
    # Read aloud, a column has no place: the sign says what went out and what came in.
    return [
        row.day + ("*" if row.settlement else ""),
        row.text,
        row.principle,
        signed(-row.withdrawal) if row.withdrawal else "",
        signed(row.deposit) if row.deposit else "",
        str(row.balance),
    ]


def _aligned(printed: Sequence[str], widths: Sequence[int]) -> str:
    numbers = len(printed) - 3
    return "  ".join(
        padded(cell, most, right=column >= numbers)
        for column, (cell, most) in enumerate(zip(printed, widths, strict=True))
    ).rstrip()


def outcome_told(
    game: Game,
    reveal: Reveal,
    trainee: str,
    words: Words,
    reachable: Reachable | None,
    *,
    prediction: Prediction | None = None,
) -> list[str]:
    """Trust as what the customer will do, the deal, three years, the promises; no grade anywhere.

    ``prediction``: what the trainee expected, None where they did not say.
    """
    result, scenario = reveal.outcome, game.scenario
    told = [
        *lines_told(epilogue(scenario, result.band, words), scenario, trainee, words),
        "",
        words("Trust: {band} ({trust})", band=band_name(result.band, words), trust=result.trust),
        trust_sentence(result.band, plain(scenario.customer.name, trainee), reveal.path, words),
        *_expected(prediction, result.band, words),
        words("Deal: {deal}", deal=plain(deal_told(game, result, words), trainee)),
    ]
    best_value = None if reachable is None else reachable.best_value
    told += [
        words("{label}: {value}", label=row.label, value=row.value)
        for row in years_told(game, result, best_value, words)
    ]
    texts = {terms.id: terms.text for terms in scenario.promises}
    told += [
        words("Promise: {what} ({how})", what=plain(texts[promise.id], trainee),
              how=promise_status_name(promise.status, words))
        for promise in reveal.promises
    ]  # fmt: skip
    if reachable is not None:
        share = reachable.share(result.trust)
        told.append(words("Trust reached, of what was possible: {percent}%", percent=share))
    return told


def _expected(prediction: Prediction | None, reached: Band, words: Words) -> list[str]:
    if prediction is None:
        return []
    return prediction_told(prediction.band, prediction.feeling, reached, words)


def reveal_told(
    game: Game,
    reveal: Reveal,
    trainee: str,
    words: Words,
    reachable: Reachable | None,
    *,
    prediction: Prediction | None = None,
) -> list[str]:
    """Everything that was hidden, in the order in which it is opened."""
    return [
        *settlement_told(game, reveal, words),
        "",
        *passbook_told(game, reveal, trainee, words),
        "",
        *outcome_told(game, reveal, trainee, words, reachable, prediction=prediction),
    ]
