"""Small random scenarios with every move, condition and kind of time, for Hypothesis."""

import datetime as dt

from hypothesis import strategies as st

from game.core.conditions import All, Any, Between, Chose, Condition, GivenAway, Happened, Not, Scarred
from game.core.moves import (
    Ask,
    Blur,
    Break,
    Celebrate,
    Chat,
    Clarify,
    Complain,
    Concede,
    Correct,
    Credit,
    Deflect,
    Demand,
    Expose,
    FollowUp,
    Formal,
    Help,
    Hold,
    Inform,
    Keep,
    Learn,
    Lie,
    Own,
    Promise,
    Propose,
    Recover,
    Renegotiate,
    Request,
    Stand,
    StartSmall,
    Surface,
    TellRecord,
    Wait,
)
from game.core.principles import PHASES
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
    Reply,
    Scenario,
    Scene,
)
from game.core.times import AfterScene, InDays, NextWeekday, OnDate

BEGINS = dt.datetime(2026, 3, 3, 10, 20)  # noqa: DTZ001 - a scenario has no time zone
YES = st.booleans()
TWO = st.sampled_from(["a", "b"])
HOW = st.sampled_from(["visit", "call", "mail"])
SIZE = st.sampled_from(["small", "medium", "large"])
PERCENT = st.sampled_from([0, 5, 10, 20])


def times(dates: bool) -> st.SearchStrategy:
    kinds = [
        st.builds(InDays, st.sampled_from([0, 1, 2, 5, 31, 70])),
        st.builds(InDays, st.sampled_from([1, 3]), st.just(True)),
        st.builds(NextWeekday, st.sampled_from(["friday", "monday"])),
        st.builds(AfterScene, st.sampled_from([0, 3]), st.sampled_from(["s1", "s2"])),
    ]
    if dates:
        kinds.append(st.builds(OnDate, st.sampled_from([dt.date(2026, 3, 9), dt.date(2026, 4, 20)])))
    return st.one_of(kinds)


def themes(when: st.SearchStrategy) -> dict[str, tuple[st.SearchStrategy, st.SearchStrategy]]:
    """Moves and events that have to do with each other: so that few decisions bring them together."""
    facts = st.lists(st.sampled_from(["f", "g"]), unique=True, max_size=2).map(tuple)
    ask = st.builds(Ask, facts, YES, st.sampled_from([False, False, True]), st.sampled_from([0, 0, 3]))
    inform, wait = st.builds(Inform, TWO), st.builds(Wait, when)
    promise, keep = st.builds(Promise, TWO, YES), st.builds(Keep, TWO)
    concede = st.builds(
        Concede, st.sampled_from(["a", "b", None]), PERCENT, st.none() | SIZE,
        st.sampled_from([(), ("a",), ("a", "b")]), st.sampled_from([0, 6]), YES,
    )  # fmt: skip
    stand = st.builds(Stand, st.sampled_from(["below", "level", "above"]))
    credit = st.builds(Credit, st.sampled_from([-30, -4, 6, 40]), st.just("x"), st.just("honesty"))
    learn = st.builds(Learn, st.sampled_from(["f", "g"]))
    surface, expose = st.builds(Surface, TWO), st.builds(Expose, TWO)
    complain = st.builds(Complain, TWO, st.sampled_from(["minor", "major"]))
    demand = st.builds(Demand, TWO, PERCENT)
    words = [st.builds(Blur, TWO), st.builds(Clarify, TWO), st.builds(Own, TWO, HOW)]
    truth = [st.builds(Lie, TWO), st.builds(Correct, TWO)]
    promises = [promise, keep, st.builds(Break, TWO), st.builds(Renegotiate, TWO, when)]
    trouble = [st.builds(Recover, TWO, HOW, YES), st.builds(Formal, TWO)]
    giving = [st.builds(TellRecord, TWO, YES), st.builds(Propose, YES, facts), st.builds(StartSmall, TWO)]
    care = [st.builds(Celebrate, TWO), st.builds(FollowUp, TWO), st.builds(Help, TWO)]
    favours = [st.builds(Help, TWO), st.builds(Request, TWO)]
    bare: dict[str, tuple[list[st.SearchStrategy], list[st.SearchStrategy]]] = {
        "asking": ([ask, ask, inform, wait, *giving], [learn]),
        "promises": ([*promises, promise, keep, wait], [surface]),
        "truth": ([*truth, wait, credit], [expose]),
        "words": ([*words, promise, keep, wait, st.builds(Deflect, TWO, st.just("blur"))], [surface]),
        "trouble": ([*trouble, wait, st.builds(Deflect, TWO, st.just("complaint"))], [complain]),
        "terms": ([concede, st.builds(Hold, TWO, YES, YES), stand, wait, *giving], [demand]),
        "care": ([*care, inform, wait, wait, keep], [complain, learn]),
        "favours": ([*favours, stand, wait, credit], [learn]),
    }
    every = [move for moves, _ in bare.values() for move in moves]
    bare["everything"] = ([*every, st.builds(Chat, TWO)], [learn, surface, expose, complain, demand])
    return {
        name: (st.one_of(*moves, st.one_of(events)), st.one_of(events))
        for name, (moves, events) in bare.items()
    }


def conditions(dates: bool) -> st.SearchStrategy[Condition]:
    happened = st.one_of(
        st.builds(Happened, st.just("knows"), st.sampled_from(["f", "g"])),
        st.builds(
            Happened,
            st.sampled_from(
                ["promised", "kept", "broken", "lied", "blurred", "clarified", "complained", "recovered",
                 "conceded", "helped", "granted", "refused"]
            ),
            TWO,
        ),
    )  # fmt: skip
    bounds = st.sampled_from([None, -10, 3, 15])
    parts = [
        happened,
        happened,
        st.just(Scarred()),
        st.builds(GivenAway, st.sampled_from([None, "a", "b"])),
        st.builds(Chose, st.sampled_from(["s0", "s1"]), st.sampled_from(["c0", "c1"])),
        st.builds(Between, st.sampled_from(["credit", "standing"]), bounds, bounds),
    ]
    if dates:
        parts.append(st.builds(Between, st.just("day"), bounds, bounds))
    one = st.one_of(parts)
    several = st.lists(one, min_size=1, max_size=2).map(tuple)
    return st.one_of(one, st.builds(Not, one), st.builds(All, several), st.builds(Any, several))


@st.composite
def lines(draw, dates: bool):
    found = []
    for _ in range(draw(st.integers(1, 2))):
        when = draw(st.just(All(())) | conditions(dates))
        learn = draw(st.sampled_from([(), (), ("f",), ("g",)]))
        found.append(Line("customer", "…", when=when, group=draw(st.sampled_from([None, 1])), learn=learn))
    return tuple(found)


@st.composite
def choices(draw, number, targets, some, *, dates, sound):
    gotos = [
        Goto(draw(st.sampled_from(targets)), draw(conditions(dates)))
        for _ in range(draw(st.sampled_from([0, 0, 1])))
    ]
    last = All(()) if sound else draw(st.just(All(())) | conditions(dates))
    gotos.append(Goto(draw(st.sampled_from(targets)), last))
    replies: tuple[Reply, ...] = ()
    if draw(YES):
        talk = Reply(draw(lines(dates)), when=draw(st.just(All(())) | conditions(dates)))
        deed = Reply(draw(lines(dates)), tuple(draw(st.lists(some, max_size=1))))
        replies = (talk, deed) if draw(YES) else (talk,)
    return Choice(
        f"c{number}",
        tuple(gotos),
        say="…",
        when=draw(st.just(All(())) | conditions(dates)) if not sound or number else All(()),
        does=tuple(draw(st.lists(some, max_size=3))),
        replies=replies,
        times=draw(st.sampled_from([1, 1, 2])),
    )


@st.composite
def scenarios(draw, *, sound: bool = False):
    """Three to five decisions in a row, perhaps a hub among them, two endings.

    ``sound``: every state has something on offer and every choice leads somewhere (mostly).
    """
    dates = draw(st.sampled_from([False, False, True]))
    n = draw(st.integers(2, 4))
    moves, events = draw(st.sampled_from(list(themes(times(dates)).values())))
    phases = draw(st.sampled_from([PHASES, PHASES[4:]]))
    scenes = []
    for at in range(n):
        later = [f"s{i}" for i in range(at + 1, n)] + ["won", "lost"]
        near = later[:2]
        hub = draw(st.sampled_from([False, False, True]))
        some = [
            draw(choices(number, near + [f"s{at}"] * (hub and number > 0), moves, dates=dates, sound=sound))
            for number in range(draw(st.integers(1, 3)))
        ]
        scenes.append(
            Scene(
                f"s{at}",
                draw(lines(dates)),
                tuple(some),
                phase=draw(st.none() | st.sampled_from(phases)),
                after=draw(st.just(InDays(0)) | times(dates)),
                enter=tuple(draw(st.lists(events, max_size=2))),
                hub=hub,
            )
        )
    scenes.append(Scene("won", draw(lines(dates)), ending=draw(st.sampled_from(["signed", "open"]))))
    scenes.append(Scene("lost", draw(lines(dates)), ending="lost", after=draw(times(dates))))
    return Scenario(
        "random", "…", "en", Person("customer", "A"), "s0", tuple(scenes), BEGINS, "h", "t",
        persona=draw(st.sampled_from(["default", "careful", "busy", "warm"])),
        offer=draw(st.sampled_from([None, Offer("x", 1_200_000)])),
        opening=draw(openings()),
        facts=(Fact("f", "f"), Fact("g", "g", public=True)),
        promises=tuple(PromiseTerms(i, i, draw(times(dates)), draw(SIZE)) for i in "ab"),
        blurs=(BlurTerms("a", "a", "a", draw(st.none() | times(dates))), BlurTerms("b", "b", "b")),
        lies=(LieTerms("a", "a", draw(st.none() | times(dates))),),
        considerations=(
            ConsiderationTerms("a", "a", "large", draw(st.sampled_from([1, 3]))),
            ConsiderationTerms("b", "b"),
        ),
    )  # fmt: skip


@st.composite
def openings(draw):
    return Opening(
        credit=draw(st.sampled_from([-20, 0, 12, 45, 95])),
        standing=draw(st.sampled_from([0, 0, -15])),
        favours=draw(st.sampled_from([{}, {"a": 3}, {"a": 100}])),
        promises=draw(st.sampled_from([{}, {"a": 2}])),
        facts=draw(st.sampled_from([(), ("f",)])),
    )
