"""The page of a meeting in a real browser: nothing asked for, one sheet of paper, readable on a telephone."""

import re

import pytest

from game.debrief.review.page import review_page
from game.debrief.review.written import Written
from game.records import Prediction
from tests.debrief.everything import ROOT, words_in
from tests.debrief.review.played import first_steps, game_of, reviewed, wandered

TEMPLATE = (ROOT / "assets/templates/review.html").read_text("utf-8")
LONG = Written("あ" * 200, "い" * 200, "う" * 200)

SMALLEST = 12.0
"""Pixels of the smallest letters anybody has to read on a telephone."""


def pages():
    """A page in either language: of a meeting with much to tell, and of one with hardly anything."""
    friday = (ROOT / "scenarios/friday-checklist.yaml").read_text("utf-8")
    for lang in ("ja", "en"):
        game = first_steps()
        looked = reviewed(game, wandered(game, 3), lang=lang, prediction=Prediction("partner"))
        yield review_page(TEMPLATE, game, looked, words_in(lang), trainee="青い鉛筆", written=LONG)
    for seed in (1, 2):
        game = game_of(friday)
        looked = reviewed(game, wandered(game, seed), compared=False, lang="ja")
        yield review_page(TEMPLATE, game, looked, words_in("ja"), trainee="青い鉛筆", written=LONG)


@pytest.fixture(params=list(pages()), ids=["much-ja", "much-en", "friday-1", "friday-2"])
def page(request):
    return request.param


def test_it_is_printed_on_one_sheet_of_paper(page, reader):
    paper = reader.open(page).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1


def test_at_no_width_it_has_to_be_scrolled_sideways_or_read_with_a_glass(page, reader):
    reader.open(page)
    for width in (360, 390, 820, 1280):
        assert reader.width_at(width) <= width
        assert reader.smallest_letters() >= SMALLEST


def test_the_reader_complains_of_whatever_goes_wrong(reader):
    told = '<script>console.error("oh"); nothing.there</script><img src="https://example.invalid/spy.png">'
    reader.open(f"<!doctype html><title>bad</title>{told}")
    kinds = " ".join(reader.complaints)
    reader.complaints.clear()
    assert "oh" in kinds
    assert "nothing is not defined" in kinds
    assert "asked for https://example.invalid/spy.png" in kinds
