"""Files are handed to the system's programs, and it is known when nothing takes them."""

import os
import sys
import time

import pytest

from game.deskwork import outside


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder of programs, the only ones there are; gives a way to write one."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "platform", "linux")

    def write(name, does):
        file = folder / name
        file.write_text(f"#!{sys.executable}\nimport sys, pathlib, os\n{does}\n")
        file.chmod(0o755)

    return write


def settled(handed):
    end = time.monotonic() + 20
    while handed._process is not None and time.monotonic() < end:
        if handed.failed:
            break
        time.sleep(0.01)
    return handed.failed


@pytest.mark.posix
def test_a_file_and_its_folder_are_opened(programs, tmp_path):
    seen = tmp_path / "seen.txt"
    programs("xdg-open", f"pathlib.Path({str(seen)!r}).write_text(sys.argv[1])")
    file = tmp_path / "話 一.yaml"
    assert settled(outside.open_file(file)) is False
    assert seen.read_text() == str(file)
    assert settled(outside.show_in_folder(file)) is False
    assert seen.read_text() == str(tmp_path)


@pytest.mark.posix
def test_what_nothing_opens_is_known(programs, tmp_path):
    assert outside.open_file(tmp_path / "x.html").failed
    programs("xdg-open", "sys.exit(3)")
    assert settled(outside.open_file(tmp_path / "x.html")) is True


@pytest.mark.posix
def test_other_programs_get_the_persons_own_environment(programs, tmp_path, monkeypatch):
    seen = tmp_path / "seen.txt"
    names = "sorted(name for name in os.environ if name.startswith(('SDL_', 'LD_')))"
    programs("xdg-open", f"pathlib.Path({str(seen)!r}).write_text(repr({names}))")
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/their/own")
    assert settled(outside.open_file(tmp_path)) is False
    assert seen.read_text() == "['LD_LIBRARY_PATH']"
    assert os.environ["SDL_VIDEODRIVER"] == "dummy"
