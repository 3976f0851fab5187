"""What changes the two hashes of a scenario, and what does not."""

import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.format.samples import SAMPLE, changed, reading, small


class _Typed(yaml.SafeLoader):
    """Everything as typed."""


_Typed.yaml_implicit_resolvers = {}
DATA = yaml.load(SAMPLE, _Typed)
ORDERED = {"promises", "blurs", "lies", "complaints", "demands"}
"""Sections whose order is the order of the settlement."""


def hashes(text):
    scenario = reading(text).scenario
    assert scenario is not None, reading(text).findings
    return scenario.hash, scenario.text_hash


def shuffled(value, chance, key=""):
    if isinstance(value, dict):
        pairs = [(name, shuffled(part, chance, name)) for name, part in value.items()]
        if key not in ORDERED:
            chance.shuffle(pairs)
        return dict(pairs)
    return [shuffled(part, chance) for part in value] if isinstance(value, list) else value


@given(
    st.integers(),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, '"', "'"]),
    st.integers(30, 200),
)
@settings(deadline=None)
def test_layout_comments_and_the_order_of_keys_do_not_count(seed, flow, style, width):
    data = shuffled(DATA, random.Random(seed))
    text = yaml.dump(
        data, allow_unicode=True, sort_keys=False, default_flow_style=flow, default_style=style, width=width
    )
    assert hashes("# other words\n" + text) == hashes(SAMPLE)


WORDS_ONLY = [
    ("title: 初回訪問と金曜の約束", "title: 別の題"),
    ("まず現状を", "最初に現状を"),
    ("……人数は、", "人数は、"),
    ("椅子に深く座り直した", "腕を組んだ"),
    ("調べもせずに聞きに来た", "調べずに来た"),
    ("{text: 従業員は六十名", "{text: 従業員は六十一名"),
    ("何が伝わったのでしょう?", "何が見えましたか?"),
    ("困ったことがあって", "困って"),
    ("name: 田辺 由紀", "name: 田中"),
]
NEITHER = [
    ("mood: cold", "mood: hurt"),
    ("portrait: tanabe", "portrait: tanaka"),
    ("place: meeting_room", "place: office"),
    ("level: beginner", "level: advanced"),
    ("minutes: 8", "minutes: 9"),
    ("teaches: [promise, ", "teaches: ["),
    ("minutes: 8", "coach: true"),
    ("10:20", "16:45"),
]
PLAY = [
    ("{ask: [headcount, closing]}", "{ask: [closing, headcount]}"),
    ("due: friday, size", "due: 3 days, size"),
    ("size: small", "size: large"),
    ("public: true", "public: false"),
    ("after: 2 days", "after: 1 day"),
    ("percent: 20", "percent: 10"),
    ("learn: closing", "learn: turnover"),
    ("at_least: 10", "at_least: 11"),
    ("deal: signed", "deal: lost"),
    ("persona: careful", "persona: busy"),
    ("begins: 2026-03-03", "begins: 2026-03-04"),
    ("price: 1200000", "price: 1"),
    ("phase: approach", "phase: discovery"),
    ("opening_credit: 0", "opening_credit: 1"),
    ("worth: medium", "worth: large"),
    ("id: gift", "id: present"),
    ("enter: [{surface: support}]", "enter: []"),
    ("does: [{blur: support}]", "does: []"),
    ("when: {knows: closing}", "when: {knows: turnover}"),
    ("start: reception", "rulebook: {asking: {within: 2}}\nstart: reception"),
]


@pytest.mark.parametrize(("old", "new"), WORDS_ONLY)
def test_words_change_the_hash_of_the_words_only(old, new):
    before, after = hashes(SAMPLE), hashes(changed(old, new))
    assert before[0] == after[0]
    assert before[1] != after[1]


@pytest.mark.parametrize(("old", "new"), NEITHER)
def test_what_only_shows_changes_neither(old, new):
    assert hashes(SAMPLE) == hashes(changed(old, new))


@pytest.mark.parametrize(("old", "new"), PLAY)
def test_what_is_played_changes_the_hash(old, new):
    assert hashes(SAMPLE)[0] != hashes(changed(old, new))[0]


def test_one_hash_for_every_way_to_write_it():
    short = small("does: [{ask: closing}, {promise: sheet}, {demand: x}, {hold: x}]\nwhen: {knows: closing}")
    long = small(
        "does: [{ask: {facts: [closing]}}, {promise: {id: sheet}}, {demand: {id: x}}, {hold: {demand: x}}]\n"
        "when: {knows: [closing]}\nagain: 1"
    )
    assert hashes(short) == hashes(long)


def test_an_added_line_without_news_is_words_only():
    said = small("reply: [{customer: a, learn: closing}]")
    more = small("reply: [{narrator: x}, {customer: a, learn: closing, tell: {sign: b, means: c}}]")
    assert hashes(said)[0] == hashes(more)[0]
    assert hashes(small())[0] == hashes(small("reply: [{customer: a}]"))[0]


def test_the_order_of_what_settles_together_counts():
    first, second = "lies: {a: x, b: y}", "lies: {b: y, a: x}"
    assert hashes(small("does: [{lie: a}, {lie: b}]", top=first)) != hashes(
        small("does: [{lie: a}, {lie: b}]", top=second)
    )


def test_reasons_of_own_numbers_are_words():
    one = small("does: [{credit: {points: 1, because: a, principle: honesty}}]")
    other = one.replace("because: a", "because: b")
    assert hashes(one)[0] == hashes(other)[0]
    assert hashes(one)[1] != hashes(other)[1]
