"""Every finding has a page, and every page is true: its bad file gives just that finding, the mended none.

``python -m tests.docs.renew_findings`` writes anew what the program says in the pages, and the tables.
"""

import re

import pytest
from _pytest.mark import ParameterSet

from game.format.codes import CODES
from game.format.findings import finding
from tests.docs.pages import FOLDER, LANGS, MARK, codes, page
from tests.docs.renew_findings import PLACE, checked, found_line, told, with_tables

NEVER_GIVEN = {"wrong-value"}
"""A net below the net: ``tests/format/test_fuzz.py`` looks for a file that gives it, and finds none."""


def pages(*without: str) -> list[ParameterSet]:
    return [
        pytest.param(page(code, lang), id=f"{code}-{lang}")
        for code in codes()
        if code not in without
        for lang in LANGS
    ]


EVERY, RUN = pages(), pages(*NEVER_GIVEN)
LOOSE = {"never-comes-up", "promise-never-kept"}
"""What a part of a story leaves open: the pages show no more of it than matters. Their own pages apart."""

SAID = {
    ("fault", "en"): "**Fault**", ("advice", "en"): "**Advice**",
    ("fault", "ja"): "**誤り**", ("advice", "ja"): "**助言**",
}  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where analyses are kept from one page to the next."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def check(home, tmp_path, monkeypatch):
    """What ``shinyo check`` says of a sample."""
    monkeypatch.setenv("SHINYO_HOME", str(home))
    return lambda sample, lang: checked(sample, lang, tmp_path)


def found(output: str, code: str) -> list[tuple[str, int]]:
    """Codes and lines of what was said of the page of a code, without what its sample leaves open."""
    told = [(each, int(line)) for line, each in PLACE.findall(output)]
    return [one for one in told if one[0] == code or one[0] not in LOOSE]


def test_every_code_has_a_page_and_every_page_a_code():
    assert {file.stem for file in FOLDER.glob("*.md")} == {"README", *CODES}


@pytest.mark.parametrize("page", RUN)
def test_the_bad_file_gives_just_this_finding_where_the_page_says(page, check):
    bad = page.sample("bad")
    output = check(bad, page.lang)
    told_of = found(output, page.code)
    places = {line for each, line in told_of if each == page.code}
    assert {each for each, _ in told_of} == {page.code, bad.option("with") or page.code}
    assert len(places) == 1
    (place,) = places
    if bad.is_shortened:
        assert (bad.marked is None) == bool(bad.option("copies") or bad.option("times"))
        if bad.marked is not None:
            marked = MARK.sub("", bad.text.splitlines()[bad.marked - 1]).strip()
            assert found_line(bad, page.lang, place) == marked
    else:
        assert bad.marked == place
    assert page.shown == told(output, page.code)


@pytest.mark.parametrize("page", RUN)
def test_the_mended_file_gives_none(page, check):
    assert found(check(page.sample("mended"), page.lang), page.code) == []


@pytest.mark.parametrize("page", EVERY)
def test_a_page_says_what_kind_of_finding_it_is(page):
    severity = CODES[page.code].severity
    assert SAID[severity, page.lang] in page.text
    assert len([one for one in SAID.values() if one in page.text]) == 1
    assert len(page.prose) > (120 if page.lang == "ja" else 220)
    assert bool(re.search("[\u3040-\u30ff]", re.sub("`[^`]*`", "", page.prose))) == (page.lang == "ja")


@pytest.mark.parametrize("page", EVERY)
def test_the_links_of_a_page_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)", page.text)
    assert {link for link in links if not (FOLDER / link).is_file()} == set()
    assert f"{page.code}.md" not in links
    assert "](README.md)" in (FOLDER / f"{page.code}.md").read_text("utf-8")


def test_what_no_file_gives_is_told_all_the_same():
    for code in NEVER_GIVEN:
        for lang in LANGS:
            shown = finding(code, lang, "story.yaml", (1, 1), key="minutes", value="x").message
            assert shown in page(code, lang).text
            assert page(code, lang).samples == []


def test_the_tables_are_those_of_the_codes():
    text = (FOLDER / "README.md").read_text("utf-8")
    assert text == with_tables(text)
    assert re.findall(r"^\| \[([a-z0-9-]+)\]", text, re.MULTILINE) == list(CODES)


def test_both_halves_show_the_same_kind_of_sample():
    for code in codes():
        both = [[one.info for one in page(code, lang).samples] for lang in LANGS]
        assert both[0] == both[1], code
