"""One finished meeting as values: rows and curve for screens, the object of ``play --json``.

Nothing here is stored or trusted: it is computed from the path, every time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from game.analysis.result import Analysis, Decision
from game.core.game import Game
from game.core.passbook import Entry
from game.core.reveal import Reveal
from game.debrief.days import short_day
from game.debrief.names import band_name, principle_name
from game.debrief.numbers_told import rule_told
from game.debrief.trust import trust_sentence
from game.debrief.wording import sentence, subject
from game.format.words import Words

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of the passbook.

    ``day`` is its date as printed, ``text`` what happened, ``subject`` what it was about in the
    scenario's own words ("" if it declares none, furigana as written), ``principle`` its name.
    ``withdrawal`` and ``deposit`` are positive or None; an entry that moved nothing has neither.
    ``settlement``: time had run on.
    """

    date: date
    day: str
    text: str
    subject: str
    principle: str
    withdrawal: int | None
    deposit: int | None
    balance: int
    settlement: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the curve: the balance after an entry, on its day (0: the day the scenario begins)."""

    day: int
    balance: int
    settlement: bool


@dataclass(frozen=True, slots=True)
class Reachable:
    """What the exact analysis says about one path.

    ``best`` and ``worst`` trust of the whole scenario; ``best_value``: the three-year value on the
    best-trust line, None without an offer; ``decisions``: one for every choice of the path.
    """

    best: int
    worst: int
    best_value: int | None
    decisions: tuple[Decision, ...]

    def share(self, trust: int) -> int:
        """The share of the reachable trust that was reached, whole percent 0…100, rounded down."""
        return share_of_reachable(trust, best=self.best, worst=self.worst)


def reachable_on(analysis: Analysis | None, path: Sequence[str]) -> Reachable | None:
    """What an analysis says about a path; None without one, or where it is a sample only."""
    followed = None if analysis is None else analysis.follow(path)
    if analysis is None or followed is None or analysis.best is None or analysis.worst is None:
        return None
    return Reachable(analysis.best.trust, analysis.worst.trust, analysis.best_value, followed.decisions)


def share_of_reachable(trust: int, *, best: int, worst: int) -> int:
    """100 × (trust − worst) / (best − worst), rounded down; 100 where every path ends alike."""
    return 100 if best == worst else 100 * (trust - worst) // (best - worst)


def passbook_rows(game: Game, reveal: Reveal, words: Words) -> tuple[Row, ...]:
    """The passbook, line by line, as it is printed."""
    return tuple(
        Row(
            date=game.begins + timedelta(days=entry.day),
            day=short_day(game.begins + timedelta(days=entry.day), words),
            text=sentence(entry, words),
            subject=subject(entry, game.scenario, words),
            principle=principle_name(entry.principle, words),
            withdrawal=-entry.amount if entry.amount < 0 else None,
            deposit=entry.amount if entry.amount > 0 else None,
            balance=entry.balance,
            settlement=settled,
        )
        for entry, settled in _with_settlement(reveal)
    )


def curve(reveal: Reveal) -> tuple[Point, ...]:
    """The balance over the days: the opening first, then one point an entry."""
    opening = Point(0, reveal.opening_credit, settlement=False)
    return (opening, *(Point(e.day, e.balance, settled) for e, settled in _with_settlement(reveal)))


def to_json(
    game: Game, reveal: Reveal, words: Words, *, rulebook_hash: str, reachable: Reachable | None
) -> Json:
    """The object of ``play --json`` (docs: interfaces); ``reachable`` None where no analysis fits."""
    result = reveal.outcome
    return {
        "scenario": game.scenario.id,
        "hash": game.scenario.hash,
        "rulebook": rulebook_hash,
        "path": list(reveal.path),
        "opening_credit": reveal.opening_credit,
        "passbook": [_entry(game, entry, settled, words) for entry, settled in _with_settlement(reveal)],
        "outcome": _outcome(game, reveal, words, reachable),
        "promises": [asdict(promise) for promise in reveal.promises],
        "regret": None if reachable is None else [_decision(each) for each in reachable.decisions],
        "reachable": None
        if reachable is None
        else {
            "best_trust": reachable.best,
            "worst_trust": reachable.worst,
            "share_percent": reachable.share(result.trust),
        },
    }


def _outcome(game: Game, reveal: Reveal, words: Words, reachable: Reachable | None) -> Json:
    result, customer = reveal.outcome, game.scenario.customer.name
    return {
        "credit": result.credit,
        "standing": result.standing,
        "trust": result.trust,
        "band": result.band,
        "band_name": band_name(result.band, words),
        "trust_sentence": trust_sentence(result.band, customer, reveal.path, words),
        "deal": result.deal,
        "price_percent": result.price_percent,
        "given_percent": result.given_percent,
        "considerations": list(result.considerations),
        "scarred": result.scarred,
        "expansion": result.expansion,
        "years": {
            "value": result.value,
            "best_value": None if reachable is None else reachable.best_value,
            "renewal": result.renewal,
            "upsell": result.upsell,
            "workload": result.workload,
            "satisfaction": result.satisfaction,
        },
    }


def _entry(game: Game, entry: Entry, settled: bool, words: Words) -> Json:
    return {
        "day": entry.day,
        "scene": entry.scene,
        "choice": entry.choice,
        "principle": entry.principle,
        "amount": entry.amount,
        "balance": entry.balance,
        "reason": sentence(entry, words),
        "subject": subject(entry, game.scenario, words),
        "rule": entry.reason.rule,
        "about": dict(entry.reason.about),
        "numbers": dict(entry.numbers),
        "told": rule_told(entry, game, words),
        "settlement": settled,
    }


def _decision(made: Decision) -> Json:
    return {"scene": made.scene, "choice": made.choice, "before": made.before, "after": made.after}


def _with_settlement(reveal: Reveal) -> Iterable[tuple[Entry, bool]]:
    return ((entry, number >= reveal.settled_from) for number, entry in enumerate(reveal.entries))
