"""A playthrough: the order within a step, what is offered, hubs, replay, and what may be seen.

Longer than 300 lines because the order of one step is told from its first line to its last.
"""

from dataclasses import fields, replace
from datetime import date, time

import numpy as np
import pytest
from numpy.typing import NDArray

from game.core.conditions import Between, Chose, Happened, Not
from game.core.game import Game
from game.core.moves import (
    Ask,
    Chat,
    Complain,
    Concede,
    Credit,
    Demand,
    FollowUp,
    Inform,
    Keep,
    Learn,
    Move,
    Promise,
    Propose,
    Surface,
    Wait,
)
from game.core.passbook import Passbook
from game.core.play import NotOffered, Part, enter, offered_ids, replay, shown_lines, start, step
from game.core.scenario import ConsiderationTerms, Fact, Offer, Person, Scenario
from game.core.states import States
from game.core.times import InDays
from game.core.view import answer, view
from tests.core.build import BOOK, choice, end, goes, line, play, reply, scenario, scene


def rules_of(game: Game, *path: str) -> list[tuple[int, str, str | None, str]]:
    """(day, scene, choice, rule) of every entry of a path."""
    entries = replay(game, path).passbook.entries()
    return [(entry.day, entry.scene, entry.choice, entry.reason.rule) for entry in entries]


def test_the_order_of_a_step():
    """The moves → the reply on the state after → the goto → the calendar → the events → the lines."""
    here = scene(
        "here",
        choice(
            "go",
            Inform("first"),
            Promise("p"),
            replies=(
                reply(Credit(1, "wrong", "promise"), when=Between("credit", None, 3)),
                reply(Inform("second"), when=Between("credit", 3)),
                reply(Credit(1, "late", "promise"), when=Between("credit", 6)),
            ),
            to=goes(
                ("wrong", Between("credit", None, 6)),
                ("wrong", Between("day", 1)),
                ("there", Between("credit", 6)),
            ),
        ),
    )
    there = scene(
        "there",
        choice("on"),
        after=9,
        enter=(Complain("c"), Demand("d", 5)),
        lines=(
            line("before", when=Not(Happened("broken", "p"))),
            line("after", when=Happened("complained", "c")),
        ),
    )
    game = Game(scenario(here, there, scene("wrong", choice("on")), end()), BOOK)
    assert rules_of(game, "go") == [
        (0, "here", "go", "inform"),
        (0, "here", "go", "promise"),
        (0, "here", "go", "inform"),
        (5, "here", None, "break.due"),
        (9, "there", None, "complain"),
        (9, "there", None, "demand"),
    ]
    replayed = replay(game, ["go"])
    shown = view(game, Part(replayed.scene, replayed.states))
    assert [each.text for each in shown.lines] == ["after"]


def test_a_reply_is_chosen_before_any_reply_acts():
    """A reply's own moves cannot bring about the condition of the next one."""
    one = reply(Inform("a"), when=Not(Happened("helped", "x")))
    two = reply(Inform("b"), when=Between("credit", 3))
    game = Game(scenario(scene("s", choice("go", replies=(one, two))), end()), BOOK)
    assert len(rules_of(game, "go")) == 1


def test_where_to_go_is_parted_in_a_batch_and_the_first_that_holds_is_taken():
    fork = goes(
        ("low", Between("credit", None, 10)), ("high", Between("credit", 5)), ("low", Between("credit", 50))
    )
    here = scene("here", choice("go", to=fork))
    game = Game(scenario(here, end("high"), end("low")), BOOK)
    passbook = Passbook()
    states = start(game, passbook, 4).states
    states["credit"] = np.array([0, 7, 10, 60], dtype=np.int32)
    parts = step(game, 0, 0, states, passbook)
    assert [(part.scene, part.states.rows.tolist()) for part in parts] == [(1, [2, 3]), (2, [0, 1])]


@pytest.mark.parametrize("more", [(), (("end", Between("day", 1)),)])
def test_a_step_that_leads_nowhere_is_the_programmers_error_unless_asked_for(more):
    to = goes(("end", Between("credit", 1)), *more)
    game = Game(scenario(scene("here", choice("go", to=to)), end()), BOOK)
    with pytest.raises(ValueError, match="no goto holds"):
        replay(game, ["go"])
    states = start(game, Passbook(), 3).states
    states["credit"] = np.array([0, 1, -1], dtype=np.int32)
    strays: list[NDArray[np.int64]] = []
    (part,) = step(game, 0, 0, states, Passbook(), strays)
    assert part.states.rows.tolist() == [1]
    assert [rows.tolist() for rows in strays] == [[0, 2]]


@pytest.mark.parametrize(
    ("does", "on_offer"),
    [
        ((), True),
        ((Keep("p"),), False),
        ((Keep("p"), Chat("x")), True),
        ((Keep("p"), Surface("b")), False),
        ((Promise("p"), Keep("p")), True),
        ((Learn("known"),), False),
        ((Ask(("known",)),), True),
        ((Concede("d", 5),), False),
        ((Concede(None, 5),), True),
    ],
)
def test_a_choice_all_of_whose_moves_cannot_apply_is_not_offered(does: tuple[Move, ...], on_offer: bool):
    here = scene("here", choice("it", *does), choice("other"), enter=(Learn("known"),))
    game = Game(scenario(here, end()), BOOK)
    assert ("it" in offered_ids(game, start(game, Passbook()))) == on_offer
    if not on_offer:
        with pytest.raises(NotOffered) as refused:
            replay(game, ["it"])
        error = refused.value
        assert (error.position, error.scene, error.choice, error.offered) == (0, "here", "it", ("other",))


def hub_story() -> Scenario:
    hub = scene(
        "hub",
        choice("once", Inform("a"), to="hub"),
        choice("twice", Chat("x"), to="hub", times=2),
        choice("away", to="aside"),
        choice("leave", when=Chose("hub", "once")),
        hub=True,
        after=3,
        enter=(Complain("c"),),
    )
    aside = scene("aside", choice("back", to="hub"), after=1)
    first = scene("first", choice("go", to="hub"), choice("skip", to="aside"))
    return scenario(first, hub, aside, end())


def test_a_hub_offers_a_choice_as_often_as_it_says():
    game = Game(hub_story(), BOOK)
    assert replay(game, ["go"]).offered == ("once", "twice", "away")
    assert replay(game, ["go", "once"]).offered == ("twice", "away", "leave")
    assert replay(game, ["go", "twice", "twice"]).offered == ("once", "away")
    assert replay(game, ["go", "twice", "away", "back", "twice"]).offered == ("once",)


def test_a_hub_is_entered_for_the_first_time_once():
    game = Game(hub_story(), BOOK)
    for path in (["go"], ["go", "once", "twice"], ["go", "away", "back"], ["skip", "back", "away", "back"]):
        states = replay(game, path if path[0] == "go" else path[:2]).states
        assert int(states["day"][0]) == 3 + ("away" in path or "skip" in path)
        assert [entry[3] for entry in rules_of(game, *path[:2])].count("complain") == 1


def test_a_promise_kept_in_the_hub_it_was_made_in_earns_nothing_until_one_was_elsewhere():
    hub = scene(
        "hub", choice("promise", Promise("p"), to="hub"), choice("keep", Keep("p"), to="hub"),
        choice("out", to="aside"),
        choice("leave"), hub=True,
    )  # fmt: skip
    aside = scene("aside", choice("back", to="hub"))
    game = Game(scenario(hub, aside, end()), BOOK)
    assert replay(game, ["promise", "keep"]).passbook.entries()[-1].amount == 0
    assert replay(game, ["promise", "out", "back", "keep"]).passbook.entries()[-1].amount == 5


def test_a_phase_lasts_until_a_scene_names_another():
    played = play("delivery", FollowUp("a"), FollowUp("b"), "aftercare", FollowUp("c"), FollowUp("d"))
    assert played.amounts == [3, 0, 3, 0]


def test_replay_remembers_where_each_choice_was_made():
    game = Game(hub_story(), BOOK)
    replayed = replay(game, ["go", "once", "leave"])
    assert replayed.ended
    assert [(part.scene, int(part.states["credit"][0])) for part in replayed.before] == [
        (0, 0),
        (1, -8),
        (1, -5),
    ]
    assert not replay(game, []).ended
    with pytest.raises(NotOffered) as refused:
        replay(game, ["go", "once", "leave", "more"])
    assert refused.value.offered == ()


FACTS = (Fact("a", "sixty people"), Fact("b", "three days"))


def test_what_the_customer_volunteers():
    """A line that tells a fact shows whenever it is asked for, and the fact is known to what follows."""
    here = scene(
        "here",
        choice(
            "go",
            replies=(reply(lines=(line("told", learn=("b",), when=Between("credit", 5)), line("dry"))),),
            to="hub",
        ),
        choice("known", when=Happened("knows", "a")),
        lines=(
            line("again", group=1, when=Happened("knows", "a")),
            line("new", group=1, learn=("a",)),
            line("aside", when=Not(Happened("knows", "a"))),
        ),
        enter=(),
    )
    hub = scene("hub", choice("stay", Inform("t"), to="hub"), choice("leave"), hub=True, lines=here.lines)
    for credit, facts in ((0, ("sixty people",)), (5, ("sixty people", "three days"))):
        game = Game(scenario(here, hub, end(), facts=FACTS, credit=credit), BOOK)
        part = start(game, Passbook())
        shown = view(game, part)
        assert [each.text for each in shown.lines] == ["new", "aside"]
        assert shown.notebook.facts == ("sixty people",)
        assert [each.id for each in shown.choices] == ["go", "known"]
        assert [each.text for each in answer(game, part, 0)] == (["told", "dry"] if credit else ["dry"])
        later = replay(game, ["go"])
        assert view(game, Part(later.scene, later.states)).notebook.facts == facts
        assert [each.text for each in view(game, Part(later.scene, later.states)).lines] == ["again"]
    first = Game(scenario(hub, end(), facts=FACTS), BOOK)
    assert [each.text for each in view(first, start(first, Passbook())).lines] == ["new", "aside"]
    back = replay(first, ["stay"])
    assert [each.text for each in view(first, Part(back.scene, back.states)).lines] == ["again"]


def test_lines_of_a_group_are_alternatives():
    lines = (
        line("a", group=1, when=Between("credit", 10)),
        line("b", group=1, when=Between("credit", 5)),
        line("c", group=1),
        line("d", group=2, when=Between("credit", 5)),
        line("e"),
    )
    game = Game(scenario(scene("s", choice("go"), lines=lines), end()), BOOK)
    states = States.opening(game.layout, 3)
    states["credit"] = np.array([12, 7, 0], dtype=np.int32)
    table = np.array(shown_lines(lines, states)).T
    assert ["".join(each.text for each, on in zip(lines, row, strict=True) if on) for row in table] == [
        "ade",
        "bde",
        "ce",
    ]


def test_the_view_shows_what_a_seller_would_know():
    story = scenario(
        scene("here", choice("go", Promise("p"), Concede(None, 20, considerations=("case",))),
              phase="proposal",
              place="office", title="first call", enter=(Learn("b"),)),
        scene("unused", choice("x", Promise("q"), Wait(InDays(1)))),
        end(after=2),
        facts=FACTS, considerations=(ConsiderationTerms("case", "a case study"),), offer=Offer("x", 10),
    )  # fmt: skip
    game = Game(story, BOOK)
    first = view(game, start(game, Passbook()))
    assert (first.scene, first.title, first.phase, first.place) == ("here", "first call", 3, "office")
    assert (first.date, first.time, first.ending) == (date(2026, 3, 3), time(10, 20), None)
    assert [(each.id, each.text, each.kind) for each in first.choices] == [("go", "go", "say")]
    assert first.notebook.facts == ("three days",)
    assert (first.notebook.promises, first.notebook.considerations) == ((), ())
    replayed = replay(game, ["go"])
    last = view(game, Part(replayed.scene, replayed.states))
    assert (last.date, last.time, last.ending, last.choices) == (date(2026, 3, 5), None, "signed", ())
    (note,) = last.notebook.promises
    assert (note.id, note.due, note.days_left, note.status) == ("p", date(2026, 3, 8), 3, "open")
    assert (last.notebook.conceded_percent, last.notebook.considerations) == (20, ("a case study",))
    names = {field.name for field in (*fields(last), *fields(last.notebook), *fields(note))}
    assert not names & {"credit", "standing", "trust", "scar", "balance"}


def test_without_a_reply_there_is_no_answer():
    never = reply(when=Between("credit", 99))
    game = Game(scenario(scene("s", choice("go", Inform("t"), replies=(never,))), end()), BOOK)
    part = start(game, Passbook())
    assert answer(game, part, 0) == ()
    assert int(part.states["credit"][0]) == 0, "looking at the answer changes nothing"


def test_an_act_is_no_sentence():
    silent = replace(choice("go", Propose(True)), say=None, act="sends nothing")
    game = Game(scenario(scene("s", silent), end()), BOOK)
    shown = view(game, start(game, Passbook())).choices[0]
    assert (shown.text, shown.kind, silent.text) == ("sends nothing", "act", "sends nothing")
    assert replace(silent, act=None).text == ""


def test_scenes_and_persons_by_id():
    boss = Person("boss", "江口 正")
    story = scenario(scene("s", choice("go")), end(), people=(boss,))
    assert story.scene("end").ending == "signed"
    with pytest.raises(KeyError):
        story.scene("nowhere")
    assert story.person("customer") is story.customer
    assert story.person("boss") is boss
    assert story.person("narrator") is None


def test_two_translations_share_a_layout():
    left, right = Game(hub_story(), BOOK).layout, Game(hub_story(), BOOK).layout
    assert left.columns == right.columns
    assert len(left) == len(left.columns)
    assert "credit" in left
    assert "promise.status:none" not in left


def test_entering_from_another_scene_ends_the_breath():
    game = Game(scenario(scene("s", choice("go", Promise("p"))), end()), BOOK)
    states = States.opening(game.layout)
    states["promise.fresh:p"] = 1
    enter(game, 0, states, Passbook(), came_from=0)
    assert int(states["promise.fresh:p"][0]) == 1
    enter(game, 1, states, Passbook(), came_from=0)
    assert int(states["promise.fresh:p"][0]) == 0
