"""Which lines are alternatives, and how replies with moves of their own become replies of the rules."""

from itertools import product

import pytest

from game.core.conditions import ALWAYS, All, Happened, Scarred
from game.core.moves import Chat, Learn
from game.format.building_lines import MOST_REPLIES
from tests.format.samples import places, reading, small

KNOWS = Happened("knows", "closing")


def first(text):
    found = reading(text)
    assert found.scenario is not None, found.findings
    return found.scenario.scenes[0].choices[0]


def test_lines_with_when_one_after_the_other_are_one_group():
    (reply,) = first(
        small(
            "reply:\n"
            "  - narrator: 始め\n"
            "  - {when: {knows: closing}, customer: a}\n"
            "  - {when: {scarred: true}, customer: b}\n"
            "  - {otherwise: true, customer: c}\n"
            "  - {when: {scarred: true}, customer: d}\n"
            "  - narrator: 中\n"
            "  - {when: {scarred: true}, customer: e}\n"
        )
    ).replies
    assert [(line.text, line.group) for line in reply.lines] == [
        ("始め", None), ("a", 0), ("b", 0), ("c", 0), ("d", 1), ("中", None), ("e", 2),
    ]  # fmt: skip
    assert [line.when for line in reply.lines] == [
        ALWAYS,
        KNOWS,
        Scarred(),
        ALWAYS,
        Scarred(),
        ALWAYS,
        Scarred(),
    ]
    assert (reply.when, reply.does) == (ALWAYS, ())


def test_alternatives_with_moves_become_replies():
    replies = first(
        small(
            "reply:\n"
            "  - narrator: 始め\n"
            "  - {when: {knows: closing}, customer: a, does: [{chat: x}], mood: warm}\n"
            "  - {otherwise: true, customer: b, learn: closing}\n"
            "  - {narrator: 終わり, does: [{learn: closing}]}\n"
        )
    ).replies
    assert [[line.text for line in reply.lines] for reply in replies] == [
        ["始め", "a", "終わり"],
        ["始め", "b", "終わり"],
    ]
    assert [reply.when for reply in replies] == [KNOWS, ALWAYS]
    assert [reply.does for reply in replies] == [(Chat("x"), Learn("closing")), (Learn("closing"),)]
    assert replies[0].lines[1].when == ALWAYS
    assert replies[0].lines[1].mood == "warm"
    assert replies[1].lines[1].learn == ("closing",)


def test_a_group_that_may_fail_leaves_a_reply_without_it():
    replies = first(
        small("reply: [{when: {knows: closing}, customer: a, does: [{chat: x}]}, {narrator: z}]")
    ).replies
    assert [[line.text for line in reply.lines] for reply in replies] == [["a", "z"], ["z"]]
    assert [reply.when for reply in replies] == [KNOWS, ALWAYS]


def test_several_lines_stand_under_one_when():
    replies = first(
        small(
            "reply:\n"
            "  - when: {knows: closing}\n"
            "    lines:\n"
            "      - {customer: a}\n"
            "      - {when: {scarred: true}, customer: b}\n"
            "      - {otherwise: true, customer: c}\n"
            "  - otherwise: true\n"
            "    lines: [{customer: d}]\n"
            "  - lines: [{narrator: e}, {when: {scarred: true}, narrator: f}]\n"
            "  - does: [{chat: x}]\n"
        )
    ).replies
    assert [[(line.text, line.group) for line in reply.lines] for reply in replies] == [
        [("a", None), ("b", 0), ("c", 0), ("e", None), ("f", 1)],
        [("d", None), ("e", None), ("f", 0)],
    ]
    assert [reply.does for reply in replies] == [(Chat("x"),), (Chat("x"),)]


def holds(condition, truth):
    """Whether a condition of facts known and scars holds."""
    if isinstance(condition, All):
        return all(holds(part, truth) for part in condition.parts)
    return truth[condition.id if isinstance(condition, Happened) else "scar"]


@pytest.mark.parametrize("truth", list(product([False, True], repeat=2)))
def test_two_groups_are_taken_independently(truth):
    known = dict(zip(("closing", "scar"), truth, strict=True))
    replies = first(
        small(
            "reply:\n"
            "  - {when: {knows: closing}, customer: a, does: [{chat: a}]}\n"
            "  - {otherwise: true, customer: b}\n"
            "  - {when: {scarred: true}, customer: c, does: [{chat: c}]}\n"
            "  - {otherwise: true, customer: d}\n"
        )
    ).replies
    taken = next(reply for reply in replies if holds(reply.when, known))
    assert [line.text for line in taken.lines] == ["a" if truth[0] else "b", "c" if truth[1] else "d"]
    assert taken.does == ((Chat("a"),) if truth[0] else ()) + ((Chat("c"),) if truth[1] else ())


def test_groups_that_multiply_beyond_all_use_are_a_fault():
    item = "  - {when: {knows: closing}, customer: a, does: [{chat: a}]}\n  - narrator: x\n"
    assert reading(small("reply:\n" + item * 6)).scenario is not None
    assert [code for code, *_ in places(reading(small("reply:\n" + item * 7)))] == ["too-many-replies"]
    assert MOST_REPLIES == 2**6


def test_conditions_in_one_mapping_all_hold():
    choice = first(
        small("when: {knows: [closing, closing], scarred: true, day: {at_least: 2}, standing: {below: 0}}")
    )
    assert isinstance(choice.when, All)
    assert len(choice.when.parts) == 5
