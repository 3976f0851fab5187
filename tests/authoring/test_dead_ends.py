"""Ways without an end: told as what was said, found by one pass where it can be, else by every way."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.exact import analyse
from game.authoring.dead_ends import way_told
from game.authoring.faults import MOST_SCENES_WALKED, check
from game.authoring.forecast import forecast
from game.core.game import Game
from game.core.scenario import MOST_DECISIONS
from tests.authoring.stories import (
    BOOK,
    END,
    TOP,
    found,
    never_called,
    one_fault,
    random_story,
    reading,
    scene,
    story,
)


def test_a_scene_where_credit_never_suffices_is_told_by_walking():
    far = scene(
        "one",
        "when: {credit: {at_least: 90}}; goto: rich",
        "when: {credit: {at_least: 3}}; goto: end",
        "goto: end",
        "when: {credit: {below: 0}}; goto: end",
    )
    sure = story(far, scene("rich", "goto: end"), END)
    assert found(sure, analysed=never_called) == ()
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
    assert "はじめから" in dead.message
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
    only = one_fault(text, "too-many-decisions", f"s{MOST_DECISIONS}:", analysed=never_called)
    assert "… → 「言葉1。」" in only.message


def test_a_way_too_long_and_a_dead_end_are_told_together():
    text = chain(MOST_DECISIONS + 1)
    text = text.replace("        goto: s1\n", "        goto: s1\n      - {id: c2, say: x, goto: stuck}\n", 1)
    stuck = scene("stuck", "when: {credit: {at_least: 5}}; goto: end")
    assert {one.code for one in found(text + stuck)} == {"too-many-decisions", "dead-end"}


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
    assert [one.code for one in found(long, analysed=never_called)] == ["not-walked"]


def test_a_sample_tells_what_it_stumbled_over():
    text = story(
        scene("one", "does: [{promise: sheet}]; goto: two", "goto: two"),
        scene("two", "does: [{keep: sheet}]; goto: end"),
        END,
    )
    assert [one.code for one in found(text, budget=0)] == ["dead-end"]
    astray = story(scene("one", "goto: [{when: {credit: {at_least: 5}}, to: end}]", "goto: end"), END)
    assert [one.code for one in found(astray)] == ["no-way-on"]


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
        told = {one.code for one in check(read, (), BOOK)} & {"dead-end", "no-way-on"}
        blamed = {one.path[1] for one in said.culprits if one.path[2:3] == ("choices",)}
        # A scene in which a choice was blamed for what it lacks is not blamed besides.
        assert told or {stuck.scene for stuck in walked.stuck} & blamed
