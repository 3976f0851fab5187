"""One moment tried again: what a hint gives away, how an answer is judged, the first time and the last."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.onward import NEAR_BEST, Crossroads
from game.core.game import Game
from game.core.passbook import Passbook
from game.core.play import replay, step
from game.core.principles import Principle
from game.core.reveal import Reveal, reveal_of
from game.debrief.names import band_name, principle_name
from game.debrief.numbers_told import with_minus
from game.debrief.review.steps import Step, steps_of
from game.debrief.review.told import Teller
from game.format.words import Words


def principle_of(game: Game, path: Sequence[str], choice: str) -> Principle | None:
    """The principle that a choice after this path would move most at once, None where it moves nothing.

    Raises ``KeyError`` for a choice that is not in the scene.
    """
    came = replay(game, path)
    choices = [each.id for each in game.scenario.scenes[came.scene].choices]
    if choice not in choices:
        raise KeyError(choice)
    booked = Passbook()
    step(game, came.scene, choices.index(choice), came.states, booked)
    own = [entry for entry in booked.entries() if entry.choice == choice]
    return max(own, key=lambda entry: abs(entry.amount)).principle if own else None


def hint_told(game: Game, path: Sequence[str], ways: Crossroads, words: Words) -> str:
    """What the best choice rests on, without saying which one it is."""
    best = next(choice for choice in ways.after if ways.loses(choice) == 0)
    principle = principle_of(game, path, best)
    if principle is None:
        return words("The best choice here books nothing at once. Think of what it keeps open.")
    return words("Think of the principle “{principle}”.", principle=principle_name(principle, words))


def out_of_question(ways: Crossroads) -> frozenset[str]:
    """The choices that are not near the best."""
    return frozenset(choice for choice in ways.after if not ways.near_best(choice))


def verdict_told(ways: Crossroads, choice: str, words: Words) -> str:
    """How good an answer was, by the trust that is still in reach after it."""
    lost = ways.loses(choice)
    if lost == 0:
        return words("Nothing is given up: trust {trust} is still in reach.", trust=ways.best)
    if lost <= NEAR_BEST:
        return words.plural(
            "As good as the best: it gives up {count} point of the trust in reach.",
            "As good as the best: it gives up {count} points of the trust in reach.",
            lost,
        )
    return with_minus(
        words(
            "This gives up {lost} points of trust: {best} was in reach, now it is {after}.",
            lost=lost, best=ways.best, after=ways.after[choice],
        )
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Once:
    """One way of answering a moment: what was said, and what came of it.

    ``reveal`` None: it was left before its end; then ``trust`` is what was still in reach (None: not known).
    """

    said: str
    trust: int | None
    band: str
    reveal: Reveal | None


@dataclass(frozen=True, slots=True)
class FirstAndLast:
    """The first time, which stays the result of the meeting, and the last time it was tried."""

    first: Once
    last: Once


def first_and_last(  # noqa: PLR0917 - two ways, and what they are ways of
    game: Game,
    reveal: Reveal,
    steps: Sequence[Step],
    position: int,
    choices: Sequence[str],
    in_reach: int | None,
    teller: Teller,
) -> FirstAndLast:
    """``choices``: what was chosen from ``position`` on, at least one; ``in_reach``: the best trust after it.

    Raises ``NotOffered`` for choices that are not on offer.
    """
    path = (*(each.choice.id for each in steps[:position]), *choices)
    last, ended = steps_of(game, path), replay(game, path).ended
    then = reveal_of(game, path) if ended else None
    return FirstAndLast(
        Once(
            teller.choice(steps[position].choice),
            reveal.outcome.trust,
            band_name(reveal.outcome.band, teller.words),
            reveal,
        ),
        Once(
            teller.choice(last[position].choice),
            in_reach if then is None else then.outcome.trust,
            "" if then is None else band_name(then.outcome.band, teller.words),
            then,
        ),
    )
