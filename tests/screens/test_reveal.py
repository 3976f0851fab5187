"""The reveal: printed, stamped, told; then every row can be asked, by any hand.

Longer than 300 lines because one reveal is looked at from every side.
"""

import errno
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.rulebook import Rulebook
from game.debrief.review.line import curve_points
from game.screens.balance_curve import loss_mark
from game.screens.hands import GUARD_SECONDS
from game.screens.opened_passbook import ROW
from game.screens.pace import Printing
from tests.screens.meetings import CAVED, QUIET, analysed, ended, let_pass


@pytest.fixture
def caved(tmp_path):
    return ended(tmp_path, CAVED).go("reveal")


def opened(driver):
    """The paced part hurried, and the moment after it in which nothing is pressed passed."""
    driver.keys(pygame.K_RETURN)
    driver.clock.now += GUARD_SECONDS
    return driver


def row_printed(driver):
    return int(driver.screen.now.rows)


# ── the paced part ──────────────────────────────────────────────────────────────────────────────────


def test_row_after_row_is_printed_then_the_stamp_lands_then_it_is_told(caved):
    told = caved.screen.told
    assert row_printed(caved) == 0
    assert told.sentence not in caved.texts
    seen = []
    for _ in range(120):
        let_pass(caved, 0.1)
        now = caved.screen.now
        seen.append((now.rows, now.stamp, now.words))
        assert now.stamp == 0 or now.rows == told.lines
        assert now.words == 0 or now.stamp == 1
    assert all(a <= b for one, later in pairwise(seen) for a, b in zip(one, later, strict=True))
    assert seen[-1] == (told.lines, 1, 1)
    assert told.sentence in caved.texts
    assert caved.app._wake is None


def test_the_newest_row_is_in_sight_while_it_is_printed(tmp_path):
    driver = ended(tmp_path, CAVED)
    driver.backstage.change(text_percent=200)
    driver.app.take_settings()
    driver.go("reveal")
    for _ in range(30):
        let_pass(driver, 0.05)
        now = driver.screen.now
        printed = [row.text for row in driver.screen.told.rows][: max(0, int(now.rows) - 1)]
        if now.rows < driver.screen.told.lines and printed:
            assert printed[-1] in driver.texts


@pytest.mark.parametrize("hand", ["enter", "space", "click", "pad", "arrow"])
def test_any_hand_hurries_it_and_nothing_is_pressed_by_going_on(caved, hand):
    def press():
        if hand == "click":
            at = caved.app.theme.at(860, 670)
            caved.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        elif hand == "pad":
            caved.pad(pygame.CONTROLLER_BUTTON_A)
        else:
            caved.keys({"enter": pygame.K_RETURN, "space": pygame.K_SPACE, "arrow": pygame.K_DOWN}[hand])

    let_pass(caved, 0.5)
    press()
    assert caved.screen.now.over
    press()
    assert caved.kind == "RevealScreen"


def test_with_reduced_motion_all_of_it_is_there_at_once(tmp_path):
    driver = ended(tmp_path, CAVED)
    driver.backstage.change(reduced_motion=True)
    driver.app.take_settings()
    driver.go("reveal")
    assert driver.screen.now.over
    assert driver.screen.told.sentence in driver.texts


def test_settings_over_it_do_not_begin_it_anew(caved):
    let_pass(caved, 1)
    rows = caved.screen.now.rows
    caved.keys(pygame.K_F3)
    let_pass(caved, 1)
    caved.keys(pygame.K_ESCAPE)
    assert 0 <= caved.screen.now.rows - rows < 1


@given(st.integers(0, 400))
def test_a_passbook_of_any_length_is_printed_in_good_time(rows):
    printing = Printing(rows)
    assert printing.seconds < 12
    assert printing.at(printing.seconds).over
    assert printing.at(1e9).rows == rows


# ── what is told ────────────────────────────────────────────────────────────────────────────────────


def test_everything_of_the_outcome_is_told_and_no_grade(tmp_path):
    caved = opened(analysed(ended(tmp_path, CAVED)).go("reveal"))
    for text in ("この方は、次に", "商談", "三年間の取引", "届いた信頼", "約束", "以下、九十日のあいだに"):
        assert text in caved.texts
    assert caved.screen.told.sentence in caved.texts
    assert all(line in caved.texts for line in caved.screen.told.epilogue)
    assert not {"A", "B", "C", "D", "S"} & set(caved.texts)


def test_quiet_days_are_printed_as_such(tmp_path):
    driver = opened(ended(tmp_path, QUIET).go("reveal"))
    assert driver.screen.told.settled_from == len(driver.screen.told.rows)
    assert "九十日が、静かに過ぎた。" in driver.texts


def test_numbers_stand_in_their_columns_and_add_up(caved):
    opened(caved)
    told = caved.screen.told
    for before, row in pairwise(told.rows):
        assert row.balance - before.balance == (row.deposit or 0) - (row.withdrawal or 0)
    boxes: dict[str, list[float]] = {}
    for box in caved.screen.boxes():
        boxes.setdefault(box.text, []).append(box.rect.right)
    edge = boxes["残高"][0]
    balances = [right for row in told.rows for right in boxes.get(f"{row.balance}".replace("-", "−"), [])]
    assert balances
    assert sum(abs(right - edge) <= 1 for right in balances) >= len({row.balance for row in told.rows}) // 2


def test_the_figures_that_need_the_analysis_come_when_it_is_there(tmp_path):
    driver = analysed(ended(tmp_path, CAVED), after=8).go("reveal")
    opened(driver)
    assert "計算中です" in driver.texts
    let_pass(driver, 3)
    assert "計算中です" not in driver.texts
    assert any(text.endswith("%") for text in driver.texts)
    assert any("最良" in text for text in driver.texts)
    assert driver.app._wake is None


def test_without_an_analysis_the_rest_is_told(caved):
    opened(caved)
    assert "届いた信頼" not in caved.texts
    assert "商談" in caved.texts


def test_the_curve_marks_the_largest_loss_and_parts_off_the_settlement(caved):
    told, reveal = caved.screen.told, caved.screen.reveal
    points = curve_points(reveal)
    assert len(points) == len(reveal.entries) + 2
    assert all(one[0] < later[0] for one, later in pairwise(points))
    assert told.chart.later_from == points[reveal.settled_from][0]
    (mark,) = loss_mark(told.rows, told.points)
    worst = max(told.rows, key=lambda row: row.withdrawal or 0)
    assert worst.text in mark.label
    assert mark.at[1] == worst.balance
    book: Rulebook = caved.backstage.play.game.book
    assert [height for height, _ in told.chart.ticks] == list(book.bands.thresholds())


# ── asking ──────────────────────────────────────────────────────────────────────────────────────────


def row_named(driver, text):
    return next(n for n, row in enumerate(driver.screen.told.rows) if row.text == text)


def test_a_row_tells_what_was_said_understood_counted_and_better(caved):
    opened(caved)
    index = row_named(caved, "嘘をついた")
    for _ in range(20):
        if caved.screen.chosen == index:
            break
        caved.keys(pygame.K_LEFT if caved.screen.chosen is None else pygame.K_UP)
    assert caved.screen.chosen == index
    for text in (
        "「しっかり支援します。もう二百社で使われております。青い鉛筆が一覧もお送りします。」",
        "全部やってくれる会社らしい。",
        "できることと、できないことを分けて言う。",
        "嘘は、ばれるまでは効く 4",
    ):
        assert text in [each.replace("+", "") for each in caved.texts], text
    assert caved.screen.told.sentence not in caved.texts


def test_what_came_due_shows_the_words_it_came_from(caved):
    opened(caved)
    told = caved.screen.told
    for what, words in (
        ("約束の期日が過ぎた", "「しっかり支援します。"),
        ("嘘が露見した", "「しっかり支援します。"),
        ("勘違いが表に出た", "「しっかり支援します。"),
        ("譲った分のつけが回ってきた", "「かしこまりました。"),
    ):
        behind = told.behind[row_named(caved, what)]
        assert behind.said.startswith(words)
        assert "の言葉から" in behind.heading


def test_what_nobody_said_shows_itself(caved):
    behind = caved.screen.told.behind[row_named(caved, "要求を受けた")]
    assert (behind.said, behind.quoted) == ("要求を受けた", False)


def test_the_mouse_asks_by_pointing_and_the_buttons_bring_the_outcome_back(caved):
    opened(caved)
    name = next(each for each in caved.names if each.startswith(ROW) and caved.spot(each).seen[3] > 20)
    caved.click(name)
    assert caved.screen.chosen == int(name.removeprefix(ROW))
    x, y, width, height = caved.spot("again").seen
    at = caved.app.theme.at(x + width / 2, y + height / 2)
    caved.round(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    assert caved.screen.chosen is None
    assert caved.screen.told.sentence in caved.texts


def test_every_row_can_be_reached_by_pad(caved):
    opened(caved)
    caved.pad(pygame.CONTROLLER_BUTTON_DPAD_LEFT)
    reached = set()
    for button in [pygame.CONTROLLER_BUTTON_DPAD_UP] * 15 + [pygame.CONTROLLER_BUTTON_DPAD_DOWN] * 15:
        reached.add(caved.screen.chosen)
        caved.pad(button)
    assert set(range(len(caved.screen.told.rows))) <= reached


def test_with_large_letters_a_row_unfolds_and_folds_again(tmp_path):
    driver = ended(tmp_path, CAVED)
    driver.backstage.change(text_percent=200)
    driver.app.take_settings()
    opened(driver.go("reveal"))
    assert not driver.screen.wide
    driver.keys(pygame.K_HOME)
    name = next(each for each in driver.names if each.startswith(ROW) and driver.spot(each).seen[3] > 40)
    driver.click(name)
    assert "全部やってくれる会社らしい。" in driver.texts
    driver.click(name)
    assert driver.screen.chosen is None
    assert "全部やってくれる会社らしい。" not in driver.texts


def test_the_other_language_keeps_the_row(caved):
    opened(caved)
    caved.keys(pygame.K_LEFT)
    chosen = caved.screen.chosen
    caved.keys(pygame.K_F2)
    assert caved.screen.chosen == chosen is not None
    assert "Passbook of credit" in caved.texts
    assert any("Counted" in text for text in caved.texts)


# ── the record, and the ways on ─────────────────────────────────────────────────────────────────────


def kept(driver):
    (one,) = driver.backstage.records.of("青い鉛筆")
    return one


def test_the_record_is_closed_before_anything_shows(caved):
    assert kept(caved).closed == "ended"
    assert kept(caved).path == CAVED


def test_a_meeting_that_is_not_kept_is_revealed_all_the_same(tmp_path):
    driver = ended(tmp_path, CAVED, begun=False)
    driver.backstage.play.kept = False
    driver.go("reveal")
    assert driver.kind == "RevealScreen"


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path, monkeypatch):
    driver = ended(tmp_path, CAVED)

    def refuse(_):
        raise OSError(errno.ENOSPC, "full", "record.jsonl")

    monkeypatch.setattr(driver.backstage.play.record, "close", refuse)
    driver.go("reveal")
    assert driver.kind == "Slip"
    driver.keys(pygame.K_RETURN)
    assert driver.kind == "Slip"
    driver.click("on")
    assert driver.kind == "RevealScreen"
    assert kept(driver).path == CAVED
    driver.keys(pygame.K_ESCAPE)
    assert [one.path for one in driver.backstage.unfinished()] == [CAVED]


def test_trying_again_closes_it(tmp_path, monkeypatch):
    driver = ended(tmp_path, CAVED)
    with monkeypatch.context() as broken:
        broken.setattr(
            driver.backstage.play.record, "_add", lambda _: (_ for _ in ()).throw(OSError(28, "full"))
        )
        driver.go("reveal")
    driver.keys(pygame.K_RETURN)
    assert driver.kind == "RevealScreen"
    assert kept(driver).closed == "ended"


def test_once_more_opens_the_same_scenario(caved):
    opened(caved)
    caved.keys(pygame.K_RIGHT, pygame.K_RETURN)
    assert caved.kind == "BriefScreen"
    assert caved.backstage.play.scenario.id == "due"
    assert caved.backstage.play.meeting.path == ()


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, None])
def test_back_to_the_shelf_which_bears_the_stamp(caved, key):
    opened(caved)
    if key:
        caved.keys(key)
    else:
        caved.click("shelf")
    assert caved.kind == "ShelfScreen"
    assert caved.backstage.play is None
    let_pass(caved, 0.5)
    assert caved.backstage.stamp("due") == "shut_out"


def test_there_is_no_reveal_without_a_meeting(tmp_path):
    driver = ended(tmp_path, CAVED)
    driver.backstage.close()
    for way in ("reveal", "settlement"):
        with pytest.raises(RuntimeError):
            driver.go(way)
