"""Where a class is: a step on leads through everything, a step back undoes it, a plan shortens the way."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.format.words import Words
from game.screens.class_room.deck import PLANS, Deck
from game.screens.class_room.plan import LONG, SHORT, plan_of
from game.screens.class_room.slides import pages_of, slides_of
from game.screens.class_room.tally import Tally
from tests.screens.class_room.sample import sample

FIGURE = sample(12)
SMALL = sample(3)
OTHER = replace(sample(9), hash="1234" * 16)


def a_deck(*figures):
    deck = Deck(lambda shown, chosen: slides_of(shown, chosen, Words("en")))
    take(deck, *(figures or [FIGURE]))
    return deck


def take(deck, *figures):
    deck.take([Tally(figure) for figure in figures])


def place(deck):
    return deck.slide.key, deck.shown.step


def test_one_step_on_leads_through_every_step_of_every_page():
    deck = a_deck()
    seen: list[tuple[str, int]] = []
    while not seen or place(deck) != seen[-1]:
        seen.append(place(deck))
        deck.next()
    assert seen == [(slide.key, step) for slide in deck.slides for step in range(slide.steps)]
    assert [key for key, _ in seen].count("decision:references") == 3


def test_one_step_back_undoes_one_step_on():
    deck = a_deck()
    seen: list[tuple[str, int]] = []
    while not seen or place(deck) != seen[-1]:
        seen.append(place(deck))
        deck.next()
    for expected in reversed(seen[:-1]):
        deck.before()
        assert place(deck) == expected
    deck.before()
    assert place(deck) == seen[0]


DEEDS = (
    "next", "before", "hold", "part", "name", "plan", "stay",
    lambda deck: deck.go(deck.at + 1), lambda deck: deck.go(deck.at - 1),
    lambda deck: deck.another(1), lambda deck: deck.another(-1), lambda deck: deck.point(1),
    lambda deck: take(deck, FIGURE), lambda deck: take(deck, FIGURE, OTHER), take,
    lambda deck: take(deck, SMALL),
)  # fmt: skip


@given(st.lists(st.sampled_from(DEEDS)))
def test_whatever_is_done_there_is_a_page_up_and_a_step_it_has(deeds):
    deck = a_deck()
    for deed in deeds:
        getattr(deck, deed)() if isinstance(deed, str) else deed(deck)
        assert 0 <= deck.at < len(deck.slides)
        assert 0 <= deck.shown.step < deck.slide.steps
        assert deck.coming[1].step < deck.coming[0].steps
        assert not deck.shown.branches or deck.slide.decision is not None


def test_a_decision_is_held_back_when_it_comes_up_and_stays_as_it_was_left():
    deck = a_deck()
    deck.begin_with("decision:reception")
    assert deck.shown.step == 0
    deck.hold()
    assert deck.shown.step == 1
    deck.go(deck.at + 1)
    assert deck.shown.step == 0
    deck.go(deck.at - 1)
    assert deck.shown.step == 1
    deck.hold()
    assert deck.shown.step == 0


def test_branches_reveal_and_end_with_the_page():
    deck = a_deck()
    deck.begin_with("decision:reception")
    deck.part()
    assert deck.shown.branches
    assert deck.shown.step == 1
    deck.go(deck.at + 1)
    deck.go(deck.at - 1)
    assert not deck.shown.branches


def test_late_ones_and_another_language_keep_the_place():
    deck = a_deck()
    deck.begin_with("decision:price")
    deck.hold()
    take(deck, sample(13, "en"))
    assert place(deck) == ("decision:price", 1)
    take(deck, OTHER, sample(13))
    assert place(deck) == ("decision:price", 1)
    assert deck.figure is not None
    assert deck.figure.hash == FIGURE.hash


def test_several_scenarios_are_chosen_from_first():
    deck = a_deck(FIGURE, OTHER)
    assert deck.slide.key == "which"
    deck.another(1)
    assert deck.figure is OTHER
    deck.another(1)
    assert deck.figure is FIGURE


def test_a_plan_leads_only_through_its_pages_until_another_is_taken():
    deck = a_deck()
    deck.plan()
    deck.point(1)
    deck.plan()
    assert deck.minutes == SHORT
    assert [slide.key for slide in deck.slides] == [stop.key for stop in deck.stops]
    assert len(deck.slides) < len(deck.all)
    deck.plan()
    deck.stay()
    assert deck.minutes == SHORT
    for _ in PLANS[1:]:
        deck.plan()
        deck.point(1)
        deck.plan()
    assert deck.minutes == 0
    assert deck.slides == deck.all


decisions = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30)


@given(decisions, st.sampled_from([SHORT, LONG]))
def test_the_minutes_of_a_plan_add_up_and_go_to_where_the_class_parted(spreads, minutes):
    told = FIGURE.decisions[0]
    figure = replace(
        FIGURE,
        decisions=tuple(
            replace(told, scene=f"s{n}", spread=spread, ask=told.ask if asked else "")
            for n, (spread, asked) in enumerate(spreads)
        ),
    )
    slides = pages_of(Tally(figure), Words("en"))
    stops = plan_of(slides, minutes)
    assert sum(stop.minutes for stop in stops) == minutes
    order = [slide.key for slide in slides]
    assert [stop.key for stop in stops] == sorted((stop.key for stop in stops), key=order.index)
    picked = {stop.key for stop in stops}

    def weight(decision):
        return decision.spread + (0.3 if decision.ask else 0)

    inside = [weight(each) for each in figure.decisions if f"decision:{each.scene}" in picked]
    outside = [weight(each) for each in figure.decisions if f"decision:{each.scene}" not in picked]
    assert inside
    assert min(inside) >= max(outside, default=0)
