"""Plus, delta, and one thing for next time: typed in any script, kept, read before the next meeting."""

import json
from itertools import pairwise

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.review.reflect import PAUSE
from game.screens.review.written_text import stretches
from tests.screens.meetings import CAVED, analysed, ended, let_pass


@pytest.fixture
def writing(tmp_path):
    driver = analysed(ended(tmp_path, CAVED))
    driver.go("reveal").go("review").round()
    driver.click("write")
    assert driver.kind == "ReflectScreen"
    return driver


def lines_of(driver):
    file = driver.backstage.play.record.file
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_three_lines_are_typed_one_after_another_and_kept_after_the_end(writing):
    before = lines_of(writing)
    assert writing.focus == "plus"
    writing.type("先に渡せた").keys(pygame.K_RETURN)
    writing.type("約束の日を言わなかった").keys(pygame.K_RETURN)
    writing.type("期日を自分から言う").keys(pygame.K_RETURN)
    assert writing.focus == "keep"
    writing.keys(pygame.K_RETURN)
    assert writing.kind == "ReviewScreen"
    kept = lines_of(writing)
    assert kept[: len(before)] == before
    assert [{k: v for k, v in line.items() if k != "at"} for line in kept[len(before) :]] == [
        {"plus": "先に渡せた", "delta": "約束の日を言わなかった"},
        {"resolve": "期日を自分から言う"},
    ]
    writing.backstage.close()
    assert writing.backstage.last_resolve() == "期日を自分から言う"


def reflection(driver):
    """What a record has of the three, the last of each; "" where there is no line."""
    found = {"plus": "", "delta": "", "resolve": ""}
    for line in lines_of(driver):
        found |= {name: line[name] for name in found if name in line}
    return tuple(found.values())


@pytest.mark.parametrize("way", ["escape", "back", "closed", "language and closed", "settings and closed"])
def test_what_was_typed_is_kept_whichever_way_one_goes(writing, way):
    writing.type("先に渡せた").keys(pygame.K_RETURN).type("待てなかった")
    match way:
        case "escape":
            writing.keys(pygame.K_ESCAPE)
        case "back":
            writing.click("later")
        case "language and closed":
            writing.keys(pygame.K_F2)
        case "settings and closed":
            writing.keys(pygame.K_F3)
    if way.endswith("closed"):
        writing.round(pygame.event.Event(pygame.QUIT))
        writing.app.run()  # has only its end left
    else:
        assert writing.kind == "ReviewScreen"
    assert reflection(writing) == ("先に渡せた", "待てなかった", "")


def test_ctrl_c_where_the_window_was_started_from_loses_nothing_typed(writing, monkeypatch):
    def pressed(**_):
        raise KeyboardInterrupt

    writing.type("先に渡せた")
    monkeypatch.setattr(writing.app, "round", pressed)
    with pytest.raises(KeyboardInterrupt):
        writing.app.run()
    assert reflection(writing) == ("先に渡せた", "", "")


def test_every_pause_keeps_what_was_typed_and_nothing_is_written_twice(writing):
    before = lines_of(writing)
    writing.type("先に")
    let_pass(writing, PAUSE / 2)
    writing.type("渡せた")
    let_pass(writing, PAUSE - 0.1)
    assert lines_of(writing) == before
    let_pass(writing, 0.2)
    assert reflection(writing) == ("先に渡せた", "", "")
    count = len(lines_of(writing))
    let_pass(writing, 2 * PAUSE)
    writing.click("keep")
    assert len(lines_of(writing)) == count == len(before) + 1


def test_a_pause_while_the_disk_is_full_says_nothing_and_leaving_tells_it(writing, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(type(writing.backstage.play.record), "reflect", full)
        writing.type("先に渡せた")
        let_pass(writing, PAUSE + 0.1)
        assert writing.kind == "ReflectScreen"
        writing.keys(pygame.K_ESCAPE)
        assert writing.kind == "Slip"
        writing.click("later")
        assert writing.kind == "ReviewScreen"
        writing.click("write")
        assert writing.screen.fields["plus"].text == "先に渡せた"
    writing.keys(pygame.K_ESCAPE)
    assert reflection(writing) == ("先に渡せた", "", "")


def test_what_was_typed_is_still_there_when_one_comes_back_and_is_not_written_twice(writing):
    writing.type("先に渡せた").keys(pygame.K_ESCAPE)
    assert writing.kind == "ReviewScreen"
    writing.click("write")
    assert writing.screen.fields["plus"].text == "先に渡せた"
    count = len(lines_of(writing))
    writing.click("keep")
    writing.click("write").click("keep")
    assert len(lines_of(writing)) == count


def test_nothing_written_keeps_nothing(writing):
    before = lines_of(writing)
    writing.click("keep")
    assert lines_of(writing) == before
    assert writing.app._notice is None


def test_a_click_puts_the_hand_into_a_field_and_an_input_method_writes_there(writing):
    writing.click("resolve")
    writing.compose("きじつ")
    assert writing.screen.fields["resolve"].composition == "きじつ"
    writing.type("期日").compose("")
    writing.clock.now += 1
    assert writing.screen.fields["resolve"].text == "期日"
    assert writing.screen.fields["plus"].text == ""
    writing.keys(pygame.K_BACKSPACE)
    assert writing.screen.fields["resolve"].text == "期"


def test_what_cannot_be_kept_is_told_and_nothing_typed_is_lost(writing, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    writing.type("先に渡せた")
    monkeypatch.setattr(type(writing.backstage.play.record), "reflect", full)
    writing.click("keep")
    assert writing.kind == "Slip"
    writing.keys(pygame.K_ESCAPE)
    assert writing.screen.fields["plus"].text == "先に渡せた"


def test_a_long_text_is_broken_into_lines_that_stay_on_the_paper(writing):
    writing.type("約束した期日を、こちらから先に言えなかった。" * 20)
    assert len(writing.screen.fields["plus"].glyphs) == 200
    for box in writing.screen.boxes():
        assert box.room.inflate(4, 4).contains(box.rect), box.text


def test_switching_the_language_keeps_what_was_typed(writing):
    writing.type("先に渡せた").keys(pygame.K_F2)
    assert writing.screen.fields["plus"].text == "先に渡せた"
    assert writing.screen.heading() == "In your own words"


GLYPHS = st.lists(st.sampled_from([*"abc de、。「」あいうえお約束（）"]), max_size=120)


@settings(deadline=None)
@given(GLYPHS, st.integers(1, 20))
def test_every_glyph_is_in_exactly_one_line_and_no_line_is_too_wide(glyphs, room):
    def width_of(glyph):
        return 1 if glyph.isascii() else 2

    lines = stretches(glyphs, width_of, room)
    assert lines[0].start == 0
    assert lines[-1].end == len(glyphs)
    assert all(one.end == other.start for one, other in pairwise(lines))
    for line in lines[:-1]:
        assert line.end > line.start
    for line in lines:
        text = glyphs[line.start : line.end]
        while text and text[-1] == " ":
            text.pop()
        assert sum(map(width_of, text)) <= room or len(text) == 1
