"""Result codes: a meeting goes into 40 characters and comes out again, and no slip of the pen passes."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.game import Game
from game.core.outcome import opening_after
from game.core.passbook import Passbook
from game.core.play import offered_ids, replay, settle, start, step
from game.records import NotACode
from game.records.result_code import (
    ALPHABET,
    LONGEST,
    Played,
    parted,
    played_back,
    read_code,
    result_code,
)
from tests.authoring.stories import BOOK, ROOT, reading

SCENARIOS = sorted((ROOT / "scenarios").glob("*.yaml"))
DAY = date(2026, 11, 26)


def scenario_of(file):
    found = reading(file.read_text("utf-8")).scenario
    assert found is not None
    return found


def played_at_random(game, chance):
    part, path, passbook = start(game, Passbook(keeps=False)), [], Passbook(keeps=False)
    while game.scenario.scenes[part.scene].ending is None:
        choice = chance.choice(offered_ids(game, part))
        path.append(choice)
        ids = [each.id for each in game.scenario.scenes[part.scene].choices]
        (part,) = step(game, part.scene, ids.index(choice), part.states, passbook)
    return path


def paths(coded, *scenarios):
    return [list(one.path) for one in played_back(coded, scenarios, BOOK) or ()]


@pytest.fixture(scope="module")
def friday():
    return Game(scenario_of(next(file for file in SCENARIOS if file.stem == "friday-checklist")), BOOK)


@pytest.fixture(scope="module")
def code(friday):
    path = played_at_random(friday, Random(7))
    return result_code([Played(friday, path)], BOOK.hash, day=DAY, prediction="trusted")


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: file.stem)
def test_every_way_through_a_shipped_scenario_goes_there_and_back(file):
    scenario, chance = scenario_of(file), Random(file.stem)
    game = Game(scenario, BOOK)
    for _ in range(15):
        path = played_at_random(game, chance)
        made = result_code([Played(game, path)], BOOK.hash, day=DAY, prediction="vendor", coached=True)
        assert made is not None
        assert len(made.replace("-", "")) <= LONGEST
        read = read_code(made)
        assert (read.prediction, read.coached, read.day) == ("vendor", True, DAY)
        assert read.is_of([scenario], BOOK.hash)
        assert paths(read, scenario) == [path]


def test_a_meeting_that_goes_on_from_another_brings_that_one_along():
    first = scenario_of(next(file for file in SCENARIOS if file.stem == "one-department"))
    later = scenario_of(next(file for file in SCENARIOS if file.stem == "renewal-twenty-off"))
    game = Game(first, BOOK)
    path = played_at_random(game, Random(1))
    end = replay(game, path)
    settle(game, end.scene, end.states, Passbook())
    going_on = Game(later, BOOK, opening_after(game, end.states))
    rest = played_at_random(going_on, Random(2))
    made = result_code([Played(game, path), Played(going_on, rest)], BOOK.hash, day=DAY)
    assert made is not None
    read = read_code(made)
    assert read.is_of([first, later], BOOK.hash)
    assert not read.is_of([later], BOOK.hash)
    assert paths(read, first, later) == [path, rest]


def test_a_code_is_not_of_another_scenario_or_rulebook(code):
    scenarios = [scenario_of(file) for file in SCENARIOS]
    assert [one.id for one in scenarios if read_code(code).is_of([one], BOOK.hash)] == ["friday-checklist"]
    assert not read_code(code).is_of([scenarios[0]], "0" * 64)


@given(st.data())
def test_no_single_slip_passes(code, data):
    plain = code.replace("-", "")
    at = data.draw(st.integers(0, len(plain) - 1))
    slip = data.draw(st.sampled_from("".join(one for one in ALPHABET if one != plain[at])))
    with pytest.raises(NotACode, match="checksum"):
        read_code(plain[:at] + slip + plain[at + 1 :])


@given(st.data())
def test_no_two_letters_may_change_places(code, data):
    plain = code.replace("-", "")
    at = data.draw(st.sampled_from([at for at in range(len(plain) - 1) if plain[at] != plain[at + 1]]))
    with pytest.raises(NotACode, match="checksum"):
        read_code(plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :])


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda code: f"  {code} \n",
        lambda code: code.replace("-", " "),
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in code),
    ],
    ids=["lower case", "spaces around", "no hyphens", "look-alikes", "full width"],
)
def test_a_code_is_read_as_people_type_it(code, typed):
    assert read_code(typed(code)) == read_code(code)


def refused(text):
    """Why this is no code, "" if it is one."""
    try:
        read_code(text)
    except NotACode as trouble:
        return trouble.why
    return ""


@given(st.text(max_size=80) | st.text(ALPHABET, min_size=17, max_size=40))
def test_any_text_is_refused_with_a_reason(text):
    assert refused(text) in {"letter", "length", "checksum", "version"}


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "length"), ("U" * 20, "letter"), ("信用", "letter"), ("0" * 41, "length"), ("A" * 25, "checksum")],
)
def test_what_is_no_code_says_why(text, why):
    assert refused(text) == why


def test_a_code_does_not_fit_a_scenario_it_was_not_made_with(code):
    others = [scenario_of(file) for file in SCENARIOS if file.stem != "friday-checklist"]
    fitting = [other.id for other in others if played_back(read_code(code), [other], BOOK) is not None]
    assert len(fitting) < len(others) / 2  # the hash tells them apart; this is how few get past it


def test_an_unfinished_meeting_has_no_code(friday):
    with pytest.raises(ValueError, match="ended"):
        result_code([Played(friday, [])], BOOK.hash, day=DAY)


@pytest.mark.parametrize(
    ("day", "told"), [(date(2020, 1, 1), date(2026, 1, 1)), (date(2090, 1, 1), date(2048, 6, 5))]
)
def test_days_far_away_are_told_as_the_first_or_the_last(friday, day, told):
    path = played_at_random(friday, Random(3))
    made = result_code([Played(friday, path)], BOOK.hash, day=day)
    assert made is not None
    assert read_code(made).day == told


def test_it_is_shown_in_fives(code):
    groups = code.split("-")
    assert all(len(group) == 5 for group in groups[:-1])
    assert parted(code.replace("-", "")) == code
