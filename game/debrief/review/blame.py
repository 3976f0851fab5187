"""Which decision an entry of the passbook goes back to: what it did at once, and what came of it later."""

from collections.abc import Mapping, Sequence

from game.core.game import Game
from game.core.moves import Keep, Recover, Renegotiate
from game.core.reveal import Reveal
from game.core.scenario import Choice
from game.debrief.origin import matters, origin_of
from game.debrief.review.steps import Step


def decisions_behind(game: Game, reveal: Reveal, steps: Sequence[Step]) -> tuple[int | None, ...]:
    """For every entry the position of the decision behind it, None where the trainee decided nothing.

    What a choice and its reply did is its own. What came by itself goes back to the last decision at which it
    could still have been put right (a promise kept, a complaint answered) and was not; else to the words it
    came from. A silence belongs to the choice after which it was kept.
    """
    return tuple(_behind(game, reveal, steps, index) for index in range(len(reveal.entries)))


def _behind(game: Game, reveal: Reveal, steps: Sequence[Step], index: int) -> int | None:
    entry, here = reveal.entries[index], _during(steps, index)
    if entry.choice is not None or (entry.reason.rule == "silence" and here is not None):
        return here
    origin = origin_of(game, reveal, index)
    said = None if origin is None else _during(steps, origin)
    if entry.reason.rule == "bill" or here is None:
        return said
    for step in reversed(steps[said or 0 : here + 1]):
        if any(_puts_right(each, entry.reason.about) for each in step.offered if each is not step.choice):
            return step.position
    return said


def _during(steps: Sequence[Step], index: int) -> int | None:
    """The decision after which an entry was booked, None before the first."""
    before = [step.position for step in steps if step.booked <= index]
    return before[-1] if before else None


def _puts_right(choice: Choice, about: Mapping[str, str]) -> bool:
    concerned = matters(about)
    for move in choice.does:
        match move:
            case Keep(promise) | Renegotiate(promise, _):
                if ("promise", promise) in concerned:
                    return True
            case Recover(complaint):
                if ("complaint", complaint) in concerned:
                    return True
    return False
