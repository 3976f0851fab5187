"""Every number of the credit model, typed and checked.

The numbers live in one data file (``assets/rulebook.toml``) with a reason beside each; whoever opens
files parses it and hands the mapping to ``Rulebook.from_mapping``. A scenario may lay its own numbers
over it by dotted name (``asking.within``). The *structure* of the rules is not a number and is code.

Longer than 300 lines because it is one table: every number of the model with its place, in one spot.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from hashlib import sha256
from typing import Any, Final, get_type_hints

from game.core.moves import How, Level, Severity, Size
from game.core.scenario import BANDS, Band

LEAST: Final = -100
MOST: Final = 100
"""The bounds of credit and of standing (the scale of the model, not a number to tune)."""


@dataclass(frozen=True, slots=True)
class BySize:
    """A number for a small, a medium and a large thing."""

    small: int
    medium: int
    large: int

    def of(self, size: Size) -> int:
        """The number for this size."""
        return int(getattr(self, size))


@dataclass(frozen=True, slots=True)
class BySeverity:
    """A number for a minor and a major complaint."""

    minor: int
    major: int

    def of(self, severity: Severity) -> int:
        """The number for this severity."""
        return int(getattr(self, severity))


@dataclass(frozen=True, slots=True)
class ByHow:
    """Percent for a visit, a call and a mail."""

    visit: int
    call: int
    mail: int

    def of(self, how: How) -> int:
        """The number for this way."""
        return int(getattr(self, how))


@dataclass(frozen=True, slots=True)
class Asking:
    """``ask`` (principle ``interrogation``)."""

    credit_per_tolerance: int
    within: int
    beyond_base: int
    beyond_step: int
    most_a_question: int
    most_a_choice: int
    closes_at_excess: int
    opens_at_credit: int
    public_weight: int
    why_lowers: int
    questions_least: int
    questions_most: int


@dataclass(frozen=True, slots=True)
class Giving:
    """``inform``, ``tell_record``, ``propose``, ``start_small``, ``help``, ``celebrate``, ``follow_up``."""

    inform: int
    banks: int
    record_told: int
    record_displayed: int
    propose: int
    propose_per_fact: int
    propose_most_facts: int
    propose_daring: int
    propose_for_us: int
    start_small: int
    help: int
    care: int


@dataclass(frozen=True, slots=True)
class Promising:
    """``promise``, ``keep``, ``break``, ``renegotiate``."""

    keep: BySize
    early: int
    breach: BySize
    late_divisor: int
    renegotiate_divisor: int


@dataclass(frozen=True, slots=True)
class Truth:
    """``lie``, ``correct``, ``expose`` (principle ``honesty``)."""

    lie: int
    found_out: int
    correct: int
    scar_divisor: int


@dataclass(frozen=True, slots=True)
class Clarity:
    """``blur`` and what follows; the mending table for ``own`` and ``recover``."""

    surface: int
    deflect: int
    deflect_standing: int
    full_days: int
    half_days: int
    fifth_days: int
    half_percent: int
    fifth_percent: int
    how: ByHow


@dataclass(frozen=True, slots=True)
class Recovery:
    """Complaints (principle ``recovery``)."""

    opens: BySeverity
    bonus: int
    bonus_days: int
    without_deed_percent: int
    formal: int
    after_recovery_percent: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Demands and concessions (``no_caving``, ``exchange``)."""

    worth: BySize
    limited_cover: int
    limited_months: int
    unlisted_cover: int
    covered: int
    given_away: int
    given_standing: int
    bill: int
    bill_days: int
    work: BySize
    next_demand_percent: int
    hold_bare: int
    hold_reason: int
    hold_alternative: int
    hold_lifts: int


@dataclass(frozen=True, slots=True)
class Standing:
    """``stand`` (principle ``equality``)."""

    below: int
    above: int
    above_credit: int
    level: int
    free: int
    divisor: int


@dataclass(frozen=True, slots=True)
class Favours:
    """``help`` remembered and ``request`` (principle ``reciprocity``)."""

    threshold: int
    standing_most: int
    worth: int
    refused: int


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing done for the customer after the signature (principle ``partnership``)."""

    days: int
    cost: int
    in_a_row: int


@dataclass(frozen=True, slots=True)
class Goodwill:
    """How far credit cushions an honest failure."""

    scale: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """Days after the last scene: how long time runs on, and when latent things come to light."""

    days: int
    blur_after: int
    lie_after: int


@dataclass(frozen=True, slots=True)
class Bands:
    """The least trust of each band above ``shut_out``."""

    vendor: int
    credited: int
    trusted: int
    partner: int

    def floor(self, band: Band) -> int:
        """The least trust of a band; of ``shut_out`` the least there is (with every standing)."""
        return 2 * LEAST if band == "shut_out" else int(getattr(self, band))

    def thresholds(self) -> tuple[int, ...]:
        """The floors of ``BANDS[1:]``, rising."""
        return tuple(self.floor(band) for band in BANDS[1:])


@dataclass(frozen=True, slots=True)
class Years:
    """The three-year account; whole percent."""

    renewal: int
    renewal_trust_divisor: int
    renewal_multi_year: int
    renewal_least: int
    renewal_most: int
    upsell_from: int
    upsell_divisor: int
    upsell_most: int
    upsell_expansion: int
    workload: int
    workload_per_percent: int
    workload_standing_divisor: int
    workload_trust_divisor: int
    workload_least: int
    workload_most: int
    satisfaction: int
    satisfaction_trust_divisor: int
    open_trust_most: int


@dataclass(frozen=True, slots=True)
class Persona:
    """A customer's temper: parameters of the same rules, never other rules.

    ``patience``: questions tolerated at credit 0. ``promises``: percent by which kept and broken
    promises weigh. ``bill``: percent of the later bill for what was given away. ``fading``: days in
    which a favour fades by one.
    """

    patience: int
    promises: int
    bill: int
    fading: int


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All numbers of the model. Points are credit points, divisors divide, percents are whole."""

    asking: Asking
    giving: Giving
    promising: Promising
    truth: Truth
    clarity: Clarity
    recovery: Recovery
    terms: Terms
    standing: Standing
    favours: Favours
    silence: Silence
    goodwill: Goodwill
    settlement: Settlement
    bands: Bands
    years: Years
    personas: Mapping[str, Persona]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> "Rulebook":
        """Build it from nested mappings whose leaves are ``{"is": int, "because": str}``.

        Raises ``RulebookError`` naming every number that is missing, unknown, not whole or without
        a reason, and if there is none of these every number the rules cannot work with.
        """
        wrong: list[str] = []
        book = _build(cls, data, "", wrong)
        if not wrong:
            assert isinstance(book, cls)
            wrong = list(_unusable(book))
        if wrong:
            raise RulebookError(wrong)
        assert isinstance(book, cls)
        return book

    def laid_over(self, own: Mapping[str, object]) -> "Rulebook":
        """This rulebook with some numbers replaced by dotted name, for one scenario.

        Raises ``RulebookError`` for names that do not exist, values that are not whole numbers, and
        numbers the rules cannot work with (a divisor of 0, bands that do not rise).
        """
        if not own:
            return self
        numbers = dict(self.numbers())
        wrong = [f"{name}: unknown" for name in own if name not in numbers]
        wrong += [f"{name}: not a whole number" for name, value in own.items() if type(value) is not int]
        if wrong:
            raise RulebookError(wrong)
        book: object = self
        for name, value in own.items():
            book = _replaced(book, name.split("."), value)
        assert isinstance(book, Rulebook)
        wrong = list(_unusable(book))
        if wrong:
            raise RulebookError(wrong)
        return book

    def numbers(self) -> Iterator[tuple[str, int]]:
        """Every number with its dotted name, in the order of the fields."""
        yield from _numbers(self, "")

    @property
    def hash(self) -> str:
        """SHA-256 (hex) over all numbers by name; reasons do not count."""
        text = "\n".join(f"{name}={value}" for name, value in sorted(self.numbers()))
        return sha256(text.encode()).hexdigest()


class RulebookError(ValueError):
    """The rulebook's data cannot be used; ``wrong`` says what, one string a number."""

    def __init__(self, wrong: list[str]) -> None:
        super().__init__("; ".join(wrong))
        self.wrong = wrong


def level_shift(book: Rulebook, level: Level) -> int:
    """What ``stand`` adds to the standing, before its special cases (``level`` moves towards 0)."""
    return {"below": -book.standing.below, "above": book.standing.above, "level": 0}[level]


def _build(kind: type, data: Mapping[str, Any], at: str, wrong: list[str]) -> object:
    hints = get_type_hints(kind)
    wrong += [f"{at}{name}: unknown" for name in data if name not in hints]
    values: dict[str, object] = {}
    for spot in fields(kind):
        name = f"{at}{spot.name}"
        part, hint = data.get(spot.name), hints[spot.name]
        if not isinstance(part, Mapping):
            wrong.append(f"{name}: missing")
        elif hint is int:
            values[spot.name] = _number(part, name, wrong)
        elif is_dataclass(hint) and isinstance(hint, type):
            values[spot.name] = _build(hint, part, f"{name}.", wrong)
        else:
            values[spot.name] = {
                key: _build(Persona, value if isinstance(value, Mapping) else {}, f"{name}.{key}.", wrong)
                for key, value in part.items()
            }
            wrong += [] if "default" in part else [f"{name}.default: missing"]
    return kind(**values) if not wrong else None


def _number(part: Mapping[str, Any], name: str, wrong: list[str]) -> int:
    value = part.get("is")
    if type(value) is not int:
        wrong.append(f"{name}: not a whole number")
        return 0
    if not str(part.get("because", "")).strip():
        wrong.append(f"{name}: no reason given")
    return value


def _numbers(part: object, at: str) -> Iterator[tuple[str, int]]:
    if isinstance(part, int):
        yield at, part
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _numbers(value, f"{at}.{key}")
    else:
        assert is_dataclass(part)
        for spot in fields(part):
            yield from _numbers(getattr(part, spot.name), f"{at}.{spot.name}" if at else spot.name)


def _replaced(part: object, names: list[str], value: object) -> object:
    if not names:
        return value
    first, rest = names[0], names[1:]
    if isinstance(part, Mapping):
        return {**part, first: _replaced(part[first], rest, value)}
    assert is_dataclass(part)
    assert not isinstance(part, type)
    return replace(part, **{first: _replaced(getattr(part, first), rest, value)})


LARGEST: Final = 10_000
"""No number of the rulebook is larger: so all sums stay far within 32 bits."""

_DIVIDES: Final = frozenset({"credit_per_tolerance", "fading", "divisor"})
_MAY_BE_NEGATIVE: Final = ("asking.questions_least", "bands.")


def _unusable(book: Rulebook) -> Iterator[str]:
    """What would make the rules divide by nothing, run backwards or overflow, one string a number."""
    for name, value in book.numbers():
        last = name.rpartition(".")[2]
        least = -LARGEST if name.startswith(_MAY_BE_NEGATIVE) else 0
        if last in _DIVIDES or last.endswith("_divisor"):
            least = 1
        if name == "goodwill.scale":
            least = MOST  # below it credit would turn a failure into a deposit
        if not least <= value <= LARGEST:
            yield f"{name}: not within {least} and {LARGEST}"
    floors = book.bands.thresholds()
    if list(floors) != sorted(set(floors)):
        yield "bands: do not rise"
