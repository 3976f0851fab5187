"""The canonical form of the states of one scene: what can no longer matter from there on is forgotten.

Two states of one scene with equal canonical forms have equal futures: the same offers, the same moves
of the balance, the same outcome, choice for choice. So the exact analysis may merge them. What is
forgotten, and why that is safe, is said at each step; a property test plays every path of random
scenarios without forgetting anything and compares.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.analysis.looks import Reads
from game.analysis.reads import STATUSES
from game.core.game import Game
from game.core.principles import AFTER_SIGNATURE, PHASES
from game.core.states import BROKEN, NEVER_HELPED, OPEN, SURFACED, Ints, Mask, States
from game.core.times import FAR

Step = Callable[[States], None]

WATCHED: Final = tuple(1 + PHASES.index(phase) for phase in AFTER_SIGNATURE)
"""The values of the phase column in which silence costs."""

DUES: Final = ("promise.due", "blur.due", "lie.due", "bill.due", "entered")
"""Columns of days in which ``FAR`` stands for "not set"."""

SINCE: Final = ("blur.day", "complaint.day")
"""Columns of days that mean something only together with a status."""


NO_STATUS: Final = ("given", "help.day", "entered")
"""Columns that are tested, but hold percents and days."""


AS_THEY_ARE: Final = (
    "questions",
    "topic.told",
    "record.times",
    "proposed",
    "start.done",
    "credit.times",
    "bill.times",
    "consideration.got",
    "demand.away",
)
"""Columns that are kept as they are where they are read at all."""


class Form:
    """The canonical form of the states of one scene, at its decision (of an ending: before it settles).

    ``kept`` are the columns (positions in the layout) in which canonical states can differ; all others
    hold what nobody reads.
    """

    def __init__(self, game: Game, reads: Reads, phases: set[int], *, pays: bool, tired: bool) -> None:
        self._game = game
        self._reads = reads
        self._layout = game.layout
        self._steps: list[Step] = []
        self._kept: set[str] = {"credit", "standing", "scar", "day"}
        self._calendar()
        self._statuses()
        self._promises()
        self._blurs_and_lies()
        self._complaints()
        self._terms(pays=pays)
        self._favours()
        self._silence_and_care(phases)
        self._counters(tired=tired)
        self.kept: NDArray[np.intp] = np.array(
            sorted(self._layout.columns[name] for name in self._kept if name in self._layout), dtype=np.intp
        )

    def apply(self, states: States) -> None:
        """Bring the columns that are kept into canonical form, in place."""
        for step in self._steps:
            step(states)

    def expand(self, cells: Ints) -> States:
        """Whole states of kept columns only, shape (kept, n); their rows are numbered from 0."""
        n = cells.shape[1]
        whole = np.repeat(self._layout.empty[:, None], n, axis=1)
        whole[self.kept] = cells
        return States(self._layout, whole, np.arange(n, dtype=np.int64))

    def _names(self, kind: str) -> list[str]:
        return [name for name in self._layout.columns if name.partition(":")[0] == kind]

    def _keep(self, name: str, step: Step | None = None) -> None:
        self._kept.add(name)
        if step is not None:
            self._steps.append(step)

    def _only_where(self, name: str, matters: Callable[[States], Mask], rest: int) -> None:
        """A column that is read only in some states; in all others it is ``rest``."""
        self._keep(name, lambda states: states.put(name, ~matters(states), rest))

    def _calendar(self) -> None:
        # The rules only compare days with each other and look at the weekday, unless somebody names a
        # date: so all days may be moved together, by whole weeks where the weekday is looked at.
        read = self._reads
        for name in self._names("entered"):
            if name in read.columns or name in read.tests:
                self._keep(name)
                if name not in read.columns:
                    # Only whether it was entered is asked: entered then is as good as entered today.
                    self._steps.append(lambda states, name=name: _entered_today(states, name))  # type: ignore[misc]
        if read.date:
            return
        period = 7 if read.weekday else 1
        dues = [self._layout.columns[name] for kind in DUES for name in self._names(kind)]
        since = [self._layout.columns[name] for kind in SINCE for name in self._names(kind)]
        helps = [self._layout.columns[name] for name in self._names("help.day")]

        def move(states: States) -> None:
            by = states["day"] - states["day"] % period
            if not by.any():
                return
            for name in ("day", "last_contact"):
                states[name] = states[name] - by
            for row in dues:
                cell = states.cells[row]
                np.subtract(cell, by, out=cell, where=cell < FAR)
            for row in since:
                states.cells[row] -= by
            for row in helps:
                cell = states.cells[row]
                np.subtract(cell, by, out=cell, where=cell > NEVER_HELPED)

        self._steps.append(move)

    def _statuses(self) -> None:
        # What is open can always come due; statuses that no test tells apart become the first of them.
        tests = {name: set(found) for name, found in self._reads.tests.items()}
        for kind in ("promise.status", "blur.status", "lie.status", "complaint.status"):
            for name in self._names(kind):
                tests.setdefault(name, set()).add(frozenset({OPEN}))
        for name, found in tests.items():
            kind = name.partition(":")[0]
            if name not in self._layout or name in self._reads.columns or kind in NO_STATUS:
                continue
            table = representatives(found)
            self._keep(name, lambda states, name=name, table=table: _look_up(states, name, table))  # type: ignore[misc]

    def _promises(self) -> None:
        can = self._reads.can
        for name in self._game.promises:
            status = f"promise.status:{name}"
            is_open = _is(status, OPEN)
            self._only_where(f"promise.due:{name}", is_open, FAR)
            if ("keep", name) in can:
                self._only_where(f"promise.fresh:{name}", is_open, 0)
                self._only_where(f"promise.cost:{name}", _is(status, BROKEN), 0)
            # Which move set the day matters while the day is not known, too: it says what it counts from.
            movable = ("renegotiate", name) in can
            waits = any(kind == "enter" for kind, _ in can)
            if movable or waits:
                self._only_where(f"promise.moved:{name}", is_open, 0)

    def _blurs_and_lies(self) -> None:
        book = self._game.book.clarity
        for name in self._layout.blurs:
            status = f"blur.status:{name}"
            self._only_where(f"blur.due:{name}", _is(status, OPEN), FAR)
            if ("own", name) in self._reads.can:
                young = _young(f"blur.day:{name}", status, SURFACED, book.fifth_days)
                self._only_where(f"blur.cost:{name}", young, 0)
                self._only_where(f"blur.day:{name}", young, 0)
        for name in self._layout.lies:
            self._only_where(f"lie.due:{name}", _is(f"lie.status:{name}", OPEN), FAR)
            if f"lie.times:{name}" in self._reads.columns:
                self._keep(f"lie.times:{name}")

    def _complaints(self) -> None:
        days = max(self._game.book.clarity.fifth_days, self._game.book.recovery.bonus_days)
        for name in self._layout.complaints:
            status, opened = f"complaint.status:{name}", f"complaint.opened:{name}"
            self._only_where(opened, _is(status, OPEN), 0)
            if ("recover", name) in self._reads.can:
                young = _young(f"complaint.day:{name}", status, OPEN, days)
                self._only_where(f"complaint.cost:{name}", young, 0)
                self._only_where(f"complaint.day:{name}", young, -FAR)
            else:
                # The sign is for who can still answer it.
                self._steps.append(lambda states, name=opened: _absolute(states, name))  # type: ignore[misc]
        if "expects" in self._reads.columns:
            self._keep("expects")

    def _terms(self, *, pays: bool) -> None:
        read = self._reads
        for number in self._layout.bills.values():
            self._keep(f"bill.due:{number}")
            self._keep(f"bill.amount:{number}")
        for name in self._names("demand.spoiled"):
            demand = name.removeprefix("demand.spoiled:")
            if ("concede", demand) in read.can:
                self._only_where(name, lambda states, d=demand: states[f"demand.status:{d}"] != 0, 0)  # type: ignore[misc]
        multi = {f"consideration.got:{name}" for name, c in self._game.considerations.items() if c.years > 1}
        valued = {"given", "conceded", "expansion", *multi} if pays else set()
        self._kept |= valued
        if "given" in read.tests and not pays:
            self._keep("given", lambda states: _at_most(states, "given", 1))

    def _favours(self) -> None:
        worth, fading = self._game.book.favours.worth, self._game.persona.fading
        for help_id in self._layout.helps:
            name = f"help.day:{help_id}"
            if name in self._reads.columns:
                self._keep(name, lambda states, name=name: _forgotten(states, name, worth * fading))  # type: ignore[misc]
            elif name in self._reads.tests:
                self._keep(name, lambda states, name=name: _forgotten(states, name, 0))  # type: ignore[misc]

    def _silence_and_care(self, phases: set[int]) -> None:
        read = self._reads
        care = {"celebrated", "followed_up"} & read.columns
        for name in care:
            mask = sum(1 << phase for phase in phases)
            self._keep(name, lambda states, name=name, mask=mask: _bits(states, name, mask))  # type: ignore[misc]
        if care:
            self._keep("phase")
        elif read.advance:
            # Nobody cares which phase it is, but silence is watched in some.
            self._keep("phase", _watched_or_not)
        if read.advance:
            most = self._game.book.silence.in_a_row
            self._keep("silent", lambda states: _silence(states, most))
            self._keep("last_contact")
            self._keep("hushed")

    def _counters(self, *, tired: bool) -> None:
        read = self._reads
        for name, most in read.counts.items():
            self._keep(name, lambda states, name=name, most=most: _at_most(states, name, most))  # type: ignore[misc]
        self._kept |= {name for name in read.columns if name.partition(":")[0] in AS_THEY_ARE}
        if "questions" in self._kept and not tired:
            # A new day comes first and forgives them; what was banked stays.
            self._steps.append(lambda states: _at_most(states, "questions", 0))


def representatives(tests: set[frozenset[int]]) -> Ints:
    """For each status the smallest one that all these tests answer alike, shape (STATUSES,)."""
    first: dict[tuple[bool, ...], int] = {}
    table = np.zeros(STATUSES, dtype=np.int32)
    for status in range(STATUSES):
        answers = tuple(status in test for test in sorted(tests, key=sorted))
        table[status] = first.setdefault(answers, status)
    return table


def _is(name: str, status: int) -> Callable[[States], Mask]:
    return lambda states: states[name] == status


def _young(day: str, status: str, when: int, days: int) -> Callable[[States], Mask]:
    """Where it has this status and is not older than so many days (older: nothing comes back)."""
    return lambda states: (states[status] == when) & (states["day"] - states[day] <= days)


def _look_up(states: States, name: str, table: Ints) -> None:
    states[name] = table[states[name]]


def _at_most(states: States, name: str, most: int) -> None:
    states[name] = np.minimum(states[name], most)


def _absolute(states: States, name: str) -> None:
    states[name] = np.abs(states[name])


def _entered_today(states: States, name: str) -> None:
    states.put(name, states[name] < FAR, states["day"])


def _forgotten(states: States, name: str, days: int) -> None:
    """A help at least so many days ago counts for nothing, however long ago it was."""
    helped = states[name] > NEVER_HELPED
    states.put(name, helped, np.maximum(states[name], states["day"] - days))


def _bits(states: States, name: str, mask: int) -> None:
    """Care is remembered for the phase now and for phases that can still come."""
    states[name] = states[name] & (mask | np.left_shift(1, states["phase"]))


def _watched_or_not(states: States) -> None:
    states["phase"] = np.where(np.isin(states["phase"], WATCHED), WATCHED[0], 0)


def _silence(states: States, most: int) -> None:
    """Unwatched, contact begins anew with the signature; after the last month charged, with an act."""
    unwatched = ~np.isin(states["phase"], WATCHED)
    states.put("hushed", unwatched, 0)
    over = unwatched | (states["hushed"] >= most)
    states.put("silent", over, 0)
    states.put("last_contact", over, states["day"])
