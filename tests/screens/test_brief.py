import errno
import shutil

import pygame
import pytest

from game.screens.entering import ask_to_leave
from tests.screens.driving import SCENARIO, Driver
from tests.screens.meetings import SHIPPED


@pytest.fixture
def brief(tmp_path):
    driver = Driver(tmp_path)
    driver.backstage.open("s00")
    return driver.go("brief")


def test_it_says_whom_where_what_for_and_what_is_known(brief):
    texts = brief.texts
    for text in (
        "初回訪問と約束 00", "3月3日（火） 10:20", "田辺 由紀", "総務課長", "丸和商店",
        "年額百二十万円の契約と、その先の三年。", "去年、同業の会社で使われた。", "従業員は六十名",
        "江口 正（部長）", "佐々木 亮（上司・自社）",
    ):  # fmt: skip
        assert text in texts


def test_what_can_only_be_learned_in_the_meeting_is_not_told(brief):
    assert not any("締め日" in text for text in brief.texts)


def test_the_record_begins_when_the_trainee_begins(brief):
    records = brief.library.home / "records"
    assert not list(records.glob("*.jsonl"))
    brief.keys(pygame.K_RETURN)
    assert brief.kind == "TalkScreen"
    (kept,) = brief.backstage.records.listed()
    assert kept.header.trainee == "青い鉛筆"
    assert kept.header.purpose == brief.backstage.purpose()


def test_going_back_begins_nothing(brief):
    brief.click("back")
    assert brief.kind == "ShelfScreen"
    assert brief.backstage.play is None
    assert not list((brief.library.home / "records").glob("*.jsonl"))


@pytest.fixture
def full(brief, monkeypatch):
    def refuse(_):
        raise OSError(errno.ENOSPC, "full", "record.jsonl")

    monkeypatch.setattr(brief.backstage.records, "begin", refuse)
    return brief


def test_a_full_disk_is_told_and_one_can_try_again(full, monkeypatch):
    full.keys(pygame.K_RETURN)
    assert full.kind == "Slip"
    assert full.focus == "again"
    full.keys(pygame.K_RETURN)
    assert full.kind == "Slip"
    monkeypatch.undo()
    full.keys(pygame.K_RETURN)
    assert full.kind == "TalkScreen"
    assert full.backstage.play.record is not None


def test_one_can_go_on_without_keeping_it(full):
    full.keys(pygame.K_RETURN)
    full.click("without")
    assert full.kind == "TalkScreen"
    assert not full.backstage.play.kept
    full.backstage.play.choose("give")
    assert full.backstage.play.meeting.path == ("give",)


def test_or_back_to_the_brief(full):
    full.keys(pygame.K_RETURN)
    full.click("back")
    assert full.kind == "BriefScreen"


def test_the_resolve_of_last_time_is_remembered(tmp_path):
    driver = Driver(tmp_path)
    play = driver.backstage.open("s01")
    driver.backstage.begin(play)
    assert play.record is not None
    play.record.resolve("聞く前に、一つ渡す。")
    driver.backstage.open("s00")
    driver.go("brief")
    assert "聞く前に、一つ渡す。" in driver.texts
    driver.backstage.be("別の人")
    driver.go("brief")
    assert "聞く前に、一つ渡す。" not in driver.texts


def test_a_long_brief_scrolls_by_arrows_wheel_and_pages(tmp_path):
    driver = Driver(tmp_path)
    long = SCENARIO.format(id="long", title="長い話", level="standard").replace(
        "known: [去年、同業の会社で使われた。]",
        "known: [" + ", ".join(f"分かっていること{n}。" for n in range(30)) + "]",
    )
    driver.backstage.open(str(driver.write("long", long)))
    driver.go("brief")
    driver.keys(pygame.K_DOWN)
    assert driver.screen.offset > 0
    driver.keys(pygame.K_END)
    end = driver.screen.offset
    assert "江口 正（部長）" in driver.texts
    driver.keys(pygame.K_PAGEUP)
    assert driver.screen.offset < end
    driver.wheel(50)
    assert driver.screen.offset == 0


def test_the_other_language_keeps_the_place(brief):
    brief.keys(pygame.K_F2)
    assert "Begin" in brief.texts
    assert brief.kind == "BriefScreen"


def test_a_meeting_goes_on_from_the_one_it_continues(tmp_path):
    driver = Driver(tmp_path)
    play = driver.backstage.open("s00")
    driver.backstage.begin(play)
    for choice in ("give", "call"):
        play.choose(choice)
    assert play.record is not None
    play.record.close("ended")
    driver.backstage.close()
    later = SCENARIO.format(id="later", title="その後", level="standard").replace(
        "start: reception", "continues: s00\nstart: reception"
    )
    play = driver.backstage.open(str(driver.write("later", later)))
    assert play.continues is not None
    assert play.continues.path == ("give", "call")
    (before,) = driver.backstage.records.of("青い鉛筆")
    assert play.opening == driver.library.opening_from(before)
    driver.backstage.be("別の人")
    assert driver.backstage.open(str(driver.write("later", later))).continues is None


def test_leaving_a_meeting_is_asked_and_what_was_kept_stays(brief):
    brief.keys(pygame.K_RETURN)
    brief.backstage.play.choose("give")
    ask_to_leave(brief.app)
    brief.round()
    assert brief.focus == "stay"
    brief.click("leave")
    assert brief.kind == "ShelfScreen"
    assert brief.backstage.play is None
    assert brief.focus.startswith("record:")


def test_a_story_that_cannot_be_ended_is_told_before_it_begins(tmp_path):
    driver = Driver(tmp_path, scenarios=1)
    broken = driver.library.shipped / "s00.yaml"
    text = broken.read_text(encoding="utf-8")
    text = text.replace(
        "goto: week_end}\n      - {id: give",
        "goto: [{when: {knows: headcount}, to: week_end}]}\n      - {id: give",
    )
    broken.write_text(text, encoding="utf-8")
    driver.go("shelf").keys(pygame.K_RETURN)
    assert driver.kind == "FindingsScreen"
    assert any("no-way-on" in text or "goto" in text for text in driver.texts)


def test_no_translation_tells_twice_what_is_known(tmp_path):
    driver = Driver(tmp_path, scenarios=0)
    for ending in ("yaml", "po"):  # all of them: one may go on from another
        for file in SHIPPED.glob(f"*.{ending}"):
            shutil.copy(file, driver.library.shipped / file.name)
    for scenario in sorted(file.stem for file in SHIPPED.glob("*.yaml")):
        told = []
        for lang in ("ja", "en"):
            driver.backstage.words = driver.library.words(lang)
            driver.backstage.open(scenario)
            driver.go("brief")
            told.append([len(said) for _, said in driver.screen._sections()])
        assert told[0] == told[1], scenario
