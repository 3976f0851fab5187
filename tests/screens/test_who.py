import unicodedata

import pygame
import pytest

from game.records.pseudonyms import pseudonym
from game.screens.hands import Act
from game.screens.who import MOST_GLYPHS
from game.screens.written_line import WrittenLine
from tests.screens.driving import Driver


@pytest.fixture
def who(tmp_path):
    return Driver(tmp_path, trainee="").go("who")


def test_a_name_is_offered_and_taken_with_one_press(who):
    offered = who.screen.field.text
    assert offered
    who.keys(pygame.K_RETURN)
    assert who.kind == "ShelfScreen"
    assert who.backstage.settings.trainee == offered


def test_the_first_letter_takes_the_place_of_the_suggestion(who):
    who.type("花")
    who.type("子")
    assert who.screen.field.text == "花子"
    assert "花子" in who.texts


def test_the_suggestion_goes_whole_and_another_comes(who):
    who.keys(pygame.K_BACKSPACE)
    assert who.screen.field.text == ""
    who.keys(pygame.K_RETURN)
    assert who.kind == "WhoScreen"
    assert who.screen.field.text


def test_another_suggestion_is_another_name(who):
    first = who.screen.field.text
    who.click("other")
    assert who.screen.field.text not in ("", first)


def test_what_an_input_method_composes_is_drawn_and_its_keys_are_its_own(who):
    who.compose("かん", 2)
    assert "かん" in who.texts
    who.keys(pygame.K_RETURN, pygame.K_BACKSPACE, pygame.K_LEFT, pygame.K_TAB)
    assert who.kind == "WhoScreen"
    assert "かん" in who.texts
    who.type("漢")
    assert who.screen.field.composition == ""
    assert who.screen.field.text == "漢"


def test_escape_in_a_composition_drops_it_and_leaves_the_screen_where_it_is(who):
    who.type("山")
    who.compose("だ", 1)
    who.keys(pygame.K_ESCAPE)
    assert who.kind == "WhoScreen"
    assert who.app.running
    assert (who.screen.field.text, who.screen.field.composition) == ("山", "")
    who.clock.now += 1
    who.keys(pygame.K_ESCAPE)
    assert not who.app.running


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE])
@pytest.mark.parametrize("ended", ["", "山"])
def test_the_key_that_ended_a_composition_means_nothing_else(who, key, ended):
    who.compose("やま", 2)
    if ended:
        who.type(ended)
    else:
        who.compose("")
    before = who.screen.field.text
    who.keys(key)
    assert who.kind == "WhoScreen"
    assert who.app.running
    assert who.screen.field.text == before


@pytest.mark.parametrize(
    ("typed", "name"),
    [(["é"], "é"), (["e", "\u0301"], "é"), (["か", "\u3099"], "が"), (["\u0301"], "\u0301")],
)
def test_accents_join_their_letter_however_the_keyboard_sends_them(who, typed, name):
    for text in ("a", *typed, "b"):
        who.type(text)
    assert who.screen.field.text == unicodedata.normalize("NFC", f"a{name}b")
    assert "".join(who.screen.field.glyphs) == who.screen.field.text


def test_the_composition_stands_where_the_caret_is(who):
    who.type("山川")
    who.keys(pygame.K_LEFT)
    who.compose("だ", 1)
    assert "山だ川" in who.texts


def test_text_is_put_in_and_taken_out_at_the_caret(who):
    who.type("abc")
    who.keys(pygame.K_LEFT, pygame.K_LEFT)
    who.type("X")
    who.keys(pygame.K_END, pygame.K_BACKSPACE)
    assert who.screen.field.text == "aXb"
    who.keys(pygame.K_HOME)
    who.type("Y")
    assert who.screen.field.text == "YaXb"


def test_a_name_is_no_longer_than_a_passbooks_cover(who):
    who.type("長" * 50)
    assert len(who.screen.field.glyphs) == MOST_GLYPHS


def test_the_widest_name_stays_on_its_line(who):
    who.type("長" * MOST_GLYPHS)
    for percent in (100, 200):
        who.backstage.change(text_percent=percent)
        who.app.take_settings()
        who.round()
        box = next(box for box in who.screen.boxes() if box.text == "長" * MOST_GLYPHS)
        assert box.rect.right <= box.room.right


@pytest.mark.parametrize("bad", ["\n", "\x00", "\x1b", "\u202e", "\u2028", "\ud800"])
def test_characters_that_steer_are_refused(bad):
    field = WrittenLine("", MOST_GLYPHS)
    field.insert(f"a{bad}b")
    assert field.text == "ab"


def test_marks_stay_with_their_letter():
    field = WrittenLine("", MOST_GLYPHS)
    field.insert("e\u0301か\u3099")
    assert field.text == "éが"


def test_a_name_of_spaces_is_none(who):
    who.keys(pygame.K_BACKSPACE)
    who.type("   ")
    who.keys(pygame.K_RETURN)
    assert who.kind == "WhoScreen"


def test_nothing_of_the_account_is_taken(monkeypatch, tmp_path):
    monkeypatch.setenv("USER", "the-account")
    monkeypatch.setenv("LOGNAME", "the-account")
    driver = Driver(tmp_path, trainee="").go("who")
    assert not any("the-account" in text for text in driver.texts)


def test_purpose_and_retention_are_told(who):
    assert who.backstage.purpose() in who.texts


def test_who_played_here_before_is_one_press_away(tmp_path):
    driver = Driver(tmp_path, trainee="青い鉛筆")
    driver.backstage.begin(driver.backstage.open("s00"))
    driver.backstage.close()
    driver.backstage.be("別の人")
    driver.go("who")
    driver.click("known:青い鉛筆")
    assert driver.kind == "ShelfScreen"
    assert driver.backstage.settings.trainee == "青い鉛筆"


def test_whoever_played_last_has_the_focus(tmp_path):
    driver = Driver(tmp_path, trainee="青い鉛筆")
    driver.backstage.begin(driver.backstage.open("s00"))
    driver.backstage.close()
    driver.go("who")
    assert driver.focus == "known:青い鉛筆"


def test_the_other_language_is_one_press_away_and_brings_another_suggestion(who):
    who.click("language")
    assert who.backstage.lang == "en"
    assert "Who is playing?" in who.texts
    assert who.screen.field.text.isascii()
    who.type("花")
    who.click("language")
    assert who.screen.field.text == "花"


def test_by_gamepad_alone(who):
    who.pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    assert who.focus == "begin"
    who.pad(pygame.CONTROLLER_BUTTON_DPAD_RIGHT, pygame.CONTROLLER_BUTTON_A)
    offered = who.screen.field.text
    who.pad(pygame.CONTROLLER_BUTTON_DPAD_LEFT, pygame.CONTROLLER_BUTTON_A)
    assert who.kind == "ShelfScreen"
    assert who.backstage.settings.trainee == offered


def test_letters_bound_to_deeds_are_letters_here(who):
    for code, letter in ((pygame.K_h, "h"), (pygame.K_l, "l"), (pygame.K_n, "n"), (pygame.K_SPACE, " ")):
        who.keys(code)
        who.type(letter)
    who.type("z")
    assert who.kind == "WhoScreen"
    assert who.screen.field.text == "hln z"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_pseudonym_is_free_and_short(lang):
    taken = frozenset(pseudonym(lang) for _ in range(50))
    assert all(len(name) <= MOST_GLYPHS for name in taken)
    assert pseudonym(lang, taken) not in taken


def test_everybody_at_this_computer_has_settings_of_their_own(tmp_path):
    driver = Driver(tmp_path, trainee="青い鉛筆")
    driver.backstage.change(lang="ja")
    for name in ("青い鉛筆", "赤いペン"):
        driver.backstage.be(name)
        driver.backstage.begin(driver.backstage.open("s00"))
        driver.backstage.close()
    driver.backstage.change(text_percent=175, contrast=True, keys={"notebook": ["q"]})
    driver.app.take_settings()
    driver.go("who").click("known:青い鉛筆")
    assert driver.kind == "ShelfScreen"
    assert (driver.app.text_percent, driver.app.contrast) == (100, "normal")
    driver.go("who").keys(pygame.K_F2, pygame.K_F3)
    driver.keys(pygame.K_ESCAPE).click("known:赤いペン")
    assert (driver.app.text_percent, driver.app.contrast) == (175, "high")
    assert driver.app.bindings.keys[pygame.K_q] is Act.NOTEBOOK
    assert "Settings" in driver.texts, "the language was chosen together with the name"
    driver.go("who").click("known:青い鉛筆")
    assert "設定" in driver.texts


def test_the_first_screen_says_what_the_game_is_called(who):
    assert {"信用貯金", "SHINYO"} <= set(who.texts)


def test_neither_language_asks_for_a_real_name(who):
    assert any("本名でなくて" in text for text in who.texts)
    who.click("language")
    assert any("need not be your real one" in text for text in who.texts)
