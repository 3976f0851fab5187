"""The review of one finished meeting, as one value in one language: nothing here knows where it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.result import Analysis, Followed
from game.core.game import Game
from game.core.reveal import Reveal
from game.core.scenario import Band
from game.debrief.names import band_name
from game.debrief.prediction import band_expected, feeling_told, gap_of, gap_told
from game.debrief.review.moments import Moment, Turns
from game.debrief.review.promised import Promised, promises
from game.debrief.review.share import Share, share
from game.debrief.review.steps import Step, steps_of
from game.debrief.review.tells import MissedTell, missed_tells
from game.debrief.review.told import Teller
from game.debrief.scorecard import Point, curve, reachable_on
from game.format.words import Words
from game.records import Prediction


@dataclass(frozen=True, slots=True)
class Reach:
    """The best trust still reachable before a decision (and once after the last).

    ``day`` of the decision, ``booked``: how many entries the passbook had by then.
    """

    day: int
    booked: int
    trust: int


@dataclass(frozen=True, slots=True)
class Expected:
    """What the trainee had expected, against what came of it; ``gap`` −4…4 bands, above 0: too much."""

    band: Band
    band_name: str
    reached_name: str
    gap: int
    told: str
    feeling: str


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that is looked back on.

    ``curve``: the balance, the opening first. ``reachable``, ``tells``, ``share`` and what the moments say of
    reachable trust need the exact analysis: without it they are empty, None, and ``without`` says so.
    """

    path: tuple[str, ...]
    steps: tuple[Step, ...]
    reveal: Reveal
    curve: tuple[Point, ...]
    reachable: tuple[Reach, ...]
    moments: tuple[Moment, ...]
    tells: tuple[MissedTell, ...] | None
    promises: tuple[Promised, ...]
    expected: Expected | None
    share: Share | None
    without: str


def review(
    game: Game,
    reveal: Reveal,
    analysis: Analysis | None,
    words: Words,
    *,
    trainee: str,
    prediction: Prediction | None = None,
) -> Review:
    """Look back on a meeting that has ended.

    ``analysis``: of the same game; None, or one that is a sample only: nothing is compared with what else
    could have been. ``trainee``: how the scenario calls the one who played.
    """
    steps = steps_of(game, reveal.path)
    followed = None if analysis is None else analysis.follow(reveal.path)
    compared = reachable_on(analysis, reveal.path)
    teller = Teller(words, game.scenario, trainee)
    return Review(
        path=reveal.path,
        steps=steps,
        reveal=reveal,
        curve=curve(reveal),
        reachable=_reachable(steps, reveal, followed),
        moments=Turns(game, reveal, steps, analysis, followed, teller).moments(),
        tells=None if followed is None else missed_tells(teller, steps, followed.decisions),
        promises=promises(game, reveal, teller),
        expected=_expected(prediction, reveal, words),
        share=None if compared is None else share(compared, reveal.outcome.trust),
        without=""
        if followed is not None
        else words(
            "What else could have been reached is not known here: this scenario could not be worked out "
            "to its last path, or not by the rules the meeting was played with."
        ),
    )


def _reachable(steps: Sequence[Step], reveal: Reveal, followed: Followed | None) -> tuple[Reach, ...]:
    if followed is None or not steps:
        return ()
    before = [
        Reach(step.day, step.booked, decision.before)
        for step, decision in zip(steps, followed.decisions, strict=True)
    ]
    last = reveal.entries[reveal.settled_from - 1].day if reveal.settled_from else steps[-1].day
    return (*before, Reach(max(last, steps[-1].day), reveal.settled_from, followed.decisions[-1].after))


def _expected(prediction: Prediction | None, reveal: Reveal, words: Words) -> Expected | None:
    expected = None if prediction is None else band_expected(prediction.band)
    if prediction is None or expected is None:
        return None
    gap = gap_of(expected, reveal.outcome.band)
    return Expected(
        band=expected,
        band_name=band_name(expected, words),
        reached_name=band_name(reveal.outcome.band, words),
        gap=gap,
        told=gap_told(gap, words),
        feeling=feeling_told(prediction.feeling, words) if prediction.feeling else "",
    )
