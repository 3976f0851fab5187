"""One file on the desk: its findings, renewed as it is saved, to be read, copied and mended."""

import pygame
import pytest

from game.deskwork.outside import Handed
from game.screens import clipboard
from tests.screens.trainers_desk.at_desk import BROKEN, TEXT, AtOnce, Desk, Slowly, put


@pytest.fixture(params=["ja", "en"])
def desk(tmp_path, request):
    return Desk(tmp_path, lang=request.param)


@pytest.fixture
def pasted(monkeypatch):
    """A clipboard of the test's own."""
    held = [""]
    monkeypatch.setattr(clipboard, "text", lambda: held[0])
    monkeypatch.setattr(clipboard, "put", lambda text: held.__setitem__(0, text) is None)
    return held


def findings(desk):
    return [name for name in desk.names if name.startswith("finding:")]


def test_every_finding_is_a_card_with_its_line_and_how_to_mend_it(desk):
    desk.opened(desk.own("draft.yaml", BROKEN))
    assert len(findings(desk)) == 2
    told = " ".join(desk.texts)
    assert "nowhere" in told
    assert "goto: nowhere" in told
    assert {"ja": "30行目", "en": "line 30"}[desk.backstage.lang] in desk.texts


def test_what_is_saved_is_looked_over_at_once(desk):
    file = desk.own("draft.yaml", BROKEN)
    desk.opened(file)
    put(file, TEXT, saved=5)
    desk.wait(0.4)
    assert desk.screen.found.playable
    put(file, BROKEN, saved=6)
    desk.wait(0.4)
    assert len(findings(desk)) == 2
    assert desk.bench.checker.asked == ["look_over"] * 3


def test_a_finding_is_pressed_and_its_page_read(desk):
    desk.opened(desk.own("draft.yaml", BROKEN))
    desk.click("finding:0")
    assert desk.kind == "FindingPaper"
    told = " ".join(desk.texts)
    assert "choices:" in told
    assert "unknown-scene" in told
    while desk.screen.offset < desk.screen._content - desk.screen._window[3] - 1:
        desk.keys(pygame.K_PAGEDOWN)
    see = next(name for name in desk.names if name.startswith("see:"))
    desk.screen.focus = see
    desk.keys(pygame.K_RETURN)
    assert see.removeprefix("see:") in desk.texts
    desk.keys(pygame.K_ESCAPE)
    assert desk.kind == "ManuscriptScreen"


def test_its_teaching_is_judged_beside_and_can_be_left(tmp_path):
    desk = Desk(tmp_path, lang="en", hire=lambda: Slowly(3))
    desk.opened(desk.own("draft.yaml"))
    assert "Nothing found" in desk.texts
    assert any(text.startswith("Judging how it teaches.") for text in desk.texts)
    desk.click("teaching").wait()
    assert "How it teaches has not been judged." in desk.texts
    desk.click("teaching").wait()
    desk.bench.checker.go_on()
    desk.wait()
    assert any(text.startswith("Every way through it was walked") for text in desk.texts)
    assert "teaching" not in desk.names


def test_what_is_known_is_not_looked_for_again(desk):
    file = desk.own("draft.yaml")
    desk.opened(file)
    asked = len(desk.bench.checker.asked)
    desk.keys(pygame.K_ESCAPE).wait()
    desk.opened(file)
    assert len(desk.bench.checker.asked) == asked


BAD = {
    "utf16.yaml": TEXT.encode("utf-16"),
    "shift-jis.yaml": TEXT.encode("shift_jis"),
    "picture.yaml": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "empty.yaml": b"",
    "huge.yaml": b"# x\n" * (64 * 2**20 // 4 + 1),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_says_why(desk, name):
    desk.opened(desk.own(name, BAD[name]))
    assert desk.kind == "ManuscriptScreen"
    assert len(findings(desk)) == 1 or desk.screen.found.trouble is not None
    before = desk.texts
    desk.click("report")
    assert desk.kind == "Slip"
    desk.keys(pygame.K_RETURN, pygame.K_F2).wait()
    assert desk.texts != before


def test_a_file_that_vanishes_is_told_and_comes_back(desk):
    file = desk.own("draft.yaml")
    desk.opened(file)
    file.unlink()
    desk.wait()
    assert {"ja": "ファイルがありません", "en": "Not there any more"}[desk.backstage.lang] in desk.texts
    desk.click("preview")
    assert desk.kind == "Slip"
    desk.keys(pygame.K_RETURN)
    put(file, TEXT, saved=8)
    desk.wait()
    assert desk.screen.found.playable


def test_findings_are_copied_as_they_are_printed(desk, pasted):
    desk.opened(desk.own("draft.yaml", BROKEN))
    desk.round(
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_c, mod=pygame.KMOD_CTRL, unicode="", scancode=0)
    )
    assert pasted[0].count("unknown-scene") == 2
    assert "goto: nowhere" in pasted[0]
    pasted[0] = ""
    desk.click("copy")
    assert "unknown-scene" in pasted[0]


def test_a_pasted_path_is_opened(desk, pasted, tmp_path):
    pasted[0] = f'"{put(tmp_path / "else where" / "話.yaml", TEXT)}"'
    desk.desk().round(
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_v, mod=pygame.KMOD_CTRL, unicode="", scancode=0)
    ).wait()
    assert desk.screen.file == tmp_path / "else where" / "話.yaml"


def test_an_editor_that_does_not_open_is_told_with_where_the_file_lies(desk, monkeypatch, pasted):
    file = desk.own("draft.yaml")
    failing = Handed(None)
    monkeypatch.setattr("game.screens.trainers_desk.handing.open_file", lambda _: failing)
    monkeypatch.setattr(
        "game.screens.trainers_desk.handing.show_in_folder", lambda _: Handed(None, failed=True)
    )
    desk.opened(file).click("edit").wait()
    assert desk.kind == "ManuscriptScreen"
    failing._failed = True
    desk.wait()
    assert desk.kind == "Slip"
    desk.click("copy")
    assert pasted[0] == str(file)
    desk.click("folder")
    assert desk.kind == "Slip"


def test_a_clerk_that_cannot_work_is_told(tmp_path):
    class Away(AtOnce):
        def look(self):
            from game.library.troubles import NotFinished  # noqa: PLC0415

            if self._work is not None:
                self._work[0].take("failed", NotFinished())
                self._work = None

    desk = Desk(tmp_path, lang="en", hire=Away)
    desk.opened(desk.own("draft.yaml"))
    assert any("short of memory" in text for text in desk.texts)


def test_many_findings_are_told_in_part(tmp_path):
    choices = "".join(f"      - {{id: c{n}, say: x{n}, goto: nowhere{n}}}\n" for n in range(90))
    text = BROKEN.replace("      - {id: call", f"{choices}      - {{id: call")
    desk = Desk(tmp_path, lang="en")
    desk.opened(desk.own("draft.yaml", text))
    assert len(findings(desk)) == 60
    assert any(text.startswith("… and ") for text in (box for box in all_pages(desk)))


def all_pages(desk):
    found = []
    while True:
        found += desk.texts
        before = desk.screen.offset
        desk.keys(pygame.K_PAGEDOWN)
        if desk.screen.offset == before:
            return found
