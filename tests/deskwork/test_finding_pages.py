"""Every page on a finding is shown whole in the window, in both languages."""

from pathlib import Path

import pytest

from game.deskwork.finding_pages import page_in
from game.format.codes import CODES
from game.library import Library

LANGS = ("ja", "en")


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library(tmp_path_factory.mktemp("home"))


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_has_a_page_with_something_to_read(library, lang):
    for code in CODES:
        page = page_in(library.finding_page(code), lang)
        assert [block for block in page.blocks if block.kind == "text"], code
        for block in page.blocks:
            assert block.text.strip(), code
            if block.kind == "text":
                assert not set("`[]") & set(block.text) or "](" not in block.text, (code, block.text)
                assert "**" not in block.text, code
        assert set(page.see) <= set(CODES), code


def test_a_page_shows_what_is_bad_and_what_is_mended(library):
    page = page_in(library.finding_page("unknown-scene"), "en")
    code = [block for block in page.blocks if block.kind == "code"]
    assert code[0].bad
    assert not code[-1].bad
    assert "# ←" in code[0].text
    assert page.see


def test_paragraphs_of_japanese_have_no_spaces_where_a_line_ends():
    text = "# x\n\n## 日本語\n\n一行目、\n二行目。\n"
    assert page_in(text, "ja").blocks[0].text == "一行目、二行目。"
    assert page_in(text, "en").blocks == ()


def test_what_is_no_page_is_a_trouble(library):
    with pytest.raises(OSError, match="nothing-like-it"):
        library.finding_page("nothing-like-it")
    assert Path("docs/findings").is_dir()
