"""What is dropped on the desk, of every kind, one thing or several."""

import shutil

import pygame
import pytest

from tests.screens.trainers_desk.at_desk import BROKEN, TEXT, Desk, put


@pytest.fixture(params=["ja", "en"])
def desk(tmp_path, request):
    return Desk(tmp_path, lang=request.param).desk()


def drop(desk, *files):
    events = [pygame.event.Event(pygame.DROPFILE, file=str(file)) for file in files]
    return desk.round(*events).wait()


def packed(desk, folder, title="下書き", text=TEXT):
    """A pack somebody sends."""
    file = put(folder / "draft.yaml", text.replace("title: 下書き", f"title: {title}"))
    target = folder / "theirs.zip"
    desk.library.workshop.pack([desk.library.open_scenario(file, "ja")], target, replace=True)
    return target


def test_a_scenario_is_opened_also_over_another_one(desk, tmp_path):
    one, other = (put(tmp_path / "stick" / name, TEXT) for name in ("一.yaml", "two.YAML"))
    assert drop(desk, one).screen.file == one
    assert drop(desk, other).screen.file == other


ODD = ["folder", "picture.png", "notes.txt", "nothing.yaml"]


@pytest.mark.parametrize("name", ODD)
def test_anything_else_is_told_kindly(desk, tmp_path, name):
    file = tmp_path / "stick" / name
    file.parent.mkdir()
    if name == "folder":
        file.mkdir()
    elif name != "nothing.yaml":
        file.write_bytes(b"\x89PNG" * 50)
    drop(desk, file)
    assert desk.kind == "Slip"
    before = desk.texts
    desk.keys(pygame.K_F2)
    assert desk.texts != before
    desk.keys(pygame.K_ESCAPE)
    assert desk.kind == "DeskScreen"


def test_a_dropped_folder_can_be_looked_into(desk, tmp_path):
    file = put(tmp_path / "stick" / "話.yaml", TEXT)
    drop(desk, file.parent).click("look")
    assert desk.kind == "FolderScreen"
    desk.click(f"file:{file}").wait()
    assert desk.screen.file == file


def test_several_files_are_laid_on_the_desk_and_what_is_not_is_named(desk, tmp_path):
    files = [put(tmp_path / "stick" / f"{n}.yaml", TEXT) for n in range(3)]
    picture = put(tmp_path / "stick" / "picture.png", b"x")
    drop(desk, *files, picture)
    assert desk.kind == "Slip"
    assert any("picture.png" in text for text in desk.texts)
    desk.keys(pygame.K_RETURN).wait()
    assert {f"file:{file}" for file in files} <= set(desk.names)


def test_a_pack_is_taken_in_when_that_is_wished_and_not_otherwise(desk, tmp_path):
    pack = packed(desk, tmp_path / "mail", "値引きの日")
    drop(desk, pack).click("leave")
    assert desk.kind == "DeskScreen"
    assert not desk.library.own.exists()
    drop(desk, pack)
    assert any("値引きの日" in text for text in desk.texts)
    desk.click("take").click("close").wait()
    assert desk.kind == "DeskScreen"
    assert "値引きの日" in desk.texts
    assert [one.id for one in desk.library.listing("ja")] == ["draft"]


def test_what_a_pack_replaces_is_named_and_comes_back(desk, tmp_path):
    own = desk.own("mine.yaml")
    was = own.read_bytes()
    desk.wait(2)
    drop(desk, packed(desk, tmp_path / "mail", "別の話"))
    assert any("mine.yaml" in text for text in desk.texts)
    desk.click("take")
    assert own.read_bytes() != was
    desk.click("undo").wait()
    assert desk.kind == "DeskScreen"
    assert own.read_bytes() == was


def test_a_pack_that_is_damaged_or_has_faults_or_a_shipped_id_changes_nothing(desk, tmp_path):
    damaged = put(tmp_path / "mail" / "damaged.zip", b"PK\x03\x04 nothing")
    drop(desk, damaged)
    assert desk.kind == "Slip"
    desk.keys(pygame.K_ESCAPE)
    good = packed(desk, tmp_path / "mail")
    desk.write("draft", TEXT)
    drop(desk, good)
    assert any("draft" in text for text in desk.texts)
    desk.keys(pygame.K_ESCAPE)
    (desk.library.shipped / "draft.yaml").unlink()
    faulty = tmp_path / "mail" / "faulty.zip"
    import zipfile  # noqa: PLC0415 (what a stranger makes)

    with zipfile.ZipFile(faulty, "w") as made:
        made.writestr("draft.yaml", BROKEN)
    drop(desk, faulty)
    assert desk.kind == "PackFindings"
    desk.keys(pygame.K_ESCAPE)
    assert desk.kind == "DeskScreen"
    assert not desk.library.own.exists()


def test_a_folder_that_cannot_be_written_is_told(desk, tmp_path):
    pack = packed(desk, tmp_path / "mail")
    put(desk.library.own, "a file where the folder should be")
    drop(desk, pack).click("take")
    assert desk.kind == "Slip"
    assert desk.names == ["well"]


def test_a_pack_dropped_on_the_shelf_is_taken_to_the_desk(desk, tmp_path):
    pack = packed(desk, tmp_path / "mail")
    desk.go("shelf")
    drop(desk, pack)
    assert desk.kind == "Slip"
    desk.click("take").click("close")
    assert desk.kind == "DeskScreen"


def test_a_dropped_file_on_a_drive_that_is_gone_is_told(desk, tmp_path):
    file = put(tmp_path / "stick" / "話.yaml", TEXT)
    drop(desk, file)
    shutil.rmtree(file.parent)
    desk.wait().keys(pygame.K_ESCAPE)
    drop(desk, file)
    assert desk.kind == "Slip"
