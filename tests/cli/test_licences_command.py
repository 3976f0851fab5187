"""``shinyo licences``: the parts of the program, and the text of each one's licence."""

from importlib import metadata

import pytest

from game.library import places
from tests.cli.conftest import ROOT


def nowhere(name):
    raise metadata.PackageNotFoundError(name)


def test_it_names_the_program_and_its_fonts(shinyo):
    status, output, errors = shinyo("licences")
    assert (status, errors) == (0, "")
    assert [line.split()[-1] for line in output.splitlines()[:2]] == ["MIT", "OFL-1.1"]
    assert "BIZ UDPGothic" in output
    assert "全文" in shinyo("licences", "--lang", "ja")[1]


@pytest.mark.parametrize("installed", [True, False])
def test_it_prints_the_whole_texts(shinyo, monkeypatch, installed):
    if not installed:
        monkeypatch.setattr(metadata, "distribution", nowhere)
    output = shinyo("licences", "--whole")[1]
    for file in ("LICENSE", "assets/fonts/OFL.txt"):
        assert (ROOT / file).read_text("utf-8").strip() in output


def test_what_a_single_file_program_encloses_is_told_with_its_terms(shinyo, tmp_path, monkeypatch):
    shipped = places.shipped()
    for file in ("LICENSE", "assets/fonts/OFL.txt", "assets/rulebook.toml"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes((shipped / file).read_bytes())
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "numbers.txt").write_bytes(
        b"numbers 2.1\tBSD-3-Clause\r\n\r\nDo as you like.\r\n"
    )
    monkeypatch.setattr("game.library.library.shipped", lambda: tmp_path)
    assert "numbers 2.1                     BSD-3-Clause\n" in shinyo("licences")[1]
    assert "════ numbers 2.1 · BSD-3-Clause\n\nDo as you like.\n" in shinyo("licences", "--whole")[1]


def test_a_licence_that_is_gone_is_told_in_a_sentence(shinyo, tmp_path, monkeypatch):
    (tmp_path / "assets").mkdir()
    monkeypatch.setattr("game.library.library.shipped", lambda: tmp_path)
    status, output, errors = shinyo("licences")
    assert (status, output) == (2, "")
    assert "OFL.txt" in errors
