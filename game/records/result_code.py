"""A result code: one meeting in at most 40 characters that a person can type, read out or photograph.

It holds which scenario was played under which rulebook, the day, the prediction, whether a coach sat
beside, and the path: enough to replay the meeting, and no score that one would have to believe. No name is
in it.

The path is a number in a mixed base: at every decision the base is how many choices were on offer there.
The first decision is the lowest digit, so that reading needs no more than playing along.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Final, NamedTuple

from game.core.game import Game
from game.core.outcome import opening_after
from game.core.passbook import Passbook
from game.core.play import offered_ids, replay, settle, start, step
from game.core.rulebook import Rulebook
from game.core.scenario import BANDS, Band, Scenario
from game.records.troubles import NotACode

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32 (2002): no I, L, O, which look like 1 and 0, and no U."""

_MEANT: Final = str.maketrans("ILO", "110")
"""What was read for what: a person who copies an I has read a 1."""

LONGEST: Final = 40
"""Characters of a code, without the hyphens that part it."""

GROUP: Final = 5
"""Characters between two hyphens."""

_FIRST_DAY: Final = date(2026, 1, 1)

_VERSION: Final = 1

_BITS: Final = 5
_FIELDS: Final = {"version": 3, "prediction": 3, "coached": 1, "day": 13, "scenario": 25, "rulebook": 10}
"""Bits of each field before the path, in their order: 55, which are eleven characters."""

_SUM: Final = 5
"""Characters of the checksum, which come last: a wrong code passes once in 33 million times."""

_HEAD: Final = sum(_FIELDS.values()) // _BITS
SHORTEST: Final = _HEAD + _SUM + 1


class Played(NamedTuple):
    """One meeting, and how it was gone through: the ids of the choices."""

    game: Game
    path: Sequence[str]


@dataclass(frozen=True, slots=True)
class Coded:
    """What a code says before it is replayed.

    ``scenario`` and ``rulebook`` are the first bits of their hashes, ``number`` is the path.
    """

    prediction: Band | None
    coached: bool
    day: date
    scenario: int
    rulebook: int
    number: int

    def is_of(self, scenarios: Sequence[Scenario], rulebook_hash: str) -> bool:
        """Whether it was made with these scenarios, those gone on from first, and this rulebook.

        Bits of a hash: another scenario answers to them once in 33 million times, and then its path
        hardly ever fits.
        """
        return self.scenario == _scenario_bits([one.hash for one in scenarios]) and (
            self.rulebook == _bits(rulebook_hash, _FIELDS["rulebook"])
        )


def result_code(
    played: Sequence[Played],
    rulebook_hash: str,
    *,
    day: date,
    prediction: Band | None = None,
    coached: bool = False,
) -> str | None:
    """The code of a meeting that has ended, with hyphens; None if its path does not fit into 40 characters.

    ``played``: the meeting, after those it goes on from. ``day``: the one it was played on; days before
    2026 and after 2048 are told as the first and the last. Raises ``NotOffered`` for a path that cannot be
    played and ``ValueError`` for one that has not come to an end.
    """
    number, base = 0, 1
    for game, path in played:
        end = replay(game, path)
        if not end.ended:
            raise ValueError("a code tells a meeting that has ended")
        for choice, before in zip(path, end.before, strict=True):
            offered = offered_ids(game, before)
            number += base * offered.index(choice)
            base *= len(offered)
    fields = {
        "version": _VERSION,
        "prediction": 0 if prediction is None else 1 + BANDS.index(prediction),
        "coached": int(coached),
        "day": min(max((day - _FIRST_DAY).days, 0), 2 ** _FIELDS["day"] - 1),
        "scenario": _scenario_bits([game.scenario.hash for game, _ in played]),
        "rulebook": _bits(rulebook_hash, _FIELDS["rulebook"]),
    }
    head = 0
    for name, bits in _FIELDS.items():
        head = head << bits | fields[name]
    body = _written(head, _HEAD) + _written(number)
    code = body + _sum(body)
    return None if len(code) > LONGEST else parted(code)


def is_code(text: str) -> bool:
    """Whether a text is a result code, of whatever meeting."""
    try:
        read_code(text)
    except NotACode:
        return False
    return True


def parted(code: str) -> str:
    """A code in groups of five, as it is shown."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(text: str) -> Coded:
    """What a typed code says. Case, spaces, hyphens, full width and the usual misreadings are no matter.

    Raises ``NotACode``.
    """
    code = _plain(text)
    for letter in code:
        if letter not in ALPHABET:
            raise NotACode(text, "letter", letter)
    if not SHORTEST <= len(code) <= LONGEST:
        raise NotACode(text, "length")
    body, checksum = code[:-_SUM], code[-_SUM:]
    if _sum(body) != checksum:
        raise NotACode(text, "checksum")
    head, fields = _read(body[:_HEAD]), {}
    for name, bits in reversed(_FIELDS.items()):
        fields[name] = head & (1 << bits) - 1
        head >>= bits
    number = _read(body[_HEAD:])
    if fields["version"] != _VERSION or fields["prediction"] > len(BANDS) or _written(number) != body[_HEAD:]:
        raise NotACode(text, "version")
    return Coded(
        prediction=BANDS[fields["prediction"] - 1] if fields["prediction"] else None,
        coached=bool(fields["coached"]),
        day=_FIRST_DAY + timedelta(days=fields["day"]),
        scenario=fields["scenario"],
        rulebook=fields["rulebook"],
        number=number,
    )


def played_back(coded: Coded, scenarios: Sequence[Scenario], rulebook: Rulebook) -> tuple[Played, ...] | None:
    """The meetings a code tells, those gone on from first; None if its path does not fit these scenarios."""
    left, found, opening = coded.number, [], None
    for scenario in scenarios:
        game = Game(scenario, rulebook, opening)
        passbook = Passbook(keeps=False)
        part, path = start(game, passbook), list[str]()
        while game.scenario.scenes[part.scene].ending is None:
            offered = offered_ids(game, part)
            if not offered:
                return None
            left, taken = divmod(left, len(offered))
            path.append(offered[taken])
            ids = [choice.id for choice in game.scenario.scenes[part.scene].choices]
            (part,) = step(game, part.scene, ids.index(offered[taken]), part.states, passbook)
        settle(game, part.scene, part.states, passbook)
        opening = opening_after(game, part.states)
        found.append(Played(game, tuple(path)))
    return tuple(found) if not left else None


def _plain(text: str) -> str:
    typed = unicodedata.normalize("NFKC", text).upper()
    return "".join(one for one in typed if one.isalnum()).translate(_MEANT)


def _written(number: int, least: int = 1) -> str:
    """A number in base 32, the highest digit first, filled up to ``least`` characters."""
    digits = []
    while number:
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    return "".join(reversed(digits)).rjust(least, ALPHABET[0])


def _read(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * len(ALPHABET) + ALPHABET.index(digit)
    return number


def _sum(body: str) -> str:
    return _written(_bits(sha256(body.encode()).hexdigest(), _SUM * _BITS), _SUM)


def _scenario_bits(hashes: Sequence[str]) -> int:
    """One scenario's own hash, or that of all a meeting has gone through."""
    whole = hashes[0] if len(hashes) == 1 else sha256("\n".join(hashes).encode()).hexdigest()
    return _bits(whole, _FIELDS["scenario"])


def _bits(hexadecimal: str, bits: int) -> int:
    """The first bits of a hash."""
    return int(hexadecimal, 16) >> 4 * len(hexadecimal) - bits
