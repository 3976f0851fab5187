"""Every picture of a page is made by ``docs/pictures/draw.py``, and looks as the screens look now.

A share is drawn here; ``python docs/pictures/draw.py --check`` compares all of them. The maps are compared
where the guide's commands are run (``test_authoring_blocks.py``).
"""

import importlib.util

import pytest

from tests.authoring.stories import ROOT
from tests.docs.written import led_to, links, pages

FOLDER = ROOT / "docs" / "pictures"


@pytest.fixture(scope="module")
def draw():
    spec = importlib.util.spec_from_file_location("draw", FOLDER / "draw.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_of_a_page_is_drawn_and_every_drawn_one_is_on_a_page(draw):
    shown = {
        led_to(page, target).resolve()
        for page in pages()
        for _, target in links(page)
        if target.endswith((".png", ".svg"))
    }
    lying = {file for file in FOLDER.iterdir() if file.suffix in {".png", ".svg"}}
    assert shown == lying
    made = {f"{name}-{lang}" for name in draw.NAMES for lang in draw.LANGS}
    assert {file.stem for file in lying} == made


@pytest.mark.parametrize(("lang", "names"), [("en", ["reveal", "review", "preview"]), ("ja", ["talk"])])
def test_a_picture_looks_as_the_screen_looks_now(draw, lang, names, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))  # the drawing sets its own
    into = tmp_path / "drawn"
    into.mkdir()
    draw.drawn(lang, names, into)
    assert {file.stem for file in into.iterdir()} == {f"{name}-{lang}" for name in names}
    assert draw.differing(into) == [], "look, then `python docs/pictures/draw.py`"


def test_a_picture_that_has_drifted_is_told(draw, tmp_path):
    for name, kept in (
        ("talk-en.png", "reveal-en.png"),
        ("map-en.svg", "map-ja.svg"),
        ("new.png", "talk-en.png"),
    ):
        (tmp_path / name).write_bytes((FOLDER / kept).read_bytes())
    (tmp_path / "talk-ja.png").write_bytes((FOLDER / "talk-ja.png").read_bytes())
    assert draw.differing(tmp_path) == ["map-en.svg", "new.png", "talk-en.png"]
