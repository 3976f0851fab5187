"""A preview follows the file: the same place after a save, or a plain word why not."""

import os
import shutil

import pygame
import pytest

from game.screens.hands import Act
from game.screens.preview.desk import PreviewDesk
from game.screens.preview.preview import first_preview
from game.screens.previewing import way_of_a_preview
from game.screens.talk.flow import Stage
from tests.screens.driving import SCENARIO, Driver
from tests.screens.meetings import SHIPPED, let_pass


class Previewing(Driver):
    """A driven window with a preview of a file in it."""

    def __init__(self, home, text, *, scene=None, wishes=(), **parts):
        super().__init__(home, scenarios=0, **parts)
        self.backstage.change(text_speed=0)
        self.file = home / "draft.yaml"
        self.file.write_text(text, encoding="utf-8")
        self.saves = 0
        self.desk = PreviewDesk(self.backstage, self.file, scene, wishes)
        first_preview(self.app, self.desk)
        self.round()

    def save(self, old, new, *, by_renaming=False):
        """Save a change, and let less than 200 ms pass."""
        text = self.file.read_text("utf-8")
        assert old in text
        self.saves += 1
        if by_renaming:
            other = self.file.with_suffix(".tmp")
            other.write_text(text.replace(old, new), "utf-8")
            other.replace(self.file)
        else:
            self.file.write_text(text.replace(old, new), "utf-8")
        os.utime(self.file, ns=(0, 10**18 + self.saves))
        let_pass(self, 0.19)
        return self

    def choose(self, number):
        """Hurry to the choices and say one."""
        for _ in range(30):
            if self.screen.flow.stage is Stage.CHOOSING:
                break
            self.keys(pygame.K_SPACE)
        let_pass(self, 0.4)
        self.keys(pygame.K_0 + number)
        let_pass(self, 1)
        return self

    @property
    def path(self):
        return self.screen.play.meeting.path


def ways_back(draft):
    """The ways of the window that a command opens."""
    return lambda way: way_of_a_preview(way, draft.desk)(draft.app)


TEXT = SCENARIO.format(id="draft", title="下書き", level="beginner")


@pytest.fixture(params=["ja", "en"])
def draft(tmp_path, request):
    return Previewing(tmp_path, TEXT, lang=request.param)


@pytest.mark.parametrize("by_renaming", [False, True])
def test_a_saved_change_is_shown_and_the_place_is_kept(draft, by_renaming):
    draft.choose(2)
    assert draft.path == ("give",)
    draft.save("木曜の夜。", "金曜の朝。", by_renaming=by_renaming)
    assert draft.kind == "PreviewScreen"
    assert draft.path == ("give",)
    assert "金曜の朝。" in draft.texts


def test_from_a_scene_in_the_middle_the_language_is_switched_on_every_screen(tmp_path):
    draft = Previewing(tmp_path, TEXT, scene="week_end", lang="ja")
    draft.choose(1)
    assert draft.path == ("call",)
    for _ in range(2):
        draft.keys(pygame.K_F2)
        assert draft.kind == "PreviewScreen"
        assert draft.path == ("call",)
    for way in ("prediction", "settlement", "reveal", "review"):
        draft.go(way).keys(pygame.K_F2)
        assert draft.screen.play.meeting.path == ("call",)


@pytest.mark.parametrize("way", ["prediction", "settlement", "reveal"])
@pytest.mark.parametrize("spoilt", [False, True])
def test_after_the_end_one_comes_back_to_the_beginning(draft, way, spoilt):
    draft.app._make = ways_back(draft)
    draft.choose(2).choose(1)
    draft.go(way)
    if spoilt:
        draft.save("goto: end", "goto: nowhere")
    let_pass(draft, 20)
    draft.keys(pygame.K_ESCAPE)
    if way == "prediction":
        draft.click("leave")
    if spoilt:
        assert draft.kind == "WaitingForTheFile"
        draft.save("goto: nowhere", "goto: end")
    assert draft.kind == "PreviewScreen"
    assert draft.path == ()


def test_balance_entries_and_state_stand_beside_the_scene(draft):
    draft.choose(2)
    while draft.screen.flow.stage is not Stage.CHOOSING:
        draft.keys(pygame.K_SPACE)
    let_pass(draft, 1)
    assert "3" in draft.texts
    draft.keys(pygame.K_F6)
    assert draft.kind == "StatePaper"
    assert "3" in draft.texts
    draft.keys(pygame.K_ESCAPE)
    assert draft.kind == "PreviewScreen"


def test_while_the_file_is_broken_its_findings_stand_in_the_window(draft):
    draft.choose(2)
    draft.save("goto: end", "goto: nowhere")
    assert draft.kind == "PreviewFindings"
    assert any("nowhere" in text for text in draft.texts)
    draft.save("goto: nowhere", "goto: nobody")
    assert any("nobody" in text for text in draft.texts)
    draft.save("goto: nobody", "goto: end")
    assert draft.kind == "PreviewScreen"
    assert draft.path == ("give",)


def test_the_last_good_version_can_be_looked_at_meanwhile(draft):
    draft.save("goto: end", "goto: nowhere")
    draft.click("back")
    assert draft.kind == "PreviewScreen"
    draft.save("木曜の夜。", "金曜の朝。")
    assert draft.kind == "PreviewFindings"
    draft.save("goto: nowhere", "goto: end")
    assert draft.kind == "PreviewScreen"


def test_a_place_that_is_gone_is_told_and_as_much_as_can_be_is_kept(draft):
    draft.choose(2).choose(1)
    assert draft.path == ("give", "call")
    draft.save("id: call", "id: phone")
    assert draft.kind == "Slip"
    told = " ".join(draft.texts)
    assert "week_end" in told
    assert "call" in told
    assert "phone" in told
    draft.keys(pygame.K_RETURN)
    assert (draft.kind, draft.path) == ("PreviewScreen", ("give",))


def test_one_choice_back_from_the_beginning_and_to_any_scene(draft):
    draft.choose(2).choose(1)
    draft.keys(pygame.K_F8)
    assert draft.path == ("give",)
    draft.keys(pygame.K_F5)
    assert draft.path == ()
    draft.keys(pygame.K_F7)
    draft.click("scene:week_end")
    assert draft.kind == "PreviewScreen"
    assert draft.screen.play.meeting.view.scene == "week_end"
    draft.keys(pygame.K_F7)
    draft.click("start")
    assert draft.screen.play.meeting.view.scene == "reception"


def test_the_tools_are_pressed_with_the_mouse_too(draft):
    (name, (x, y, width, height)) = draft.screen._tools[0]
    at = draft.app.theme.at(x + width / 2, y + height / 2)
    assert name == "undo"
    draft.choose(1)
    draft.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    assert draft.path == ()


def test_the_tools_are_done_by_keys_of_ones_own(draft):
    moved = draft.app.bindings.moved("keys", Act.SCENES, pygame.K_F9).bindings
    assert moved is not None
    draft.backstage.change(keys=moved.own("keys"))
    draft.app.take_settings()
    draft.round()
    assert f"F9 {draft.backstage.words('Scenes')}" in draft.texts
    draft.keys(pygame.K_F7)
    assert draft.kind == "PreviewScreen"
    draft.keys(pygame.K_F9)
    assert draft.kind == "ScenesPaper"


def test_a_file_broken_from_the_beginning_is_waited_for(tmp_path):
    draft = Previewing(tmp_path, TEXT.replace("start: reception", "start: recption"))
    assert draft.kind == "WaitingForTheFile"
    assert any("recption" in text for text in draft.texts)
    draft.save("start: recption", "start: reception")
    assert draft.kind == "PreviewScreen"


UNCLEAR = [("nowhere", (), "nowhere"), (None, ("credit=many",), "credit=many"), (None, ("x",), "x")]


@pytest.mark.parametrize(("scene", "wishes", "said"), UNCLEAR)
def test_what_cannot_be_begun_is_told(tmp_path, scene, wishes, said):
    draft = Previewing(tmp_path, TEXT, scene=scene, wishes=wishes)
    assert draft.kind == "TroubleScreen"
    assert any(said in text for text in draft.texts)


def test_it_begins_where_and_as_wished(tmp_path):
    draft = Previewing(tmp_path, TEXT, scene="week_end", wishes=("credit=33",))
    assert draft.screen.play.meeting.view.scene == "week_end"
    assert "33" in draft.texts


def test_the_language_is_switched_and_the_place_kept(tmp_path):
    text = (SHIPPED / "friday-checklist.yaml").read_text("utf-8")
    shutil.copy(SHIPPED / "friday-checklist.en.po", tmp_path / "friday-checklist.en.po")
    draft = Previewing(tmp_path, text)
    draft.choose(3)
    assert draft.path == ("gift",)
    draft.keys(pygame.K_F2)
    assert draft.path == ("gift",)
    assert any("Preview: draft.yaml" in text for text in draft.texts)
    assert draft.screen.play.scenario.language == "en"


def test_nothing_is_kept(draft, tmp_path):
    draft.choose(2).choose(1)
    assert not list(tmp_path.rglob("*.jsonl"))


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_bar_leaves_the_talk_its_room(tmp_path, percent, size):
    draft = Previewing(tmp_path, TEXT, size=size)
    draft.backstage.change(text_percent=percent)
    draft.app.take_settings()
    draft.round()
    bar = draft.screen._bar
    assert len(bar) == 5
    for one in draft.screen.boxes():
        for tool in bar:
            apart = not one.rect.inflate(-2, -2).colliderect(tool.rect.inflate(-2, -2))
            assert one is tool or apart, (one, tool)
