"""The page of a meeting: complete in itself, every word of a scenario harmless in it."""

import re
from xml.etree import ElementTree as ET

import pytest

from game.debrief.review.curve_svg import curve_svg
from game.debrief.review.page import MOST_PROMISES, MOST_TELLS, review_page
from game.debrief.review.written import Written
from game.records import Prediction
from tests.debrief.everything import ROOT, words_in
from tests.debrief.review.played import due, first_steps, reviewed, wandered
from tests.screens.meetings import CAVED, QUIET

TEMPLATE = (ROOT / "assets/templates/review.html").read_text("utf-8")


def page(game, path, lang="ja", written=None, **parts):
    looked = reviewed(game, path, lang=lang, **parts)
    trainee = parts.get("trainee", "Blue Pencil")
    return looked, review_page(
        TEMPLATE, game, looked, words_in(lang), trainee=trainee, written=written or Written()
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("seed", range(8))
def test_what_is_told_in_the_review_stands_on_the_page(seed, lang):
    game = first_steps()
    looked, html = page(game, wandered(game, seed), lang, prediction=Prediction("vendor"))
    assert not re.search(r"<script|<link|<img|@import|url\(|http", html.replace("http-equiv", ""))
    assert "｜" not in html
    assert html.count('class="moment"') == len(looked.moments)
    for moment in looked.moments:
        assert moment.understood in html
        if moment.other is not None:
            assert '<div class="other">' in html
    assert f"{looked.share.percent}%" in html
    assert html.count('<td class="when">') <= MOST_TELLS + MOST_PROMISES


def test_what_a_person_typed_cannot_become_part_of_the_page():
    evil = "<script>alert(1)</script>"
    _, html = page(due(), CAVED, trainee=evil, written=Written(plus=evil, resolve='"><b>'))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 2
    assert "<b>" not in html


def test_without_an_analysis_the_page_says_so_and_leaves_out_what_it_does_not_know():
    looked, html = page(due(), CAVED, compared=False)
    assert looked.without in html
    assert "見落としたサイン" not in html
    assert '<div class="other">' not in html


def test_what_has_no_room_is_counted(monkeypatch):
    monkeypatch.setattr("game.debrief.review.page.MOST_TELLS", 1)
    game = first_steps()
    looked, html = page(
        game, next(path for n in range(50) if len(reviewed(game, path := wandered(game, n)).tells) > 1)
    )
    assert f"ほかに{len(looked.tells) - 1}件" in html


@pytest.mark.parametrize("path", [CAVED, QUIET])
def test_the_picture_is_whole_and_has_a_disc_for_every_moment(path):
    game = due()
    looked = reviewed(game, path, lang="ja")
    tree = ET.fromstring(curve_svg(game, looked, words_in("ja")))
    assert len([each for each in tree if each.tag == "circle"]) == len(looked.moments)
    lines = [each.attrib for each in tree if each.tag == "polyline"]
    assert len(lines) == 2 + any(moment.other for moment in looked.moments)
    for line in lines:
        for point in line["points"].split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= 720
            assert 0 <= y <= 220
    assert tree.attrib["aria-label"]
