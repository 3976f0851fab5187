"""Reading back: everything that was said, by every hand, and the talk stays exactly where it was."""

import pygame
import pytest

from game.screens.talk.backlog import exchanges_of
from tests.screens.talk.tables import above_the_foot, at_the_table, exchanges, later, shipped, until_choices


@pytest.fixture
def talk(tmp_path):
    """A meeting after five choices."""
    return until_choices(exchanges(at_the_table(shipped(tmp_path)), 5))


@pytest.fixture
def backlog(talk):
    talk.keys(pygame.K_l)
    assert talk.kind == "BacklogScreen"
    return talk


def wheel(driver, notches):
    return driver.wheel(notches)


WAYS_IN = {
    "L": lambda driver: driver.keys(pygame.K_l),
    "page": lambda driver: driver.keys(pygame.K_PAGEUP),
    "wheel": lambda driver: driver.wheel(1),
    "Y": lambda driver: driver.pad(pygame.CONTROLLER_BUTTON_Y),
    "trigger": lambda driver: driver.lean(pygame.CONTROLLER_AXIS_TRIGGERLEFT, 1.0),
    "menu": lambda driver: driver.keys(pygame.K_ESCAPE, pygame.K_1),
}
WAYS_OUT = {
    "L": lambda driver: driver.keys(pygame.K_l),
    "Esc": lambda driver: driver.keys(pygame.K_ESCAPE),
    "Enter": lambda driver: driver.keys(pygame.K_RETURN),
    "wheel": lambda driver: driver.wheel(-1),
    "button": lambda driver: driver.click("on"),
    "Y": lambda driver: driver.pad(pygame.CONTROLLER_BUTTON_Y),
    "B": lambda driver: driver.pad(pygame.CONTROLLER_BUTTON_B),
}


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_it_comes_up_by_every_hand_and_shows_the_latest(talk, way_in):
    WAYS_IN[way_in](talk)
    assert talk.kind == "BacklogScreen"
    assert talk.focus == f"said:{len(talk.backstage.play.meeting.exchanges) + 1}"
    flow = talk.app.up[0].flow
    assert {flow.past[-1].text, f"「{flow.current.text}」"} & set(talk.texts)


@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_closing_it_one_is_exactly_where_one_was(talk, way_out):
    talk.keys(pygame.K_DOWN)
    before, path = above_the_foot(talk), talk.backstage.play.meeting.path
    talk.keys(pygame.K_l)
    WAYS_OUT[way_out](talk)
    assert talk.kind == "TalkScreen"
    assert above_the_foot(talk) == before
    assert talk.backstage.play.meeting.path == path


def test_everything_that_was_said_can_be_read_from_the_first_line_to_the_present_one(backlog):
    flow = backlog.app.up[0].flow
    said = [spoken.text for spoken in (*flow.past, flow.current) if spoken.text]
    seen = []
    backlog.keys(pygame.K_HOME)
    for _ in range(200):
        seen += [text for text in backlog.texts if text not in seen]
        if backlog.screen.offset >= backlog.screen._content - backlog.screen._window[3] - 1:
            break
        backlog.keys(pygame.K_DOWN)
    shown = [text.strip("「」（）") for text in seen]
    places = [shown.index(text.strip("「」（）")) for text in dict.fromkeys(said)]
    assert places == sorted(places)


def test_the_trainees_own_words_names_days_and_scenes_stand_in_it(tmp_path):
    driver = until_choices(exchanges(at_the_table(shipped(tmp_path)), 8)).keys(pygame.K_l, pygame.K_HOME)
    seen = set(driver.texts)
    for _ in range(60):
        seen |= set(driver.keys(pygame.K_PAGEDOWN).texts)
    meeting = driver.backstage.play.meeting
    dates = {driver.backstage.date(view.date) for view in meeting.views[1:]}
    assert dates & seen
    assert {"青い鉛筆", "田辺 由紀"} <= seen
    for exchange in meeting.exchanges:
        text = exchange.said.text
        assert (text if exchange.said.kind == "say" else f"（{text}）") in seen
    assert {view.title for view in meeting.views[:-1] if view.title and view.lines} <= seen


def test_home_end_and_pages_take_exchanges_in_hand(backlog):
    count = len([name for name in backlog.names if name.startswith("said:")])
    assert backlog.focus == f"said:{count - 1}"
    backlog.keys(pygame.K_HOME)
    assert backlog.focus == "said:0"
    assert backlog.screen.offset == 0
    backlog.keys(pygame.K_PAGEDOWN)
    assert backlog.focus != "said:0"
    assert seen(backlog, backlog.focus)
    backlog.keys(pygame.K_END)
    assert backlog.focus == f"said:{count - 1}"


def seen(driver, name):
    return driver.spot(name).seen[3] > 0


@pytest.mark.parametrize("percent", [100, 200])
def test_arrows_pass_nothing_unseen(tmp_path, percent):
    driver = shipped(tmp_path)
    driver.app.retheme(text_percent=percent)
    until_choices(exchanges(at_the_table(driver), 4)).keys(pygame.K_l, pygame.K_HOME)
    offset = driver.screen.offset
    while driver.focus != "on":
        driver.keys(pygame.K_DOWN)
        assert driver.screen.offset - offset <= driver.screen._window[3]
        offset = driver.screen.offset
    assert offset >= driver.screen._content - driver.screen._window[3] - 1


def test_a_click_on_an_exchange_takes_it_in_hand_and_presses_nothing(backlog):
    backlog.keys(pygame.K_HOME)
    backlog.click("said:1")
    assert backlog.kind == "BacklogScreen"
    assert backlog.focus == "said:1"


@pytest.mark.parametrize(("key", "back"), [(pygame.K_l, pygame.K_l), (pygame.K_n, pygame.K_n)])
def test_a_line_that_was_being_written_goes_on_from_where_it_was(tmp_path, key, back):
    driver = later(at_the_table(shipped(tmp_path)), 0.3)
    flow = driver.screen.flow
    written = flow.glyphs
    assert 0 < written < flow.current.glyphs
    driver.keys(key)
    driver.clock.now += 60
    driver.keys(back)
    assert driver.kind == "TalkScreen"
    assert flow.glyphs < written + 3


def test_auto_and_skip_rest_while_one_reads_and_go_on_afterwards(tmp_path):
    driver = at_the_table(shipped(tmp_path))
    driver.keys(pygame.K_SPACE, pygame.K_a)
    flow = driver.screen.flow
    line = flow.current
    driver.keys(pygame.K_l)
    later(driver, 60, step=1)
    assert flow.current is line
    driver.keys(pygame.K_l)
    assert driver.screen.going.auto
    assert flow.current is line
    later(driver, 20, step=0.5)
    assert flow.current is not line


def test_the_right_stick_opens_turns_and_closes_it(talk):
    talk.lean(pygame.CONTROLLER_AXIS_RIGHTY, -1.0)
    later(talk, 0.3)
    assert talk.kind == "BacklogScreen"
    down = talk.screen.offset
    later(talk, 0.5)
    assert talk.screen.offset < down
    talk.lean(pygame.CONTROLLER_AXIS_RIGHTY, 1.0)
    later(talk, 6)
    assert talk.kind == "TalkScreen"


@pytest.mark.parametrize("count", [0, 1, 2])
def test_exchanges_are_parted_where_the_trainee_picked(tmp_path, count):
    driver = until_choices(exchanges(at_the_table(shipped(tmp_path)), count))
    parted = exchanges_of(driver.screen.flow.past)
    assert [spoken for said in parted for spoken in said] == driver.screen.flow.past
    assert sum(said[0].chosen for said in parted) == count


def test_before_anything_was_said_there_is_only_the_present_line(tmp_path):
    driver = at_the_table(shipped(tmp_path)).keys(pygame.K_l)
    assert driver.kind == "BacklogScreen"
    assert driver.names == ["said:0", "on"]
    driver.keys(pygame.K_HOME, pygame.K_END, pygame.K_UP, pygame.K_PAGEUP, pygame.K_RETURN)
    assert driver.kind == "TalkScreen"


def test_the_language_is_switched_while_one_reads(backlog):
    before = backlog.focus
    backlog.keys(pygame.K_F2)
    assert backlog.kind == "BacklogScreen"
    assert backlog.focus == before
    assert "Back to the talk" in backlog.texts
