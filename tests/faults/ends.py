"""The program is ended or held up from outside: its window is closed, a signal comes, its display goes."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import psutil

from tests.faults.killing import changed_of
from tests.faults.playing import SCENARIO, furnish, kept, others, replayed, up_to
from tests.faults.rows import Row
from tests.faults.running import Game, Stuck
from tests.window.real_window import screen

PHASES: Final = (
    "TitleScreen", "WhoScreen", "ShelfScreen", "SettingsScreen", "HelpScreen", "BriefScreen", "TalkScreen",
    "PredictionScreen", "SettlementScreen", "RevealScreen", "ReviewScreen", "PracticeScreen", "ReflectScreen",
    "HandIn", "DeskScreen", "ManuscriptScreen",
)  # fmt: skip
"""The screens a person can be at."""

BESIDE: Final = {"PracticeScreen": "try", "ReflectScreen": "write", "HandIn": "hand_in"}
"""What is pressed in the review to come to them."""


def reached(home: Path, phase: str, *, display: str | None = None, **environment: str) -> Game:
    """A program at this screen."""
    after = PHASES.index(phase) >= PHASES.index("BriefScreen") and phase not in (
        "DeskScreen",
        "ManuscriptScreen",
    )
    game = Game(home, *(("play", "due") if after else ()), display=display, environment=environment)
    try:
        if phase == "TitleScreen":
            game.until_screen("TitleScreen", "WhoScreen")
        elif phase in BESIDE:
            up_to(game, "ReviewScreen")
            game.press(BESIDE[phase])
        elif after or phase in ("WhoScreen", "ShelfScreen"):
            up_to(game, phase)
        else:
            up_to(game, "ShelfScreen")
            if phase in ("SettingsScreen", "HelpScreen"):
                game.keys("f3" if phase == "SettingsScreen" else "f1")
            else:
                game.press("desk")
                game.until_screen("DeskScreen")
                game.look(0.5)
                if phase == "ManuscriptScreen":
                    game.keys("return")
        if phase != "TitleScreen":
            game.until_screen(phase)
    except BaseException:
        game.close()
        raise
    return game


def answers(game: Game, count: int) -> None:
    """Talk on until so many choices were answered."""

    def press() -> None:
        game.keys("space", "space", "1")
        game.look(0.4)

    game.until(lambda: len(game.answered) >= count, "answers", press)


def well_left(row: Row, home: Path, foreign: dict[str, str], game: Game) -> None:
    """What must hold however it ended: all is kept, nobody is left, nothing odd is said."""
    row.answered += len(game.answered)
    row.expect(not (left := game.family.gone()), f"still running: {left}")
    said = game.said()
    row.expect("Traceback" not in said, f"a traceback: {said[-1200:]}")
    row.expect(not (changed := changed_of(foreign, others(home))), f"changed: {changed}")
    row.expect(not list(home.glob("crash-*")), "it says that it is broken")
    for one in kept(home):
        replayed(home, one)
    answered = tuple(game.answered)
    if answered:
        paths = [one.path for one in kept(home)]
        if not row.expect(any(path[-len(answered) :] == answered for path in paths), f"{answered}: {paths}"):
            row.lost += len(answered)


def ended_by(
    home: Path, fault: str, end: Callable[[Game], None], statuses: tuple[int, ...], phases: tuple[str, ...]
) -> Row:
    """Ended in each of these phases, by something that is done to it."""
    row = Row(fault)
    furnish(home)
    foreign = others(home)
    for phase in phases:
        row.times += 1
        try:
            game = reached(home, phase)
        except (Stuck, AssertionError) as wrong:
            row.wrong.append(f"{phase}: {wrong}")
            continue
        try:
            end(game)
            status = game.ended(60)
            row.expect(status in statuses, f"{phase}: exit status {status}: {game.said()[-300:]}")
            well_left(row, home, foreign, game)
            line = [each for each in game.said().splitlines() if "pygame" not in each and each.strip()]
            row.told = line[-1] if line else row.told
        except (Stuck, AssertionError) as wrong:
            row.wrong.append(f"{phase}: {wrong}")
        finally:
            game.close()
    return row


def window_closed(home: Path) -> Row:
    return ended_by(home, "window closed", lambda game: game.tell(quit=1), (0,), PHASES)


def by_signal(home: Path, number: int, fault: str, statuses: tuple[int, ...]) -> Row:
    phases = (
        "TitleScreen",
        "ShelfScreen",
        "TalkScreen",
        "PredictionScreen",
        "ReviewScreen",
        "ReflectScreen",
        "DeskScreen",
    )
    return ended_by(home, fault, lambda game: game.kill(number), statuses, phases)


def display_gone(home: Path) -> Row:
    """The server of the display is killed under the window."""
    row = Row("display gone (X server killed)")
    furnish(home)
    foreign = others(home)
    for phase in ("ShelfScreen", "TalkScreen", "PredictionScreen"):
        row.times += 1
        with screen() as display:
            game = reached(home, phase, display=display)
            try:
                _server().kill()
                status = game.ended(60)
                row.expect(status not in (0, -signal.SIGSEGV), f"{phase}: exit status {status}")
                well_left(row, home, foreign, game)
                row.told = game.said().strip().splitlines()[-1]
            except (Stuck, AssertionError) as wrong:
                row.wrong.append(f"{phase}: {wrong}")
            finally:
                game.close()
    return row


def _server() -> psutil.Process:
    """The process behind the display that was made last."""
    return [one for one in psutil.Process().children() if one.name() == "Xvfb"][-1]


def suspended(home: Path, seconds: float) -> Row:
    """Stopped and gone on with, also while its saving waits for the disk and while the analysis is made."""
    row = Row(f"suspended for {seconds:.0f} s and resumed")
    furnish(home)
    foreign = others(home)
    game = Game(home, "play", SCENARIO, plan={"slow": 0.03})
    try:
        up_to(game, "TalkScreen")
        for count in (1, 2, 4):
            row.times += 1
            answers(game, count)
            game.keys("space", "2")
            game.look(0.05)
            os.killpg(game.process.pid, signal.SIGSTOP)
            time.sleep(seconds)
            os.killpg(game.process.pid, signal.SIGCONT)
            before = game.state()
            game.look(1.0)
            after = game.state()
            row.expect(after["screen"] == "TalkScreen", f"it is at {after['screen']}")
            row.expect(len(after["path"]) - len(before["path"]) <= 1, "it went on by itself")
        game.tell(quit=1)
        row.expect(game.ended() == 0, "exit status")
        well_left(row, home, foreign, game)
    except (Stuck, AssertionError) as wrong:
        row.wrong.append(str(wrong))
    finally:
        game.close()
    return row


def sound_gone(home: Path) -> Row:
    """No device at all; one that dies while it plays (it is a full file); one that is unplugged."""
    row = Row("no sound device; one that goes")
    furnish(home)
    foreign = others(home)
    silent: tuple[dict[str, str], ...] = (
        {"SDL_AUDIODRIVER": "pulseaudio"},
        {"SDL_AUDIODRIVER": "nonsense"},
        {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": "/dev/full"},
        {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": "/no/such/place"},
    )
    for environment in silent:
        row.times += 1
        game = reached(home, "TalkScreen", **environment)
        try:
            game.tell(event="AUDIODEVICEREMOVED", parts={"which": 2, "iscapture": 0})
            answers(game, 2)
            game.tell(quit=1)
            row.expect(game.ended() == 0, f"{environment}: exit status")
            well_left(row, home, foreign, game)
        except (Stuck, AssertionError) as wrong:
            row.wrong.append(f"{environment}: {wrong}")
        finally:
            game.close()
    return row
