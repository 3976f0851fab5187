"""The review on the table: one press from the reveal, its pages turned by any hand."""

import weakref

import pygame
import pytest

from game.debrief.review.line import beside
from game.debrief.review.review import review
from game.screens import charts
from game.screens.hands import GUARD_SECONDS
from game.screens.review.curve import review_chart
from tests.debrief.review.played import analysed as exactly
from tests.debrief.review.played import due, first_steps, reviewed, wandered
from tests.screens.meetings import CAVED, QUIET, analysed, ended, ended_at_random, let_pass
from tests.screens.test_other_looks import resized


@pytest.fixture
def caved(tmp_path):
    return analysed(ended(tmp_path, CAVED))


def revealed(driver):
    driver.go("reveal").keys(pygame.K_RETURN)
    driver.clock.now += GUARD_SECONDS
    return driver


def test_the_review_is_one_press_from_the_reveal_and_back_it_is_printed_already(caved):
    revealed(caved)
    assert caved.focus == "review"
    caved.keys(pygame.K_RETURN)
    assert caved.kind == "ReviewScreen"
    caved.keys(pygame.K_ESCAPE)
    assert caved.kind == "RevealScreen"
    assert caved.screen.now.over
    assert caved.heard.of("thing").count("stamp") == 1


@pytest.mark.parametrize("hand", ["keys", "digits", "mouse", "pad"])
def test_every_page_is_opened_by_any_hand(caved, hand):
    caved.go("review")
    let_pass(caved, 1)
    names = [page.name for page in caved.screen.pages]
    assert names == ["moment:1", "moment:2", "tells", "promises", "trust", "progress"]
    seen = {caved.screen.page.name}
    caved.screen.focus = names[0]
    caved.screen.open_page(names[0])
    caved.round()
    for number, name in enumerate(names):
        if hand == "mouse":
            caved.click(name)
        elif hand == "digits" and number < 2:
            caved.keys(pygame.K_1 + number)
        elif number and hand == "pad":
            caved.pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
        elif number:
            caved.keys(pygame.K_DOWN)
        seen.add(caved.screen.page.name)
        assert caved.screen.page.name == name
    assert seen == set(names)


def test_it_opens_at_the_largest_loss_with_the_dashed_curve_of_the_other_answer(caved):
    caved.go("review")
    page = caved.screen.page
    assert "loss" in page.moment.kinds
    assert page.moment.said in caved.texts
    assert page.moment.other.text in caved.texts
    assert caved.screen.chart().other
    assert len([mark for mark in caved.screen.chart().marks if mark.alarming]) == 1
    caved.click("promises")
    assert caved.screen.chart().other == ()
    assert "二十日以内に青い鉛筆が一覧を送る" in caved.texts


def test_switching_the_language_keeps_the_page(tmp_path):
    driver = analysed(ended_at_random(tmp_path, 4)).go("review")
    driver.keys(pygame.K_2)
    page = driver.screen.page
    driver.keys(pygame.K_F2)
    again = driver.screen.page
    assert (again.name, again.moment.position) == (page.name, page.moment.position)
    assert again.moment.said != page.moment.said


def test_while_the_analysis_is_made_that_is_said_and_then_it_comes(tmp_path):
    driver = analysed(ended(tmp_path, CAVED), after=6).go("review")
    driver.click("trust")
    waiting = "ほかに何ができたかは、まだ計算しています。"
    assert waiting in driver.texts
    assert driver.screen.chart().faint == ()
    let_pass(driver, 3)
    assert driver.screen.page.name == "trust"
    assert waiting not in driver.texts
    assert driver.screen.chart().faint
    assert driver.app._wake is None


def test_without_an_analysis_that_is_said_in_one_sentence(tmp_path):
    driver = ended(tmp_path, CAVED).go("review")
    for name in ("tells", "trust"):
        driver.click(name)
        assert driver.screen.review.without in driver.texts
    driver.click("moment:1")
    assert driver.screen.chart().other == ()


def test_a_meeting_in_which_nothing_was_lost_has_its_gain(tmp_path):
    driver = analysed(ended(tmp_path, QUIET)).go("review")
    assert driver.screen.pages[0].name == "moment:1"
    assert driver.screen.page.moment.kinds == ("gain",)


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_an_opened_page_is_in_sight_at_every_size(caved, percent):
    caved.backstage.change(text_percent=percent)
    caved.app.take_settings()
    caved.go("review")
    caved.click("moment:2") if caved.screen.wide else caved.keys(pygame.K_2)
    assert caved.screen.page.blocks[0].text in caved.texts


def test_a_window_of_another_size_lets_the_curves_of_the_last_one_go(caved, monkeypatch):
    made, lines = [], charts._lines

    def noted(*args, **parts):
        drawn = lines(*args, **parts)
        made.append(weakref.ref(drawn))
        return drawn

    monkeypatch.setattr(charts, "_lines", noted)
    caved.go("review")
    let_pass(caved, 1)
    before = len(made)
    resized(caved, (1920, 1080))
    caved.round()
    assert [drawn() is None for drawn in made] == [True] * before + [False] * (len(made) - before)
    assert len(made) > before > 0


def test_what_is_drawn_begins_and_ends_where_the_balance_does():
    game = first_steps()
    for seed in range(12):
        looked = reviewed(game, wandered(game, seed))
        for moment in looked.moments:
            chart = review_chart(looked, game.book.bands.thresholds(), "90", moment)
            points = chart.points
            assert all(points[0][0] <= mark.at[0] <= points[-1][0] for mark in chart.marks)
            assert [mark.number for mark in chart.marks] == list(range(1, len(looked.moments) + 1))
            assert chart.faint[-1][0] == points[-1][0]
            if moment.other is None:
                continue
            xs = [x for x, _ in chart.other]
            assert xs == sorted(xs)
            assert chart.other[0] == points[looked.steps[moment.position].booked]
            assert xs[-1] == pytest.approx(points[-1][0])
            assert chart.other[-1][1] == moment.other.what_if.reveal.outcome.credit


def test_a_curve_beside_itself_is_itself():
    game = due()
    assert exactly(game).exact
    looked = reviewed(game, CAVED)
    points = review_chart(looked, (), "").points
    for booked in (0, 2):
        assert beside(points, looked.reveal.settled_from, looked.reveal, booked) == points[booked:]


# ── the page ────────────────────────────────────────────────────────────────────────────────────


def test_the_page_is_written_beside_the_record_opened_and_goes_with_it(caved, monkeypatch):
    opened = opening(monkeypatch)
    caved.go("review").click("print")
    (file,) = opened
    record = caved.backstage.play.record.file
    assert file == record.with_suffix(".html")
    assert caved.screen.page.moment.understood in file.read_text("utf-8")
    caved.click("print")
    assert opened == [file, file]
    caved.backstage.close()
    caved.backstage.records.delete(record)
    assert not file.exists()
    assert not record.exists()


def test_of_a_meeting_that_is_not_kept_there_is_one_page(tmp_path, monkeypatch):
    opened = opening(monkeypatch)
    driver = ended(tmp_path, CAVED, begun=False).go("review").click("print")
    assert opened == [driver.backstage.records.folder / "review.html"]


def test_where_nothing_opens_the_page_its_place_is_told(caved, monkeypatch):
    monkeypatch.setattr("game.screens.trainers_desk.handing.open_file", lambda _: Took(failed=True))
    caved.go("review").click("print")
    assert caved.kind == "Slip"
    caved.keys(pygame.K_RETURN)
    assert caved.kind == "ReviewScreen"


def test_a_full_disk_is_told_and_the_review_goes_on(caved, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(caved.backstage.library.workshop), "keep_page", full)
    caved.go("review").click("print")
    assert caved.kind == "Slip"


def opening(monkeypatch):
    """What is given to the browser from now on."""
    opened = []

    def take(file):
        opened.append(file)
        return Took()

    monkeypatch.setattr("game.screens.trainers_desk.handing.open_file", take)
    return opened


class Took:
    """Stands in for the program that opens a page."""

    def __init__(self, *, failed=False):
        self.failed = failed


def test_it_is_made_while_the_passbook_is_read_and_not_once_more(tmp_path, monkeypatch):
    driver = revealed(analysed(ended(tmp_path, CAVED)))
    made = []

    def counted(*arguments, **named):
        made.append(arguments)
        return review(*arguments, **named)

    monkeypatch.setattr("game.debrief.review.review.review", counted)
    while driver.screen.prepare():
        pass
    assert driver.screen.prepare() is False
    driver.go("review")
    let_pass(driver, 1)
    assert len(made) == 1
    driver.keys(pygame.K_F2)
    assert len(made) == 2
    assert driver.screen.review.path == CAVED


@pytest.mark.parametrize("seed", [2, 5])
def test_a_moment_is_seen_whole_without_scrolling(tmp_path, seed):
    driver = analysed(ended_at_random(tmp_path, seed, lang="en")).go("review")
    for page in driver.screen.pages:
        driver.screen.open_page(page.name)
        driver.round()
        if page.moment is not None:
            assert driver.screen._content <= driver.screen._window[3] + 0.5


def test_no_line_of_the_index_grows_when_its_page_is_opened(tmp_path):
    driver = analysed(ended_at_random(tmp_path, 2, lang="en")).go("review")
    names = [page.name for page in driver.screen.pages]
    for page in driver.screen.pages:
        driver.screen.open_page(page.name)
        driver.screen.focus = page.name
        driver.round()
        rows = {name: driver.app.theme.rect(driver.spot(name).rect) for name in names}
        written = [box.rect for box in driver.screen.boxes() if box.text == page.label]
        inside = [rect for rect in written if rows[page.name].left <= rect.left]
        assert inside
        assert all(rows[page.name].contains(rect) for rect in inside)
