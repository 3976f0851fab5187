"""The pages in a real browser: they print as they should, and can be read on a telephone."""

import re

import pytest

from game.classroom.handout import Paper

WIDE = 390
"""Width of a phone, in the browser's own pixels."""


@pytest.fixture(scope="module")
def papers(rehearsed, figure_of, library):
    return {
        lang: Paper.about(
            figure_of(rehearsed(40, lang=lang), lang, free_text=True), library.words(lang), library.workshop
        )
        for lang in ("en", "ja")
    }


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_page_a_trainee_prints_on_one_sheet(papers, reader, lang):
    paper = papers[lang]
    longest = max(paper.figure.seats, key=lambda seat: len(paper.page(seat, names=True)))
    printed = reader.open(paper.page(longest, names=True)).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1


@pytest.mark.parametrize("kind", ["handout", "page"])
def test_nothing_is_wider_than_a_phone(papers, reader, kind):
    paper = papers["en"]
    reader.open(paper.handout() if kind == "handout" else paper.page(paper.figure.seats[0], names=False))
    assert reader.width_at(WIDE) <= WIDE
