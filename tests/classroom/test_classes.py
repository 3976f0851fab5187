"""Figures say what the meetings they are made of say, and nothing of what was made up."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from game.classroom.classes import Classes
from game.classroom.figures import FEWEST
from game.classroom.troubles_told import trouble_told
from game.core.scenario import BANDS
from tests.classroom.conftest import FRIDAY, random_meeting

SIZE = 40


@pytest.fixture(scope="module")
def hand_ins(rehearsed):
    return rehearsed(SIZE)[:SIZE]


@pytest.fixture(scope="module")
def figure(hand_ins, figure_of):
    return figure_of(hand_ins)


def test_seats_are_what_their_paths_come_to(figure, hand_ins, game_of, analysis):
    game = game_of(FRIDAY)
    assert [seat.name for seat in figure.seats] == [each.name for each in hand_ins]
    for seat in figure.seats:
        followed = analysis.follow(seat.path)
        assert (seat.trust, seat.band, seat.deal) == (followed.trust, followed.band, followed.deal)
        reach = analysis.best.trust - analysis.worst.trust
        assert seat.share == 100 * (seat.trust - analysis.worst.trust) // reach
        assert seat.curve[0] == (0, game.layout.opening.credit)
        credit = seat.curve[-1][1]
        assert credit - game.layout.opening.credit == sum(seat.principles.values())
    assert figure.best_line == (analysis.best.trust, analysis.best_value)


def test_everybody_who_came_to_a_decision_took_one_choice(figure):
    for decision in figure.decisions:
        seats = [number for choice in decision.choices for number in choice.seats]
        assert len(seats) == len(set(seats)) == decision.came
        assert len(decision.choices) > 1
        for choice in decision.choices:
            took = [figure.seats[number - 1] for number in choice.seats]
            assert choice.bands == Counter(seat.band for seat in took)
            trust = [seat.trust for seat in took]
            assert choice.mean_trust == (pytest.approx(np.mean(trust)) if trust else None)
            assert all(choice.choice in seat.path for seat in took)
        assert 0 <= decision.spread <= 1


def test_a_choice_is_best_where_it_loses_nothing_for_half_of_those_who_came(figure, analysis):
    kept, came = Counter[tuple[str, str]](), Counter[str]()
    for seat in figure.seats:
        been = set[str]()
        for made in analysis.follow(seat.path).decisions:
            if made.scene not in been:
                been.add(made.scene)
                came[made.scene] += 1
                kept.update((made.scene, choice) for choice in made.best_choices)
    for decision in figure.decisions:
        assert decision.came == came[decision.scene]
        for choice in decision.choices:
            assert choice.best == (2 * kept[decision.scene, choice.choice] >= decision.came)
    assert any(choice.best for decision in figure.decisions for choice in decision.choices)


def test_decisions_stand_in_the_order_of_the_story(figure, game_of):
    order = {decision.scene: at for at, decision in enumerate(figure.decisions)}
    for seed in range(10):
        scenes = [view.scene for view in random_meeting(game_of(FRIDAY), seed).views]
        met = [order[scene] for scene in scenes if scene in order]
        assert met == sorted(met)


def test_the_outline_is_the_quartiles_of_the_balances_day_by_day(figure):
    for at, day in enumerate(figure.outline.days):
        balances = [[balance for when, balance in seat.curve if when <= day][-1] for seat in figure.seats]
        wanted = np.percentile(balances, (25, 50, 75))
        got = (figure.outline.low[at], figure.outline.median[at], figure.outline.high[at])
        assert got == pytest.approx(wanted)


def test_promises_are_counted_once_each(figure):
    statuses = Counter(promise for seat in figure.seats for promise in seat.promises)
    assert figure.promises
    for promise in figure.promises:
        assert promise.made == promise.kept + promise.broken + promise.open
        assert promise.broken == statuses[promise.promise, "broken"]
        assert promise.open == statuses[promise.promise, "open"]


def test_the_same_class_is_told_in_both_languages(hand_ins, sources, library):
    classes = Classes(hand_ins, sources)
    (english,) = classes.figures(library.words("en"), lambda _: None)
    (japanese,) = classes.figures(library.words("ja"), lambda _: None)
    assert japanese.title != english.title
    assert [(each.scene, each.came) for each in japanese.decisions] == [
        (each.scene, each.came) for each in english.decisions
    ]
    assert all(
        here.text != there.text
        for one, two in zip(english.decisions, japanese.decisions, strict=True)
        for here, there in zip(one.choices, two.choices, strict=True)
    )
    assert english.best_line is None
    assert {seat.share for seat in english.seats} == {None}


def test_under_five_nothing_is_broken_down(hand_ins, figure_of):
    small, enough = figure_of(hand_ins[: FEWEST - 1]), figure_of(hand_ins[:FEWEST])
    assert small.small
    assert (small.decisions, small.promises, small.principles, small.outline.days) == ((), (), (), ())
    assert not enough.small
    assert enough.decisions


def test_free_text_comes_only_where_it_was_asked_for(hand_ins, figure_of):
    written = [replace(each, feeling="I wrote this", resolve="and this") for each in hand_ins[:6]]
    assert {(seat.feeling, seat.resolve) for seat in figure_of(written).seats} == {("", "")}
    told = figure_of(written, free_text=True)
    assert {(seat.feeling, seat.resolve) for seat in told.seats} == {("I wrote this", "and this")}
    chosen = [replace(each, feeling="uneasy") for each in hand_ins[:6]]
    assert {seat.feeling for seat in figure_of(chosen).seats} == {"uneasy"}


# ── what does not count ──────────────────────────────────────────────────────────────────────────────


def told(figure):
    return [(each.file, each.code, dict(each.values)) for each in figure.troubles]


def test_a_choice_that_was_never_on_offer_is_named_and_the_rest_goes_on(hand_ins, figure_of):
    forged = replace(hand_ins[3], path=(hand_ins[3].path[0], "made-up", *hand_ins[3].path[2:]))
    figure = figure_of([*hand_ins[:3], forged, *hand_ins[4:10]])
    assert len(figure.seats) == 9
    assert told(figure) == [(forged.file, "forged", {"position": "2"})]


def test_a_meeting_counts_once_however_often_it_was_copied(hand_ins, figure_of):
    one = hand_ins[0]
    older = replace(one, file="older", path=one.path[:3])
    again = replace(one, file="again")
    figure = figure_of([older, *hand_ins[:10], again])
    assert len(figure.seats) == 10
    assert sorted(told(figure)) == [
        ("again", "duplicate", {"other": one.file}),
        ("older", "duplicate", {"other": one.file}),
    ]


def test_copies_that_contradict_each_other_count_for_nobody(hand_ins, figure_of):
    one, other = hand_ins[0], replace(hand_ins[1], meeting=hand_ins[0].meeting)
    figure = figure_of([one, other, *hand_ins[2:10]])
    assert len(figure.seats) == 8
    assert told(figure) == [
        (one.file, "conflict", {"other": other.file}),
        (other.file, "conflict", {"other": one.file}),
    ]


def test_a_forged_copy_does_not_take_the_real_one_with_it(hand_ins, figure_of):
    longer = replace(hand_ins[0], file="longer", path=(*hand_ins[0].path, "made-up"))
    figure = figure_of([longer, *hand_ins[:10]])
    assert len(figure.seats) == 10
    position = str(1 + len(hand_ins[0].path))
    assert told(figure) == [("longer", "forged", {"position": position})]


def test_of_an_unfinished_meeting_the_copy_that_goes_furthest_is_named(hand_ins, figure_of):
    one = hand_ins[0]
    begun = [replace(one, file=f"after {count}", path=one.path[:count]) for count in (2, 5, 4)]
    figure = figure_of([*begun, *hand_ins[1:10]])
    assert sorted(told(figure)) == [
        ("after 2", "duplicate", {"other": "after 5"}),
        ("after 4", "duplicate", {"other": "after 5"}),
        ("after 5", "unfinished", {"decisions": "5"}),
    ]
    left = [replace(begun[1], given_up=True), *hand_ins[1:10]]
    assert told(figure_of(left)) == [("after 5", "given_up", {"decisions": "5"})]


def test_a_torn_record_is_named_and_what_is_whole_of_it_counts(hand_ins, figure_of):
    figure = figure_of([replace(hand_ins[0], torn=True), *hand_ins[1:10]])
    assert len(figure.seats) == 10
    assert told(figure) == [(hand_ins[0].file, "torn", {})]


def test_another_version_has_a_figure_of_its_own(hand_ins, library, sources, tmp_path):
    changed = tmp_path / f"{FRIDAY}.yaml"
    text = (library.shipped / f"{FRIDAY}.yaml").read_text(encoding="utf-8")
    changed.write_text(text.replace("opening_credit: 0", "opening_credit: 1"), encoding="utf-8")
    files = sources.keep(library.open_scenario(changed, "ja").played(library.rulebook_bytes()))
    others = [replace(each, files=files) for each in hand_ins[:6]]
    classes = Classes([*others, *hand_ins[6:20]], sources)
    most, few = classes.figures(library.words("en"), lambda _: None)
    assert (len(most.seats), len(few.seats)) == (14, 6)
    assert most.hash != few.hash
    assert few.seats[0].curve[0] == (0, 1)
    assert {each.code for each in most.troubles} == {"other_version"}
    assert len(most.troubles) == 6


def test_what_it_was_played_with_may_be_missing(hand_ins, figure_of, library):
    lost = replace(hand_ins[0], files=replace(hand_ins[0].files, scenario="0" * 64))
    figure = figure_of([lost, *hand_ins[1:10]])
    assert len(figure.seats) == 9
    (trouble,) = figure.troubles
    assert trouble.code == "version_missing"
    assert "versions" in trouble_told(trouble, library.words("en"))


def test_a_late_one_renumbers_nobody(hand_ins, figure_of):
    before, after = figure_of(hand_ins[:10]), figure_of(hand_ins[:12])
    assert [seat.name for seat in after.seats[:10]] == [seat.name for seat in before.seats]


def test_bands_are_those_there_are(figure):
    assert {seat.band for seat in figure.seats} <= set(BANDS)


def test_where_nobody_of_theirs_spoke_a_colleague_or_the_narrator_is_heard(library, sources, rehearsed):
    def heard(name, scene, lang):
        classes = Classes(rehearsed(60, name=name), sources, lang=lang)
        (figure,) = classes.figures(library.words(lang), lambda _: None)
        assert all(each.line for each in figure.decisions)
        return next((each.speaker, each.line) for each in figure.decisions if each.scene == scene)

    assert heard(FRIDAY, "friday", "ja") == ("佐々木 亮", "（電話）丸和さんのほうは、どうなってる。")
    speaker, line = heard("two-hour-wait", "yard", "en")
    assert (speaker, bool(line)) == ("", True)
