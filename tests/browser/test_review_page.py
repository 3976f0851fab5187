"""The page of a meeting in a real browser: nothing asked for, one sheet of paper, no sideways scrolling."""

import html
import re
import subprocess

import pytest

from game.debrief.review.page import Written, review_page
from game.records import Prediction
from tests.browser.chromium import CHROMIUM
from tests.debrief.everything import ROOT, words_in
from tests.debrief.review.played import first_steps, game_of, reviewed, wandered

TEMPLATE = (ROOT / "assets/templates/review.html").read_text("utf-8")
LONG = Written("あ" * 200, "い" * 200, "う" * 200)


def chromium(tmp_path, *arguments):
    """What the browser says, and what it complains of."""
    assert CHROMIUM is not None
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--log-level=0",
    ]  # fmt: skip
    done = subprocess.run([*command, *arguments], capture_output=True, check=True)
    assert b"CONSOLE" not in done.stderr
    return done.stdout.decode()


def pages():
    """A page in either language: of a meeting with much to tell, and of one with hardly anything."""
    friday = (ROOT / "scenarios/friday-checklist.yaml").read_text("utf-8")
    for lang in ("ja", "en"):
        game = first_steps()
        looked = reviewed(game, wandered(game, 3), lang=lang, prediction=Prediction("partner"))
        yield lang, review_page(TEMPLATE, game, looked, words_in(lang), trainee="青い鉛筆", written=LONG)
    for seed in (1, 2):
        game = game_of(friday)
        looked = reviewed(game, wandered(game, seed), compared=False, lang="ja")
        yield "ja", review_page(TEMPLATE, game, looked, words_in("ja"), trainee="青い鉛筆", written=LONG)


@pytest.fixture(params=list(pages()), ids=["much-ja", "much-en", "friday-1", "friday-2"])
def page(request):
    return request.param[1]


def test_it_is_printed_on_one_sheet_of_paper(page, tmp_path):
    file, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    file.write_text(page, encoding="utf-8")
    chromium(tmp_path, f"--print-to-pdf={paper}", "--no-pdf-header-footer", file.as_uri())
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper.read_bytes())) == 1


@pytest.mark.parametrize("width", [360, 390, 820, 1280])
def test_at_the_width_of_a_telephone_nothing_has_to_be_scrolled_sideways(page, tmp_path, width):
    file = tmp_path / "phone.html"
    frame = f'<iframe id="f" style="width:{width}px;height:800px;border:0" srcdoc="{html.escape(page)}">'
    script = (
        "<script>onload = () => { document.title = "
        "'wide ' + document.getElementById('f').contentDocument.documentElement.scrollWidth }</script>"
    )
    file.write_text(f"<!doctype html><meta charset=utf-8><title></title>{frame}</iframe>{script}", "utf-8")
    found = re.search(r"<title>wide (\d+)</title>", chromium(tmp_path, "--dump-dom", file.as_uri()))
    assert found is not None
    assert int(found[1]) <= width
