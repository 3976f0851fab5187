"""No file of a stranger leads to another one, and nothing is written where somebody else has put a link."""

import os
import stat
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from game.classroom.places import walk
from game.cli import last_words
from game.deskwork import outside
from game.library import Library, packs
from game.library.opening import catalog_files
from game.library.transcripts import transcripts_beside
from game.library.troubles import NotAPack, PackBreaksRules
from game.records.disk import PART, Disk
from game.records.troubles import NotAFile
from tests.cli.conftest import ROOT, SAMPLE
from tests.security.zips import zipped

SECRET = b"what nobody else may read"


@pytest.fixture
def private(tmp_path):
    file = tmp_path / "private" / "key"
    file.parent.mkdir()
    file.write_bytes(SECRET)
    return file


@pytest.fixture
def strange(tmp_path):
    """A stranger's folder with a scenario in it."""
    folder = tmp_path / "strange"
    folder.mkdir()
    text = (ROOT / SAMPLE).read_text("utf-8").replace("id: friday-checklist", "id: mine", 1)
    (folder / "mine.yaml").write_text(text, "utf-8")
    return folder


@pytest.mark.posix
def test_a_link_beside_a_scenario_takes_nothing_into_a_record_or_a_pack(shinyo, strange, private, tmp_path):
    for name in ("mine.en.po", "mine.fr.po", "mine.good.txt"):
        (strange / name).symlink_to(private)
    assert catalog_files(strange / "mine.yaml", "mine") == {}
    assert transcripts_beside(strange / "mine.yaml", "mine") == ()
    library = Library(tmp_path / "own")
    opened = library.open_scenario(strange / "mine.yaml", "en")
    with library.records().begin(library.beginning(opened, "t", "en")):
        kept = [file.read_bytes() for file in library.records().versions.folder.iterdir()]
    assert SECRET not in kept
    shinyo("pack", str(strange / "mine.yaml"), "-o", str(tmp_path / "out.zip"))
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert set(packed.namelist()) == {packs.MANIFEST, "mine.yaml"}


@pytest.mark.posix
def test_a_link_within_the_folder_is_as_good_as_its_file(strange):
    (strange / "other.po").write_bytes(b"")
    (strange / "mine.en.po").symlink_to("other.po")
    assert set(catalog_files(strange / "mine.yaml", "mine")) == {"en"}
    linked = strange.with_name("linked")
    linked.symlink_to(strange)
    assert set(catalog_files(linked / "mine.yaml", "mine")) == {"en"}


@pytest.mark.posix
def test_a_link_among_hand_ins_leads_nowhere_else(strange, private):
    (strange / "x.txt").symlink_to(private)
    (strange / "y.jsonl").symlink_to("/dev/zero")
    (strange / "z.jsonl").write_bytes(b"x")
    (strange / "same.jsonl").symlink_to("z.jsonl")
    (strange / "round.jsonl").symlink_to("round.jsonl")
    assert [found.name for found in walk(strange)] == ["same.jsonl", "z.jsonl"]


@pytest.mark.linux
def test_a_device_is_not_even_opened(monkeypatch):
    def opened(*_):
        raise AssertionError("it was opened")

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(NotAFile):
        Disk().read(Path("/dev/zero"), 10)


@pytest.mark.posix
def test_what_is_written_goes_through_no_link(private, tmp_path, monkeypatch):
    monkeypatch.setattr("secrets.token_hex", lambda _: "guessed")
    file = tmp_path / "x.shinyo"
    part = file.with_name(f"{file.name}.guessed{PART}")
    for put in (part.symlink_to, part.hardlink_to):
        put(private)
        with pytest.raises(FileExistsError):
            Disk().create(file, b"mine")
        assert private.read_bytes() == SECRET
        part.unlink(missing_ok=True)


@pytest.mark.posix
def test_nobody_else_on_the_computer_reads_a_record(strange, tmp_path):
    library = Library(tmp_path / "own")
    opened = library.open_scenario(strange / "mine.yaml", "en")
    with library.records().begin(library.beginning(opened, "t", "en")) as record:
        assert stat.S_IMODE(record.file.stat().st_mode) == 0o600
        assert stat.S_IMODE(record.file.parent.stat().st_mode) == 0o700


@pytest.mark.posix
def test_what_a_defect_leaves_behind_is_new_and_its_owners_alone(private, tmp_path, monkeypatch):
    class Still(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 3, 3, 10, 20, tzinfo=tz)

    monkeypatch.setattr(last_words, "datetime", Still)
    everybodys, own = tmp_path / "tmp", tmp_path / "own"
    everybodys.mkdir()
    (everybodys / "crash-20260303-102000.txt").symlink_to(private)
    monkeypatch.setattr(last_words, "_folders", lambda: [everybodys, own])
    last_words.failed(ValueError("x"), ["check"])
    assert private.read_bytes() == SECRET
    (file,) = own.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


DEVICES = ["con", "NUL", "com1", "lpt9", "com0", "COM¹", "lpt³", "aux"]


@pytest.mark.parametrize("name", DEVICES)
def test_no_file_of_a_pack_is_a_device_of_windows(tmp_path, name):
    for entry in (f"{name}.yaml", f"{name}.en.po", f"{name.upper()}.good.txt"):
        with pytest.raises(PackBreaksRules):
            packs.unpacked(zipped({entry: b"x", "x.yaml": b"x"}), tmp_path / "x.zip")


@pytest.mark.parametrize("own", ["con", "nul", "lpt1"])
def test_nor_is_one_that_is_named_by_the_id_of_its_scenario(shinyo, strange, home, tmp_path, own):
    text = (strange / "mine.yaml").read_bytes().replace(b"id: mine", f"id: {own}".encode(), 1)
    (tmp_path / "x.zip").write_bytes(zipped({"mine.yaml": text}))
    status, _, errors = shinyo("add", str(tmp_path / "x.zip"), "--lang", "en")
    assert status == 2
    assert f"{own}.yaml" in errors
    assert not (home / "scenarios").exists() or not list((home / "scenarios").iterdir())


def test_two_scenarios_of_a_pack_do_not_take_each_others_place(shinyo, strange, home, tmp_path):
    text = (strange / "mine.yaml").read_bytes()
    (tmp_path / "x.zip").write_bytes(zipped({"a.yaml": text, "b.yaml": text + b"# another\n"}))
    status, _, errors = shinyo("add", str(tmp_path / "x.zip"), "--lang", "en")
    assert status == 2
    assert "mine.yaml" in errors
    assert not (home / "scenarios").exists() or not list((home / "scenarios").iterdir())


def test_a_zip_in_a_zip_is_not_opened(shinyo, strange, home, tmp_path):
    inner = zipped({"x.yaml": (strange / "mine.yaml").read_bytes()})
    for content in (zipped({"x.zip": inner}), zipped({"x.yaml": inner})):
        (tmp_path / "x.zip").write_bytes(content)
        status, _, errors = shinyo("add", str(tmp_path / "x.zip"), "--lang", "en")
        assert status in {1, 2}
        assert errors
    assert not (home / "scenarios").exists() or not list((home / "scenarios").iterdir())


def test_an_entry_that_is_not_where_it_says_is_a_damaged_pack(tmp_path):
    content = bytearray(zipped({"x.yaml": b"format: 1\n"}))
    at = content.index(b"PK\x01\x02")
    for offset in (0, 5, len(content) - 3, 2**32 - 2):
        content[at + 42 : at + 46] = offset.to_bytes(4, "little")
        try:
            packs.unpacked(bytes(content), tmp_path / "x.zip")
        except (NotAPack, PackBreaksRules):
            continue
        assert offset == 0


def test_a_program_is_given_whole_paths_and_windows_finds_its_own(tmp_path, monkeypatch):
    given: list[list[str]] = []
    monkeypatch.setattr(outside, "_started", lambda command: given.append([*command]))
    monkeypatch.chdir(tmp_path)
    for system in ("linux", "darwin"):
        monkeypatch.setattr(sys, "platform", system)
        outside.open_file(Path("--version"))
        outside.show_in_folder(Path("http:/x/y.yaml"))
        assert all(os.path.isabs(command[-1]) for command in given)  # noqa: PTH117
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", "/windows")
    outside.show_in_folder(Path("x.yaml"))
    assert given[-1][0] == "/windows/explorer.exe"
