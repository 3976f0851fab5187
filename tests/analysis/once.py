"""A shipped scenario analysed once for all tests of it that one process takes (tests/conftest.py)."""

from functools import lru_cache
from pathlib import Path

from game.analysis.exact import analyse
from game.analysis.result import Analysis
from game.core.game import Game
from tests.authoring.stories import BOOK, reading


@lru_cache(maxsize=2)
def analysed(file: Path) -> tuple[Game, Analysis]:
    """The game of a scenario's file (or the template), as written, and all that can come of it."""
    scenario = reading(file.read_text("utf-8").replace("{id}", "new")).scenario
    assert scenario is not None
    game = Game(scenario, BOOK)
    return game, analyse(game)
