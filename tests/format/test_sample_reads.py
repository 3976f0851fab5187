import gc

import pytest

from game.core.conditions import ALWAYS, Between, Happened
from game.core.game import Game
from game.core.moves import Ask, Blur, Concede, Inform, Promise, Propose, StartSmall, Surface
from game.core.rulebook import Rulebook
from game.core.scenario import MOODS, PLACES
from game.core.times import InDays, NextWeekday
from game.format.annotations import expected
from game.format.building_moves import _MAKERS, EVENT_KEYS
from game.format.models import Mood, SpotName
from game.format.move_models import MoveShape
from tests.format.samples import SAMPLE, at, reading

BOTH_PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["c-parser", "pure-parser"])


@BOTH_PARSERS
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_sample_of_the_design_has_nothing_to_find(lang, pure):
    found = reading(SAMPLE, lang=lang, pure=pure)
    assert found.findings == ()
    assert found.scenario is not None


def test_both_parsers_make_the_same_scenario():
    assert reading(SAMPLE, pure=True).scenario == reading(SAMPLE, pure=False).scenario


def test_what_the_sample_says_is_in_the_scenario():
    scenario = reading(SAMPLE).scenario
    assert scenario is not None
    assert (scenario.id, scenario.customer.name, scenario.persona) == (
        "friday-checklist",
        "田辺 由紀",
        "careful",
    )
    assert scenario.begins.isoformat() == "2026-03-03T10:20:00"
    assert [person.id for person in scenario.people] == ["boss", "mentor"]
    assert scenario.people[1].ours
    assert scenario.offer is not None
    assert scenario.offer.price == 1_200_000
    assert scenario.promises[0].due == NextWeekday("friday")
    assert [fact.public for fact in scenario.facts] == [True, False, False]
    sheet, gift, support = scenario.scene("reception").choices
    assert sheet.does == (Ask(("headcount", "closing")),)
    assert gift.does == (Inform("closing_steps"), Promise("checklist"))
    assert gift.replies[0].lines[0].learn == ("closing",)
    assert support.does == (Blur("support"),)
    assert scenario.scene("week_end").after == InDays(2)
    visit = scenario.scene("visit")
    assert visit.enter == (Surface("support"),)
    assert [line.group for line in visit.lines] == [0, 0, 0]
    assert visit.lines[2].when == ALWAYS
    trial, push = visit.choices
    assert trial.does == (Propose(for_customer=True, needs=("closing",)), StartSmall("one_department"))
    assert trial.when == Happened("knows", "closing")
    assert trial.gotos[0].when == Between("credit", at_least=10)
    assert push.does[1] == Concede(percent=20)
    assert scenario.scene("signed").ending == "signed"
    assert set(scenario.epilogue) == {"trusted"}
    assert scenario.debrief[0].scene == "reception"


def test_the_sample_can_be_played(book):
    scenario = reading(SAMPLE, rulebook=book).scenario
    assert scenario is not None
    assert len(Game(scenario, book).layout) > 20


def test_marks_point_at_what_a_person_looks_for():
    marks = reading(SAMPLE).marks
    assert marks["scenes", "reception"] == at(SAMPLE, "reception:")
    assert marks["scenes", "reception", "choices", 0, "goto"] == at(SAMPLE, "week_end")
    assert marks["scenes", "visit", "choices", 0, "goto", 1, "to"] == at(SAMPLE, "open}")
    assert marks.key(("scenes", "visit", "phase")) == at(SAMPLE, "phase: proposal")
    assert marks.nearest(("scenes", "visit", "nothing")) == at(SAMPLE, "visit:\n    phase")
    assert marks.nearest(("nothing",)) == (1, 1)
    assert ("scenes", "nowhere") not in marks
    assert ("scenes", "visit", "enter", 0, "surface") in set(marks)
    assert len(marks) == len(list(marks))
    with pytest.raises(KeyError):
        marks["scenes", "nowhere"]


def test_a_file_that_is_none_has_no_marks():
    marks = reading(b"PK\x03\x04").marks
    assert (list(marks), marks.nearest(("scenes",)), marks.node(("scenes",))) == ([], (1, 1), None)
    assert marks.key(("scenes",)) == (1, 1)


def test_the_document_is_there_where_there_is_no_fault():
    document = reading(SAMPLE).document
    assert document is not None
    assert document.scenes["visit"].phase == "proposal"
    assert reading("a: b").document is None
    assert expected(("no", "such", "place")) is None


def test_reading_leaves_the_collector_of_garbage_as_it_was():
    reading(SAMPLE)
    assert gc.isenabled()
    gc.disable()
    try:
        reading(SAMPLE)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_lists_of_words_are_those_of_the_core():
    assert Mood.__args__ == MOODS  # type: ignore[attr-defined]
    assert SpotName.__args__ == PLACES  # type: ignore[attr-defined]


def test_every_move_that_can_be_written_can_be_built():
    keys = {field.alias or name for name, field in MoveShape.model_fields.items()}
    assert keys - {"learn"} == set(_MAKERS)
    assert set(EVENT_KEYS) <= keys


def test_the_floors_of_bands_are_those_of_the_rulebook(book: Rulebook):
    text = SAMPLE.replace("{at_least: 10}", "{at_least: trusted, below: partner}")
    with_book, without = reading(text, rulebook=book).scenario, reading(text).scenario
    assert with_book == without
    assert with_book is not None
    assert with_book.scene("visit").choices[0].gotos[0].when == Between("credit", 40, 65)
