"""The analysis as a value: following a path, JSON, bytes, its key, ways without an end, the budget.

Longer than 300 lines because one small scenario is analysed, and every reading of it stands beside it.
"""

import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.analysis import sampling
from game.analysis.exact import analyse
from game.analysis.result import to_json
from game.analysis.store import NoAnalysis, from_bytes, key, to_bytes
from game.core.conditions import Between, Chose
from game.core.game import Game
from game.core.moves import Chat, Credit, Inform, Keep, Lie, Stand
from game.core.play import NotOffered
from game.core.scenario import BANDS, MOST_DECISIONS, Offer, Opening
from tests.core.build import BOOK, choice, end, goes, scenario, scene


def analysed(story, **parts):
    return analyse(Game(story, BOOK), **parts)


def json_of(analysis):
    return json.loads(json.dumps(to_json(analysis)))


def points(n):
    return Credit(n, "test", "promise")


@pytest.fixture
def story():
    """Two decisions; the third choice of the second leads to the worst whatever went before."""
    return scenario(
        scene("first", choice("good", points(40), to="second"), choice("bad", points(-20), to="second")),
        scene(
            "second",
            choice("more", points(30)),
            choice("same", Chat("c")),
            choice("lie", Lie("l"), to="lost"),
        ),
        end(),
        end("lost", deal="lost"),
        offer=Offer("x", 1_000_000),
        teaches=("promise", "honesty", "equality"),
    )


@pytest.fixture
def analysis(story):
    return analysed(story)


def test_what_a_small_story_comes_to(analysis):
    assert analysis.exact
    assert (analysis.paths, analysis.states, analysis.decisions_max) == (6, 3, 2)
    assert analysis.best == (70, ("good", "more"))
    assert analysis.worst.path == ("bad", "lie")
    assert analysis.bands == {"shut_out": 3, "vendor": 1, "credited": 0, "trusted": 1, "partner": 1}
    assert analysis.unreached_bands == ("credited",)
    assert analysis.stuck == ()
    table = {(note.scene, note.choice): note for note in analysis.choices}
    assert table["first", "good"].always_best
    assert not table["first", "bad"].ever_best
    assert table["second", "more"].always_best
    assert not table["second", "lie"].ever_best
    assert all(note.reached and note.ever_matters for note in analysis.choices)
    assert (analysis.touched["promise"], analysis.touched["honesty"], analysis.touched["clarity"]) == (
        2,
        2,
        0,
    )


def test_a_choice_that_never_matters_is_told():
    story = scenario(scene("only", choice("a", Chat("a")), choice("b", Chat("b"))), end())
    notes = analysed(story).choices
    assert [(n.ever_best, n.always_best, n.ever_matters) for n in notes] == [(True, False, False)] * 2


def test_a_choice_nobody_comes_to_is_not_reached():
    story = scenario(
        scene("only", choice("a"), choice("b", when=Between("credit", at_least=90))),
        end(),
    )
    note = analysed(story).choices[1]
    assert (note.reached, note.ever_best, note.always_best, note.ever_matters) == (False, False, False, False)


def test_following_a_path(analysis):
    followed = analysis.follow(["good", "same"])
    assert (followed.trust, followed.band, followed.deal, followed.last_better) == (
        40,
        "trusted",
        "signed",
        1,
    )
    first, second = followed.decisions
    assert (first.before, first.after, first.regret) == (70, 70, 0)
    assert first.bands == ("shut_out", "vendor", "trusted", "partner")
    assert (second.offered, second.best_choices) == (("more", "same", "lie"), ("more",))
    assert second.regret == 30
    assert analysis.follow(["bad", "more"]).last_better == 0
    assert analysis.follow(["good", "more"]).last_better is None
    unfinished = analysis.follow(["good"])
    assert (unfinished.trust, unfinished.band, unfinished.deal, unfinished.last_better) == (None,) * 4


@pytest.mark.parametrize(
    ("path", "position", "where", "offered"),
    [
        (["nonsense"], 0, "first", ("good", "bad")),
        (["good", "good"], 1, "second", ("more", "same", "lie")),
        (["good", "more", "more"], 2, "end", ()),
    ],
)
def test_following_what_is_not_on_offer(analysis, path, position, where, offered):
    with pytest.raises(NotOffered) as caught:
        analysis.follow(path)
    assert (caught.value.position, caught.value.scene, caught.value.offered) == (position, where, offered)


def test_a_story_without_decisions():
    analysis = analysed(scenario(end(), offer=None))
    assert (analysis.paths, analysis.states, analysis.decisions_max) == (1, 0, 0)
    assert analysis.best == analysis.worst == (0, ())
    assert analysis.best_value is None
    assert analysis.follow([]).band == "vendor"
    assert analysis.policies["honest"].bands["vendor"] == 1.0
    assert set(analysis.touched.values()) == {0}


def test_what_moves_before_the_first_decision_moves_on_every_path():
    due = Opening(promises={"p": 2})
    broken = scenario(scene("only", choice("a", Keep("p")), choice("b"), after=5), end(), opening=due)
    assert analysed(broken).touched["promise"] == 2
    alone = scenario(scene("only", choice("keep", Keep("p")), after=5), end(), opening=due)
    assert analysed(alone).touched["promise"] == 1


def test_ties_of_trust_go_to_the_higher_value():
    story = scenario(
        scene("only", choice("lost", to="lost"), choice("signed")),
        end(),
        end("lost", deal="lost"),
        offer=Offer("x", 1_000_000),
    )
    analysis = analysed(story)
    assert analysis.best.path == ("signed",)
    assert analysis.best_value > 0
    assert analysis.worst.path == ("lost",)


def test_json_is_plain_and_says_paths_as_strings(analysis):
    told = json_of(analysis)
    assert told["paths"] == "6"
    assert told["bands"]["shut_out"] == "3"
    assert told["best"] == {"trust": 70, "path": ["good", "more"]}
    assert told["unreached_bands"] == ["credited"]
    assert set(told["policies"]) == set(analysis.policies)
    assert set(told["policies"]["honest"]) == {"trust_mean", "bands", "deal_rate", "value_mean"}
    assert told["choices"][0] == {
        "scene": "first", "choice": "good",
        "reached": True, "ever_best": True, "always_best": True, "ever_matters": True,
    }  # fmt: skip
    assert told["errors"] is None
    some = json.loads(json.dumps(to_json(analysis, ["liar", "honest"])))
    assert list(some["policies"]) == ["liar", "honest"]


def test_bytes_give_the_same_analysis_back(analysis):
    again: Any = from_bytes(to_bytes(analysis))
    assert to_json(again) == to_json(analysis)
    assert again.policies == analysis.policies
    assert again.stuck == analysis.stuck
    assert again.touched == analysis.touched
    assert again.follow(["good", "same"]) == analysis.follow(["good", "same"])
    assert to_bytes(again) == to_bytes(analysis)
    with pytest.raises(ValueError, match="read-only"):
        again.reach.best[0] = 0


def test_bytes_of_a_sample(story):
    sample = sampling.sampled(Game(story, BOOK), np.random.default_rng(1), 100)
    again = from_bytes(to_bytes(sample))
    assert to_json(again) == to_json(sample)
    assert again.errors == sample.errors


@pytest.mark.parametrize("damage", [b"", b"nonsense", "cut", "flip"])
def test_bytes_that_are_no_analysis(analysis, damage):
    data = to_bytes(analysis)
    if damage == "cut":
        damage = data[: len(data) // 2]
    elif damage == "flip":
        damage = data.replace(b"header", b"haeder")
    with pytest.raises(NoAnalysis):
        from_bytes(damage)


def _with_shape(data, shape):
    """The same with another shape told of its first array."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as there, zipfile.ZipFile(out, "w") as made:
        for name in there.namelist():
            content = there.read(name)
            at = content.index(b"'shape': (") + 10
            made.writestr(name, content[:at] + shape + content[content.index(b")", at) :])
    return out.getvalue()


@pytest.mark.parametrize("shape", [b"10**12,", b"999999999999,", b"-1,", b"'x',", b"\xff", b"1 if 1 else"])
def test_arrays_that_are_not_what_they_say(analysis, shape):
    with pytest.raises(NoAnalysis):
        from_bytes(_with_shape(to_bytes(analysis), shape))


def test_bytes_of_another_version(analysis, monkeypatch):
    monkeypatch.setattr("game.analysis.store.VERSION", 0)
    data = to_bytes(analysis)
    monkeypatch.undo()
    with pytest.raises(NoAnalysis, match="version"):
        from_bytes(data)


def test_the_key_names_what_the_analysis_depends_on(story):
    game = Game(story, BOOK)
    same = {key(game), key(Game(replace(story, title="another", text_hash="x"), BOOK))}
    other = {
        key(Game(replace(story, hash="another"), BOOK)),
        key(Game(story, BOOK.laid_over({"asking.within": 2}))),
        key(Game(story, BOOK, Opening(credit=5))),
        key(Game(story, BOOK, Opening(favours={"h": 3}))),
    }
    assert len(same) == 1
    assert len(same | other) == 5


def test_a_state_with_nothing_on_offer_is_told():
    story = scenario(
        scene("first", choice("a", to="second"), choice("b", to="end")),
        scene("second", choice("never", when=Chose("first", "b"))),
        end(),
    )
    analysis = analysed(story)
    assert analysis.stuck == (("second", ("a",), "no_choice"),)
    assert analysis.paths == 1
    assert analysis.follow(["a"]).trust is None


def test_a_choice_after_which_no_goto_holds_is_told():
    nowhere = goes(("end", Between("credit", at_least=90)))
    story = scenario(scene("only", choice("a", to=nowhere), choice("b", Stand("above"), to="end")), end())
    analysis = analysed(story)
    assert analysis.stuck == (("only", ("a",), "no_goto"),)
    assert analysis.paths == 1
    assert [note.reached for note in analysis.choices] == [False, True]


def test_a_story_that_only_gets_stuck():
    story = scenario(scene("only", choice("a", when=Between("credit", at_least=90))), end())
    analysis = analysed(story)
    assert (analysis.paths, analysis.best, analysis.worst, analysis.best_value) == (0, None, None, None)
    assert analysis.stuck == (("only", (), "no_choice"),)
    assert json_of(analysis)["policies"]["random"]["trust_mean"] is None
    assert json_of(analysis)["best"] is None
    assert from_bytes(to_bytes(analysis)).stuck == analysis.stuck


def test_a_story_that_goes_round_is_cut_and_told():
    story = scenario(
        scene("first", choice("on", Inform("t"), to="second"), choice("out", to="end")),
        scene("second", choice("back", to="first")),
        end(),
    )
    analysis = analysed(story)
    (stuck,) = analysis.stuck
    assert (stuck.why, len(stuck.path)) == ("too_long", MOST_DECISIONS)
    assert analysis.paths == MOST_DECISIONS // 2
    assert analysis.decisions_max == MOST_DECISIONS - 1


def test_paths_beyond_64_bits_are_counted():
    wide = scenario(
        *(scene(f"s{i}", *(choice(f"c{n}", to=f"s{i + 1}") for n in range(4))) for i in range(50)),
        scene("s50", choice("last")),
        end(),
    )
    analysis = analysed(wide)
    assert analysis.paths == 4**50
    assert (analysis.states, analysis.decisions_max) == (51, 51)


def test_progress_is_told_and_may_give_up(story):
    told = []
    analysed(story, progress=lambda decisions, states: told.append((decisions, states)))
    assert told == [(1, 1), (2, 3)]

    class EnoughError(Exception):
        pass

    def stop(*_):
        raise EnoughError

    with pytest.raises(EnoughError):
        analysed(story, progress=stop)


@pytest.mark.parametrize("budget", [0, 1, 2])
def test_beyond_the_budget_it_samples_and_says_so(story, budget):
    analysis = analysed(story, budget=budget, samples=2_000, rng=np.random.default_rng(3))
    assert not analysis.exact
    assert analysis.follow(["good"]) is None
    assert set(analysis.bands) == set(BANDS)
    assert analysis.errors.samples == 2_000


def test_arriving_states_count_towards_the_budget(story, monkeypatch):
    monkeypatch.setattr("game.analysis.merge.ROOM", 0)
    assert analysed(story, budget=9).exact
    assert not analysed(story, budget=3, samples=100).exact
