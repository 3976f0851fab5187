"""The rules in batches, one at a time, and against inkjs."""

import json
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.exactly import ROOT, book
from benchmarks.row import Row
from benchmarks.twin_story import stories
from game.analysis.sampling import random_play
from game.core import play
from game.core.game import Game
from game.core.passbook import Passbook
from game.format.reader import read
from game.session import Meeting

ROWS: Final = 65_536
FRIDAY: Final = ROOT / "scenarios" / "friday-checklist.yaml"
INKJS: Final = "inkjs@2.4.0"


def game_of(source: bytes) -> Game:
    """The game of a scenario's YAML; a scenario with faults stops the benchmark."""
    reading = read(source, "scenario", lang="en", rulebook=book())
    if reading.scenario is None:
        raise SystemExit("\n".join(str(finding) for finding in reading.findings))
    return Game(reading.scenario, book())


def best_of(times: int, measure: Callable[[], float]) -> float:
    """The highest of several rates: what the machine can do when nothing else disturbs it."""
    return max(measure() for _ in range(times))


def batch_rate(game: Game, seed: int = 0) -> float:
    """Random playthroughs a second in a batch of ``ROWS``."""
    begun = time.perf_counter()
    random_play(game, ROWS, np.random.default_rng(seed))
    return ROWS / (time.perf_counter() - begun)


def single_rate(game: Game, seconds: float = 3.0) -> float:
    """Random playthroughs a second, one after another through the same rules."""
    rng, plays, begun = np.random.default_rng(0), 0, time.perf_counter()
    while time.perf_counter() - begun < seconds:
        passbook = Passbook(keeps=False)
        part = play.start(game, passbook)
        while game.scenario.scenes[part.scene].choices:
            offered = np.flatnonzero(play.offered(game, part.scene, part.states)[0])
            (part,) = play.step(game, part.scene, int(rng.choice(offered)), part.states, passbook)
        play.settle(game, part.scene, part.states, passbook)
        plays += 1
    return plays / (time.perf_counter() - begun)


def against_one_at_a_time() -> list[Row]:
    """Whole playthroughs of friday-checklist, settlement included, in a batch and singly."""
    game = game_of(FRIDAY.read_bytes())
    random_play(game, 1_000, np.random.default_rng(0))
    many, one = best_of(3, lambda: batch_rate(game)), single_rate(game)
    return [
        Row("random playthroughs: a batch against one at a time", many / one, "×", least=50),
        Row(f"random playthroughs of friday-checklist, {ROWS:,} at once", many, "/s"),
        Row("random playthroughs of friday-checklist, one at a time", one, "/s"),
    ]


def against_inkjs() -> list[Row]:
    """The same long story, played at random to its end by both."""
    yaml, ink = stories()
    what = "random playthroughs of a 300-scene story: against inkjs"
    theirs = _inkjs(ink)
    if isinstance(theirs, str):
        return [Row(what, None, "×", least=100, note=theirs)]
    game = game_of(yaml.encode())
    played = random_play(game, ROWS, np.random.default_rng(0))
    ours = best_of(3, lambda: batch_rate(game))
    # Equal stories come to equal means, up to what chance does in a few hundred playthroughs.
    decisions, credit = float(played.decisions.mean()), float(played.outcomes.trust.mean())
    if abs(decisions - theirs["decisions"]) > 1 or abs(credit - theirs["credit"]) > 2:
        raise SystemExit(f"the two stories differ: {decisions}, {credit} here; {theirs} there")
    rate = theirs["plays"] / theirs["seconds"]
    return [
        Row(what, ours / rate, "×", least=100, note=f"{decisions:.1f} decisions on average on both sides"),
        Row(f"300-scene story, {ROWS:,} at once", ours, "/s"),
        Row(f"300-scene story, {INKJS.replace('@', ' ')}", rate, "/s"),
    ]


def _inkjs(ink: str, seconds: float = 5.0) -> dict[str, Any] | str:
    """What ``inkjs.js`` prints, or a sentence that says why it could not be run."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return "not measured: npm and node are not installed"
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, INKJS]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return f"not measured: npm could not install {INKJS}"
        (at / "story.ink").write_text(ink, "utf-8")
        script = shutil.copy(ROOT / "benchmarks" / "inkjs.js", at)
        command = [node, script, str(at / "story.ink"), str(seconds)]
        run = subprocess.run(command, check=False, capture_output=True, text=True)
    if run.returncode:
        return f"not measured: inkjs failed: {run.stderr.strip().splitlines()[-1:]}"
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def one_decision() -> list[Row]:
    """From a choice to the next scene's view, without a disk: along every decision of random meetings."""
    game, rng, found = game_of(FRIDAY.read_bytes()), np.random.default_rng(0), []
    for _ in range(20):
        meeting = Meeting(game)
        while not meeting.ended:
            choice = str(rng.choice([each.id for each in meeting.view.choices]))
            begun = time.perf_counter()
            meeting.choose(choice)
            found.append(1000 * (time.perf_counter() - begun))
    found.sort()
    return [
        Row("one decision without the disk, 95 of 100 within", found[len(found) * 95 // 100], "ms", most=5),
        Row("one decision without the disk, median", statistics.median(found), "ms"),
    ]
