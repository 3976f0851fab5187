import pygame
import pytest

from game.core.scenario import BANDS
from game.screens.volume import shortened
from tests.screens.driving import Driver

BROKEN = "format: 1\nid: broken\nlanguage: ja\ntitle: 壊れた台本\nbegins: [\n"


@pytest.fixture
def shelf(tmp_path):
    return Driver(tmp_path, scenarios=7).go("shelf")


def scenario(driver, number):
    return f"scenario:{driver.library.shipped / f's{number:02}.yaml'}"


def test_every_scenario_stands_there_with_what_one_wants_to_know(shelf):
    assert [name for name in shelf.names if name.startswith("scenario:")] == [
        scenario(shelf, n) for n in range(7)
    ]
    for text in ("初回訪問と約束 00", "丸和商店　田辺 由紀", "約8分", "入門", "約束、有益な情報"):
        assert text in shelf.texts


def test_arrows_go_by_where_the_passbooks_stand(shelf):
    assert shelf.focus == scenario(shelf, 0)
    shelf.keys(pygame.K_RIGHT)
    assert shelf.focus == scenario(shelf, 1)
    shelf.keys(pygame.K_DOWN)
    assert shelf.focus == scenario(shelf, 4)
    shelf.keys(pygame.K_LEFT, pygame.K_UP)
    assert shelf.focus == scenario(shelf, 0)
    shelf.keys(pygame.K_LEFT)
    assert shelf.focus == scenario(shelf, 0)


def test_the_tabulator_goes_in_reading_order_and_round(shelf):
    names = shelf.names
    for name in [*names[names.index(shelf.focus) + 1 :], names[0]]:
        shelf.keys(pygame.K_TAB)
        assert shelf.focus == name
    shelf.keys(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert shelf.focus == names[-1]


def test_what_has_the_focus_is_brought_into_view(shelf):
    assert shelf.spot(scenario(shelf, 6)).seen[3] < shelf.spot(scenario(shelf, 6)).rect[3]
    shelf.keys(pygame.K_DOWN, pygame.K_DOWN)
    assert shelf.focus == scenario(shelf, 6)
    spot = shelf.spot(scenario(shelf, 6))
    assert spot.seen == spot.rect


def test_sixteen_scenarios_are_gone_through_by_page_keys_and_wheel(tmp_path):
    shelf = Driver(tmp_path, scenarios=16).go("shelf")
    shelf.keys(pygame.K_PAGEDOWN, pygame.K_PAGEDOWN, pygame.K_PAGEDOWN)
    assert shelf.focus == scenario(shelf, 15)
    shelf.keys(pygame.K_HOME)
    assert shelf.focus == scenario(shelf, 0)
    before = shelf.screen.offset
    shelf.wheel(-2)
    assert shelf.screen.offset > before
    shelf.wheel(5)
    assert shelf.screen.offset == 0


def test_a_press_beside_the_thumb_scrolls_there(tmp_path):
    shelf = Driver(tmp_path, scenarios=16).go("shelf")
    at = shelf.app.theme.at(1277, 700)
    shelf.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    assert shelf.spot(scenario(shelf, 15)).seen[3] > 0


def test_the_mouse_takes_up_what_it_points_at(shelf):
    before = shelf.pixels()
    x, y, width, height = shelf.spot(scenario(shelf, 2)).rect
    at = shelf.app.theme.at(x + width / 2, y + height / 2)
    shelf.round(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    assert shelf.focus == scenario(shelf, 2)
    assert shelf.pixels() != before


def test_a_press_opens_the_brief_by_any_hand(shelf):
    shelf.click(scenario(shelf, 1))
    assert shelf.kind == "BriefScreen"
    shelf.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=3))
    assert shelf.kind == "ShelfScreen"
    shelf.keys(pygame.K_RETURN)
    assert shelf.kind == "BriefScreen"
    shelf.pad(pygame.CONTROLLER_BUTTON_B)
    assert shelf.kind == "ShelfScreen"
    shelf.pad(pygame.CONTROLLER_BUTTON_DPAD_RIGHT, pygame.CONTROLLER_BUTTON_A)
    assert shelf.kind == "BriefScreen"
    assert shelf.backstage.play.scenario.id == "s01"


def test_a_broken_file_has_its_place_and_tells_what_is_wrong_with_it(shelf):
    file = shelf.write("zz", BROKEN)
    shelf.go("shelf")
    name = f"scenario:{file}"
    shelf.keys(pygame.K_END)
    assert shelf.focus == name
    shelf.keys(pygame.K_RETURN)
    assert shelf.kind == "FindingsScreen"
    assert any(text.startswith("zz.yaml:") for text in shelf.texts)
    ja = shelf.texts
    shelf.keys(pygame.K_F2)
    assert shelf.texts != ja
    shelf.keys(pygame.K_ESCAPE)
    assert shelf.kind == "ShelfScreen"


def test_a_file_that_was_mended_meanwhile_opens(shelf):
    file = shelf.write("zz", BROKEN)
    shelf.screen.dropped(str(file))
    shelf.round()
    assert shelf.kind == "FindingsScreen"
    shelf.write("zz", (shelf.library.shipped / "s00.yaml").read_text(encoding="utf-8"))
    shelf.click("again")
    assert shelf.kind == "BriefScreen"


def test_a_dropped_file_opens_and_a_wrong_one_is_told(shelf, tmp_path):
    shelf.round(pygame.event.Event(pygame.DROPFILE, file=str(tmp_path)))
    assert shelf.kind == "Slip"
    shelf.keys(pygame.K_RETURN)
    assert shelf.kind == "ShelfScreen"
    shelf.round(pygame.event.Event(pygame.DROPFILE, file=str(tmp_path / "nothing.yaml")))
    assert any("nothing" in text for text in shelf.texts)
    shelf.keys(pygame.K_ESCAPE)
    shelf.round(pygame.event.Event(pygame.DROPFILE, file=str(shelf.library.shipped / "s03.yaml")))
    assert shelf.kind == "BriefScreen"


def played(driver, name, *choices, ended=True):
    play = driver.backstage.open(name)
    driver.backstage.begin(play)
    for choice in choices:
        play.choose(choice)
    if ended:
        play.record.close("ended")
    driver.backstage.close()


def test_an_interrupted_meeting_comes_first_and_goes_on_where_it_was(shelf):
    played(shelf, "s03", "give", ended=False)
    shelf.go("shelf")
    assert shelf.focus.startswith("record:")
    assert "続きから" in shelf.texts
    shelf.keys(pygame.K_RETURN)
    assert shelf.kind == "TalkScreen"
    assert shelf.backstage.play.meeting.path == ("give",)


def test_a_meeting_that_was_left_before_the_first_choice_is_not_offered_again(shelf):
    played(shelf, "s03", ended=False)
    shelf.go("shelf")
    assert not any(name.startswith("record:") for name in shelf.names)


def test_an_interrupted_meeting_that_vanished_is_told_and_nothing_breaks(shelf):
    played(shelf, "s03", "give", ended=False)
    shelf.go("shelf")
    for file in (shelf.library.home / "records").glob("*.jsonl"):
        file.unlink()
    shelf.keys(pygame.K_RETURN)
    assert shelf.kind == "Slip"
    shelf.keys(pygame.K_RETURN)
    assert shelf.kind == "ShelfScreen"


def test_the_best_outcome_so_far_is_stamped_and_it_is_worked_out_from_the_choices(shelf):
    played(shelf, "s00", "ask", "wait")
    first = shelf.go("shelf").backstage.stamp("s00")
    played(shelf, "s00", "give", "call")
    for _ in range(3):
        shelf.go("shelf")
    assert first is not None
    assert BANDS.index(shelf.backstage.stamp("s00")) >= BANDS.index(first)
    assert shelf.backstage.stamp("s01") is None


def test_somebody_elses_stamps_are_not_shown(shelf):
    played(shelf, "s00", "give", "call")
    shelf.go("shelf")
    shelf.backstage.be("別の人")
    shelf.go("shelf")
    assert shelf.backstage.stamp("s00") is None


@pytest.mark.parametrize("spoilt", ["torn", "garbled"])
def test_a_spoilt_record_costs_nothing_but_its_stamp(shelf, spoilt):
    played(shelf, "s00", "give", "call")
    file = next((shelf.library.home / "records").glob("*.jsonl"))
    content = file.read_bytes()
    file.write_bytes(content[:-4] if spoilt == "torn" else content.replace(b"give", b"gone"))
    shelf.go("shelf")
    assert shelf.backstage.stamp("s00") is None


def test_the_buttons_of_the_head(shelf):
    shelf.click("settings")
    assert shelf.kind == "SettingsScreen"
    shelf.keys(pygame.K_ESCAPE)
    assert "操作" in shelf.texts
    shelf.click("help")
    assert shelf.kind == "HelpScreen"
    assert shelf.screen.heading() == "操作"  # as the button is called
    shelf.keys(pygame.K_ESCAPE)
    shelf.click("language")
    assert "Settings" in shelf.texts
    shelf.click("who")
    assert shelf.kind == "WhoScreen"


def test_leaving_is_asked(shelf):
    shelf.keys(pygame.K_ESCAPE)
    assert shelf.app.running
    shelf.keys(pygame.K_ESCAPE)
    assert shelf.app.running
    assert shelf.kind == "ShelfScreen"
    shelf.click("quit")
    shelf.click("stay")
    assert shelf.app.running
    shelf.click("quit")
    shelf.click("quit")
    assert not shelf.app.running


def test_a_key_held_down_presses_nothing_twice(shelf):
    shelf.hold(pygame.K_RETURN)
    assert shelf.kind == "BriefScreen"
    shelf.hold(pygame.K_RETURN).hold(pygame.K_RETURN)
    assert shelf.kind == "BriefScreen"


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("A short one. With two sentences.", "A short one. With two sentences."),
        ("A sentence of its own. " + "Another that goes on and on " * 9 + ".", "A sentence of its own."),
        ("She says: “No. " + "Never, in all her life, " * 9 + "”.", None),
        ("紙のタイムカードの会社へ。" + "渡すのが先か、聞くのが先か、" * 9, "紙のタイムカードの会社へ。"),
        ("渡すのが先か、聞くのが先か、" * 9, None),
    ],
)
def test_a_long_summary_ends_with_a_sentence_or_at_least_with_a_word(summary, shown):
    cut = shortened(summary)
    if shown is not None:
        assert cut == shown
        return
    assert cut.endswith("…")
    kept = cut.removesuffix("…")
    assert summary.startswith(kept)
    assert len(kept) > 50
    assert not kept[-1].isascii() or not summary[len(kept)].isalnum()
