"""What a trainee expects before the passbook is opened, and how that compares with what came of it.

The five bands are told as what the customer will do next time: nobody has to know what a band is called
to expect something.
"""

from collections.abc import Callable, Mapping
from typing import Final, Literal, get_args

from game.core.scenario import BANDS, Band
from game.debrief.names import addressed, band_name
from game.format.words import Words

Feeling = Literal["confident", "relieved", "uneasy", "regretful", "unsure"]
FEELINGS: Final[tuple[Feeling, ...]] = get_args(Feeling)

_FEELINGS: Final[Mapping[str, Callable[[Words], str]]] = {
    "confident": lambda words: words("It went well"),
    "relieved": lambda words: words("Relieved"),
    "uneasy": lambda words: words("Something is bothering me"),
    "regretful": lambda words: words("There's something I'd take back"),
    "unsure": lambda words: words("I can't tell"),
}

_EXPECTED: Final[Mapping[Band, Callable[[Words], str]]] = {
    "shut_out": lambda words: words("No longer take my calls."),
    "vendor": lambda words: words("Ask me for a quote, and others too."),
    "credited": lambda words: words("Take my word for it, but not rely on me yet."),
    "trusted": lambda words: words("Think of me first when there is trouble, and renew without comparing."),
    "partner": lambda words: words(
        "Confide in me before their own people, and introduce me without being asked."
    ),
}

_TOO_HIGH: Final[tuple[Callable[[Words], str], ...]] = (
    lambda words: words("one step too high"),
    lambda words: words("two steps too high"),
    lambda words: words("three steps too high"),
    lambda words: words("four steps too high"),
)

_TOO_LOW: Final[tuple[Callable[[Words], str], ...]] = (
    lambda words: words("one step too low"),
    lambda words: words("two steps too low"),
    lambda words: words("three steps too low"),
    lambda words: words("four steps too low"),
)


def feeling_told(feeling: str, words: Words) -> str:
    """A feeling in a few words; one that a record holds and this version does not know, as it stands."""
    known = _FEELINGS.get(feeling)
    return feeling if known is None else known(words)


def question(customer: str, words: Words) -> str:
    """What the trainee is asked to expect of the customer of this name; the five bands answer it."""
    return words("What do you expect {customer} to do next time?", customer=addressed(customer, words))


def expectation(band: Band, words: Words) -> str:
    """What a band means for the next time, as an answer to ``question``."""
    return _EXPECTED[band](words)


def band_expected(band: str) -> Band | None:
    """The band a record says was expected; None for what is none of the five."""
    return next((each for each in BANDS if each == band), None)


def gap_of(expected: Band, reached: Band) -> int:
    """By how many bands more was expected than came of it, −4…4; below 0: less was expected."""
    return BANDS.index(expected) - BANDS.index(reached)


def gap_told(gap: int, words: Words) -> str:
    """How far off an expectation was; ``gap`` as ``gap_of`` gives it."""
    if gap == 0:
        return words("exactly right")
    steps = _TOO_HIGH if gap > 0 else _TOO_LOW
    return steps[abs(gap) - 1](words)


def prediction_told(band: str, feeling: str, reached: Band, words: Words) -> list[str]:
    """What was expected against what came of it, and how it felt before; only what was told."""
    told, expected = [], band_expected(band)
    if expected is not None:
        gap = gap_told(gap_of(expected, reached), words)
        told.append(words("You expected: {band} ({gap})", band=band_name(expected, words), gap=gap))
    if feeling:
        told.append(words("Before the reveal you felt: {feeling}", feeling=feeling_told(feeling, words)))
    return told


def prediction_json(band: str, feeling: str, reached: Band) -> dict[str, object]:
    """The same for programs: ``gap`` as ``gap_of`` gives it, null for a band nobody knows."""
    expected = band_expected(band)
    gap = None if expected is None else gap_of(expected, reached)
    return {"band": band, "feeling": feeling, "gap": gap}
