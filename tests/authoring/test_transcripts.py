import tomllib
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from game.authoring.transcript import EXPECTED, Kind, read, replay
from game.authoring.transcript_told import told
from game.core.rulebook import Rulebook
from game.core.scenario import Scenario
from game.format.reader import read as read_scenario

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"
FILES = sorted(SCENARIOS.glob("*.txt"))
RULEBOOK = Rulebook.from_mapping(
    tomllib.loads((ROOT / "assets" / "rulebook.toml").read_text(encoding="utf-8"))
)
GOOD = (SCENARIOS / "friday-checklist.good.txt").read_text(encoding="utf-8")


def scenario(name: str, lang: str = "ja") -> Scenario:
    file = SCENARIOS / f"{name}.yaml"
    reading = read_scenario(file.read_bytes(), file.name, lang="ja", rulebook=RULEBOOK)
    if lang != "ja":
        reading = reading.in_language(lang, (SCENARIOS / f"{name}.{lang}.po").read_bytes())
    assert reading.scenario is not None, reading.findings
    return reading.scenario


@pytest.fixture(scope="module")
def friday() -> Scenario:
    return scenario("friday-checklist")


def kind(text: str, played: Scenario) -> str | None:
    found = replay(read(text), played, RULEBOOK)
    return None if found is None else found.kind


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_transcript_plays_as_it_says(file, lang):
    transcript = read(file.read_text(encoding="utf-8"))
    assert replay(transcript, scenario(transcript.scenario, lang), RULEBOOK) is None
    assert {each.key for each in transcript.expected} == set(EXPECTED)


def test_every_scenario_has_a_good_a_middling_and_a_bad_transcript():
    names = {file.name for file in FILES}
    for file in SCENARIOS.glob("*.yaml"):
        assert {f"{file.stem}.{one}.txt" for one in ("good", "middling", "bad")} <= names


def test_the_three_trainees_end_where_a_trainer_would_expect():
    ends = {}
    for name in ("good", "middling", "bad"):
        text = (SCENARIOS / f"friday-checklist.{name}.txt").read_text(encoding="utf-8")
        ends[name] = {each.key: each.value for each in read(text).expected}
    assert ends["good"]["band"] in {"trusted", "partner"}
    assert ends["middling"]["band"] in {"vendor", "credited"}
    assert (ends["bad"]["band"], ends["bad"]["deal"]) == ("shut_out", "signed")


@pytest.mark.parametrize("key", EXPECTED)
def test_a_changed_expectation_is_told(friday, key):
    transcript = read(GOOD)
    other = {"band": "vendor", "deal": "lost", "promises": "contacts broken"}.get(key, "999")
    changed = tuple(replace(each, value=other) if each.key == key else each for each in transcript.expected)
    found = replay(replace(transcript, expected=changed), friday, RULEBOOK)
    assert found is not None
    assert (found.kind, found.about, found.wanted) == ("other-outcome", key, other)
    assert found.found == next(each.value for each in transcript.expected if each.key == key)
    assert GOOD.splitlines()[found.line - 1].startswith(f"{key}:")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("band: partner", "mood: partner", "unknown-key"),
        ("trust: 65", "trust: many", "unreadable-value"),
        ("deal: signed", "deal:", "unreadable-value"),
        ("promises: contacts kept", "promises: contacts perhaps", "unreadable-value"),
        ("deal: signed", "band: trusted", "said-twice"),
        ("deal: signed", "he signed", "unreadable-line"),
        ("scenario: friday-checklist", "", "no-scenario"),
        ("scenario: friday-checklist", "scenario: monday-checklist", "other-scenario"),
        ("cards.story", "past.story", "other-scene"),
        ("cards.story", "cards.stories", "not-offered"),
        ("thursday.early_contacts", "thursday.early_list", "not-offered"),
        ("cards.story", "past.stories", "other-scene"),
        ("桐生さんも紙でした", "桐生さんは紙でした", "other-sentence"),
        ("result.your_shelves", "#", "ends-early"),
        ("# 決算のあと", "done.again", "goes-on"),
    ],
)
def test_the_first_difference_is_told_at_its_line(friday, old, new, expected):
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    found = replay(read(text), friday, RULEBOOK)
    assert found is not None
    assert found.kind == expected
    if expected not in {"no-scenario", "ends-early"}:
        assert new in text.splitlines()[found.line - 1]


def test_a_difference_in_an_earlier_decision_comes_first(friday):
    text = GOOD.replace("cards.story", "past.story").replace("result.your_shelves", "result.nothing")
    assert kind(text, friday) == "other-scene"


def test_an_empty_file_has_no_scenario_and_one_with_its_head_only_no_decision(friday):
    assert kind("", friday) == "no-scenario"
    assert kind("scenario: friday-checklist", friday) == "no-decision"


def test_sentences_may_be_left_out_and_are_compared_in_their_own_language_only(friday):
    bare = "\n".join(line.split("  ")[0] if "  「" in line else line for line in GOOD.splitlines())
    assert bare != GOOD
    assert kind(bare, friday) is None
    wrong = GOOD.replace("桐生さんも紙でした", "桐生さんは紙でした")
    assert kind(wrong, scenario("friday-checklist", "en")) is None
    english = wrong.replace("language: ja", "language: en")
    assert kind(english, scenario("friday-checklist", "en")) == "other-sentence"


def test_what_a_person_types_differently_is_read_as_meant(friday):
    text = "\ufeff" + GOOD.replace("trust: 65", "trust：+65").replace("kept, ", "kept、").replace(
        "\n", "\r\n"
    )
    assert kind(text, friday) is None
    below = read("scenario: x\nstanding: −33\npromises: -\n")
    assert [each.value for each in below.expected] == ["-33", "-"]


def test_the_order_of_the_promises_does_not_matter():
    one, two = read("promises: a kept, b broken"), read("promises: b broken, a kept")
    assert one.expected == two.expected


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_kind_of_difference_has_a_sentence(friday, lang):
    found = replay(read(GOOD.replace("trust: 65", "trust: 1")), friday, RULEBOOK)
    assert found is not None
    sentences = {told(replace(found, kind=each), lang) for each in get_args(Kind)}
    assert len(sentences) == len(get_args(Kind))
    assert "65" in told(found, lang)
