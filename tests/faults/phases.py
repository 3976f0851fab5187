"""The phases in which a program is killed: each gives a dead one, and how many decisions it may have kept
that nobody had answered.
"""

import itertools
from collections.abc import Callable
from typing import Any, Final

from tests.faults.killing import Killing
from tests.faults.playing import SCENARIO, kept, latest, replayed, up_to
from tests.faults.running import Game, Stuck

MOST_POINTS: Final = 9
"""More places in which a program can die than one saving has (each write, flush and renaming has two)."""


def title(killing: Killing) -> tuple[Game, int]:
    game = killing.start()
    killing.shot(game, 1.2)
    return game, 0


def who(killing: Killing) -> tuple[Game, int]:
    game = killing.start(slow=0.01)
    game.until_screen("WhoScreen")
    game.keys("return")
    killing.shot(game, 0.6)
    return game, 0


def shelf(killing: Killing) -> tuple[Game, int]:
    game = killing.start()
    up_to(game, "ShelfScreen")
    killing.shot(game, 1.0)
    return game, 0


def brief(killing: Killing) -> tuple[Game, int]:
    """Where the record is begun."""
    game = killing.start("play", killing.chance.choice([SCENARIO, "due"]))
    game.until_screen("BriefScreen")
    game.tell(arm=killing.chance.randrange(28))
    game.keys("return")
    killing.shot(game, 0.8)
    return game, 0


def going_on(killing: Killing, **plan: Any) -> Game:
    """A program in a talk: a meeting that waits is gone on with, else one is begun."""
    waits = any(one.closed is None and one.decisions for one in kept(killing.home))
    game = killing.start(*(() if waits else ("play", SCENARIO)), **plan)
    up_to(game, "TalkScreen", "PredictionScreen", "SettlementScreen")
    if game.screen != "TalkScreen":  # all is said in it: it is ended, and another one is begun
        closed = _closed(killing)
        up_to(game, "RevealScreen")
        game.until(lambda: _closed(killing) > closed, "the closing line")
        game.close()
        game = killing.start("play", SCENARIO, **plan)
        up_to(game, "TalkScreen")
    return game


def _closed(killing: Killing) -> int:
    """How many meetings have come to their end."""
    return sum(one.closed == "ended" for one in kept(killing.home))


def _said(game: Game, count: int) -> None:
    tries = itertools.count()

    def press() -> None:  # mostly the second answer; there are scenes with one alone
        first = (len(game.answered) + next(tries) // 8) % 3
        game.keys("space", "space", "1" if first else "2")
        game.look(0.2)

    game.until(lambda: len(game.answered) >= count or game.screen != "TalkScreen", "an answer", press)


def answering(killing: Killing) -> tuple[Game, int]:
    game = going_on(killing)
    _said(game, killing.chance.choice([1, 1, 2]))
    killing.shot(game, 1.2)
    return game, 0


def saving(killing: Killing) -> tuple[Game, int]:
    """Dead at one certain place between the choice and its flush."""
    game = going_on(killing)
    _said(game, killing.chance.choice([0, 1]))
    game.tell(arm=killing.chance.randrange(MOST_POINTS))
    game.until(lambda: game.heard("armed"), "the arming")
    for _ in range(4):
        game.keys("space", "space", "2")
        game.look(0.35)
    game.kill()
    game.ended()
    return game, 1


def flushing(killing: Killing) -> tuple[Game, int]:
    """On a disk that takes its time, at any moment."""
    game = going_on(killing, slow=0.06)
    game.look(0.3)
    game.keys("space", "space")
    game.look(0.3)
    game.keys("2")
    killing.shot(game, 0.5)
    return game, 1


def _ended(killing: Killing, *names: str, **plan: Any) -> Game:
    """A short meeting of which all is said, at one of these screens."""
    game = killing.start("play", "due", **plan)
    up_to(game, *names)
    return game


def _armed(killing: Killing, game: Game, most: int = MOST_POINTS) -> None:
    game.tell(arm=killing.chance.randrange(most))
    game.until(lambda: game.heard("armed"), "the arming")


def prediction(killing: Killing) -> tuple[Game, int]:
    game = _ended(killing, "PredictionScreen")
    game.look(0.8)
    _armed(killing, game)
    game.keys("3")
    killing.shot(game, 0.8)
    return game, 0


def settlement(killing: Killing) -> tuple[Game, int]:
    game = _ended(killing, "SettlementScreen")
    killing.shot(game, 1.5)
    return game, 0


def reveal(killing: Killing) -> tuple[Game, int]:
    """Where the closing line is written."""
    game = _ended(killing, "SettlementScreen")
    _armed(killing, game, 6)
    up_to_or_dead(game, "RevealScreen")
    killing.shot(game, 1.0)
    return game, 0


def up_to_or_dead(game: Game, *names: str) -> None:
    try:
        up_to(game, *names)
    except Stuck:
        if game.process.poll() is None:
            raise


def _reviewed(killing: Killing) -> Game:
    game = _ended(killing, "ReviewScreen")
    state = game.state()
    record = latest(killing.home)
    assert record is not None
    assert record.closed == "ended", "the review is up, and the record is not closed"
    assert state["passbook"] == replayed(killing.home, record)[1], "the passbook is not that of the record"
    return game


def review(killing: Killing) -> tuple[Game, int]:
    game = _reviewed(killing)
    game.press("print")
    killing.shot(game, 0.6)
    return game, 0


def again(killing: Killing) -> tuple[Game, int]:
    """Tried again from a decision; what was tried is kept when one goes back."""
    game = _reviewed(killing)
    if game.press("try"):
        game.until_screen("PracticeScreen")
        game.look(0.5)
        game.keys("1")
        game.look(0.6)
        _armed(killing, game, 6)
        game.keys("escape")
    killing.shot(game, 0.8)
    return game, 0


def reflection(killing: Killing) -> tuple[Game, int]:
    game = _reviewed(killing)
    game.press("write")
    game.until_screen("ReflectScreen")
    game.tell(text="先に渡せた")
    game.keys("return")
    game.tell(text="待てなかった")
    game.look(0.3)
    _armed(killing, game, 12)
    game.press("keep")
    killing.shot(game, 0.8)
    return game, 0


def hand_in(killing: Killing) -> tuple[Game, int]:
    game = _reviewed(killing)
    game.press("hand_in")
    game.until_screen("HandIn")
    game.look(0.3)
    _armed(killing, game)
    game.press("file")
    killing.shot(game, 0.8)
    return game, 0


def settings(killing: Killing) -> tuple[Game, int]:
    game = killing.start()
    up_to(game, "ShelfScreen")
    game.keys("f3")
    game.until_screen("SettingsScreen")
    _armed(killing, game)
    game.press(killing.chance.choice(["furigana:False", "contrast:True", "text_percent:125"]))
    killing.shot(game, 0.5)
    return game, 0


def analysis(killing: Killing) -> tuple[Game, int]:
    """While the other process works: it comes up, computes, sends, or its work is just being kept."""
    for file in killing.home.rglob("*.analysis"):
        file.unlink()
    game = killing.start("play", SCENARIO, slow=0.02)
    up_to(game, "TalkScreen")
    killing.shot(game, 4.0)
    return game, 0


def desk(killing: Killing) -> tuple[Game, int]:
    """A report is written by the clerk, or a pack made, or one taken in, from the desk."""
    game = killing.start()
    up_to(game, "ShelfScreen")
    assert game.press("desk"), f"no way to the desk: {game.state()}"
    game.until_screen("DeskScreen")
    game.look(killing.chance.uniform(0.2, 2.0))
    game.keys("return")
    game.until_screen("ManuscriptScreen")
    _armed(killing, game, 14)
    game.press(killing.chance.choice(["report", "pack", "map"]))
    killing.shot(game, 4.0)
    return game, 0


PHASES: Final[dict[str, Callable[[Killing], tuple[Game, int]]]] = {
    "before and at the title": title,
    "who is playing, settings being written": who,
    "on the shelf": shelf,
    "a record being begun": brief,
    "an answer being given": answering,
    "between choosing and saved": saving,
    "on a slow disk, saving": flushing,
    "prediction": prediction,
    "settlement": settlement,
    "reveal, the record being closed": reveal,
    "review, a page being printed": review,
    "tried again, being kept": again,
    "reflection being kept": reflection,
    "hand-in being written": hand_in,
    "settings being written": settings,
    "the analysis being made": analysis,
    "trainer's desk at work": desk,
}
