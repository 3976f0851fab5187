"""The desk: the trainer's files with their state, by any hand, and nothing of a meeting."""

import shutil

import pygame
import pytest

from tests.screens.meetings import SHIPPED
from tests.screens.trainers_desk.at_desk import BROKEN, TEXT, AtOnce, Desk, Slowly, put


@pytest.fixture
def desk(tmp_path):
    found = Desk(tmp_path)
    found.own("good.yaml", TEXT.replace("下書き", "よい話").replace("id: draft", "id: good"), saved=3)
    found.own("bad.yaml", BROKEN, saved=2)
    return found


def named(desk, file):
    return f"file:{desk.library.own / file}"


@pytest.mark.parametrize("hand", ["mouse", "keys", "pad"])
def test_from_the_shelf_to_a_file_and_back_by_any_hand(desk, hand):
    desk.go("shelf")
    if hand == "mouse":
        desk.click("desk").wait().click(named(desk, "good.yaml")).wait()
    elif hand == "keys":
        desk.screen.focus = "who"
        desk.keys(pygame.K_TAB, pygame.K_TAB, pygame.K_RETURN).wait().keys(pygame.K_RETURN).wait()
    else:
        desk.screen.focus = "language"
        desk.pad(pygame.CONTROLLER_BUTTON_DPAD_RIGHT, pygame.CONTROLLER_BUTTON_A).wait()
        desk.pad(pygame.CONTROLLER_BUTTON_A).wait()
    assert desk.kind == "ManuscriptScreen"
    assert desk.screen.file == desk.library.own / "good.yaml"
    for _ in range(2):
        if hand == "mouse":
            desk.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=3))
        elif hand == "keys":
            desk.keys(pygame.K_ESCAPE)
        else:
            desk.pad(pygame.CONTROLLER_BUTTON_B)
    assert desk.kind == "ShelfScreen"


def test_each_file_stands_there_with_its_state_the_last_saved_first(desk):
    desk.desk()
    assert [name for name in desk.names if name.startswith("file:")] == [
        named(desk, "good.yaml"),
        named(desk, "bad.yaml"),
    ]
    assert "よい話" in desk.texts
    assert "指摘なし" in desk.texts
    assert "誤り2件" in desk.texts
    desk.keys(pygame.K_F2).wait()
    assert "2 faults" in desk.texts


def test_how_far_translations_are_is_told(tmp_path):
    desk = Desk(tmp_path, lang="en")
    for file in SHIPPED.glob("friday-checklist*"):
        desk.library.own.mkdir(exist_ok=True)
        shutil.copy(file, desk.library.own / file.name)
    catalog = desk.library.own / "friday-checklist.en.po"
    text = catalog.read_text("utf-8")
    desk.desk()
    assert "en: translated" in desk.texts
    head, _, rest = text.partition('msgstr "A First Visit')
    catalog.write_text(f'{head}msgstr "{rest[rest.index(chr(34)) :]}', "utf-8")
    desk.wait(3)
    assert any(one.startswith("en: ") and " of " in one for one in desk.texts), desk.texts


def test_a_file_that_is_saved_written_or_gone_meanwhile_is_seen(desk):
    desk.desk()
    put(desk.library.own / "bad.yaml", TEXT, saved=5)
    desk.wait(3)
    assert "誤り2件" not in desk.texts
    put(desk.library.own / "another.yaml", BROKEN, saved=9)
    desk.wait(3)
    assert named(desk, "another.yaml") in desk.names
    (desk.library.own / "another.yaml").unlink()
    desk.wait(3)
    assert named(desk, "another.yaml") not in desk.names


def test_while_they_are_looked_over_it_is_said_and_everything_can_be_pressed(tmp_path):
    desk = Desk(tmp_path, hire=lambda: Slowly(0))
    desk.own("good.yaml")
    desk.desk()
    assert "確かめています…" in desk.texts
    desk.click("settings")
    assert desk.kind == "SettingsScreen"
    desk.keys(pygame.K_ESCAPE)
    desk.bench.checker.go_on()
    desk.wait()
    assert "指摘なし" in desk.texts


def test_a_file_from_elsewhere_is_remembered_and_taken_off_again(desk, tmp_path):
    file = put(tmp_path / "stick" / "visit.yaml", TEXT)
    desk.desk()
    desk.round(pygame.event.Event(pygame.DROPFILE, file=str(file))).wait()
    assert (desk.kind, desk.screen.file) == ("ManuscriptScreen", file)
    again = Desk(tmp_path).desk()
    assert f"file:{file}" in again.names
    again.click(f"file:{file}").wait().click("off").wait()
    assert again.kind == "DeskScreen"
    assert f"file:{file}" not in again.names
    assert file.exists()
    assert f"file:{file}" not in Desk(tmp_path).desk().names


def test_a_file_that_vanished_elsewhere_says_so(desk, tmp_path):
    file = put(tmp_path / "stick" / "visit.yaml", TEXT)
    desk.desk().round(pygame.event.Event(pygame.DROPFILE, file=str(file))).wait()
    shutil.rmtree(tmp_path / "stick")
    desk.desk()
    assert "ファイルがありません" in desk.texts
    desk.click(f"file:{file}").wait().click("report")
    assert desk.kind == "Slip"
    desk.keys(pygame.K_RETURN)
    desk.click("off").wait()
    assert f"file:{file}" not in desk.names


def test_an_empty_desk_says_what_to_do(tmp_path):
    desk = Desk(tmp_path, lang="en").desk()
    assert any("New scenario" in text and "plays" in text for text in desk.texts)
    assert desk.focus == "new"


def test_nobody_works_beside_the_window_when_the_desk_is_left(tmp_path):
    closed = []

    class Watched(AtOnce):
        def close(self):
            closed.append(self)

    desk = Desk(tmp_path, hire=Watched).desk()
    desk.click("shelf")
    assert desk.kind == "ShelfScreen"
    assert len(closed) == 2


def test_a_meeting_that_waits_is_kept_whatever_is_done_at_the_desk(desk):
    desk.write("talked", TEXT.replace("id: draft", "id: talked"))
    play = desk.backstage.open("talked")
    desk.backstage.begin(play)
    play.choose("give")
    desk.go("shelf")
    desk.click("desk").wait().click(named(desk, "good.yaml")).wait().click("preview").wait()
    desk.keys(pygame.K_ESCAPE, pygame.K_ESCAPE)
    desk.go("shelf")
    (kept,) = desk.backstage.unfinished()
    assert kept.path == ("give",)


def test_there_is_no_way_to_the_desk_in_a_meeting(desk):
    play = desk.backstage.open(str(desk.library.own / "good.yaml"))
    desk.backstage.begin(play)
    desk.go("talk").wait(3)
    file = str(desk.library.own / "bad.yaml")
    desk.round(pygame.event.Event(pygame.DROPFILE, file=file)).wait()
    assert desk.kind == "TalkScreen"
    desk.keys(pygame.K_ESCAPE)
    assert desk.kind == "MenuScreen"
    assert not {"desk", "edit", "report"} & set(desk.names)
    desk.round(pygame.event.Event(pygame.DROPFILE, file=file)).wait()
    assert desk.backstage.play is play
