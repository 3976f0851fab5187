"""Which function applies a move, and in which states it can apply at all.

A new move is one variant in ``moves``, one function in a file of this package and one line here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.core import moves
from game.core.rules import (
    asking,
    calendar,
    clarity,
    favours,
    giving,
    own_numbers,
    promising,
    recovery,
    standing,
    terms,
    truth,
)
from game.core.rules.turn import Turn
from game.core.states import Mask


def _always(turn: Turn, _move: object) -> Mask:
    return turn.states.everywhere()


@dataclass(frozen=True, slots=True)
class Rule:
    """``apply(turn, move, where)`` changes the states; ``may(turn, move)`` says where it can apply."""

    apply: Callable[[Turn, Any, Mask], None]
    may: Callable[[Turn, Any], Mask] = _always


RULES: Final[Mapping[type[object], Rule]] = {
    moves.Ask: Rule(asking.ask),
    moves.Learn: Rule(asking.learn, asking.may_learn),
    moves.Inform: Rule(giving.inform),
    moves.TellRecord: Rule(giving.tell_record),
    moves.Help: Rule(favours.help_),
    moves.Propose: Rule(giving.propose),
    moves.StartSmall: Rule(giving.start_small, giving.may_start_small),
    moves.Promise: Rule(promising.promise, promising.may_promise),
    moves.Keep: Rule(promising.keep, promising.may_keep),
    moves.Break: Rule(promising.break_, promising.may_break),
    moves.Renegotiate: Rule(promising.renegotiate, promising.may_renegotiate),
    moves.Lie: Rule(truth.lie),
    moves.Correct: Rule(truth.correct, truth.may_correct),
    moves.Expose: Rule(truth.expose, truth.may_expose),
    moves.Blur: Rule(clarity.blur, clarity.may_blur),
    moves.Clarify: Rule(clarity.clarify, clarity.may_clarify),
    moves.Surface: Rule(clarity.surface, clarity.may_surface),
    moves.Own: Rule(clarity.own, clarity.may_own),
    moves.Deflect: Rule(clarity.deflect, clarity.may_deflect),
    moves.Complain: Rule(recovery.complain, recovery.may_complain),
    moves.Recover: Rule(recovery.recover, recovery.may_recover),
    moves.Formal: Rule(recovery.formal, recovery.may_formal),
    moves.Demand: Rule(terms.demand, terms.may_demand),
    moves.Concede: Rule(terms.concede, terms.may_concede),
    moves.Hold: Rule(terms.hold, terms.may_hold),
    moves.Stand: Rule(standing.stand),
    moves.Request: Rule(favours.request, favours.may_request),
    moves.Celebrate: Rule(giving.celebrate),
    moves.FollowUp: Rule(giving.follow_up),
    moves.Chat: Rule(giving.chat),
    moves.Wait: Rule(calendar.wait),
    moves.Credit: Rule(own_numbers.credit),
}
"""One rule for every variant of ``Move``; a test holds that none is missing."""


def run(turn: Turn, done: tuple[moves.Move, ...], where: Mask) -> None:
    """Apply moves left to right; where one cannot apply it does nothing."""
    for move in done:
        rule = RULES[type(move)]
        able = where & rule.may(turn, move)
        if able.any():
            rule.apply(turn, move, able)


def any_may(turn: Turn, done: tuple[moves.Move, ...]) -> Mask:
    """In which states at least one of these moves can apply (everywhere when there is none)."""
    able = turn.states.everywhere()
    if done:
        able = ~able
        for move in done:
            able |= RULES[type(move)].may(turn, move)
    return able
