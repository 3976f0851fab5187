"""The measures of a scenario, on stories small enough to reckon by hand."""

import pytest

from game.analysis.exact import analyse
from game.analysis.measures import longest, measures
from game.core.game import Game
from game.core.moves import Chat, Concede, Credit, Demand, Hold, Inform, Lie
from game.core.scenario import Choice, Goto, Offer
from tests.core.build import BOOK, choice, end, scenario, scene


def of(story, **parts):
    game = Game(story, BOOK)
    return measures(analyse(game, **parts), game)


def said(id, text, *does, to="end"):
    return Choice(id, (Goto(to),), say=text, does=tuple(does))


def test_a_scenario_is_measured():
    story = scenario(
        scene("first", said("a", "short", Inform("t"), to="second"), said("b", "much longer", to="second")),
        scene("second", said("a", "a sentence"), said("b", "brief", Inform("u")), said("c", "x", Lie("l"))),
        scene("third", choice("alone")),
        end(),
        offer=Offer("x", 1_000_000),
        teaches=("usefulness", "honesty", "clarity"),
    )  # fmt: skip
    found = of(story)
    assert found.exact
    assert found.always_best == 1.0
    assert found.longest == 0.0
    assert found.positions == (0.5, 0.5, 0.0)
    assert found.unmoved == ("clarity",)
    assert set(found.margins) == {"liar"}
    assert found.margins["liar"] > 15
    assert found.liar_trust < 15
    assert found.caver_signs is None
    assert found.caver_value is None
    assert sum(found.random.values()) == pytest.approx(1.0)
    assert "partner" in found.unreached


def test_equally_good_choices_count_in_part():
    story = scenario(
        scene("only", said("a", "one"), said("b", "three"), said("c", "a", Credit(-9, "x", "promise"))), end()
    )
    found = of(story)
    assert found.longest == 0.5
    assert found.positions == (0.5, 0.5, 0.0)
    assert found.always_best == 0.0


def test_caving_signs_and_is_worth_less():
    story = scenario(
        scene(
            "only",
            choice("give", Concede("d", 20)),
            choice("hold", Hold("d", reason=True, alternative=True)),
            enter=(Demand("d", 20),),
        ),
        end(),
        offer=Offer("x", 1_000_000),
    )
    found = of(story)
    assert found.caver_signs == 0.0
    assert found.caver_value < 0
    assert of(scenario(*story.scenes, offer=None)).caver_value is None


def test_what_cannot_be_measured_is_none():
    alone = of(scenario(scene("only", choice("a", Chat("c"))), end()))
    assert (alone.always_best, alone.longest, alone.positions) == (None, None, ())
    stuck = of(scenario(scene("only", choice("a", to=())), end()))
    assert (stuck.longest, stuck.positions) == (None, ())
    sample = of(scenario(scene("only", choice("a"), choice("b")), end()), budget=0, samples=50)
    assert not sample.exact
    assert (sample.always_best, sample.longest, sample.unmoved) == (None, None, None)


def test_the_longest_sentence_is_one_or_none():
    assert longest((said("a", "abc"), said("b", "ab"))) == "a"
    assert longest((said("a", "abc"), said("b", "xyz"))) is None
    assert longest((said("a", "abc"),)) == "a"
