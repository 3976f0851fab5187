"""What was begun and left: declared and never brought up, promised and never to be kept."""

import pytest

from game.authoring.advice import advise
from tests.authoring.stories import BOOK, END, TOP, at, reading, scene, story


def codes(text):
    return [(one.code, one.line) for one in advise(reading(text), BOOK)]


def test_what_is_declared_and_never_comes_up_is_told():
    text = story(
        scene("one", "does: [{promise: sheet}, {blur: soon}]; goto: two"),
        scene("two", "does: [{keep: sheet}]; goto: end"),
        END,
    )
    assert codes(text) == [
        *[("never-comes-up", at(text, "facts:")[0])] * 2,
        ("never-comes-up", at(text, "  visit: {")[0]),
        ("never-comes-up", at(text, "  support: {")[0]),
    ]


def test_a_promise_that_no_choice_keeps_is_told():
    text = story(
        scene("one", "does: [{promise: sheet}, {promise: {id: visit, vague: true}}]; goto: end"), END
    )
    told = [code for code in codes(text) if code[0] == "promise-never-kept"]
    assert told == [("promise-never-kept", at(text, f"  {id}: {{")[0]) for id in ("sheet", "visit")]


@pytest.mark.parametrize(
    ("section", "does"),
    [
        ("facts: {it: あ}", "ask: it"), ("facts: {it: あ}", "learn: it"), ("lies: {it: あ}", "lie: it"),
        ("considerations: {it: あ}", "concede: {percent: 5, for: [it]}"), ("topics: {it: あ}", "inform: it"),
        ("records: {it: あ}", "tell_record: it"), ("demands: {it: あ}", "concede: {demand: it, percent: 5}"),
        ("favours: {it: あ}", "request: it"), ("helps: {it: あ}", "help: it"),
        ("blurs: {it: {said: あ, heard: い}}", "blur: it"),
    ],
)  # fmt: skip
def test_what_a_move_brings_up_is_no_loose_end(section, does):
    top = "\n".join(
        line for line in TOP.splitlines() if not line.startswith(("facts", "promises", "blurs", "  "))
    )
    text = story(
        scene("one", f"does: [{{{does}}}]; goto: end"),
        END,
        top=f"{top}\n".replace("start:", f"{section}\nstart:"),
    )
    assert not any(code == "never-comes-up" for code, _ in codes(text))
    without = text.replace(f"does: [{{{does}}}]", "does: []")
    assert codes(without) == [("never-comes-up", at(without, "it: ")[0])]


@pytest.mark.parametrize("section", ["considerations", "helps"])
def test_a_story_that_goes_on_may_bring_what_was_agreed_and_helped_along(section):
    declared = f"{section}: {{before: Something of before}}\nstart: one"
    for goes_on, found in (("", True), ("continues: earlier\n", False)):
        text = story(scene("one", "goto: end"), END, top=TOP.replace("start: one", goes_on + declared))
        assert (("never-comes-up", at(text, "before:")[0]) in codes(text)) is found


def test_a_story_that_goes_on_may_bring_facts_and_promises_along():
    text = story(
        scene("one", "goto: end"), END, top=TOP.replace("start: one", "continues: before\nstart: one")
    )
    assert [line for code, line in codes(text) if code == "never-comes-up"] == [
        at(text, "  support:")[0],
        at(text, "  soon:")[0],
    ]


@pytest.mark.parametrize(
    ("due", "told"), [("2026-05-31", True), ("2026-06-30", False), ("9999-12-31", False)]
)
def test_what_falls_due_when_all_is_settled_is_not_broken(due, told):
    top = TOP.replace("due: friday", f"due: {due}")
    two = scene("two", "goto: end", more="after: 3 business days")
    text = story(scene("one", "does: [{promise: sheet}]; goto: two"), two, END, top=top)
    assert any(code == "promise-never-kept" for code, _ in codes(text)) == told


def test_of_a_story_with_faults_they_are_not_told():
    text = story(scene("one", "goto: end"), END)
    assert codes(text)
    assert advise(reading(text), BOOK, sound=False) == ()
