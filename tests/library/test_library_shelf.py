"""Scenarios are found, opened and listed; a broken one is on the shelf with what is wrong with it."""

import json
import os
from pathlib import Path

import pytest

from game.format import reader
from game.library import IsAFolder, NotAFile, NotFound, Unplayable, opening
from game.library.troubles import SavedAsText
from game.records import TooBig
from tests.library.conftest import OTHER, TALK


def test_the_shelf_holds_what_is_shipped_and_what_is_ones_own(shelf):
    listed = shelf.listing("ja")
    assert [(one.id, one.shipped, bool(one.faults)) for one in listed] == [
        ("other-talk", False, False),
        ("small-talk", True, False),
        ("broken-talk", True, True),
    ]
    own, talk, broken = listed
    assert broken.findings
    assert (talk.title, talk.customer, talk.company) == ("初回の訪問", "田辺 由紀", "丸和商店")
    assert (talk.level, talk.minutes, talk.teaches) == ("beginner", 5, ("promise",))
    assert (talk.summary, talk.languages) == ("短い訪問。", ("ja",))
    assert talk.path == shelf.shipped / "small-talk.yaml"
    assert own.path == shelf.own / "mine.yaml"


def test_tutorials_come_first_then_the_easy_before_the_hard_and_last_what_is_broken(shelf):
    said = "level: beginner"
    for name, instead in [
        ("a-hard", "level: advanced"),
        ("b-usual", "level: standard"),
        ("c-taught", "level: advanced\ncoach: true"),
        ("d-easy", said),
    ]:
        text = TALK.replace("id: small-talk", f"id: {name}").replace(said, instead)
        (shelf.own / f"{name}.yaml").write_text(text.replace("初回", f"初回{name}"), encoding="utf-8")
    for _ in range(2):  # read, and then from the index
        listed = [one.id for one in shelf.listing("ja")]
        easy = ["other-talk", "d-easy", "small-talk"]
        assert listed == ["c-taught", *easy, "b-usual", "a-hard", "broken-talk"]


def test_a_second_look_at_the_shelf_reads_no_scenario(shelf, monkeypatch):
    first = shelf.listing("ja")

    def never(*_, **__):
        raise AssertionError("read again")

    monkeypatch.setattr(reader, "read", never)
    assert shelf.listing("ja") == first


def test_an_edited_scenario_is_read_again(shelf):
    shelf.listing("ja")
    (shelf.own / "mine.yaml").write_text(OTHER.replace("二度目", "三度目"), encoding="utf-8")
    (shelf.shipped / "small-talk.yaml").unlink()
    assert [one.title for one in shelf.listing("ja")[:-1]] == ["三度目の訪問"]
    index = json.loads((shelf.cache / "shelf-ja.json").read_text(encoding="utf-8"))
    assert len(index["scenarios"]) == 2


def test_a_program_that_unpacks_itself_elsewhere_each_time_reads_its_scenarios_once(
    shelf, tmp_path, monkeypatch
):
    program = tmp_path / "shinyo"
    read: list[str] = []
    program.write_bytes(b"one file")
    monkeypatch.setattr("sys.executable", str(program))

    def start(name):
        """What was shipped in a program unpacked into a folder of this name, as it stands on the shelf."""
        monkeypatch.setattr("sys._MEIPASS", str(tmp_path / name), raising=False)
        shelf.shipped = shelf.shipped.rename(tmp_path / name)
        for file in shelf.shipped.iterdir():
            file.touch()
        read.clear()
        listed = [one for one in shelf.listing("ja") if one.shipped]
        return [(one.id, one.path.parent.name, len(one.findings)) for one in listed]

    def noting(source, name, **more):
        read.append(Path(name).stem)
        return reader_read(source, name, **more)

    reader_read = reader.read
    monkeypatch.setattr(reader, "read", noting)
    (shelf.shipped / "other-talk.yaml").write_text(OTHER, encoding="utf-8")
    assert start("first")[:2] == [("other-talk", "first", 0), ("small-talk", "first", 0)]
    assert read == ["broken-talk", "other-talk", "small-talk", "mine"]
    again = start("second")
    assert again[:2] == [("other-talk", "second", 0), ("small-talk", "second", 0)]
    assert again[2][2] == 1  # read anew, since what is wrong with it is told with its place
    assert read == ["broken-talk"]
    os.utime(program, ns=(1, 1))  # another program
    start("third")
    assert read == ["broken-talk", "other-talk", "small-talk"]


def with_rows(bad):
    """Lays a wrong value over every row of an index."""

    def spoil(index):
        rows = {path: row | bad for path, row in index["scenarios"].items()}
        return json.dumps(index | {"scenarios": rows}).encode()

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"{",
        lambda _: b"[]",
        lambda _: b"[" * 100_000,
        lambda index: json.dumps(index | {"index": [0, "0"]}).encode(),
        lambda index: json.dumps(index | {"scenarios": []}).encode(),
        with_rows({"title": 3}),
        with_rows({"minutes": "x"}),
        with_rows({"coach": 1}),
        with_rows({"teaches": 3}),
        with_rows({"teaches": [3]}),
        with_rows({"findings": [{"code": "x"}]}),
        with_rows({"findings": None}),
        with_rows({"signs": []}),
        lambda index: json.dumps(index | {"scenarios": dict.fromkeys(index["scenarios"])}).encode(),
    ],
)
def test_a_spoilt_index_is_made_anew(shelf, spoil):
    first = shelf.listing("ja")
    file = shelf.cache / "shelf-ja.json"
    whole = file.read_bytes()
    file.write_bytes(spoil(json.loads(whole)))
    assert shelf.listing("ja") == first
    assert json.loads(file.read_bytes()) == json.loads(whole)


def test_a_shelf_whose_index_cannot_be_kept(shelf):
    shelf.cache.mkdir(parents=True)
    (shelf.cache / "shelf-ja.json").mkdir()
    assert len(shelf.listing("ja")) == 3


def test_a_scenario_that_cannot_be_read_is_on_the_shelf_with_the_reason(shelf, monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 10)
    assert {type(one.error) for one in shelf.listing("ja")} == {TooBig}
    assert [one.id for one in shelf.listing("ja")] == ["broken-talk", "small-talk", "mine"]


def test_no_folders_no_shelf(library, tmp_path):
    library.shipped = tmp_path / "none"
    assert library.listing("en") == ()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("small-talk", "shipped/small-talk.yaml"),
        ("broken-talk", "shipped/broken-talk.yaml"),
        ("mine", "home/scenarios/mine.yaml"),
        ("other-talk", "home/scenarios/mine.yaml"),
    ],
)
def test_a_scenario_is_found_by_its_id_or_its_file(shelf, tmp_path, name, file):
    assert shelf.find(name) == tmp_path / file
    assert shelf.find(str(tmp_path / file)) == tmp_path / file
    assert shelf.find(tmp_path / file) == tmp_path / file


def test_ones_own_goes_before_a_shipped_one(shelf):
    (shelf.own / "small-talk.yaml").write_text(TALK, encoding="utf-8")
    assert shelf.find("small-talk") == shelf.own / "small-talk.yaml"


def test_a_file_of_the_folder_one_stands_in(shelf, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.yaml").write_text(TALK, encoding="utf-8")
    (tmp_path / "noending").write_text(TALK, encoding="utf-8")
    (tmp_path / "small-talk").mkdir()
    assert shelf.find("here.yaml") == Path("here.yaml")
    assert shelf.find("noending") == Path("noending")
    assert shelf.find("small-talk") == shelf.shipped / "small-talk.yaml"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("smal-talk", "small-talk"),
        ("small_talk.yaml", "small-talk"),
        ("folder/other-tolk.yaml", "other-talk"),
        ("SMALL-TALK", "small-talk"),
    ],
)
def test_a_slip_of_the_hand_is_answered_with_what_was_meant(shelf, name, meant):
    with pytest.raises(NotFound) as told:
        shelf.find(name)
    assert told.value.name == name
    assert told.value.suggestions[0] == meant


@pytest.mark.parametrize(
    "name", ["", "zzz", "\0", "x" * 5000, "~nobody-here/x.yaml", "a/b/c", "\udcff", "?*"]
)
def test_a_name_that_is_nothing(shelf, name):
    with pytest.raises(NotFound) as told:
        shelf.find(name)
    assert told.value.suggestions == ()


def test_a_folder_is_no_scenario(shelf, tmp_path):
    for name in (str(tmp_path), ".", "/"):
        with pytest.raises(IsAFolder):
            shelf.find(name)
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(IsAFolder):
        shelf.open_scenario(tmp_path / "folder.yaml", "ja")
    with pytest.raises(IsAFolder):
        shelf._open(tmp_path, "ja")


def test_a_device_is_no_scenario(shelf, tmp_path):
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        with pytest.raises(NotAFile):
            shelf.open_scenario(tmp_path / "pipe.yaml", "ja")


def test_a_file_that_goes_away_between_finding_and_opening(shelf):
    for path in (shelf.shipped / "gone.yaml", shelf.shipped / "small-talk.yaml" / "gone.yaml"):
        with pytest.raises(NotFound):
            shelf._open(path, "ja")


def test_opening_a_scenario(shelf):
    opened = shelf.open_scenario("small-talk", "en")
    assert opened.path == shelf.shipped / "small-talk.yaml"
    assert opened.source == TALK.encode()
    assert opened.playable.id == "small-talk"
    assert opened.playable.language == "ja"
    assert opened.faults == ()
    assert opened.opening is None


def test_a_broken_one_is_opened_and_not_played(shelf):
    opened = shelf.open_scenario("broken-talk", "en")
    assert opened.faults
    with pytest.raises(Unplayable) as told:
        assert opened.playable
    assert told.value.findings == opened.findings


def test_a_catalog_beside_it_is_taken(shelf, catalog):
    catalog(shelf.shipped / "small-talk.en.po")
    opened = shelf.open_scenario("small-talk", "en")
    assert set(opened.catalogs) == {"en"}
    assert (opened.playable.language, opened.playable.title) == ("en", "A first visit")
    assert opened.playable.hash == shelf.open_scenario("small-talk", "ja").playable.hash
    assert shelf.open_scenario("small-talk", "ja").playable.title == "初回の訪問"
    (talk,) = (one for one in shelf.listing("en") if one.id == "small-talk")
    assert (talk.title, talk.languages) == ("A first visit", ("ja", "en"))


def test_only_catalogs_of_this_scenario_count(shelf, catalog):
    catalog(shelf.shipped / "other.en.po")
    catalog(shelf.shipped / ".po")
    assert shelf.open_scenario("small-talk", "en").catalogs == {}


def test_the_ending_of_a_file_may_be_left_out(shelf, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.yaml").write_text(TALK, encoding="utf-8")
    assert shelf.find("here") == Path("here.yaml")
    with pytest.raises(NotFound) as told:
        shelf.find("hree")
    assert told.value.suggestions == ("here.yaml",)


@pytest.mark.parametrize("name", ["mine.yaml", "mine"])
def test_a_name_that_an_editor_hung_txt_on_is_told(library, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml.txt").write_text(TALK, encoding="utf-8")
    with pytest.raises(SavedAsText) as told:
        library.find(name)
    assert (told.value.file.name, told.value.wanted) == ("mine.yaml.txt", "mine.yaml")


@pytest.mark.parametrize("name", ["初回の訪問", "訪問", "初回の訪門"])
def test_a_title_is_answered_with_the_id_and_the_title(shelf, name):
    with pytest.raises(NotFound) as told:
        shelf.find(name, "ja")
    assert "small-talk" in told.value.suggestions
    assert told.value.titles["small-talk"] == "初回の訪問"
