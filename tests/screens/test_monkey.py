"""Ten thousand things done at random break nothing, and leave every text in its place."""

from collections import Counter

import pytest

from tests.screens.monkey import Monkey
from tests.screens.sketching import without_pictures

EVERYWHERE = {
    "WhoScreen", "ShelfScreen", "BriefScreen", "TalkScreen", "BacklogScreen", "NotebookScreen", "MenuScreen",
    "PredictionScreen", "SettlementScreen", "RevealScreen", "SettingsScreen", "KeysScreen", "HelpScreen",
    "FindingsScreen", "Slip",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_a_monkey_breaks_nothing(tmp_path, seed):
    monkey = Monkey(tmp_path, seed)
    with without_pictures():
        monkey.run(5_000)
    assert Counter(monkey.faults) == Counter()
    assert set(monkey.seen) >= EVERYWHERE


AT_THE_DESK = {"DeskScreen", "ManuscriptScreen"}


@pytest.mark.parametrize("seed", range(1))
def test_a_monkey_at_the_desk_breaks_nothing(tmp_path, seed):
    monkey = Monkey(tmp_path, seed, at_desk=True)
    with without_pictures():
        monkey.run(4_000)
    assert Counter(monkey.faults) == Counter()
    assert set(monkey.seen) >= AT_THE_DESK
