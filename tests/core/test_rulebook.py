"""The rulebook: every number there, with its reason, usable; own numbers laid over it."""

import tomllib
from copy import deepcopy
from typing import Any

import pytest

from game.core.game import Game
from game.core.moves import Inform
from game.core.rulebook import Rulebook, RulebookError, level_shift
from game.core.scenario import BANDS
from tests.core.build import BOOK, ROOT, play, straight

DATA: dict[str, Any] = tomllib.loads((ROOT / "assets/rulebook.toml").read_text("utf-8"))


def wrong(change) -> list[str]:
    data = deepcopy(DATA)
    change(data)
    with pytest.raises(RulebookError) as refused:
        Rulebook.from_mapping(data)
    assert str(refused.value)
    return refused.value.wrong


def test_every_number_of_the_file_is_in_the_book_with_a_reason():
    numbers = dict(BOOK.numbers())
    assert numbers["promising.keep.small"] == 4
    assert numbers["personas.busy.patience"] == 0

    def leaves(part: dict[str, Any], at: str) -> dict[str, dict[str, Any]]:
        if "is" in part:
            return {at: part}
        found: dict[str, dict[str, Any]] = {}
        for key, value in part.items():
            found |= leaves(value, f"{at}.{key}" if at else key)
        return found

    written = leaves(DATA, "")
    assert {name: leaf["is"] for name, leaf in written.items()} == numbers
    assert all(len(leaf["because"]) > 3 for leaf in written.values())


def test_everything_wrong_is_told_at_once():
    def change(data):
        del data["asking"]["within"]
        data["asking"]["wthin"] = {"is": 1, "because": "a slip"}
        data["truth"]["lie"] = {"is": 4.5, "because": "half"}
        data["truth"]["correct"] = {"is": True, "because": "yes"}
        data["terms"]["bill"]["because"] = " "
        data["personas"]["odd"] = 3
        data["bands"] = 7
        del data["personas"]["default"]

    assert sorted(wrong(change)) == [
        "asking.within: missing", "asking.wthin: unknown", "bands: missing", "personas.default: missing",
        "personas.odd.bill: missing", "personas.odd.fading: missing", "personas.odd.patience: missing",
        "personas.odd.promises: missing", "terms.bill: no reason given", "truth.correct: not a whole number",
        "truth.lie: not a whole number",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("asking.credit_per_tolerance", 0),
        ("personas.warm.fading", 0),
        ("standing.divisor", -2),
        ("promising.late_divisor", 0),
        ("goodwill.scale", 99),
        ("settlement.days", -1),
        ("truth.found_out", 10_001),
        ("asking.questions_least", -10_001),
    ],
)
def test_numbers_the_rules_cannot_work_with_are_refused(name: str, value: int):
    with pytest.raises(RulebookError, match=name):
        BOOK.laid_over({name: value})

    def change(data):
        part = data
        for key in name.split("."):
            part = part[key]
        part["is"] = value

    assert [each.split(":")[0] for each in wrong(change)] == [name]


def test_bands_have_to_rise():
    with pytest.raises(RulebookError, match="bands: do not rise"):
        BOOK.laid_over({"bands.trusted": 15})
    assert [BOOK.bands.floor(band) for band in BANDS] == [-200, -15, 15, 40, 65]
    assert BOOK.laid_over({"bands.vendor": -30}).bands.thresholds() == (-30, 15, 40, 65)


def test_own_numbers_of_a_scenario():
    own = {"giving.inform": 5, "personas.busy.patience": 2, "promising.keep.large": 11}
    book = BOOK.laid_over(own)
    assert {name: value for name, value in book.numbers() if dict(BOOK.numbers())[name] != value} == own
    assert play(Inform("i"), rulebook=own).amounts == [5]
    assert play(Inform("i")).amounts == [3], "the default book is as it was"
    for bad in ({"giving.infrom": 5}, {"giving": 5}, {"giving.inform": "5"}, {"giving.inform": True}):
        with pytest.raises(RulebookError):
            BOOK.laid_over(bad)
    with pytest.raises(KeyError):
        Game(straight((), persona="grumpy"), BOOK)


def test_the_hash_covers_numbers_and_not_reasons():
    data = deepcopy(DATA)
    data["truth"]["lie"]["because"] = "other words"
    assert Rulebook.from_mapping(data).hash == BOOK.hash
    assert len(BOOK.hash) == 64
    assert BOOK.laid_over({"truth.lie": 5}).hash != BOOK.hash
    assert BOOK.laid_over({"truth.lie": 4}).hash == BOOK.hash


def test_the_shift_of_a_stand():
    assert [level_shift(BOOK, level) for level in ("below", "level", "above")] == [-10, 0, 15]
