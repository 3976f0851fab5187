"""What every shipped scenario has to meet, measured on the exact analysis of it in both languages.

One process takes all tests of a scenario (tests/conftest.py), so that each is analysed once.
"""

import tomllib
from pathlib import Path

import pytest

from game.analysis.measures import measures
from game.analysis.policies import Policy
from game.authoring.advice import advise
from game.core.game import Game
from game.core.rulebook import Rulebook
from game.format.reader import read
from tests.analysis.once import analysed
from tests.authoring.stories import reading

ROOT = Path(__file__).parents[2]
SCENARIOS = sorted((ROOT / "scenarios").glob("*.yaml"))
RULEBOOK = Rulebook.from_mapping(
    tomllib.loads((ROOT / "assets" / "rulebook.toml").read_text(encoding="utf-8"))
)
WORSE: tuple[Policy, ...] = ("pusher", "interrogator", "caver")
GLYPHS = {"ja": 60, "en": 120}


def game(file: Path, lang: str) -> Game:
    reading = read(file.read_bytes(), file.name, lang="ja", rulebook=RULEBOOK)
    if lang != "ja":
        reading = reading.in_language(lang, file.with_suffix(f".{lang}.po").read_bytes())
    assert reading.scenario is not None, reading.findings
    return Game(reading.scenario, RULEBOOK)


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda file: file.stem)
def file(request):
    return request.param


@pytest.fixture(scope="module")
def analysis(file):
    return analysed(file)[1]


def test_its_numbers_are_those_of_a_scenario_that_teaches(file, analysis):
    found = measures(analysis, game(file, "ja"))
    assert found.exact
    assert len(found.unreached) <= 1
    assert found.always_best is not None
    assert found.always_best <= 1 / 2
    assert found.unmoved == ()
    assert {*WORSE} <= {*found.margins}
    assert all(found.margins[name] >= 15 for name in WORSE), found.margins
    assert found.liar_trust is None or found.liar_trust < 15
    assert found.caver_signs is not None
    assert found.caver_signs >= 0
    assert found.caver_value is not None
    assert found.caver_value < 0
    assert found.random["shut_out"] <= 1 / 2


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_best_sentence_is_told_by_neither_its_length_nor_its_place(file, analysis, lang):
    found = measures(analysis, game(file, lang))
    assert found.longest is not None
    assert found.longest <= 0.40
    assert max(found.positions) <= 0.45


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_choice_can_be_read_at_a_glance(file, lang):
    choices = [choice for scene in game(file, lang).scenario.scenes for choice in scene.choices]
    assert not [choice.id for choice in choices if len(choice.text) > GLYPHS[lang]]


def test_it_needs_no_advice(file, analysis):
    text = reading(file.read_text("utf-8"))
    assert advise(text, RULEBOOK, lambda _: analysis) == ()


def test_every_choice_says_how_it_was_understood(file):
    choices = [choice for scene in game(file, "ja").scenario.scenes for choice in scene.choices]
    assert not [choice.id for choice in choices if not choice.understood]
