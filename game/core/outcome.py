"""What a settled state means: trust, the deal, three years (design: "Outcome: three readings")."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core.game import Game
from game.core.scenario import BANDS, Band, Deal, Opening
from game.core.states import BROKEN, KEPT, KEPT_LATE, NEVER_HELPED, NONE, OPEN, Ints, States
from game.core.times import FAR

Wide = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Years:
    """The three-year account of a batch, every array of shape (n,).

    ``renewal`` 5…97, ``upsell`` 0…80 a year, ``workload`` 5…80, ``satisfaction`` 0…100: whole percent.
    ``value`` in units of the offer's currency over three years, None without an offer.
    """

    renewal: Ints
    upsell: Ints
    workload: Ints
    satisfaction: Ints
    value: Wide | None


def trust(game: Game, states: States) -> Ints:
    """Trust of settled states, shape (n,): credit less what a standing off the level costs."""
    book = game.book.standing
    off = np.maximum(np.abs(states["standing"]) - book.free, 0) // book.divisor
    return (states["credit"] - off).astype(np.int32)


def band_index(game: Game, states: States) -> Ints:
    """The trust band as an index into ``BANDS``, shape (n,). A scarred record is ``credited`` at most."""
    index = np.searchsorted(game.book.bands.thresholds(), trust(game, states), side="right")
    most = np.where(states["scar"] == 1, BANDS.index("credited"), len(BANDS) - 1)
    return np.minimum(index, most).astype(np.int32)


def years(game: Game, states: States, deal: Deal) -> Years:
    """The three-year account of settled states that share one ending."""
    book, level = game.book.years, trust(game, states)
    multi = _multi_year(game, states)
    renewal = book.renewal + level // book.renewal_trust_divisor + multi * book.renewal_multi_year
    renewal = np.clip(renewal, book.renewal_least, book.renewal_most)
    upsell = np.clip((level - book.upsell_from) // book.upsell_divisor, 0, book.upsell_most)
    upsell = np.where(states["expansion"] == 1, upsell * book.upsell_expansion, upsell)
    upsell = np.where(states["given"] > 0, 0, upsell)
    below = np.maximum(-states["standing"], 0)
    workload = (
        book.workload
        + book.workload_per_percent * states["given"]
        + below // book.workload_standing_divisor
        - np.maximum(level, 0) // book.workload_trust_divisor
    )
    workload = np.clip(workload, book.workload_least, book.workload_most)
    satisfaction = book.satisfaction + level // book.satisfaction_trust_divisor - states["given"]
    return Years(
        renewal.astype(np.int32),
        upsell.astype(np.int32),
        workload.astype(np.int32),
        np.clip(satisfaction, 0, 100).astype(np.int32),
        _value(game, states, deal, renewal=renewal, upsell=upsell, workload=workload),
    )


def _value(
    game: Game, states: States, deal: Deal, *, renewal: Ints, upsell: Ints, workload: Ints
) -> Wide | None:
    """Whole numbers throughout, divided down after each factor: 64 bits hold prices up to 10^12."""
    offer = game.scenario.offer
    if offer is None:
        return None
    grown = renewal.astype(np.int64) * (100 + upsell)
    factor = (10**8 + grown * 10**4 + grown * grown) // 100
    value = np.int64(offer.price) * (100 - states["conceded"].astype(np.int64)) // 100
    value = value * (100 - workload) // 100
    value = value * factor // 10**6
    if deal == "lost":
        return np.zeros_like(value)
    if deal == "open":
        chance = np.clip(trust(game, states), 0, game.book.years.open_trust_most)
        return np.asarray(value * chance // 100, dtype=np.int64)
    return np.asarray(value, dtype=np.int64)


def _multi_year(game: Game, states: States) -> Ints:
    several = np.zeros(len(states), dtype=np.int32)
    for name, terms in game.considerations.items():
        if terms.years > 1:
            several |= states[f"consideration.got:{name}"]
    return several


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one playthrough; percents whole, ``value`` None without an offer.

    ``price_percent`` is the price agreed (or last offered) in percent of the list price, 0…100;
    ``given_percent`` what of the concessions nothing came back for.
    """

    credit: int
    standing: int
    trust: int
    band: Band
    deal: Deal
    price_percent: int
    given_percent: int
    considerations: tuple[str, ...]
    scarred: bool
    expansion: bool
    renewal: int
    upsell: int
    workload: int
    satisfaction: int
    value: int | None


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """What became of a promise that was made; days from the beginning of the scenario.

    ``due_day`` is None while it waits for a scene that never came. ``status``: open, kept, broken,
    kept_late.
    """

    id: str
    made_day: int
    due_day: int | None
    status: str


def outcome(game: Game, scene: int, states: States) -> Outcome:
    """The outcome of a batch of one that has settled in this ending."""
    ending = game.scenario.scenes[scene].ending
    if ending is None:
        raise ValueError(f"scene {game.scenario.scenes[scene].id} is no ending")
    account = years(game, states, ending)
    got = [name for name in _considerations(states) if states[f"consideration.got:{name}"][0]]
    return Outcome(
        credit=int(states["credit"][0]),
        standing=int(states["standing"][0]),
        trust=int(trust(game, states)[0]),
        band=BANDS[int(band_index(game, states)[0])],
        deal=ending,
        price_percent=100 - int(states["conceded"][0]),
        given_percent=int(states["given"][0]),
        considerations=tuple(got),
        scarred=bool(states["scar"][0]),
        expansion=bool(states["expansion"][0]),
        renewal=int(account.renewal[0]),
        upsell=int(account.upsell[0]),
        workload=int(account.workload[0]),
        satisfaction=int(account.satisfaction[0]),
        value=None if account.value is None else int(account.value[0]),
    )


def _considerations(states: States) -> list[str]:
    prefix = "consideration.got:"
    return [name.removeprefix(prefix) for name in states.layout.columns if name.startswith(prefix)]


def promise_records(game: Game, states: States) -> tuple[PromiseRecord, ...]:
    """Every promise made in a batch of one, in the order declared."""
    names = {OPEN: "open", KEPT: "kept", BROKEN: "broken", KEPT_LATE: "kept_late"}
    found = []
    for name in game.promises:
        status = int(states[f"promise.status:{name}"][0])
        if status != NONE:
            due = int(states[f"promise.due:{name}"][0])
            made = int(states[f"promise.made:{name}"][0])
            found.append(PromiseRecord(name, made, due if due < FAR else None, names[status]))
    return tuple(found)


def opening_after(game: Game, states: States) -> Opening:
    """What a scenario that ``continues`` this one begins with: from a settled batch of one.

    Credit, standing, scar, facts, terms, favours and open promises carry over; the day begins anew,
    so promises are counted in days left and favours in days ago.
    """
    day = int(states["day"][0])

    def ids(prefix: str) -> Mapping[str, int]:
        return {
            name.removeprefix(prefix): int(states[name][0])
            for name in game.layout.columns
            if name.startswith(prefix)
        }

    statuses, dues = ids("promise.status:"), ids("promise.due:")
    open_promises = {name: dues[name] for name, status in statuses.items() if status == OPEN}
    return Opening(
        credit=int(states["credit"][0]),
        standing=int(states["standing"][0]),
        facts=tuple(name for name, known in ids("fact.known:").items() if known),
        scarred=bool(states["scar"][0]),
        given_percent=int(states["given"][0]),
        conceded_percent=int(states["conceded"][0]),
        considerations=tuple(name for name, got in ids("consideration.got:").items() if got),
        favours={name: day - at for name, at in ids("help.day:").items() if at > NEVER_HELPED},
        promises={name: due - day if due < FAR else FAR for name, due in open_promises.items()},
    )
