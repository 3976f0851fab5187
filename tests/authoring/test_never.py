"""What can never be at its place: moves without what they answer, conditions nothing can fulfil."""

import pytest

from tests.authoring.stories import END, found, one_fault, scene, story

LACKING = {
    "keep": ("{keep: sheet}", "promise-never-made", "sheet"),
    "break": ("{break: sheet}", "promise-never-made", "sheet"),
    "renegotiate": ("{renegotiate: {promise: sheet, due: 5 days}}", "promise-never-made", "sheet, due"),
    "correct": ("{correct: ready}", "lie-never-told", "ready"),
    "clarify": ("{clarify: support}", "blur-never-said", "support"),
    "own": ("{own: support}", "blur-never-said", "support"),
    "deflect": ("{deflect: support}", "blur-never-said", "support"),
    "recover": ("{recover: noise}", "complaint-never-made", "noise"),
    "formal": ("{formal: noise}", "complaint-never-made", "noise"),
    "deflect a complaint": ("{deflect: noise}", "complaint-never-made", "noise"),
    "hold": ("{hold: {demand: cut}}", "demand-never-made", "cut"),
    "concede": ("{concede: {demand: cut, percent: 5}}", "demand-never-made", "cut, percent"),
    "propose": ("{propose: {for: customer, needs: [closing]}}", "fact-never-learned", "closing"),
}
LATER = scene(
    "later",
    "goto: end",
    "does: [{promise: sheet}, {lie: ready}, {blur: support}, {ask: closing}]; goto: end",
    more="enter: [{complain: noise}, {demand: cut}]",
)  # fmt: skip
"""Everything comes about here, too late for the scene before it."""


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("move", LACKING)
def test_a_move_that_nothing_before_it_can_lead_to(move, lang):
    written, code, piece = LACKING[move]
    marked = written.replace(piece, f"{piece}   ") if piece.endswith("}") else written
    text = story(scene("one", "goto: later", f"does: [{{inform: x}}, {marked}]; goto: later"), LATER, END)
    (only,) = found(text, lang)
    assert only.code == code
    line, column = only.line, only.column
    assert text.splitlines()[line - 1][column - 1 :].startswith(piece)
    assert f"`{piece.partition(',')[0]}`" in only.message


@pytest.mark.parametrize(
    ("event", "code"), [("{surface: support}", "blur-never-said"), ("{expose: ready}", "lie-never-told")]
)
def test_an_event_that_nothing_before_it_can_lead_to(event, code):
    text = story(scene("one", "goto: end", more=f"enter: [{event}]").replace("どうも", "ああ"), LATER, END)
    text = text.replace("goto: end", "goto: later", 1)
    id = event.strip("{}").split()[1]
    (only,) = found(text)
    assert (only.code, text.splitlines()[only.line - 1][only.column - 1 :].startswith(id)) == (code, True)


def test_owning_what_was_blurred_but_never_surfaces():
    text = story(
        scene("one", "does: [{blur: support}]; goto: two"),
        scene("two", "goto: end", "does: [{own: support}]; goto: end"),
        END,
    )
    assert one_fault(text, "blur-never-surfaces", "support}]").message
    surfacing = text.replace("  two:\n", "  two:\n    enter: [{surface: support}]\n")
    assert found(surfacing) == ()
    assert found(text.replace("support}]", "soon}]")) == (), "it has a day of its own"


IMPOSSIBLE = {
    "knows": ("{knows: closing}", "fact-never-learned"),
    "promised": ("{promised: sheet}", "promise-never-made"),
    "broken": ("{broken: sheet}", "promise-never-made"),
    "kept": ("{kept: sheet}", "promise-never-made"),
    "lied": ("{lied: ready}", "lie-never-told"),
    "blurred": ("{blurred: support}", "blur-never-said"),
    "clarified": ("{clarified: support}", "blur-never-said"),
    "complained": ("{complained: noise}", "complaint-never-made"),
    "recovered": ("{recovered: noise}", "complaint-never-made"),
    "conceded": ("{conceded: cut}", "demand-never-made"),
    "given away to one": ("{given_away: cut}", "demand-never-made"),
    "given away": ("{given_away: true}", "never-holds"),
    "scarred": ("{scarred: true}", "never-holds"),
    "helped": ("{helped: boxes}", "never-happens"),
    "granted": ("{granted: name}", "never-happens"),
    "refused": ("{refused: name}", "never-happens"),
    "chose": ("{chose: later.c2}", "choice-never-taken"),
    "day": ("{day: {at_least: 1}}", "never-holds"),
    "credit": ("{credit: {below: -100}}", "never-holds"),
    "standing": ("{standing: {at_least: 101}}", "never-holds"),
    "within all": ("{all: [{day: {below: 5}}, {knows: closing}]}", "fact-never-learned"),
    "within any": ("{any: [{knows: closing}]}", "fact-never-learned"),
    "not": ("{not: {day: {at_least: 0}}}", "never-holds"),
}
WITH_MORE = LATER.replace("{ask: closing}", "{ask: closing}, {help: boxes}, {request: {favour: name}}")


@pytest.mark.parametrize("kind", IMPOSSIBLE)
@pytest.mark.parametrize("place", ["choice", "goto", "line", "reply"])
def test_a_condition_that_can_never_hold(kind, place):
    when, code = IMPOSSIBLE[kind]
    choice = {
        "choice": f"when: {when}; goto: later",
        "goto": f"goto: [{{when: {when}, to: end}}, {{to: later}}]",
        "line": "goto: later",
        "reply": f"reply: [{{when: {when}, customer: え。}}]; goto: later",
    }[place]
    lines = (
        f"[{{when: {when}, customer: え。}}, {{customer: ああ。}}]"
        if place == "line"
        else "[{customer: え。}]"
    )
    text = story(scene("one", "goto: later", choice, lines=lines), WITH_MORE, END)
    (only,) = found(text)
    assert only.code == code
    assert "when" in text.splitlines()[only.line - 1]


def test_what_came_about_before_may_hold():
    text = story(
        scene("one", "does: [{promise: sheet}]; goto: two", "goto: two"),
        scene("two", "when: {promised: sheet}; goto: end", "goto: end"),
        END,
    )
    assert found(text) == ()
    never_kept = text.replace("when: {promised: sheet}", "when: {kept: sheet}")
    assert one_fault(never_kept, "never-happens", "sheet}").hint.count("keep: sheet") == 1


def test_what_surely_happened_makes_its_contrary_impossible():
    text = story(
        scene("one", "does: [{promise: sheet}]; goto: two"),
        scene("two", "goto: end", "when: {not: {promised: sheet}}; goto: end"),
        END,
    )
    one_fault(text, "never-holds", "not: {promised")


def test_either_of_two_ways_is_enough():
    split = scene("one", "goto: two", "does: [{learn: closing}]; goto: two")
    assert (
        found(
            story(
                split,
                scene(
                    "two",
                    "goto: end",
                    "when: {any: [{knows: closing}, {lied: x}]}; goto: end",
                    "does: [{lie: x}]; goto: end",
                ),
                END,
            )
        )
        == ()
    )


def test_a_story_that_goes_on_may_have_brought_anything_along():
    text = story(
        scene(
            "one",
            "when: {all: [{knows: closing}, {helped: boxes}]}; goto: end",
            "does: [{keep: sheet}]; goto: end",
            "goto: end",
        ),
        END,
    ).replace("promises:\n", "continues: before\nhelps: {boxes: 箱}\npromises:\n", 1)
    assert found(text, known_scenarios=["before"]) == ()
    assert [one.code for one in found(text.replace("continues: before\n", ""))] == [
        "fact-never-learned",
        "never-happens",
        "promise-never-made",
    ]


def test_what_is_declared_as_the_opening_is_so():
    text = story(
        scene(
            "one",
            "when: {all: [{knows: closing}, {scarred: true}, {given_away: true}]}; goto: end",
            "does: [{keep: sheet}]; goto: end",
            "goto: end",
        ),
        END,
    )
    opened = text.replace(
        "promises:\n",
        "opening: {facts: [closing], scarred: true, given_percent: 5, promises: {sheet: 3}}\npromises:\n",
        1,
    )
    assert found(opened) == ()
    one_fault(
        opened.replace(
            "goto: end\n      - id: c3", "when: {not: {knows: closing}}\n        goto: end\n      - id: c3", 1
        ),
        "never-holds",
        "not: {knows",
    )


def test_the_lines_of_an_answer_are_looked_at_too():
    reply = "reply: [{lines: [{when: {lied: ready}, customer: え。}, {customer: ああ。}]}]"
    one_fault(
        story(scene("one", "goto: later", f"{reply}; goto: later"), LATER, END), "lie-never-told", "ready}, c"
    )
    assert found(story(scene("one", f"does: [{{lie: ready}}]; {reply}; goto: end"), END)) == ()


def test_the_lines_of_a_hub_are_shown_again():
    lines = "[{when: {chose: one.c1}, customer: また。}, {otherwise: true, customer: どうも。}]"
    assert found(story(scene("one", "does: [{wait: 1 day}]; goto: one", "goto: end", lines=lines), END)) == ()
    hub = scene(
        "one", "does: [{learn: closing}]; goto: one", "when: {knows: closing}; goto: end", "goto: end"
    )
    assert found(story(hub, END)) == ()
