"""A class as JSON, for programs: what ``debrief --json`` prints.

A seat is told by its number. With names its path is left out, so that a choice which few took names nobody.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import get_args

from game.classroom.figures import ClassFigure, DecisionFigure, Seat
from game.classroom.troubles import ClassTrouble
from game.classroom.troubles_told import trouble_told
from game.core.scenario import BANDS, Deal
from game.format.words import Words

Json = dict[str, object]


def to_json(
    figures: Sequence[ClassFigure], troubles: Sequence[ClassTrouble], words: Words, *, names: bool
) -> Json:
    """Every class, and what is wrong."""
    return {
        "classes": [_class(figure, names=names) for figure in figures],
        "troubles": [
            {
                "file": each.file,
                "line": each.line or None,
                "code": each.code,
                "told": trouble_told(each, words),
            }
            for each in troubles
        ],
    }


def _class(figure: ClassFigure, *, names: bool) -> Json:
    bands = Counter(seat.band for seat in figure.seats)
    deals = Counter(seat.deal for seat in figure.seats)
    return {
        "scenario": figure.scenario_id,
        "hash": figure.hash,
        "title": figure.title,
        "customer": figure.customer,
        "meetings": len(figure.seats),
        "small": figure.small,
        "best": None
        if figure.best_line is None
        else {"trust": figure.best_line[0], "value": figure.best_line[1]},
        "currency": figure.currency or None,
        "bands": None if figure.small else {band: bands[band] for band in BANDS},
        "deals": None if figure.small else {deal: deals[deal] for deal in get_args(Deal)},
        "outline": asdict(figure.outline),
        "decisions": [_decision(each) for each in figure.decisions],
        "promises": [asdict(each) for each in figure.promises],
        "seats": [] if figure.small else [_seat(seat, names=names) for seat in figure.seats],
    }


def _decision(figure: DecisionFigure) -> Json:
    return {
        "scene": figure.scene,
        "title": figure.title,
        "line": figure.line,
        "speaker": figure.speaker,
        "came": figure.came,
        "spread": round(figure.spread, 4),
        "choices": [
            {
                "choice": taken.choice,
                "text": taken.text,
                "act": taken.act,
                "took": len(taken.seats),
                "bands": {band: taken.bands.get(band, 0) for band in BANDS},
                "mean_trust": None if taken.mean_trust is None else round(taken.mean_trust, 2),
                "best": taken.best,
                "principle": taken.principle,
            }
            for taken in figure.choices
        ],
    }


def _seat(seat: Seat, *, names: bool) -> Json:
    whose: Json = {"name": seat.name} if names else {"path": list(seat.path)}
    return {
        "number": seat.number,
        **whose,
        "started": seat.started.isoformat(),
        "language": seat.language,
        "coached": seat.coached,
        "trust": seat.trust,
        "band": seat.band,
        "deal": seat.deal,
        "value": seat.value,
        "given_percent": seat.given_percent,
        "share_percent": seat.share,
        "predicted": seat.predicted,
        "feeling": seat.feeling or None,
        "resolve": seat.resolve or None,
        "principles": dict(seat.principles),
        "promises": [{"id": promise, "status": status} for promise, status in seat.promises],
    }
