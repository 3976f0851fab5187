"""The calendar moves, and what falls due in between settles on its own day.

It does so for ``after``, ``wait`` and the settlement: by day, then by kind, then in the order declared.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.core.moves import Expose, Surface, Wait
from game.core.passbook import Reason
from game.core.principles import AFTER_SIGNATURE, PHASES
from game.core.rules.clarity import surface
from game.core.rules.promising import breach, due_days
from game.core.rules.recovery import left_open
from game.core.rules.terms import bill
from game.core.rules.truth import expose
from game.core.rules.turn import Turn
from game.core.states import NONE, OPEN, Ints, Mask
from game.core.times import FAR, AfterScene, Days, Time


@dataclass(frozen=True, slots=True)
class _Due:
    """Something that may fall due: on which day (``FAR``: it does not), and what happens then."""

    day: Callable[[], Ints]
    settle: Callable[[Mask], None]


def wait(turn: Turn, move: Wait, where: Mask) -> None:
    """Time the trainee takes or lets pass."""
    advance(turn, turn.game.resolve(move.time, turn.states), where)


def advance(turn: Turn, target: Days, where: Mask) -> None:
    """Move the calendar of the rows in ``where`` to the day ``target`` (n,), never backwards.

    Where the target is not known yet (``FAR``: it counts from a scene that was not entered), or has
    come already, nothing moves and nothing settles.
    """
    moving = where & (target > turn.states["day"]) & (target < FAR)
    if moving.any():
        latent = [*_promises(turn, target), *_surfacing(turn), *_coming_out(turn), *_bills(turn)]
        _run(turn, [*latent, _silence(turn)], target, moving)


def settle(turn: Turn, where: Mask) -> None:
    """After the last scene: time runs on, and everything latent comes to light within it."""
    book, states = turn.game.book.settlement, turn.states
    start = states["day"].copy()
    end = start + book.days
    latent = [
        *_promises(turn, end),
        *_surfacing(turn, np.minimum(start + book.blur_after, end), end),
        *_coming_out(turn, np.minimum(start + book.lie_after, end), end),
        *_bills(turn, end),
        *_unanswered(turn, end),
    ]
    _run(turn, latent, end, where)


def _run(turn: Turn, latent: list[_Due], target: Days, where: Mask) -> None:
    """Settle what is due up to ``target`` in the rows of ``where``, all of which it lies ahead of."""
    states, choice = turn.states, turn.choice
    turn.choice = None
    while latent:
        days = np.stack([due.day() for due in latent])
        first, day = days.argmin(axis=0), days.min(axis=0)
        pending = where & (day <= target)
        if not pending.any():
            break
        for index in np.unique(first[pending]):
            now = pending & (first == index)
            states.put("day", now, np.maximum(day, states["day"]))
            latent[index].settle(now)
    turn.choice = choice
    states.put("day", where, target)
    # A new day forgives the questions of the day before, never the patience that was banked.
    states.put("questions", where & (states["questions"] > 0), 0)


def _promises(turn: Turn, target: Days) -> list[_Due]:
    """A promise is broken when its day has passed: still good on the day itself."""

    def day(name: str) -> Ints:
        due = due_days(turn, name)
        return np.where(due < target, due, FAR)

    return [
        _Due(lambda name=name: day(name), lambda now, name=name: breach(turn, name, now, "break.due"))  # type: ignore[misc]
        for name in turn.game.promises
    ]


def _latent(turn: Turn, kind: str, name: str, otherwise: Ints | int, latest: Ints | int) -> Ints:
    status, due = turn.states[f"{kind}.status:{name}"], turn.states[f"{kind}.due:{name}"]
    day = np.minimum(np.where(due < FAR, due, otherwise), latest)
    return np.where(status == OPEN, day, FAR)


def _surfacing(turn: Turn, otherwise: Ints | int = FAR, latest: Ints | int = FAR) -> list[_Due]:
    return [
        _Due(
            lambda name=name: _latent(turn, "blur", name, otherwise, latest),  # type: ignore[misc]
            lambda now, name=name: surface(turn, Surface(name), now),  # type: ignore[misc]
        )
        for name in turn.states.layout.blurs
    ]


def _coming_out(turn: Turn, otherwise: Ints | int = FAR, latest: Ints | int = FAR) -> list[_Due]:
    return [
        _Due(
            lambda name=name: _latent(turn, "lie", name, otherwise, latest),  # type: ignore[misc]
            lambda now, name=name: expose(turn, Expose(name), now),  # type: ignore[misc]
        )
        for name in turn.states.layout.lies
    ]


def _bills(turn: Turn, latest: Ints | int = FAR) -> list[_Due]:
    def day(number: int) -> Ints:
        due = turn.states[f"bill.due:{number}"]
        return np.where(due < FAR, np.minimum(due, latest), FAR)

    return [
        _Due(lambda n=n: day(n), lambda now, n=n: bill(turn, n, now))  # type: ignore[misc]
        for n in turn.states.layout.bills.values()
    ]


def _unanswered(turn: Turn, end: Days) -> list[_Due]:
    """Open complaints cost again, once, on the last day."""

    def due(name: str) -> _Due:
        waiting = turn.states[f"complaint.status:{name}"] == OPEN

        def settle_complaint(now: Mask) -> None:
            nonlocal waiting
            left_open(turn, name, now)
            waiting = waiting & ~now

        return _Due(lambda: np.where(waiting, end, FAR), settle_complaint)

    return [due(name) for name in turn.states.layout.complaints]


def _silence(turn: Turn) -> _Due:
    """A month without an act for the customer after the signature; three of them at most.

    An act begins a new month, not a new row: else a call in a silent year would cost more than none.
    """
    states, book = turn.states, turn.game.book.silence
    watched = np.isin(states["phase"], [1 + PHASES.index(phase) for phase in AFTER_SIGNATURE])

    def day() -> Ints:
        months = states["silent"] + 1
        counts = watched & (states["hushed"] < book.in_a_row)
        return np.where(counts, states["last_contact"] + book.days * months, FAR)

    def charge(now: Mask) -> None:
        states.put("silent", now, states["silent"] + 1)
        states.put("hushed", now, states["hushed"] + 1)
        turn.plain(now, -book.cost, "partnership", Reason("silence"), months=states["silent"])

    return _Due(day, charge)


def begin_phase(turn: Turn, phase: int, where: Mask) -> None:
    """A scene names its phase (1 + its index); the signature itself counts as contact."""
    states = turn.states
    after = {1 + PHASES.index(name) for name in AFTER_SIGNATURE}
    if phase in after:
        fresh = where & ~np.isin(states["phase"], list(after))
        turn.contact(fresh)
        states.put("hushed", fresh, 0)
    states.put("phase", where, phase)


def set_waiting_dues(turn: Turn, scene: str, where: Mask) -> None:
    """A scene is entered for the first time: what was to count from it gets its day.

    That is promises (with the day they were moved to, if they were), blurs and lies.
    """
    column, states, game = f"entered:{scene}", turn.states, turn.game
    if column not in states.layout:
        return
    first = where & (states[column] == FAR)
    states.put(column, first, states["day"])

    def give_day(name: str, time: Time | None, waiting: Mask) -> None:
        unset = first & waiting & (states[name] == FAR)
        if isinstance(time, AfterScene) and time.scene == scene and unset.any():
            states.put(name, unset, game.resolve(time, states))

    for name, promise in game.promises.items():
        moved = states[f"promise.moved:{name}"]
        made = states[f"promise.status:{name}"] != NONE
        give_day(f"promise.due:{name}", promise.due, made & (moved == 0))
        for move, number in states.layout.renegotiations.items():
            if move.promise == name:
                give_day(f"promise.due:{name}", move.due, made & (moved == number))
    for name, blur in game.blurs.items():
        give_day(f"blur.due:{name}", blur.surfaces, states[f"blur.status:{name}"] == OPEN)
    for name, lie in game.lies.items():
        give_day(f"lie.due:{name}", lie.comes_out, states[f"lie.status:{name}"] == OPEN)
