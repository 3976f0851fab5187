"""The guide for a class names every option there is and every file that is written, in both languages."""

import re

import pytest

from game import cli
from game.cli.commands import tree
from game.cli.desk import Desk
from game.format.words import Words

PAGES = "overview curves decision: principles promises predictions resolves troubles"

GUIDES = ["docs/debrief.md", "docs/debrief.ja.md"]


@pytest.fixture(params=GUIDES)
def guide(request, root):
    return (root / request.param).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def root(pytestconfig):
    return pytestconfig.rootpath


def test_every_option_is_told_and_no_other(guide):
    command = tree(Desk(Words("en"))).commands["debrief"]
    options = {name for each in command.params for name in each.opts if name.startswith("--")}
    told = set(re.findall(r"--[a-z][a-z-]+", guide))
    assert told - options == set()
    assert options - told <= {"--lang", "--help"}


def test_every_page_one_can_begin_with_is_told(guide):
    for page in (
        "overview",
        "curves",
        "decision:",
        "principles",
        "promises",
        "predictions",
        "resolves",
        "troubles",
    ):
        assert f"`{page}" in guide


def test_every_file_of_an_export_is_told(guide, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "home"))
    folder = tmp_path / "out"
    assert cli.run(["debrief", "--rehearsal", "first-steps:6", "--export", str(folder), "--lang", "en"]) == 0
    capsys.readouterr()
    names = {file.name for file in folder.iterdir()}
    assert names >= {"handout.html", "class.xlsx", "trainees", "pages"}
    assert {name for name in names if name not in guide} == set()
