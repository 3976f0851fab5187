"""The gallery of examples: none is missing, none has a finding, and each shows what it says it shows."""

import re

import pytest

from game.analysis.exact import analyse
from game.authoring.advice import advise
from game.authoring.faults import check
from game.authoring.template import SCHEMA_FILE, likened
from game.core.game import Game
from game.core.portraits import NAMEABLE
from game.core.scenario import BANDS, Scenario
from game.format.reader import Reading, read
from game.library import Library
from tests.authoring.every_way import (
    condition_kind,
    conditions,
    is_changed,
    kind,
    moves,
    parts,
    sides,
    ways,
    without,
)
from tests.authoring.stories import BOOK, ROOT
from tests.docs.examples import CONDITIONS, FOLDER, LANGS, MORE, MOVES, NAMES, PAGES, WHEN, file, with_tables

FIRST_LINE = "# yaml-language-server: $schema=../../../assets/scenario.schema.json"
LABELS = {
    "ja": ("# 使いどころ：", "# お客様には：", "# 気をつけて："),
    "en": ("# Use: ", "# The customer: ", "# Beware: "),
}
EACH = pytest.mark.parametrize("name", NAMES)
BOTH = pytest.mark.parametrize("lang", LANGS)
SHELF = [one.stem for one in (ROOT / "scenarios").glob("*.yaml")]
WITHOUT_EFFECT = {"chat"}
"""Being nice is not credit, and its example shows just that."""
MOST_WAYS = 40
MOST_LINES = 100


def reading(name: str, lang) -> Reading:
    return read(file(name, lang).read_bytes(), f"{name}.yaml", lang=lang, rulebook=BOOK)


def scenario(name: str, lang="ja") -> Scenario:
    found = reading(name, lang).scenario
    assert found is not None
    return found


@BOTH
def test_every_move_and_every_condition_has_one(lang):
    assert {one.name for one in (FOLDER / lang).iterdir()} == {f"{name}.yaml" for name in NAMES}
    assert {one.name for one in FOLDER.iterdir()} == set(LANGS)


@BOTH
@EACH
def test_nothing_is_found_in_it(name, lang):
    found = reading(name, lang)
    assert found.findings == ()
    assert check(found, (), BOOK, known_scenarios=SHELF, portraits=NAMEABLE, analysed=analyse) == ()
    assert advise(found, BOOK) == ()


@BOTH
@EACH
def test_it_begins_with_what_it_is_for(name, lang):
    lines = file(name, lang).read_text("utf-8").splitlines()
    assert lines[:2] == [FIRST_LINE, "#"]
    notes = lines[: lines.index("")]
    key = name.removeprefix(WHEN)
    assert re.match(rf"# {key}( \(condition\)|（条件）)?(：|: )\S", notes[2])
    starts = [next(at for at, one in enumerate(notes) if one.startswith(label)) for label in LABELS[lang]]
    assert starts == sorted(starts)
    assert notes[3:5] == ["#", notes[starts[0]]]
    assert 3 <= len(notes) - 4 <= 8
    assert len(lines) <= MOST_LINES
    assert scenario(name, lang).language == lang
    assert scenario(name, lang).id == name


@BOTH
@EACH
def test_it_can_be_copied(name, lang):
    copied = likened(file(name, lang).read_text("utf-8"), "初回 訪問")
    assert copied.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    found = read(copied.encode(), "a.yaml", lang=lang, rulebook=BOOK)
    assert found.findings == ()
    assert found.scenario is not None
    assert found.scenario.id == "初回-訪問"


@EACH
def test_both_languages_play_the_same(name):
    japanese, english = scenario(name, "ja"), scenario(name, "en")
    assert japanese.hash == english.hash
    faces = [one.portrait for one in (japanese.customer, *japanese.people)]
    assert faces == [one.portrait for one in (english.customer, *english.people)]
    assert all(faces), "drawn from the name, two languages would show two people"
    there = {one.context for one in reading(name, "ja").texts}
    assert {one.context for one in reading(name, "en").texts} == there
    assert not re.search(
        r"[぀-ヿ一-鿿]", re.sub("[｜《》]|漢字|かんじ", "", file(name, "en").read_text("utf-8"))
    )


@EACH
def test_it_can_be_played_in_a_minute_and_what_one_does_matters(name):
    game = Game(scenario(name), BOOK)
    gone = list(ways(game))
    assert 2 <= len(gone) <= MOST_WAYS
    assert all(1 <= len(set(one.path)) <= 6 for one in gone)
    ends = {(one.outcome.credit, one.outcome.standing, one.views[-1].lines) for one in gone}
    assert len(ends) > 1
    assert {view.scene for one in gone for view in one.views} == {one.id for one in game.scenario.scenes}


@pytest.mark.parametrize("name", MOVES)
def test_the_move_it_shows_has_an_effect(name):
    shown = scenario(name)
    assert name in {kind(move) for move in moves(shown)}
    bare = without(shown, name)
    assert name not in {kind(move) for move in moves(bare)}
    changed = [is_changed(Game(bare, BOOK), one) for one in ways(Game(shown, BOOK))]
    assert any(changed) == (name not in WITHOUT_EFFECT)


@pytest.mark.parametrize("name", [name for name in MOVES if name not in WITHOUT_EFFECT])
def test_the_move_it_shows_is_seen_in_the_passbook(name):
    shown, bare = Game(scenario(name), BOOK), Game(without(scenario(name), name), BOOK)
    passbooks = [one.entries for one in ways(bare)]
    assert any(one.entries not in passbooks for one in ways(shown))


@pytest.mark.parametrize("name", CONDITIONS)
def test_one_comes_on_both_sides_of_the_condition_it_shows(name):
    met = sides(Game(scenario(f"{WHEN}{name}"), BOOK), name)
    assert met
    assert all(found == {True, False} for found in met.values()), met


def test_a_scenario_without_its_move_is_told_apart():
    shown = scenario("promise")
    kept, other = Game(shown, BOOK), Game(without(shown, "promise"), BOOK)
    gone = list(ways(kept))
    assert not any(is_changed(kept, one) for one in gone)
    assert [one.path[0] for one in gone if is_changed(other, one)] == ["plain", "plain", "vague", "vague"]


# ── the others ──────────────────────────────────────────────────────────────────────────────────────


@BOTH
def test_the_others_show_what_they_are_named_for(lang):
    texts = {name: file(name, lang).read_text("utf-8") for name in MORE}
    story = {name: scenario(name, lang) for name in MORE}
    assert [(one.hub, max(each.times for each in one.choices)) for one in story["hub"].scenes[:1]] == [
        (True, 2)
    ]
    assert {kind(move) for one in story["enter"].scenes for move in one.enter} == {
        "complain",
        "demand",
        "learn",
    }
    assert {"learn", "surface", "expose", "complain", "demand"} == {
        kind(move) for name in (*MOVES, "enter") for one in scenario(name, lang).scenes for move in one.enter
    }
    tells = [line for one in story["tell"].scenes for line in one.lines if line.tell and line.mood]
    assert tells
    assert {"InDays", "OnDate", "AfterScene"} == {
        type(one.after).__name__ for one in story["calendar"].scenes
    }
    assert len({one.time for one in story["calendar"].scenes}) > 1
    assert {person.ours for person in story["people"].people} == {True, False}
    spoken = {line.speaker for one in story["people"].scenes for line in one.lines}
    assert {person.id for person in story["people"].people} <= spoken
    assert "{trainee}" in texts["furigana"]
    assert ("《" in texts["furigana"].partition("\n\n")[2]) == (lang == "ja")
    assert story["continues"].continues == "first-steps"
    assert story["continues"].opening.facts
    assert len({one.scene for one in story["debrief"].debrief}) == len(story["debrief"].debrief) == 2


def test_every_epilogue_of_the_example_is_heard_by_somebody():
    shown = scenario("epilogue")
    heard = {one.outcome.band for one in ways(Game(shown, BOOK))}
    assert set(shown.epilogue) >= heard
    assert len(heard) >= 3
    assert set(shown.epilogue) == set(BANDS)


# ── where they are listed, and where not ────────────────────────────────────────────────────────────


@BOTH
def test_the_page_lists_them(lang):
    page = PAGES[lang].read_text("utf-8")
    assert with_tables(page, lang) == page, "python -m tests.docs.renew_examples"
    links = re.findall(r"\]\(\.\./(scenarios/examples/[^)]+)\)", page)
    assert [ROOT / link for link in links] == [file(name, lang) for name in NAMES]


def test_they_do_not_stand_on_the_shelf(tmp_path):
    listed = {one.id for one in Library(tmp_path).listing("ja")}
    assert listed == set(SHELF)
    assert listed.isdisjoint(NAMES)


def test_the_kinds_of_conditions_are_those_of_the_format():
    found = {
        condition_kind(part)
        for name in CONDITIONS
        for whole in conditions(scenario(f"{WHEN}{name}"))
        for part in parts(whole)
    }
    assert found - {""} == set(CONDITIONS)
