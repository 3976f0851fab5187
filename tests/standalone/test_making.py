"""What the build lays into the program: icons, files, licences, and what it leaves out."""

import ast
import io
import struct
import sys
from importlib import metadata

import pygame
import pytest

import dev
from game import __version__
from game.screens.emblem import icon
from standalone import contents, icon_files, licence_files, version_file
from tests.standalone.conftest import ROOT


def same(one, other):
    return pygame.image.tobytes(one, "RGBA") == pygame.image.tobytes(other, "RGBA")


def test_the_icon_of_windows_holds_every_size_as_drawn():
    data = icon_files.ico()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind, count) == (0, 1, len(icon_files.ICO_SIDES))
    end = 6 + 16 * count
    for n, side in enumerate(icon_files.ICO_SIDES):
        width, height, _, _, planes, bits, size, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * n)
        assert (width or 256, height or 256, planes, bits, at) == (side, side, 1, 32, end)
        end += size
        held = data[at : at + size]
        if held.startswith(b"\x89PNG"):
            drawn = pygame.image.load(io.BytesIO(held), "icon.png")
        else:
            assert struct.unpack_from("<Iii", held) == (40, side, 2 * side)
            rows = pygame.image.frombytes(held[40 : 40 + 4 * side * side], (side, side), "BGRA")
            drawn = pygame.transform.flip(rows, flip_x=False, flip_y=True)
        assert same(drawn, icon(side))
    assert end == len(data)


def test_a_reader_of_icons_takes_it():
    assert same(pygame.image.load(io.BytesIO(icon_files.ico()), "shinyo.ico"), icon(16))  # it reads the first


def test_the_icon_of_macos_holds_every_size_as_drawn():
    data = icon_files.icns()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    at, found = 8, {}
    while at < len(data):
        tag, size = struct.unpack_from(">4sI", data, at)
        found[tag] = pygame.image.load(io.BytesIO(data[at + 8 : at + size]), "icon.png")
        at += size
    assert {tag: drawn.get_width() for tag, drawn in found.items()} == icon_files.ICNS_SIDES
    assert all(same(drawn, icon(drawn.get_width())) for drawn in found.values())


@pytest.mark.parametrize(("version", "numbers"), [("1.2.3", "(1, 2, 3, 0)"), (__version__, None)])
def test_windows_is_told_the_version(version, numbers):
    text = version_file.text(version)
    (told,) = ast.parse(text).body
    assert isinstance(told, ast.Expr)
    strings = [ast.unparse(node) for node in ast.walk(told) if isinstance(node, ast.Call)]
    assert f"StringStruct('ProductVersion', '{version}')" in strings
    assert numbers is None or f"filevers={numbers}" in ast.unparse(told)


def test_every_file_beside_the_code_goes_in_and_nothing_of_the_workshop():
    going = {folder.replace("\\", "/") + "/" + file.replace("\\", "/").rsplit("/", 1)[1]
             for file, folder in contents.shipped_files()}  # fmt: skip
    beside = {"LICENSE"}
    for folder in ("assets", "scenarios"):
        beside |= {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    workshop = {name for name in beside if name.endswith((".py", ".pyc"))}
    assert "assets/fonts/make_subset.py" in workshop
    pages = {f"findings/{path.name}" for path in (ROOT / "docs" / "findings").glob("*.md")}
    assert len(pages) > 100
    assert going == {f"game/_shipped/{name}" for name in (beside - workshop) | pages}


def test_nothing_that_the_game_imports_is_left_out():
    imported = set()
    for file in (ROOT / "game").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    assert {"pygame", "numpy", "pydantic"} <= imported
    assert imported & set(contents.excluded()) == set()


def test_the_packages_it_needs_are_found_with_what_they_need():
    needed = licence_files.built_in()
    assert {"numpy", "pygame-ce", "pydantic", "pydantic-core", "typing-extensions"} <= set(needed)
    assert {"pytest", "hypothesis", "pyinstaller"}.isdisjoint(needed)


def test_a_licence_file_begins_with_name_and_terms(tmp_path):
    (tmp_path / "old.txt").write_text("of a package that is needed no more")
    written = licence_files.write(tmp_path)
    assert sorted(written) == sorted(str(path) for path in tmp_path.iterdir())
    for file in tmp_path.iterdir():
        first, empty, *rest = file.read_text(encoding="utf-8").splitlines()
        assert len(first.split("\t")) == 2
        assert empty == ""
        assert len(rest) > 5
        assert "see text" not in first


def test_a_package_without_a_licence_is_not_handed_out(monkeypatch):
    class Bare:
        files = ()

    monkeypatch.setattr(metadata, "distribution", lambda _: Bare())
    with pytest.raises(licence_files.NoLicence, match="nameless"):
        licence_files.of_package("nameless")


@pytest.mark.parametrize(
    ("platform", "end"),
    [("linux", "shinyo"), ("win32", "shinyo.exe"), ("darwin", "Shinyo.app/Contents/MacOS/shinyo")],
)
def test_dev_knows_where_the_program_is_on_each_system(monkeypatch, platform, end):
    monkeypatch.setattr(sys, "platform", platform)
    assert dev.program("dist").replace("\\", "/") == f"dist/{end}"


@pytest.mark.posix  # only there such folders are made
def test_its_size_counts_all_that_the_finder_shows_as_one(tmp_path):
    inside = tmp_path / "Shinyo.app" / "Contents" / "MacOS"
    inside.mkdir(parents=True)
    (inside / "shinyo").write_bytes(b"12345")
    (inside.parent / "library").write_bytes(b"123")
    (inside.parent / "same").symlink_to("library")
    assert dev.size_of(str(inside / "shinyo")) == 8
    (tmp_path / "shinyo").write_bytes(b"1234567")
    assert dev.size_of(str(tmp_path / "shinyo")) == 7
