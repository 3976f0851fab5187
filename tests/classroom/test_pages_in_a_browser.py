"""The pages in a real browser: they print as they should, and fit the width of a phone."""

import re
import subprocess

import pytest

from game.classroom.handout import Paper

pytestmark = pytest.mark.linux

WIDE = 390
"""Width of a phone, in the browser's own pixels."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """Runs Chromium without a window; gives what it printed."""
    profile = tmp_path_factory.mktemp("browser")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--enable-logging=stderr", *arguments],
            capture_output=True, check=True, timeout=300,
        )  # fmt: skip
        assert b"CONSOLE" not in done.stderr
        return done.stdout.decode()

    return run


@pytest.fixture(scope="module")
def papers(rehearsed, figure_of, library):
    return {
        lang: Paper.about(
            figure_of(rehearsed(40, lang=lang), lang, free_text=True), library.words(lang), library.workshop
        )
        for lang in ("en", "ja")
    }


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_page_a_trainee_prints_on_one_sheet(papers, browser, tmp_path, lang):
    paper = papers[lang]
    longest = max(paper.figure.seats, key=lambda seat: len(paper.page(seat, names=True)))
    (tmp_path / "page.html").write_text(paper.page(longest, names=True), encoding="utf-8")
    printed = tmp_path / "page.pdf"
    browser("--no-pdf-header-footer", f"--print-to-pdf={printed}", f"file://{tmp_path}/page.html")
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed.read_bytes())) == 1


@pytest.mark.parametrize("kind", ["handout", "page"])
def test_nothing_is_wider_than_a_phone(papers, browser, tmp_path, kind):
    paper = papers["en"]
    text = paper.handout() if kind == "handout" else paper.page(paper.figure.seats[0], names=False)
    # The page in a frame as wide as a phone, and beside it how wide it really is.
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    frame = (
        f'<iframe id="phone" src="page.html" style="width: {WIDE}px; height: 800px; border: 0"></iframe>'
        '<p id="told"></p><script>onload = () => {'
        " const page = document.getElementById('phone').contentDocument.documentElement;"
        " document.getElementById('told').textContent = `wide ${page.scrollWidth}`; }</script>"
    )
    (tmp_path / "frame.html").write_text(frame, encoding="utf-8")
    shown = browser(
        "--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom",
        f"file://{tmp_path}/frame.html",
    )  # fmt: skip
    (wide,) = re.findall(r"wide (\d+)", shown)
    assert int(wide) <= WIDE
