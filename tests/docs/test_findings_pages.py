"""Every finding has a page, and every page is true: its bad file gives just that finding, the mended none.

``python -m tests.docs.renew_findings`` writes anew what the program says in the pages, and the tables.
"""

import re

import pytest
from _pytest.mark import ParameterSet

from game.format.codes import CODES, Lang
from tests.docs.pages import FOLDER, LANGS, Sample, codes, files, page
from tests.docs.renew_findings import PLACE, checked, told

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


def line_of(sample: Sample, lang: Lang, number: int) -> str:
    name = list(files(sample, lang))[-1]
    return files(sample, lang)[name].decode("utf-8", "replace").splitlines()[number - 1].strip()


def test_every_page_is_that_of_a_code():
    assert {file.stem for file in FOLDER.glob("*.md")} == {"README", *codes()}


@pytest.mark.parametrize("page", RUN)
def test_the_bad_file_gives_just_this_finding_where_the_page_says(page, check):
    bad = page.sample("bad")
    output = check(bad, page.lang)
    found = [(one["code"], int(one["line"])) for one in PLACE.finditer(output)]
    here = [(code, line) for code, line in found if code == page.code]
    beside = {bad.option("with")} - {""}
    assert len(here) == 1
    assert {code for code, _ in found} == {page.code} | beside
    assert len(found) == 1 or beside
    if bad.option("in"):  # a part of a whole scenario, written anew: the same words, in another line
        marked = bad.text.splitlines()[bad.marked - 1]
        assert line_of(bad, page.lang, here[0][1]) == marked.removesuffix("# ←").strip()
    elif not bad.option("copies") and not bad.option("times"):
        assert here == [(page.code, bad.marked)]
    assert page.shown == told(output, page.code)


@pytest.mark.parametrize("page", RUN)
def test_the_mended_file_gives_none(page, check):
    assert PLACE.findall(check(page.sample("mended"), page.lang)) == []


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


def test_both_halves_show_the_same_kind_of_sample():
    for code in codes():
        both = [[one.info for one in page(code, lang).samples] for lang in LANGS]
        assert both[0] == both[1], code
