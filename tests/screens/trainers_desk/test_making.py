"""Report, map, pack, translation and transcripts from the desk, and a preview that leads back to it."""

import shutil
import zipfile

import pygame
import pytest

from game.deskwork.outside import Handed
from tests.screens.meetings import SHIPPED, let_pass
from tests.screens.trainers_desk.at_desk import BROKEN, Desk, Slowly, put


@pytest.fixture
def opened(monkeypatch):
    """What was handed to other programs."""
    found = []

    def open_file(file):
        found.append(file)
        return Handed(None)

    monkeypatch.setattr("game.screens.trainers_desk.handing.open_file", open_file)
    return found


@pytest.fixture
def desk(tmp_path, opened):  # noqa: ARG001 (nothing is really opened)
    found = Desk(tmp_path, lang="en")
    return found.opened(found.own("draft.yaml"))


@pytest.mark.parametrize(("deed", "name"), [("report", "draft.report.html"), ("map", "draft.map.svg")])
def test_a_page_is_written_where_it_is_said_and_opened(desk, opened, deed, name):
    target = desk.library.handouts / name
    desk.click(deed).wait()
    assert any(str(target) in text for text in desk.texts)
    assert "下書き" in target.read_text("utf-8") or deed == "map"
    desk.keys(pygame.K_RETURN)
    assert opened == [target]
    desk.click(deed).wait().click("close")
    assert desk.kind == "ManuscriptScreen"


def test_how_far_it_is_is_shown_and_it_can_be_stopped(tmp_path):
    desk = Desk(tmp_path, lang="en", hire=lambda: Slowly(2))
    file = desk.own("draft.yaml")
    desk.bench.open = file
    desk.go("manuscript").wait()
    desk.bench.checker.go_on()
    desk.wait()
    shutil.rmtree(desk.library.cache)
    desk.click("report").wait()
    assert desk.kind == "Working"
    assert any("Walking every way: 2 decisions deep" in text for text in desk.texts)
    desk.keys(pygame.K_ESCAPE)
    assert desk.kind == "ManuscriptScreen"
    assert desk.bench.maker._work is None


def test_nothing_is_made_of_what_has_faults(tmp_path):
    desk = Desk(tmp_path, lang="en")
    desk.opened(desk.own("draft.yaml", BROKEN))
    for deed in ("report", "map", "transcripts", "translate", "pack"):
        desk.click(deed)
        assert desk.kind == "Slip"
        desk.keys(pygame.K_RETURN)
    assert not desk.library.handouts.exists()


def test_a_pack_is_written_and_never_over_another_without_asking(desk):
    target = desk.library.handouts / "draft.zip"
    desk.click("pack").wait()
    assert any(str(target) in text for text in desk.texts)
    desk.click("close")
    put(target, b"somebody else's")
    desk.click("pack").wait().click("both").wait().click("close")
    assert target.read_bytes() == b"somebody else's"
    assert zipfile.is_zipfile(target.with_name("draft-2.zip"))
    desk.click("pack").wait().click("stop")
    assert target.read_bytes() == b"somebody else's"
    desk.click("pack").wait().click("replace").wait()
    assert zipfile.is_zipfile(target)


def test_a_place_that_cannot_be_written_is_told(desk):
    put(desk.library.handouts, "a file where the folder should be")
    for deed in ("report", "pack"):
        desk.click(deed).wait()
        assert desk.kind == "Slip"
        assert desk.names == ["well"]
        desk.keys(pygame.K_RETURN)


def test_a_catalog_is_written_and_opened(desk, opened):
    desk.click("translate").wait()
    file = desk.library.own / "draft.en.po"
    assert file.exists()
    assert any("0 of " in text for text in desk.texts)
    desk.click("open").wait()
    assert opened == [file]
    assert any(text.startswith("saved") and "en: 0 of" in text for text in desk.texts), desk.texts


def test_a_catalog_that_cannot_be_read_is_left_as_it_is(desk):
    file = put(desk.library.own / "draft.en.po", 'msgid "x\nmsgstr')
    desk.wait().click("translate").wait()
    assert desk.kind == "Slip"
    assert file.read_text("utf-8") == 'msgid "x\nmsgstr'


def test_a_pack_waits_for_a_translation_that_is_not_finished_and_nothing_else_does(desk):
    desk.click("translate").wait().click("close").wait()
    desk.click("pack")
    assert any("not finished (en)" in text for text in desk.texts)
    desk.keys(pygame.K_RETURN)
    assert desk.screen.found.taught
    desk.click("report").wait()
    assert (desk.library.handouts / "draft.report.html").exists()


def test_which_language_is_asked_where_there_are_several(desk):
    put(desk.library.own / "draft.ko.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    desk.wait().click("translate")
    assert {"ko", "en", "stop"} <= set(desk.names)
    desk.click("stop")


def test_transcripts_are_replayed_and_the_first_difference_shown(tmp_path, opened):
    desk = Desk(tmp_path, lang="en")
    for file in SHIPPED.glob("friday-checklist*"):
        desk.library.own.mkdir(exist_ok=True)
        shutil.copy(file, desk.library.own / file.name)
    desk.opened(desk.library.own / "friday-checklist.yaml")
    desk.click("transcripts").wait()
    assert "All transcripts play as they say" in desk.texts
    desk.keys(pygame.K_RETURN)
    good = desk.library.own / "friday-checklist.good.txt"
    text = good.read_text("utf-8")
    put(good, text.replace("band: ", "band: shut_out #", 1))
    desk.wait().click("transcripts").wait()
    assert "1 transcript differs" in desk.texts
    assert any(each.startswith("Line ") for each in desk.texts)
    desk.keys(pygame.K_RETURN)
    assert opened == [good]


def test_where_there_is_no_transcript_it_is_said_what_one_is(desk):
    desk.click("transcripts")
    assert any("draft.good.txt" in text for text in desk.texts)


# ── the preview ─────────────────────────────────────────────────────────────────────────────────────


def test_a_preview_leads_back_to_the_desk_from_wherever_it_is_left(desk):
    desk.click("preview").wait(3)
    assert desk.kind == "PreviewScreen"
    assert any("Preview: draft.yaml" in text for text in desk.texts)
    desk.keys(pygame.K_ESCAPE).click("shelf")
    assert desk.kind == "ManuscriptScreen"
    assert desk.backstage.play is None
    assert desk.app.instead == {}
    desk.keys(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert desk.kind == "ShelfScreen"


def test_a_preview_follows_the_file_and_one_leaves_it_while_it_is_broken(desk):
    file = desk.screen.file
    desk.click("preview").wait(1)
    put(file, BROKEN, saved=9)
    let_pass(desk, 0.3)
    assert desk.kind == "PreviewFindings"
    desk.click("quit").wait()
    assert desk.kind == "ManuscriptScreen"
    assert not desk.screen.found.playable
    desk.click("preview").wait()
    assert desk.kind == "WaitingForTheFile"
    desk.keys(pygame.K_ESCAPE)
    assert desk.kind == "ManuscriptScreen"


def test_a_preview_played_to_its_end_is_not_kept_and_comes_back(desk, tmp_path):
    desk.backstage.change(text_speed=0, reduced_motion=True)
    desk.app.take_settings()
    desk.click("preview").wait(1)
    for _ in range(60):
        if desk.kind != "PreviewScreen":
            break
        desk.keys(pygame.K_SPACE)
        let_pass(desk, 0.4)
        desk.keys(pygame.K_1)
    assert desk.kind in {"PredictionScreen", "SettlementScreen"}
    desk.go("reveal").wait(5)
    desk.keys(pygame.K_ESCAPE)
    assert desk.kind == "ManuscriptScreen"
    assert not list(tmp_path.rglob("*.jsonl"))
