"""Scenarios handed on: what goes in comes out, and a pack from a stranger can do nothing but be read."""

import io
import shutil
import stat
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.library import packs
from game.library.troubles import NotAPack, PackBreaksRules
from tests.cli.conftest import ROOT, SAMPLE


@pytest.fixture
def scenario(tmp_path):
    """A trainer's scenario with a catalog and a transcript, in a folder of their own."""
    folder = tmp_path / "机の上"
    folder.mkdir()
    text = (ROOT / SAMPLE).read_text("utf-8").replace("id: friday-checklist", "id: mine", 1)
    (folder / "下書き 3.yaml").write_text(text, "utf-8")
    return folder / "下書き 3.yaml"


@pytest.fixture
def packed(shinyo, scenario, tmp_path):
    assert shinyo("test", str(scenario), "--record", "good", "--choices", "gift,send,trial")[0] == 0
    status, output, errors = shinyo("pack", str(scenario), "-o", str(tmp_path / "out"), "--lang", "en")
    assert (status, errors) == (0, "")
    assert output == f"1 scenario packed (2 files): {tmp_path / 'out.zip'}\n"
    return tmp_path / "out.zip"


def entries(file):
    with zipfile.ZipFile(file) as there:
        return {one.filename: there.read(one) for one in there.infolist()}


def test_a_pack_holds_everything_by_the_scenarios_id(packed, scenario):
    found = entries(packed)
    assert set(found) == {packs.MANIFEST, "mine.yaml", "mine.good.txt"}
    assert found["mine.yaml"] == scenario.read_bytes()


def test_what_was_packed_stands_on_another_shelf(shinyo, packed, home, monkeypatch, tmp_path):
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "another"))
    status, output, errors = shinyo("add", str(packed), "--lang", "en")
    assert (status, output, errors) == (0, "Added: mine\n", "")
    assert shinyo("test", "mine")[0] == 0
    assert "mine: " in shinyo("list", "--lang", "en")[1]
    assert shinyo("play", "mine", "--choices", "gift,send,trial", "--json")[0] == 0
    assert shinyo("add", str(packed))[0] == 0
    assert not (home / "scenarios").exists()


def test_nothing_of_the_trainers_own_is_replaced_unless_asked(shinyo, packed, home):
    assert shinyo("add", str(packed))[0] == 0
    own = home / "scenarios" / "mine.yaml"
    own.write_text(own.read_text("utf-8").replace("二割お引き", "三割お引き"), "utf-8")
    changed = own.read_bytes()
    status, output, errors = shinyo("add", str(packed), "--lang", "en")
    assert (status, output) == (2, "")
    assert "mine.yaml" in errors
    assert "--replace" in errors
    assert own.read_bytes() == changed
    assert shinyo("add", str(packed), "--replace")[0] == 0
    assert own.read_bytes() == entries(packed)["mine.yaml"]


def test_a_scenario_of_another_file_name_stays_one(shinyo, packed, home):
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "old name.yaml").write_bytes(entries(packed)["mine.yaml"])
    assert shinyo("add", str(packed))[0] == 0
    assert [file.name for file in (home / "scenarios").glob("*.yaml")] == ["old name.yaml"]


def test_packing_twice_makes_the_same_bytes_and_writes_over_nothing(shinyo, packed, scenario):
    before = packed.read_bytes()
    assert shinyo("pack", str(scenario), "-o", str(packed))[0] == 2
    assert shinyo("pack", str(scenario), "-o", str(packed), "--replace")[0] == 0
    assert packed.read_bytes() == before


def test_a_shipped_scenario_is_not_taken_in_again(shinyo, tmp_path):
    assert shinyo("pack", "friday-checklist", "-o", str(tmp_path / "f.zip"))[0] == 0
    assert "friday-checklist.en.po" in entries(tmp_path / "f.zip")
    status, output, errors = shinyo("add", str(tmp_path / "f.zip"), "--lang", "en")
    assert (status, output) == (2, "")
    assert "came with the game" in errors


def test_faults_go_neither_in_nor_out(shinyo, packed, scenario, home, tmp_path):
    scenario.write_text(scenario.read_text("utf-8").replace("goto: week_end", "goto: nowhere", 1), "utf-8")
    status, output, errors = shinyo("pack", str(scenario), "-o", str(tmp_path / "bad.zip"))
    assert (status, output, (tmp_path / "bad.zip").exists()) == (1, "", False)
    assert "unknown-scene" in errors
    bad = made({**entries(packed), "mine.yaml": scenario.read_bytes()})
    (tmp_path / "bad.zip").write_bytes(bad)
    status, output, errors = shinyo("add", str(tmp_path / "bad.zip"))
    assert (status, output) == (1, "")
    assert "bad.zip" in errors
    assert not (home / "scenarios").exists()


def test_two_scenarios_of_one_id_are_told(shinyo, scenario, tmp_path):
    shutil.copy(scenario, tmp_path / "copy.yaml")
    status, _, errors = shinyo(
        "pack", str(scenario), str(tmp_path / "copy.yaml"), "-o", str(tmp_path / "o.zip")
    )
    assert status == 2
    assert "mine" in errors
    assert not (tmp_path / "o.zip").exists()


def test_when_the_disk_is_full_nothing_is_taken_in(shinyo, packed, home, monkeypatch):
    from game.records.disk import Disk  # noqa: PLC0415

    whole, count = Disk.replace, iter(range(9))

    def replace(disk, file, content):
        if file.parent.name == "scenarios" and next(count) == 1:
            raise OSError(28, "No space left on device", str(file))
        return whole(disk, file, content)

    monkeypatch.setattr(Disk, "replace", replace)
    status, output, errors = shinyo("add", str(packed))
    assert (status, output) == (2, "")
    assert errors
    assert list((home / "scenarios").iterdir()) == []


# ── strangers ────────────────────────────────────────────────────────────────────────────────────────


def made(files, **more):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as there:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = more.get("mode", stat.S_IFREG | 0o644) << 16
            there.writestr(entry, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../mine.yaml", "/etc/mine.yaml", "a/mine.yaml", "a\\mine.yaml", "C:mine.yaml", "mine.py",
        ".hidden.yaml", "con.yaml", "mine.yaml ", "mine.yaml\n.txt", "folder/", "x" * 200 + ".yaml",
        "mine\u202egnp.yaml",
    ],
)  # fmt: skip
def test_no_entry_leads_anywhere_else(shinyo, tmp_path, home, name):
    pack = tmp_path / "stranger.zip"
    pack.write_bytes(made({"fine.yaml": (ROOT / SAMPLE).read_bytes(), name: b"x"}))
    status, output, errors = shinyo("add", str(pack), "--lang", "en")
    assert (status, output) == (2, "")
    assert "stranger.zip holds something that no pack of scenarios has" in errors
    assert not home.exists() or not (home / "scenarios").exists()


def test_links_devices_bombs_and_twins_are_refused(tmp_path):
    scenario = (ROOT / SAMPLE).read_bytes()
    for content in (
        made({"mine.yaml": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777),
        made({"mine.yaml": scenario}, mode=stat.S_IFCHR | 0o644),
        made({"mine.yaml": b"0" * (packs.MOST_FILE + 1)}),
        made({f"m{n}.txt": b"" for n in range(packs.MOST_ENTRIES + 1)}),
        made({"mine.yaml": scenario, "Mine.yaml": scenario}),
    ):
        with pytest.raises(PackBreaksRules):
            packs.unpacked(content, tmp_path / "x.zip")


@pytest.mark.parametrize(
    "content", [b"", b"not a zip", made({}), made({"a.txt": b"x"}), made({"a.yaml": b"x"})[:-30]]
)
def test_what_is_no_pack_is_told(shinyo, tmp_path, content):
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    status, output, errors = shinyo("add", str(file), "--lang", "en")
    assert (status, output) == (2, "")
    assert "is no pack of scenarios, or it is damaged" in errors
    assert shinyo("add", str(tmp_path / "nothing.zip"))[0] == 2
    assert shinyo("add", str(tmp_path))[0] == 2


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_spoilt_pack_is_a_pack_or_a_trouble(tmp_path_factory, data):
    whole = bytearray(made({"mine.yaml": b"format: 1\n", "mine.en.po": b"", "mine.good.txt": b"x" * 90}))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        pack = packs.unpacked(bytes(whole), tmp_path_factory.getbasetemp() / "x.zip")
    except (NotAPack, PackBreaksRules):
        return
    assert all("/" not in name and "\\" not in name for name in pack.files)


@pytest.mark.parametrize("out", ["", ".", "..", "/"])
def test_a_folder_is_no_name_for_a_pack(shinyo, tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    for lang, said in (("ja", "フォルダーです"), ("en", "is a folder")):
        status, output, errors = shinyo("pack", SAMPLE, "-o", out, "--lang", lang)
        assert (status, output) == (2, "")
        assert said in errors
    assert list(tmp_path.iterdir()) == []
