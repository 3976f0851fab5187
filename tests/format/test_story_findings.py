"""References, scenes and where they lead: faults that show without playing."""

import pytest

from game.format.story import circles
from tests.format.samples import SMALL, at, changed, places, reading, small

TWO_WAYS = """\
format: 1
id: ways
language: ja
title: 道
customer: {name: 田辺}
start: a
scenes:
  a: {lines: [{narrator: a}], choices: [{id: x, say: x, goto: b}, {id: y, say: y, goto: c}]}
  b: {lines: [{narrator: b}], choices: [{id: x, say: x, goto: c}, {id: y, say: y, goto: b}]}
  c: {lines: [{narrator: c}], choices: [{id: x, say: x, goto: d}]}
  d: {lines: [{narrator: d}], ending: open}
"""

# Each case: the text, and of each finding the code and the piece of the text it points at.
CASES = {
    "unknown fact": (small("does: [{ask: [closing, nothing]}]"), [("undeclared", "nothing")]),
    "unknown fact asked for shortly": (small("does: [{ask: nothing}]"), [("undeclared", "nothing")]),
    "unknown fact learned": (small("does: [{learn: [closing, nothing]}]"), [("undeclared", "nothing")]),
    "unknown fact in a line": (small("reply: [{customer: a, learn: nothing}]"), [("undeclared", "nothing")]),
    "unknown fact in a proposal": (
        small("does: [{propose: {for: us, needs: nothing}}]"),
        [("undeclared", "nothing")],
    ),
    "unknown fact at the opening": (small(top="opening: {facts: [nothing]}"), [("undeclared", "nothing")]),
    "unknown fact in a condition": (
        small("when: {any: [{knows: closing}, {not: {knows: [closing, nothing]}}]}"),
        [("undeclared", "nothing")],
    ),
    "unknown promise": (small("does: [{promise: nothing}]"), [("undeclared", "nothing")]),
    "unknown promise kept": (small("does: [{keep: nothing}]"), [("undeclared", "nothing")]),
    "unknown promise broken": (small("does: [{break: nothing}]"), [("undeclared", "nothing")]),
    "unknown promise put off": (
        small("does: [{renegotiate: {promise: nothing, due: 2 days}}]"),
        [("undeclared", "nothing")],
    ),
    "unknown promise of before": (small(top="opening: {promises: {nothing: 3}}"), [("undeclared", "3}")]),
    "unknown blur": (small("does: [{blur: nothing}]"), [("undeclared", "nothing")]),
    "a promise is no blur": (
        small("does: [{promise: sheet}, {clarify: sheet}]"),
        [("undeclared", "sheet}]")],
    ),
    "unknown blur owned": (small("does: [{own: {blur: nothing, how: visit}}]"), [("undeclared", "nothing")]),
    "unknown matter": (small("does: [{deflect: nothing}]"), [("undeclared", "nothing")]),
    "unclear matter": (
        small("does: [{complain: support}, {deflect: support}]"),
        [("deflect-unclear", "support}]")],
    ),
    "a lie never told": (small("does: [{correct: rival}]"), [("never-used", "rival")]),
    "a lie never told asked for": (small("when: {lied: rival}"), [("never-used", "rival")]),
    "a demand never made": (small("does: [{hold: discount}]"), [("never-used", "discount")]),
    "a complaint never made": (small("does: [{formal: delay}]"), [("never-used", "delay")]),
    "a complaint never made answered": (small("does: [{recover: delay}]"), [("never-used", "delay")]),
    "a help never given": (small("when: {helped: printer}"), [("never-used", "printer")]),
    "a favour never asked": (small("when: {granted: interview}"), [("never-used", "interview")]),
    "unknown scene": (
        changed("goto: end", "goto: [{when: {scarred: true}, to: x}, end]", SMALL),
        [("unknown-scene", "x}")],
    ),
    "unknown start": (changed("start: one", "start: two", SMALL), [("unknown-scene", "two")]),
    "unknown scene in a time": (
        changed("due: friday", "due: 3 days after nowhere", SMALL),
        [("unknown-scene", "3 days")],
    ),
    "unknown scene for the class": (
        small(top="debrief: [{scene: nowhere, see: a, ask: b}]"),
        [("unknown-scene", "nowhere")],
    ),
    "unknown choice": (small("when: {chose: one.nothing}"), [("unknown-choice", "one.nothing")]),
    "no choice": (small("when: {chose: go}"), [("unknown-choice", "go}")]),
    "the same choice twice": (
        changed("  end:", "      - {id: go, say: x, goto: end}\n  end:", SMALL),
        [("duplicate-choice", "go, say")],
    ),
    "a choice without a name": (
        changed("      - id: go\n        say", "      - say", SMALL),
        [("unnamed-choice", "say: 始")],
    ),
    "choices and an ending": (small(scene="ending: lost"), [("choices-and-ending", "lost")]),
    "neither choices nor ending": (
        changed("    ending: open\n", "", SMALL),
        [("choices-or-ending", "end:\n")],
    ),
    "a circle": (changed("goto: d}", "goto: a}", TWO_WAYS), [("story-circle", "a}]}\n  d")]),
    "a way never taken": (
        changed("goto: end", "goto: [{to: end}, {when: {knows: closing}, to: end}]", SMALL),
        [("goto-never-taken", "{when: {knows")],
    ),
    "a way otherwise and when": (
        changed("goto: end", "goto: [{when: {knows: closing}, otherwise: yes, to: end}, end]", SMALL),
        [("otherwise-and-when", "yes")],
    ),
    "a way otherwise false": (
        changed("goto: end", "goto: [{otherwise: false, to: end}]", SMALL),
        [("otherwise-false", "false")],
    ),
    "again without coming back": (small("again: 2"), [("again-without-hub", "again")]),
    "no event": (
        small(scene="enter: [{learn: closing}, {ask: closing}]"),
        [("not-an-event", "ask: closing}]")],
    ),
    "a date before the beginning": (
        changed("due: friday", "due: 2026-01-09", SMALL),
        [("date-before-begin", "2026-01-09")],
    ),
    "an unknown placeholder": (small('better: "はい、{name}さん"'), [("unknown-placeholder", "{name}")]),
    "an open brace": (small('better: "はい、{trainee"'), [("unknown-placeholder", "{trainee")]),
    "a closing brace": (small('better: "はい}"'), [("unknown-placeholder", '}"')]),
    "furigana without a reading": (small("better: ｜漢字です"), [("furigana", "｜")]),
    "furigana not closed": (small("better: ｜漢字《かんじ"), [("furigana", "｜")]),
    "furigana empty": (small("better: ｜漢字《》"), [("furigana", "｜")]),
    "furigana without a bar": (small("better: 漢字《かんじ》"), [("furigana-without-bar", "字《")]),
    "a slip on a later line": (
        small('better: "はい、\n          {name}さん"'),
        [("unknown-placeholder", '"はい、\n')],
    ),
}


@pytest.mark.parametrize("pure", [False, True], ids=["c-parser", "pure-parser"])
@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_told_at_its_place(name, pure):
    text, pieces = CASES[name]
    assert places(reading(text, pure=pure)) == [(code, *at(text, piece)) for code, piece in pieces]


@pytest.mark.parametrize("name", CASES)
def test_both_languages_tell_the_same_in_their_own_words(name):
    text, _ = CASES[name]
    ja, en = reading(text, lang="ja"), reading(text, lang="en")
    assert places(ja) == places(en)
    assert all(one.message != other.message for one, other in zip(ja.findings, en.findings, strict=True))


FINE = {
    "bare things": small(
        "does: [{inform: a}, {tell_record: b}, {help: c}, {start_small: d}, {lie: e}, {correct: e},"
        " {expose: e},"
        " {complain: f}, {recover: f}, {formal: f}, {demand: g}, {hold: g},"
        " {concede: {demand: g, percent: 5, for: h}},"
        " {request: {favour: i}}, {celebrate: j}, {follow_up: k}, {chat: l}, {stand: level}, {wait: 1 day}]\n"
        "when: {any: [{lied: e}, {complained: f}, {recovered: f}, {conceded: g}, {helped: c}, {granted: i},"
        " {refused: i}, {given_away: false}, {scarred: false}]}"
    ),
    "declared things": small(
        "does: [{correct: e}, {recover: f}, {hold: g}]",
        top="lies: {e: 嘘}\ncomplaints: {f: 遅れ}\ndemands: {g: {text: 値引き}}\ntopics: {}\n",
    ),
    "a vague promise is a blur": small("does: [{promise: {id: sheet, vague: true}}, {clarify: sheet}]"),
    "a complaint deflected": small("does: [{complain: delay}, {deflect: delay}]"),
    "ways by otherwise": changed(
        "goto: end", "goto: [{when: {knows: closing}, to: end}, {otherwise: true, to: end}]", SMALL
    ),
    "help of before": small(top="opening: {favours: {printer: 9}}", choice="when: {helped: printer}"),
    "coming back": TWO_WAYS,
    "again": changed("goto: b}]", "goto: b, again: 3}]", TWO_WAYS),
    "quotation marks": small("better: 《注意》と｜漢字《かんじ》の{trainee}さん"),
    "events": small(scene="enter: [{learn: closing}, {complain: x}, {demand: {id: y, percent: 10}}]"),
    "a choice by its place": changed("id: go\n        say", "say", small("when: {not: {chose: one.1}}")),
}


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_found_in_what_is_right(name):
    assert [one for one in reading(FINE[name]).findings if one.severity == "fault"] == []


def test_a_circle_is_named():
    (found,) = reading(changed("goto: d}", "goto: a}", TWO_WAYS)).findings
    assert "a → b → c → a" in found.message


def test_a_long_circle_is_named_in_part():
    scenes = "".join(
        f"  s{n}: {{lines: [{{narrator: x}}], choices: [{{id: x, say: x, goto: s{(n + 1) % 30}}}]}}\n"
        for n in range(30)
    )
    (found,) = reading(
        changed("start: a", "start: s0", TWO_WAYS.split("scenes:", maxsplit=1)[0]) + "scenes:\n" + scenes
    ).findings
    assert "s7 → … → s0" in found.message


def test_circles_of_any_length_are_found_without_recursion():
    ways = {str(n): [str(n + 1)] for n in range(100_000)}
    assert circles(ways) == []
    (found,) = circles({**ways, "100000": ["5", "nowhere"]})
    assert (found[0], found[-1], len(found)) == ("5", "100000", 99_996)


def test_a_hub_is_a_scene_its_own_choices_come_back_to():
    scenario = reading(TWO_WAYS).scenario
    assert scenario is not None
    assert [scene.id for scene in scenario.scenes if scene.hub] == ["b"]


def test_a_deflection_is_of_what_it_names():
    scenario = reading(
        small("does: [{blur: support}, {deflect: support}, {complain: x}, {deflect: x}]")
    ).scenario
    assert scenario is not None
    assert [getattr(move, "of", "") for move in scenario.scenes[0].choices[0].does] == [
        "",
        "blur",
        "",
        "complaint",
    ]
