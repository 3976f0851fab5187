"""What is nested deeper than Python counts is looked through, or refused with a sentence."""

import os
from pathlib import Path

import pytest

from game.classroom.places import walk
from game.cli.checking import MOST_FOLDERS
from game.library.replaying import LONGEST_RULE, MOST_RULEBOOK, rulebook_from
from game.library.troubles import Misinstalled

DEEPER = 1_200


@pytest.fixture
def deep(tmp_path):
    """A folder that holds a folder that holds a folder …, a file in the last one."""
    top, before = tmp_path / "d", Path.cwd()
    top.mkdir()
    os.chdir(top)
    for _ in range(DEEPER):
        Path("d").mkdir()
        os.chdir("d")
    Path("x.shinyo").write_bytes(b"")
    bottom = Path.cwd()
    os.chdir(before)
    yield top
    (bottom / "x.shinyo").unlink()
    os.chdir(bottom)  # what takes a tree away cannot take this one
    for _ in range(DEEPER):
        os.chdir("..")
        Path("d").rmdir()
    os.chdir(before)


@pytest.mark.posix  # Windows has no such long names
def test_folders_within_folders_are_walked_to_their_depth(deep):
    (found,) = walk(deep)
    assert found.name == "d/" * DEEPER + "x.shinyo"
    assert found.class_name == "d"


@pytest.mark.posix
def test_check_says_how_many_folders_it_looked_through(shinyo, deep):
    status, _, told = shinyo("check", str(deep), "--lang", "en")
    assert status == 2
    assert f"{MOST_FOLDERS} were looked through" in told


@pytest.mark.parametrize(
    "content",
    [
        b"a = " + b"[" * 900 + b"\n" + b"[\n" * 20_000,
        b"\n".join([b"a = ["] + [b"[" * 1_000] * 100),
        b"a." * LONGEST_RULE + b"a = 1",
        b"[" + b"a." * LONGEST_RULE + b"a]",
        b"#" * (MOST_RULEBOOK + 1),
        b"a = " + b"9" * 5_000,
        b"",
        b"\xff",
    ],
)
def test_a_rulebook_that_a_hand_in_brings_along_is_one_or_is_refused(content, tmp_path):
    with pytest.raises(Misinstalled):
        rulebook_from(content, tmp_path / "x.shinyo")
