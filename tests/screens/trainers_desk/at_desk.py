"""A window with the trainer's desk in it, and clerks that work in this process: at once, or step by step."""

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from game.deskwork.bench import Bench
from game.deskwork.clerk import Task, done_by
from game.deskwork.outside import Handed
from game.screens.trainers_desk.chooser import Listed, listed
from tests.screens.driving import SCENARIO, Driver
from tests.screens.meetings import let_pass

TEXT = SCENARIO.format(id="draft", title="下書き", level="beginner").replace(
    "headcount: {text: 従業員は六十名, public: true}, ", ""
)
"""In it nothing is found; judged by its teaching, it gets advice."""

BROKEN = TEXT.replace("goto: end", "goto: nowhere", 1).replace("goto: end", "goto: nobody", 1)
"""It has two faults, in lines 30 and 31."""

SAVED = 1_772_535_600
"""When files were saved that nobody has saved since: 3 March 2026, the same day from Samoa to Fiji."""


def sent(value):
    """A value as it comes out of another process."""
    return pickle.loads(pickle.dumps(value))


class AtOnce:
    """Does its work when it is first looked at; ``asked`` are the names of what it was asked for."""

    def __init__(self):
        self.asked = []
        self._work = None

    def ask(self, do, *arguments):
        self.asked.append(do.__name__)
        task = Task()
        self._work = (task, do, sent(arguments))
        return task

    def look(self):
        if self._work is not None:
            (task, do, arguments), self._work = self._work, None
            task.take(*sent(done_by(do, lambda value: task.take("told", sent(value)), arguments)))

    def stop(self):
        if self._work is not None:
            task, self._work = self._work[0], None
            task.done = task.stopped = True

    def close(self):
        pass


class Slowly(AtOnce):
    """Tells the first ``steps`` things of its work, and comes to no end before it is told to go on."""

    def __init__(self, steps):
        super().__init__()
        self.steps = steps
        self.held = []
        self.told = 0

    def look(self):
        if self._work is None:
            return
        task, do, arguments = self._work
        if not self.held:
            end = done_by(do, lambda value: self.held.append(("told", sent(value))), arguments)
            self.held.append(end)
        while self.told < self.steps and self.held[self.told][0] == "told":
            task.take(*self.held[self.told])
            self.told += 1

    def go_on(self):
        self.look()
        assert self._work is not None
        for kind, value in self.held[self.told :]:
            self._work[0].take(kind, value)
        self._work, self.held, self.told = None, [], 0

    def stop(self):
        super().stop()
        self.held, self.told = [], 0


class Desk(Driver):
    """A driven window with a desk; ``hire`` finds the clerks."""

    def __init__(self, home, *, hire=AtOnce, **parts):
        super().__init__(home, **{"scenarios": 0, **parts})
        self.backstage.bench = Bench(self.library, hire)

    @property
    def bench(self):
        return self.backstage.bench

    def own(self, name, text=TEXT, *, saved=SAVED):
        """A file in the trainer's own folder."""
        return put(self.library.own / name, text, saved=saved)

    def wait(self, seconds=0.5):
        let_pass(self, seconds)
        return self

    def desk(self):
        return self.go("desk").wait()

    def opened(self, file):
        """The window with this file open on the desk."""
        self.bench.open = file
        return self.go("manuscript").wait()


def put(file: Path, text, *, saved=SAVED):
    """A file with a text, saved at a known time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, bytes):
        file.write_bytes(text)
    else:
        file.write_text(text, encoding="utf-8")
    os.utime(file, (saved, saved))
    return file


@contextmanager
def staying_in(home: Path) -> Iterator[None]:
    """The desk leads no farther than this folder, and no other program is started."""

    def within(folder: Path) -> Listed:
        return listed(folder) if folder.is_relative_to(home) else Listed()

    with (
        patch("game.screens.trainers_desk.chooser.listed", within),
        patch("game.screens.trainers_desk.chooser.known_folders", lambda: {"home": home}),
        patch("game.deskwork.outside._started", lambda _: Handed(None, failed=True)),
    ):
        yield
