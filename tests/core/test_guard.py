"""The checks can fail: every pattern, handed a spoiled rulebook or rule, goes red for somebody."""

from collections.abc import Callable
from inspect import signature
from itertools import product

import numpy as np
import pytest

from game.core import moves, rules
from game.core.moves import SIZES
from game.core.passbook import Reason
from game.core.rulebook import Rulebook
from game.core.rules import Rule, clarity, promising
from game.core.rules.turn import Turn
from tests.core import test_patterns as patterns
from tests.core.build import BOOK, CREDITS, PERSONAS, spoiled

SPOILED: tuple[tuple[Callable[..., None], dict[str, int]], ...] = (
    (patterns.test_p01_one_broken_promise_costs_three_to_eight_kept_ones, {"promising__breach__small": 4}),
    (patterns.test_p01_one_broken_promise_costs_three_to_eight_kept_ones, {"promising__breach__large": 99}),
    (patterns.test_p02_the_same_honest_failure_costs_less_of_the_trusted, {"goodwill__scale": 10_000}),
    (patterns.test_p03_five_kept_promises_mend_a_breach_but_not_a_lie, {"promising__breach__large": 100}),
    (patterns.test_p03_five_kept_promises_mend_a_breach_but_not_a_lie, {"truth__found_out": 0}),
    (patterns.test_p04_an_announced_deed_mends_faster_less_so_after_a_lie, {"giving__care": 12}),
    (patterns.test_p04_an_announced_deed_mends_faster_less_so_after_a_lie, {"truth__scar_divisor": 1}),
    (patterns.test_p05_one_lie_found_out_ends_below_zero_from_ninety, {"truth__found_out": 0}),
    (patterns.test_p06_five_questions_in_a_row, {"asking__credit_per_tolerance": 1000}),
    (patterns.test_p06_five_questions_in_a_row, {"asking__closes_at_excess": 9}),
    (patterns.test_p07_at_neutral_it_is_strict_from_three_questions, {"giving__banks": 0}),
    (patterns.test_p07_give_then_ask_beats_ask_then_give, {"giving__banks": 0}),
    (patterns.test_p07_spread_beats_front_loaded, {"asking__beyond_step": 0, "giving__banks": 0}),
    (patterns.test_p08_a_record_told_beats_one_displayed_and_wears_out, {"giving__record_displayed": 6}),
    (patterns.test_p09_only_a_first_minor_fast_sincere_recovery_ends_above, {"recovery__bonus": 0}),
    (patterns.test_p09_only_a_first_minor_fast_sincere_recovery_ends_above, {"clarity__half_percent": 100}),
    (
        patterns.test_p10_a_good_recovery_is_worth_more_last_than_first,
        {"recovery__after_recovery_percent": 100},
    ),
    (patterns.test_p10_a_good_recovery_is_worth_more_last_than_first, {"recovery__bonus": 4}),
    (patterns.test_p11_caving_signs_and_loses, {"terms__given_away": 60}),
    (patterns.test_p12_a_favour_is_granted_after_help_and_refused_ninety_days_later, {"favours__worth": 0}),
    (patterns.test_p14_a_misunderstanding_owned_early_late_or_deflected, {"clarity__deflect": 0}),
    (patterns.test_p15_level_beats_above_and_below, {"standing__free": 50}),
    (patterns.test_p18_exchange_then_reason_then_bare_no, {"terms__covered": 0}),
    (patterns.test_p18_exchange_then_reason_then_bare_no, {"terms__bill": 0}),
    (patterns.test_p21_a_year_of_care_ends_above_a_year_of_silence, {"silence__cost": 0, "giving__care": 0}),
    (patterns.test_p22_unanswered_then_formal_then_recovered, {"recovery__formal": 20}),
)


def everybody(pattern: Callable[..., None]):
    """All the cases of a pattern, as its own marks list them."""
    names, values = [], []
    for mark in pattern.pytestmark:  # type: ignore[attr-defined]
        names.append(mark.args[0])
        values.append(tuple(mark.args[1]))
    assert {*names, "book"} == set(signature(pattern).parameters)
    return [dict(zip(names, case, strict=True)) for case in product(*values)]


def fails(pattern: Callable[..., None], book: Rulebook) -> bool:
    """Whether the pattern is broken for at least one persona, credit or case."""
    for case in everybody(pattern):
        try:
            pattern(book=book, **case)
        except AssertionError:
            return True
    return False


@pytest.mark.parametrize(
    ("pattern", "numbers"), SPOILED, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_spoiled_rulebook_breaks_its_pattern(pattern: Callable[..., None], numbers: dict[str, int]):
    assert fails(pattern, spoiled(BOOK, **numbers))


def paid_chat(turn: Turn, _move: object, where) -> None:
    turn.deposit(where, 1, "usefulness", Reason("chat"))


def paid_clarify(turn: Turn, move: moves.Clarify, where) -> None:
    clarity.clarify(turn, move, where)
    turn.deposit(where, 1, "clarity", Reason("clarify"))


def unbooked(turn: Turn, move: moves.Credit, where) -> None:
    turn.states.put("credit", where, np.clip(turn.states["credit"] + move.points, -100, 100))


def rising(turn: Turn, _move: moves.Stand, where) -> None:
    turn.shift_standing(where, 15)


def inform_unworn(turn: Turn, _move: moves.Inform, where) -> None:
    turn.deposit(where, 3, "usefulness", Reason("inform"))


def keep_unfresh(turn: Turn, move: moves.Keep, where) -> None:
    turn.states.put(f"promise.fresh:{move.promise}", where, 0)
    promising.keep(turn, move, where)


@pytest.mark.parametrize(
    ("pattern", "move", "rule"),
    [
        (patterns.test_p13_nice_talk_alone_moves_nothing, moves.Chat, Rule(paid_chat)),
        (patterns.test_p16_entries_explain_the_balance_and_the_path_decides, moves.Credit, Rule(unbooked)),
        (
            patterns.test_p17_speaking_clearly_is_never_worse,
            moves.Clarify,
            Rule(paid_clarify, clarity.may_clarify),
        ),
        (patterns.test_p19_arrogance_does_not_undo_caving, moves.Stand, Rule(rising)),
        (patterns.test_p20_a_scene_repeated_earns_less, moves.Inform, Rule(inform_unworn)),
        (
            patterns.test_p20_promising_and_keeping_in_one_breath_earns_nothing,
            moves.Keep,
            Rule(keep_unfresh, promising.may_keep),
        ),
    ],
)
def test_a_spoiled_rule_breaks_its_pattern(
    monkeypatch: pytest.MonkeyPatch, pattern: Callable[..., None], move: type, rule: Rule
):
    monkeypatch.setitem(rules.RULES, move, rule)
    assert fails(pattern, BOOK)


def test_every_pattern_is_guarded():
    guarded = {pattern.__name__[:8] for pattern, _ in SPOILED} | {
        f"test_p{number}" for number in (13, 16, 17, 19, 20)
    }
    written = {name[:8] for name in dir(patterns) if name.startswith("test_p")}
    assert written == guarded == {f"test_p{number:02}" for number in range(1, 23)}
    assert (len(PERSONAS), len(CREDITS), len(SIZES)) == (7, 5, 3)
