"""A home in which the program is killed again and again, and what must hold after each time."""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.records import Kept, Records
from tests.faults.playing import NAME, furnish, kept, latest, others, replayed, settings_of, up_to
from tests.faults.rows import Row
from tests.faults.running import Game, Stuck, chance_of


class Killing:
    """One home, in which a program is killed again and again, and what must hold after each time."""

    def __init__(self, home: Path, seed: int, *, display: str | None = None, asking: float = 0.5) -> None:
        self.home, self.display, self.asking = home, display, asking
        self.chance = chance_of(seed, "kills", display)
        furnish(home)
        self.foreign = others(home)
        self.known = {one.file.name: one.path for one in kept(home)}
        self.rows: dict[str, Row] = {}
        self.game: Game | None = None

    # ── one kill ────────────────────────────────────────────────────────────────────────────────

    def once(self, phase: str, kill: "Callable[[Killing], tuple[Game, int]]") -> None:
        """Kill it in a phase, look what is left, and go on with it."""
        row = self.rows.setdefault(phase, Row(f"kill -9: {phase}"))
        row.times += 1
        before = settings_of(self.home)
        try:
            game, pending = kill(self)
            self._died(row, game, pending, before)
            self._gone_on_with(row)
        except (Stuck, AssertionError) as wrong:
            row.wrong.append(f"no. {row.times}: {wrong}")
        finally:
            if self.game is not None:
                self.game.close()
                self.game = None

    def start(self, *arguments: str, **plan: Any) -> Game:
        self.game = Game(self.home, *arguments, plan=plan, display=self.display)
        return self.game

    def shot(self, game: Game, longest: float) -> None:
        """Kill it at some moment within so many seconds, unless it has died by then."""
        game.look(self.chance.uniform(0.0, longest))
        game.kill()
        game.ended()

    def _died(self, row: Row, game: Game, pending: int, before: dict[str, Any]) -> None:
        """Nobody is left, nothing is lost, nothing else is touched."""
        status = game.ended()
        row.expect(status == -signal.SIGKILL, f"it ended by {status}: {game.said()[-800:]}")
        row.expect(not (left := game.family.gone()), f"still running: {left}")
        said = game.said()
        row.expect("Traceback" not in said, f"a traceback: {said[-800:]}")
        row.expect(not (changed := changed_of(self.foreign, others(self.home))), f"changed: {changed}")
        row.expect(not list(self.home.rglob("*unreadable*")), "the settings could not be read")
        now = settings_of(self.home)
        row.expect(now.keys() >= before.keys() and now["trainee"] == NAME, f"settings: {now}")
        self._compare(row, game, pending)

    def _compare(self, row: Row, game: Game, pending: int) -> None:
        found = {one.file.name: one.path for one in kept(self.home)}
        for name, path in self.known.items():
            there = found.get(name, ())
            if not row.expect(there[: len(path)] == path, f"{name}: {path} has become {there}"):
                row.lost += max(len(path) - len(there), 1)
        was, self.known = self.known, found
        new = {name: path[len(was.get(name, ())) :] for name, path in found.items()}
        grown = {name: path for name, path in new.items() if path}
        said = tuple(game.answered)
        row.answered += len(said)
        (name, kept_now), *more = grown.items() or [("no record", ())]
        if not row.expect(kept_now[: len(said)] == said, f"answered {said}, but {name} has {kept_now} more"):
            row.lost += len(said)
        row.expect(len(kept_now) <= len(said) + pending, f"only {said} were answered, kept are {kept_now}")
        row.expect(not more, f"more than one record has grown: {grown}")

    def _gone_on_with(self, row: Row) -> None:
        """The meeting goes on in the program itself, at the same place, and what was closed replays."""
        waiting: Kept | None = None
        for one in kept(self.home):
            if one.closed is None and one.decisions:
                waiting = waiting or one
        if waiting is None:
            newest = latest(self.home)
            if newest is not None and newest.closed == "ended":
                replayed(self.home, newest)
            return
        scene, _ = replayed(self.home, waiting)
        if self.chance.random() >= self.asking:  # else the program itself says where it goes on
            record, path = Records(self.home / "records").resume(waiting.file)
            record.release()
            row.expect(path == waiting.path, f"gone on with at {path}, not {waiting.path}")
            return
        assert self.game is not None
        self.game.close()
        again = self.start()
        up_to(again, "TalkScreen", "PredictionScreen", "SettlementScreen")
        state = again.state()
        row.expect(state["path"] == list(waiting.path), f"goes on at {state['path']}, not {waiting.path}")
        row.expect(state["scene"] == scene, f"goes on in {state['scene']}, not in {scene}")
        again.kill()
        again.ended()
        row.expect(not (left := again.family.gone()), f"still running: {left}")


def changed_of(before: dict[str, str], now: dict[str, str]) -> list[str]:
    """The files that are not the program's and that are not as they were."""
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
