"""What keeps a scenario that reads from being played: each fault at its place, and no false alarm."""

from pathlib import Path

import pytest

from game.authoring.faults import check
from game.format.catalogs import read_catalog, update
from tests.authoring.stories import (
    BOOK,
    END,
    ROOT,
    TOP,
    at,
    found,
    never_called,
    one_fault,
    reading,
    scene,
    story,
)


@pytest.mark.parametrize(
    "file", [*sorted((ROOT / "scenarios").glob("*.yaml")), ROOT / "tests/data/sample.yaml"]
)
def test_what_is_shipped_has_no_fault(file: Path):
    text = file.read_text("utf-8")
    assert found(text, analysed=never_called) == ()


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


def test_a_scene_behind_a_goto_that_is_always_taken_is_never_reached():
    first = "goto: [{when: {day: {below: 5}}, to: end}, {to: far}]"
    text = story(scene("one", first), scene("far", "goto: end"), END)
    assert "`one`" in one_fault(text, "scene-never-reached", "far:").hint


def test_a_choice_of_things_already_done_is_never_offered():
    text = story(
        scene("one", "does: [{promise: sheet}]; goto: two"),
        scene("two", "does: [{promise: sheet}]; goto: end", "goto: end"),
        END,
    )
    one_fault(text, "never-offered", "c1")


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
    assert [(one.code, one.file) for one in (first, *rest)] == [("many-untranslated", "story.en.po")]


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
