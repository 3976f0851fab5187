"""Two pages over several meetings, filled in while the window goes on."""

import shutil

import pygame
import pytest

from tests.screens.meetings import CAVED, DUE, QUIET, analysed, ended, let_pass


def played(driver, *paths):
    """Meetings of the same scenario, each played to its end; the last one is up in the review."""
    for number, path in enumerate(paths):
        play = driver.backstage.open("due")
        driver.backstage.begin(play)
        for choice in path:
            play.choose(choice)
        if number < len(paths) - 1:
            play.end()
    driver.backstage.play.end()
    analysed(driver).go("review")
    let_pass(driver, 1)
    return driver


@pytest.fixture
def twice(tmp_path):
    return played(ended(tmp_path, QUIET, begun=False), CAVED, QUIET)


def test_the_last_time_stands_beside_this_one_with_its_curve(twice):
    names = [page.name for page in twice.screen.pages]
    assert names[-2:] == ["earlier", "progress"]
    twice.click("earlier")
    assert "しっかり支援します" in " ".join(twice.texts)
    assert "締めの手順を一枚に" in " ".join(twice.texts)
    chart = twice.screen.chart()
    assert chart.other
    assert chart.other[-1][1] < chart.points[-1][1]


def test_all_meetings_are_counted_and_told(twice):
    twice.click("progress")
    assert twice.screen.page.beside == "2"
    told = " ".join(twice.texts)
    assert "2件" in told
    assert "0/2" in told
    assert "期日の来るもの" in told


def test_the_first_meeting_has_none_to_be_laid_beside(tmp_path):
    driver = played(ended(tmp_path, QUIET, begun=False), QUIET)
    names = [page.name for page in driver.screen.pages]
    assert "earlier" not in names
    assert names[-1] == "progress"


def test_a_meeting_that_is_not_kept_has_no_others(tmp_path):
    driver = analysed(ended(tmp_path, CAVED, begun=False)).go("review")
    let_pass(driver, 1)
    assert "progress" not in driver.names


def test_the_same_choices_twice_are_told(tmp_path):
    driver = played(ended(tmp_path, QUIET, begun=False), QUIET, QUIET)
    driver.click("earlier")
    assert "どちらの回も、同じ場面では同じ答えを選びました。" in driver.texts


def test_a_meeting_of_another_scenario_is_read_from_its_own_versions(tmp_path):
    driver = ended(tmp_path, QUIET, begun=False)
    driver.write("other", DUE.replace("id: due", "id: other").replace("期日の来るもの", "別の商談"))
    play = driver.backstage.open("other")
    driver.backstage.begin(play)
    for choice in CAVED:
        play.choose(choice)
    play.end()
    (driver.library.shipped / "other.yaml").unlink()
    played(driver, QUIET)
    past = driver.screen._past
    while past.waits:
        if past._coming is not None:
            past._coming[1].wait(60)
        let_pass(driver, 0.1)
    driver.click("progress")
    assert "別の商談" in " ".join(driver.texts)


def test_what_cannot_be_read_is_passed_over(tmp_path):
    driver = ended(tmp_path, QUIET, begun=False)
    played(driver, CAVED, QUIET)
    shutil.rmtree(driver.backstage.records.folder / "versions")
    driver.write("due", DUE.replace("初めて", "はじめて"))
    driver.go("review")
    let_pass(driver, 1)
    assert driver.screen.pages[-1].name == "progress"


def test_in_the_other_language_the_pages_are_told_in_it(twice):
    twice.click("progress")
    twice.keys(pygame.K_F2)
    assert twice.screen.page.name == "progress"
    assert "All your meetings" in twice.texts


def test_in_the_other_language_the_meetings_have_the_titles_they_have_there(tmp_path):
    driver = ended(tmp_path, QUIET, begun=False)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalog = f'{head}msgctxt "title"\nmsgid "期日の来るもの"\nmsgstr "Falling due"\n'
    (driver.library.shipped / "due.en.po").write_text(catalog, encoding="utf-8")
    played(driver, QUIET)
    driver.click("progress")
    assert "期日の来るもの" in " ".join(driver.texts)
    driver.keys(pygame.K_F2)
    let_pass(driver, 1)
    assert "Falling due" in " ".join(driver.texts)
