"""What is handed out: the wheel carries the program and everything that lies beside it in a checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root,
        capture_output=True,
        check=True,
    )
    (path,) = folder.glob("shinyo-*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("folder", ["scenarios", "assets"])
def test_what_lies_beside_the_code_ships_unchanged(root, tracked, wheel, folder):
    beside = [path.relative_to(root) for path in tracked if path.is_relative_to(root / folder)]
    beside = [path for path in beside if path.suffix != ".py"]
    assert beside
    for path in beside:
        assert wheel[f"game/_shipped/{path.as_posix()}"] == (root / path).read_bytes(), path


def test_the_pages_on_findings_ship(root, wheel):
    pages = sorted((root / "docs" / "findings").glob("*.md"))
    assert len(pages) > 100
    for page in pages:
        assert wheel[f"game/_shipped/findings/{page.name}"] == page.read_bytes(), page


@pytest.mark.parametrize("suffix", [".ttf", ".toml", ".yaml", ".po"])
def test_every_kind_of_file_the_game_opens_is_there(wheel, suffix):
    assert [name for name in wheel if name.startswith("game/_shipped/") and name.endswith(suffix)]


def test_the_code_is_there_and_nothing_of_the_workshop(root, tracked, wheel):
    code = {path.relative_to(root).as_posix() for path in tracked if path.is_relative_to(root / "game")}
    inside = {name for name in wheel if name.startswith("game/") and not name.startswith("game/_shipped/")}
    assert inside == code
    tops = {Path(name).parts[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"game"}
    assert not [name for name in wheel if name.endswith("make_subset.py")]


def test_the_wheel_names_its_command_and_both_licences(wheel):
    def text(end: str) -> str:
        (name,) = [name for name in wheel if name.endswith(end)]
        return str(wheel[name], "utf-8")

    assert "shinyo = game.cli:main" in text(".dist-info/entry_points.txt")
    assert "License-Expression: MIT AND OFL-1.1" in text(".dist-info/METADATA")
    assert "MIT License" in text("licenses/LICENSE")
    assert "SIL OPEN FONT LICENSE" in text("licenses/assets/fonts/OFL.txt")
