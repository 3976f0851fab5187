"""Killed by ``kill -9`` in every phase of a meeting and of saving, then gone on with."""

import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.faults.killing import Killing, changed_of
from tests.faults.phases import PHASES
from tests.faults.playing import SCENARIO, kept, others, replayed
from tests.faults.rows import Row
from tests.faults.running import Stuck
from tests.faults.terminals import Terminal

WEIGHTS: Final = {"an answer being given": 3, "between choosing and saved": 5, "on a slow disk, saving": 3}
"""How often the phases in which decisions are at stake come, where the others come once."""


def terminal(killing: Killing) -> None:
    """In the terminal: every answer that was printed stands in the record."""
    row = killing.rows.setdefault("terminal", Row("kill -9: in a terminal, at any moment"))
    row.times += 1
    at = Terminal(killing.home, "play", SCENARIO, "--text", "--lang", "en", plan={"slow": 0.01})
    try:
        at.until("Name (Enter")
        at.type("")
        was = killing.known
        if "Continue it?" in at.until("Continue it?", "Your choice:"):
            at.type("y")
            at.until("Your choice:")
        answered, more = 0, killing.chance.randrange(4)
        for _ in range(more):
            at.type("1")
            if "Your choice:" not in at.until("Your choice:", "Enter: go on", "(Enter", "Number"):
                break
            answered += 1
        at.type("1")
        time.sleep(killing.chance.uniform(0.0, 0.25))
        at.kill()
        row.expect(at.ended() == -signal.SIGKILL, "it was not killed")
        found = {one.file.name: one for one in kept(killing.home)}
        grown = [one for name, one in found.items() if one.path != was.get(name, ())]
        row.answered += answered
        there = sum(len(one.path) - len(was.get(one.file.name, ())) for one in grown)
        if not row.expect(answered <= there <= answered + 1, f"{there} of {answered} answered decisions"):
            row.lost += max(answered - there, 0)
        for one in grown:
            replayed(killing.home, one)
        row.expect(not (left := at.family.gone()), f"still running: {left}")
        row.expect(not (changed := changed_of(killing.foreign, others(killing.home))), f"changed: {changed}")
        killing.known = {one.file.name: one.path for one in kept(killing.home)}
    except (Stuck, AssertionError) as wrong:
        row.wrong.append(f"no. {row.times}: {wrong}")
    finally:
        at.close()


def killed(home: Path, seed: int, times: int, say: Callable[[str], None], display: str | None) -> list[Row]:
    """Killed so many times, in all phases in turn; a row for each."""
    killing = Killing(home, seed, display=display)
    turn = [name for name in PHASES for _ in range(WEIGHTS.get(name, 1))] + ["terminal"] * 2
    killing.chance.shuffle(turn)
    told: dict[str, int] = {}
    for number in range(times):
        phase = turn[number % len(turn)]
        if phase == "terminal":
            terminal(killing)
        else:
            killing.once(phase, PHASES[phase])
        row = killing.rows[phase]
        wrong = sum(len(each.wrong) for each in killing.rows.values())
        say(f"killed {number + 1} of {times} times, {wrong} things wrong: {phase}")
        for each in row.wrong[told.get(phase, 0) :]:
            say(f"  {each}")
        told[phase] = len(row.wrong)
    return list(killing.rows.values())
