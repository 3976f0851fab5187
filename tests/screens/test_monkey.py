"""Thousands of things done at random break nothing, and leave every text in its place."""

from collections import Counter

import pygame
import pytest

from game.screens.help import HelpScreen
from game.screens.theme import Theme
from tests.screens import drawn_once
from tests.screens.driving import FONTS
from tests.screens.monkey import MOST_GROWTH, Tour, megabytes
from tests.screens.monkey_glyphs import Glyphs
from tests.screens.monkey_hands import at_home
from tests.screens.monkey_places import every_screen, places
from tests.screens.sketching import without_pictures

EVERYWHERE = {
    "WhoScreen", "ShelfScreen", "BriefScreen", "TalkScreen", "BacklogScreen", "NotebookScreen", "MenuScreen",
    "SettingsScreen", "KeysScreen", "HelpScreen", "Slip",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_a_monkey_breaks_nothing(tmp_path, seed):
    monkey = at_home(tmp_path, seed)
    with without_pictures():
        monkey.run(3_000)
        for _ in range(6):  # what goes on beside the game can lead a monkey another way
            if not set(monkey.seen) >= EVERYWHERE:
                monkey.run(1_500)
    assert Counter(monkey.faults) == Counter()
    assert set(monkey.seen) >= EVERYWHERE


AT_THE_DESK = {"DeskScreen", "ManuscriptScreen"}

LED_TO = {
    "findings": "FindingsScreen",
    "prediction-asked": "PredictionScreen",
    "settlement-with-many-dues": "SettlementScreen",
    "reveal-quiet": "RevealScreen",
    "review-of-promises": "ReviewScreen",
    "practice-compared": "ComparedScreen",
    "practice-of-what-gives-something-up": "PracticeScreen",
    "reflect-with-nothing-written": "ReflectScreen",
    "handing-in": "HandIn",
    "class-decision-revealed": "ClassScreen",
    "class-keys": "ClassHelp",
    "desk-new-scenario": "NewScenarioScreen",
    "finding-read": "FindingPaper",
    "coached-notebook": "CoachedNotebook",
    "trouble-starting": "TroubleScreen",
    "title": "TitleScreen",
    "preview-of-a-state": "StatePaper",
    "preview-of-scenes": "ScenesPaper",
    "preview-of-a-broken-file": "PreviewFindings",
    "preview-left-while-the-file-is-broken": "WaitingForTheFile",
    "pack-with-faults": "PackFindings",
}
"""Places by the screen they begin with, which the monkeys above hardly ever come to."""


@pytest.mark.parametrize("seed", range(1))
def test_a_monkey_at_the_desk_breaks_nothing(tmp_path, seed):
    monkey = at_home(tmp_path, seed, at_desk=True)
    with without_pictures():
        monkey.run(2_500)
    assert Counter(monkey.faults) == Counter()
    assert set(monkey.seen) >= AT_THE_DESK


def test_a_monkey_led_round_breaks_nothing(tmp_path):
    """To some places of which none has a picture in the gallery, and to some that have."""
    tour = Tour(tmp_path, 20261126)
    by_name = {each.name: each for each in places()}
    with without_pictures():
        for name in LED_TO:
            tour.visit(by_name[name], 60, 0)
    assert tour.faults == Counter()
    assert tour.events == 60 * len(LED_TO)
    assert set(tour.seen) >= set(LED_TO.values()) | {"PreviewScreen"}
    assert tour.glyphs.drawn > 1_000
    assert every_screen() >= set(LED_TO.values()) | EVERYWHERE | AT_THE_DESK


def test_a_sign_without_a_glyph_and_a_monkey_that_breaks_something_are_told(tmp_path, monkeypatch):
    pygame.font.init()
    theme, glyphs = Theme(FONTS), Glyphs(typed="\U000f0001")
    with glyphs.watched():
        for text in ("あx ", "a\U000f0000", "\U000f0001", "a\U000f0000"):
            theme.render("regular", 20, text, (0, 0, 0))
    assert glyphs.faults() == ["no glyph for U+F0000 in “a\U000f0000”"]
    assert glyphs.faults() == []
    tour, place = Tour(tmp_path, 1), next(each for each in places() if each.name == "help-over-the-talk")
    monkeypatch.setattr(HelpScreen, "draw", lambda *_: 1 / 0)
    tour.visit(place, 60, 0)
    (fault,) = tour.faults
    assert "division by zero" in fault


def test_the_memory_that_is_measured_is_what_was_left_behind():
    """What tests remember and how large the last window was do not count; pictures that are kept do."""
    small = megabytes()
    for side in range(1, 101):  # 60 MB
        drawn_once._kept[b"%d" % side, (side, side)] = pygame.Surface((360 + side // 4, 400), pygame.SRCALPHA)
    for each in drawn_once._kept.values():
        each.fill("white")
    pygame.display.set_mode((2560, 1440)).fill("white")
    assert abs(megabytes() - small) < MOST_GROWTH / 2
    kept = [pygame.Surface((40, 40), pygame.SRCALPHA) for _ in range(5_000)]  # 32 MB
    for each in kept:
        each.fill("white")
    assert megabytes() - small > 2 * MOST_GROWTH
