"""The list of a folder: what can be chosen in it, and what cannot be looked into."""

import os

import pygame
import pytest

from game.screens import clipboard
from game.screens.trainers_desk import chooser as choosers
from tests.screens.trainers_desk.at_desk import TEXT, Desk, put


@pytest.fixture
def desk(tmp_path, monkeypatch):
    home = tmp_path / "person"
    (home / "Documents" / "研修").mkdir(parents=True)
    (home / "Documents" / ".hidden").mkdir()
    put(home / "Documents" / "visit.yaml", TEXT)
    put(home / "Documents" / "a letter.txt", "x")
    monkeypatch.setattr(choosers, "known_folders", lambda: {"home": home, "documents": home / "Documents"})
    found = Desk(tmp_path, lang="en").desk()
    found.home = home
    return found.click("open")


def listed(desk):
    return [name for name in desk.names if name.startswith(("file:", "folder:"))]


def test_folders_and_scenarios_are_listed_and_nothing_else(desk):
    desk.click("place:documents")
    documents = desk.home / "Documents"
    assert listed(desk) == [f"folder:{documents / '研修'}", f"file:{documents / 'visit.yaml'}"]
    assert desk.focus == f"file:{documents / 'visit.yaml'}"


def test_by_keys_alone_into_a_folder_up_again_and_to_a_file(desk):
    desk.click("place:home")
    assert desk.focus == f"folder:{desk.home / 'Documents'}"
    desk.keys(pygame.K_RETURN)
    desk.keys(pygame.K_UP, pygame.K_RETURN)
    assert listed(desk) == []
    desk.keys(pygame.K_BACKSPACE, pygame.K_RETURN).wait()
    assert desk.screen.file == desk.home / "Documents" / "visit.yaml"


def test_by_a_gamepad(desk):
    desk.click("place:documents").pad(pygame.CONTROLLER_BUTTON_A).wait()
    assert desk.kind == "ManuscriptScreen"


def test_where_files_were_looked_for_last_is_where_it_begins(desk):
    desk.click("place:documents").keys(pygame.K_RETURN).wait()
    desk.keys(pygame.K_ESCAPE).wait().click("open")
    assert listed(desk)[-1] == f"file:{desk.home / 'Documents' / 'visit.yaml'}"


def test_a_folder_that_cannot_be_looked_into_is_told(desk, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied", "secret")

    monkeypatch.setattr(os, "scandir", refuse)
    desk.click("place:documents")
    assert any("secret" in text for text in desk.texts)
    assert listed(desk) == []


def test_a_folder_full_of_files_is_listed_in_part(desk):
    for n in range(450):
        (desk.home / f"f{n:03}.yaml").write_text("")
    desk.click("place:home")
    assert len(listed(desk)) == 201
    desk.keys(pygame.K_END)
    assert any("more in this folder" in text for text in desk.texts)


def test_a_pasted_path_goes_to_a_folder_and_opens_a_file(desk, monkeypatch):
    held = [str(desk.home / "Documents")]
    monkeypatch.setattr(clipboard, "text", lambda: held[0])
    desk.click("paste")
    assert len(listed(desk)) == 2
    held[0] = str(desk.home / "Documents" / "visit.yaml")
    desk.click("paste").wait()
    assert desk.kind == "ManuscriptScreen"


def test_an_empty_clipboard_is_told(desk, monkeypatch):
    monkeypatch.setattr(clipboard, "text", lambda: "")
    before = desk.pixels()
    desk.click("paste")
    assert desk.kind == "FolderScreen"
    assert desk.pixels() != before
