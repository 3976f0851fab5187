"""A scenario in which every move can be made again and again, and meetings that wander through it."""

import random
import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path

from game.core import moves as m
from game.core.game import Game
from game.core.reveal import Reveal
from game.core.rulebook import Rulebook
from game.core.scenario import (
    BlurTerms,
    Choice,
    ConsiderationTerms,
    Fact,
    Goto,
    LieTerms,
    Line,
    Offer,
    Opening,
    Person,
    PromiseTerms,
    Scenario,
    Scene,
)
from game.core.times import InDays
from game.format.words import Words, catalog_from
from game.session import Meeting

ROOT = Path(__file__).parents[2]

SPOKEN: dict[str, tuple[m.Move, ...]] = {
    "ask_one": (m.Ask(("closing",)),),
    "ask_many": (m.Ask(("headcount", "closing", "turnover"), count=5),),
    "ask_why": (m.Ask(("turnover",), why=True),),
    "ask_both_why": (m.Ask(("closing", "turnover"), why=True),),
    "ask_invited": (m.Ask(("closing",), invited=True),),
    "inform": (m.Inform("steps"),),
    "told": (m.TellRecord("wholesaler"),),
    "displayed": (m.TellRecord("logos", told=False),),
    "help": (m.Help("count"),),
    "propose": (m.Propose(for_customer=True, needs=("closing",)),),
    "push": (m.Propose(for_customer=False),),
    "small": (m.StartSmall("one_department"),),
    "celebrate": (m.Celebrate("first_month"),),
    "follow": (m.FollowUp("call"),),
    "chat": (m.Chat("weather"),),
    "promise": (m.Promise("list"),),
    "promise_vague": (m.Promise("hand", vague=True),),
    "promise_kept": (m.Promise("plan"), m.Keep("plan")),
    "keep": (m.Keep("list"),),
    "keep_vague": (m.Keep("hand"),),
    "break": (m.Break("list"),),
    "later": (m.Renegotiate("hand", InDays(20)),),
    "lie": (m.Lie("ready"),),
    "correct": (m.Correct("ready"),),
    "expose": (m.Expose("ready"),),
    "blur": (m.Blur("support"),),
    "clarify": (m.Clarify("support"),),
    "surface": (m.Surface("support"),),
    "surface_hand": (m.Surface("hand"),),
    "own_visit": (m.Own("support", "visit"),),
    "own_call": (m.Own("support", "call"),),
    "own_mail": (m.Own("support", "mail"),),
    "deflect": (m.Deflect("support", "blur"),),
    "complain": (m.Complain("slow"),),
    "complain_more": (m.Complain("lost", "major"),),
    "recover": (m.Recover("slow", "visit", deed=True),),
    "recover_call": (m.Recover("slow", "call"),),
    "recover_mail": (m.Recover("lost", "mail"),),
    "formal": (m.Formal("lost"),),
    "shift": (m.Deflect("slow", "complaint"),),
    "demand": (m.Demand("cheaper", 20),),
    "demand_more": (m.Demand("cheaper_still", 10),),
    "exchange": (m.Concede("cheaper", 10, considerations=("interview",)),),
    "limited": (m.Concede("cheaper", 10, months=6),),
    "too_much": (m.Concede("cheaper", 30, considerations=("interview",)),),
    "cave": (m.Concede("cheaper", 20),),
    "cave_more": (m.Concede("cheaper_still", 10),),
    "no": (m.Hold("cheaper"),),
    "no_because": (m.Hold("cheaper", reason=True),),
    "no_but": (m.Hold("cheaper", reason=True, alternative=True), m.StartSmall("half")),
    "below": (m.Stand("below"),),
    "level": (m.Stand("level"),),
    "above": (m.Stand("above"),),
    "request": (m.Request("introduction"),),
    "own_number": (m.Credit(7, "kept them dry", "usefulness"),),
    "own_loss": (m.Credit(-9, "was late", "promise"),),
    "wait": (m.Wait(InDays(4)),),
    "wait_long": (m.Wait(InDays(35)),),
}


PINNED = {
    "asking.within": 1,
    "asking.most_a_choice": 10,
    "giving.inform": 3,
    "giving.record_told": 6,
    "giving.propose": 3,
    "giving.propose_per_fact": 2,
    "promising.keep.small": 4,
    "promising.early": 1,
    "promising.breach.small": 12,
    "promising.late_divisor": 4,
    "truth.lie": 4,
    "truth.found_out": 30,
    "clarity.surface": 8,
    "recovery.opens.minor": 8,
    "recovery.opens.major": 18,
    "recovery.bonus": 4,
    "terms.given_away": 2,
    "terms.bill_days": 60,
    "favours.threshold": 40,
    "favours.worth": 15,
    "favours.refused": 2,
    "personas.burned_before.promises": 150,
}
"""The numbers the tests tell in sentences: tuning the rulebook does not change them here."""


@cache
def rulebook() -> Rulebook:
    return Rulebook.from_mapping(tomllib.loads((ROOT / "assets/rulebook.toml").read_text("utf-8"))).laid_over(
        PINNED
    )


def scenario(persona: str = "default", credit: int = 0) -> Scenario:
    hub = Scene(
        "hub",
        (Line("customer", "So?"),),
        (
            *(Choice(name, (Goto("hub"),), say=name, does=does, times=3) for name, does in SPOKEN.items()),
            Choice("out", (Goto("corridor"),), act="go out", times=99),
            Choice("go", (Goto("signed"),), act="go"),
            Choice("leave", (Goto("open"),), act="leave"),
        ),
        phase="delivery",
        hub=True,
    )
    corridor = Scene("corridor", (), (Choice("back", (Goto("hub"),), act="go back", times=99),), hub=True)
    return Scenario(
        id="everything",
        title="Everything",
        language="en",
        customer=Person("customer", "Yuki Tanabe"),
        start="hub",
        scenes=(
            hub,
            corridor,
            Scene("signed", (), ending="signed"),
            Scene("open", (), ending="open"),
        ),
        begins=datetime(2026, 3, 3, 10, 20),  # noqa: DTZ001 (a scenario has no zone)
        hash="h",
        text_hash="t",
        persona=persona,
        offer=Offer("clock", 1_200_000),
        opening=Opening(credit=credit),
        facts=(
            Fact("headcount", "sixty people", public=True),
            Fact("closing", "three days"),
            Fact("turnover", "two left"),
        ),
        promises=(
            PromiseTerms("list", "send the list", InDays(3)),
            PromiseTerms("hand", "lend a hand", InDays(5), "medium"),
            PromiseTerms("plan", "draw the plan", InDays(9), "large"),
        ),
        blurs=(BlurTerms("support", "we support you", "they do it all"),),
        lies=(LieTerms("ready", "it is ready"),),
        considerations=(ConsiderationTerms("interview", "an interview"),),
        texts={"topic:steps": "the steps on one sheet", "complaint:slow": "the list is slow"},
    )


def played(*path: str, persona: str = "default", credit: int = 0) -> tuple[Game, Reveal]:
    """The meeting of these choices, ended by "go"; "out" goes out and comes back."""
    game = Game(scenario(persona, credit), rulebook())
    meeting = Meeting(game)
    for choice in (*path, "go"):
        meeting.choose(choice)
        if meeting.view.scene == "corridor":
            meeting.choose("back")
    return game, meeting.reveal()


def wandering(seed: int, persona: str = "default", credit: int = 0) -> tuple[Game, Reveal]:
    """One meeting of some forty choices, always the same for the same arguments."""
    chance = random.Random(seed)
    game = Game(scenario(persona, credit), rulebook())
    meeting = Meeting(game)
    for _ in range(30):
        spoken = [each.id for each in meeting.view.choices if each.id not in {"go", "leave"}]
        meeting.choose(chance.choice([*spoken, *["out"] * 10]))
        if meeting.view.scene == "corridor":
            meeting.choose("back")
    meeting.choose(chance.choice(["go", "leave"]))
    return game, meeting.reveal()


@cache
def meetings() -> tuple[tuple[Game, Reveal], ...]:
    """Meetings with every persona and from several opening credits; together they see every rule."""
    personas = list(rulebook().personas)
    return (
        played("demand", "no_because", "promise_vague", "surface_hand"),
        *(wandering(seed, personas[seed % len(personas)], (-90, 0, 50, 95)[seed % 4]) for seed in range(40)),
    )


def words_in(lang: str) -> Words:
    catalog = catalog_from((ROOT / "assets/locale/ja.po").read_text("utf-8")) if lang == "ja" else {}
    return Words(lang, catalog)
