"""What keeps a scenario that reads from being played: each fault at its place, and no false alarm."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.exact import analyse
from game.authoring.dead_ends import way_told
from game.authoring.faults import MOST_SCENES_WALKED, check
from game.authoring.forecast import forecast
from game.core.game import Game
from game.core.scenario import MOST_DECISIONS
from game.format.catalogs import read_catalog, update
from game.format.findings import Finding
from tests.authoring.stories import BOOK, ROOT, TOP, random_story, reading, scene, story

END = scene("end")


def found(text: str, lang: str = "ja", **more) -> tuple[Finding, ...]:
    read = reading(text, lang)
    assert [one.code for one in read.findings if one.severity == "fault"] == []
    return check(read, more.pop("catalogs", ()), BOOK, **more)


def at(text: str, piece: str) -> tuple[int, int]:
    index = text.rindex(piece)
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def one_fault(text: str, code: str, piece: str, **more) -> Finding:
    """The only fault of a story: this code, where this piece of the text stands (the last of several)."""
    (only,) = found(text, **more)
    assert (only.code, only.severity) == (code, "fault")
    assert (only.line, only.column) == at(text, piece)
    assert only.message
    assert only.hint
    return only


@pytest.mark.parametrize(
    "file", [*sorted((ROOT / "scenarios").glob("*.yaml")), ROOT / "tests/data/sample.yaml"]
)
def test_what_is_shipped_has_no_fault(file: Path):
    text = file.read_text("utf-8")
    assert found(text, analysed=_never_called) == ()


def _never_called(game: Game):
    raise AssertionError(f"{game.scenario.id} is sound without walking every way")


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


def test_a_scene_nobody_goes_to():
    text = story(scene("one", "goto: end"), scene("lost", "goto: behind"), scene("behind", "goto: end"), END)
    one_fault(text, "unreachable-scene", "lost:")
    ending = story(scene("one", "goto: end"), END, scene("other"))
    one_fault(ending, "unreachable-ending", "other:")


def test_a_hub_nobody_goes_to_does_not_lead_to_itself():
    one_fault(
        story(scene("one", "goto: end"), scene("lost", "goto: lost", "goto: end"), END),
        "unreachable-scene",
        "lost:",
    )


def test_a_scene_behind_a_choice_that_is_never_offered_is_told_by_that_choice():
    text = story(
        scene("one", "goto: end", "when: {knows: closing}; goto: far"),
        scene("far", "does: [{ask: closing}]; goto: end"),
        END,
    )
    (only,) = found(text)
    assert (only.code, only.line) == ("fact-never-learned", at(text, "when: {knows")[0])


def test_a_choice_of_things_already_done_is_never_offered():
    text = story(
        scene("one", "does: [{promise: sheet}]; goto: two"),
        scene("two", "does: [{promise: sheet}]; goto: end", "goto: end"),
        END,
    )
    one_fault(text, "never-offered", "c1")


def test_a_scene_where_credit_never_suffices_is_told_by_walking():
    far = scene(
        "one",
        "when: {credit: {at_least: 90}}; goto: rich",
        "when: {credit: {at_least: 3}}; goto: end",
        "goto: end",
        "when: {credit: {below: 0}}; goto: end",
    )
    sure = story(far, scene("rich", "goto: end"), END)
    assert found(sure, analysed=_never_called) == ()
    doubtful = sure.replace(
        "        goto: end\n      - id: c4",
        "        when: {credit: {at_least: -50}}\n        goto: end\n      - id: c4",
    )
    codes = [(one.code, one.line) for one in found(doubtful)]
    assert [code for code, _ in codes] == ["never-offered"] * 3
    hidden = story(
        scene(
            "one",
            "goto: [{when: {credit: {at_least: 90}}, to: rich}, {when: {credit: {below: 90}}, to: end}]",
        ),
        scene("rich", "goto: end"),
        END,
    )
    only = one_fault(hidden, "scene-never-reached", "rich:")
    assert "`one`" in only.hint


def test_a_dead_end_is_told_as_what_was_said():
    text = story(
        scene("zero", "say: ｜一覧《いちらん》を、金曜までに必ずお送りすることをお約束します。; goto: one"),
        scene("one", "does: [{promise: sheet}]; goto: two", "act: 何もしない。; goto: two"),
        scene("two", "does: [{keep: sheet}]; goto: end"),
        END,
        top=TOP.replace("start: one", "start: zero"),
    ).replace("        say: 言葉2。\n", "")
    only = one_fault(text, "dead-end", "choices:")
    assert only.message.endswith("「一覧を、金曜までに必ずお送りすることをお約束し…」 → （何もしない。）")
    assert "(何もしない。)" in found(text, "en")[0].message


def test_a_dead_end_at_the_very_beginning():
    text = story(scene("one", "when: {credit: {at_least: 50}}; goto: end"), END)
    dead, *_ = found(text)
    assert dead.code == "dead-end"
    assert "始めから" in dead.message
    assert "from the very beginning" in found(text, "en")[0].message


def test_a_goto_without_a_way_on():
    rich = "{when: {credit: {at_least: 50}}, to: end}"
    text = story(
        scene("one", "say: まず、お届けします。; goto: two"),
        scene(
            "two", f"does: [{{inform: steps}}]; goto: [{rich}, {{when: {{credit: {{below: 2}}}}, to: end}}]"
        ),
        END,
    )
    only = one_fault(text, "no-way-on", "goto:")
    assert "「まず、お届けします。」 → 「言葉1。」" in only.message
    assert found(text.replace("below: 2", "below: 50")) == ()


def test_a_hub_whose_choices_are_used_up():
    hub = "does: [{chat: x}]; goto: one"
    dead, *_ = found(story(scene("one", hub, "when: {credit: {at_least: 50}}; goto: end"), END))
    assert dead.code == "dead-end"
    assert found(story(scene("one", hub, "goto: end"), END)) == ()


def chain(length: int, choice: str = "goto: {next}") -> str:
    scenes = [
        scene(f"s{n}", choice.format(next=f"s{n + 1}" if n + 1 < length else "end")) for n in range(length)
    ]
    return story(*scenes, END, top=TOP.replace("start: one", "start: s0"))


def test_too_many_decisions_on_a_sure_way_are_told_without_walking():
    assert found(chain(MOST_DECISIONS)) == ()
    text = chain(MOST_DECISIONS + 1)
    only = one_fault(text, "too-many-decisions", f"s{MOST_DECISIONS}:", analysed=_never_called)
    assert "… → 「言葉1。」" in only.message


def test_too_many_decisions_that_only_perhaps_come_together_are_walked():
    perhaps = "when: {{credit: {{at_least: -100}}}}; goto: {next}"
    text = chain(MOST_DECISIONS + 1, "when: {{credit: {{at_least: 0}}}}; goto: {next}")
    assert [one.code for one in found(text)] == ["too-many-decisions"]
    assert [one.code for one in found(chain(MOST_DECISIONS + 1, perhaps))] == ["too-many-decisions"]
    hub = story(
        scene("one", "goto: one; again: 20", "goto: one; again: 20", "goto: one; again: 20", "goto: end"), END
    )
    assert [one.code for one in found(hub)] == ["too-many-decisions"]


def test_what_cannot_be_walked_is_said_and_no_fault():
    text = story(
        scene("one", "when: {credit: {at_least: 0}}; goto: two", "when: {credit: {below: 1}}; goto: two"),
        scene("two", "goto: end"),
        END,
    )
    assert found(text) == ()
    (only,) = found(text, budget=0)
    assert (only.code, only.severity) == ("not-walked", "advice")
    long = chain(MOST_SCENES_WALKED + 1, "when: {{credit: {{at_least: 0}}}}; goto: {next}")
    assert [one.code for one in found(long, analysed=_never_called)] == ["not-walked"]


def test_a_sample_tells_what_it_stumbled_over():
    text = story(
        scene("one", "does: [{promise: sheet}]; goto: two", "goto: two"),
        scene("two", "does: [{keep: sheet}]; goto: end"),
        END,
    )
    assert [one.code for one in found(text, budget=0)] == ["dead-end"]
    astray = story(scene("one", "goto: [{when: {credit: {at_least: 5}}, to: end}]", "goto: end"), END)
    assert [one.code for one in found(astray)] == ["no-way-on"]


def test_days_that_are_past():
    text = story(
        scene("one", "goto: two"),
        scene("two", "does: [{promise: visit}]; goto: end", more="after: 2026-05-01"),
        END,
    )
    only = one_fault(text, "due-already-past", "visit}]")
    assert "2026-04-02" in only.message
    back = story(
        scene("one", "goto: two", more="after: 2 weeks"),
        scene("two", "goto: end", more="after: 2026-03-10"),
        END,
    )
    one_fault(back, "date-already-past", "2026-03-10")
    assert found(back.replace("2 weeks", "7 days")) == (), "the same day is no day back"
    for after in ("5 business days", "friday", "3 days after one"):
        assert found(back.replace("2 weeks", after)) == ()


def test_portraits_and_the_scenario_before():
    top = TOP.replace("{name: 田辺 由紀}", "{name: 田辺 由紀, portrait: tanabee}").replace(
        "start:", "people: {boss: {name: 江口, portrait: eguchi}}\ncontinues: frist\nstart:"
    )
    text = story(scene("one", "goto: end"), END, top=top)
    assert found(text) == ()
    face, before = found(text, portraits=["tanabe", "eguchi"], known_scenarios=["first"])
    assert (face.code, before.code) == ("missing-portrait", "unknown-scenario")
    assert "`tanabe`" in face.hint
    assert "`first`" in before.hint
    one_fault(text.replace("frist", "story"), "continues-itself", "story\nstart", known_scenarios=["story"])


def test_the_authors_own_numbers_have_to_work():
    def numbers(own: str) -> str:
        return story(scene("one", "goto: end"), END, top=TOP.replace("start:", f"rulebook: {own}\nstart:"))

    assert found(numbers("{asking.within: 2}")) == ()
    assert "10000" in one_fault(numbers("{asking: {within: 20000}}"), "number-out-of-range", "20000").message
    one_fault(numbers("{asking.within: 20000}"), "number-out-of-range", "20000")
    one_fault(numbers("{bands.vendor: 90}"), "bands-do-not-rise", "rulebook")
    unread = reading(numbers("{asking.nothing: 1}").replace("由紀}", "由紀, persona: odd}"), rulebook=None)
    assert [one.code for one in check(unread, (), BOOK)] == ["unknown-value", "unknown-number"]


def test_faults_of_the_words_do_not_hide_those_of_the_story():
    text = story(scene("one", "say: ｜一覧をどうぞ。; goto: end"), scene("lost", "goto: end"), END)
    read = reading(text.replace("由紀}", "由紀, persona: odd}"))
    assert read.scenario is None
    assert {one.code for one in read.findings} == {"furigana", "unknown-value"}
    assert [one.code for one in check(read, (), BOOK)] == ["unreachable-scene"]


def test_an_unreadable_story_is_left_to_the_reader():
    assert check(reading(story(scene("one", "goto: nowhere"), END)), (), BOOK) == ()


def test_catalogs_are_told_after_the_file():
    text = story(scene("one", "goto: end"), scene("lost", "goto: end"), END)
    po = update(reading(text), "en").encode()
    catalog = read_catalog(po, "story.en.po", lang="ja")
    lost, first, *rest = found(text, catalogs=[catalog])
    assert (lost.code, lost.file) == ("unreachable-scene", "story.yaml")
    assert {(one.code, one.file) for one in (first, *rest)} == {("untranslated", "story.en.po")}


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    text = story(
        scene("one", "does: [{keep: sheet}]; goto: two", "goto: two"), scene("lost", "goto: end"),
        scene("two", "when: {knows: closing}; goto: end", "goto: end"), END,
    )  # fmt: skip
    all_found = found(text)
    assert [one.code for one in all_found] == [
        "promise-never-made",
        "unreachable-scene",
        "fact-never-learned",
    ]
    assert [one.line for one in all_found] == sorted(one.line for one in all_found)


def test_a_long_way_is_told_by_its_end():
    read = reading(chain(9))
    assert read.scenario is not None
    choices = [one.choices[0] for one in read.scenario.scenes[:9]]
    assert way_told(choices, "ja").count("「") == 6
    assert way_told(choices[:2], "ja") == "「言葉1。」 → 「言葉1。」"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_what_is_called_impossible_or_sure_is_so_on_every_way(seed):
    """The one pass against the walk through every way: no false alarm, no dead end passed over."""
    read = reading(random_story(Random(seed)))
    if read.scenario is None:  # a circle by lot, or a misunderstanding and a complaint of one name
        return
    assert read.document is not None
    said = forecast(read.document)
    walked = analyse(Game(read.scenario, BOOK))
    assert walked.exact
    reached = {(note.scene, note.choice) for note in walked.choices if note.reached}
    choices = {scene.id: scene.choices for scene in read.scenario.scenes}
    for one in said.culprits:
        match one.path:
            case ("scenes", str(name), "choices", int(index), "when" | "id", *_):
                assert (name, choices[name][index].id) not in reached
    assert {scene for scene, _ in reached} <= said.entered
    for stuck in walked.stuck:
        assert stuck.scene in said.doubtful
    if walked.stuck:
        assert {one.code for one in check(read, (), BOOK)} & {"dead-end", "no-way-on"}
