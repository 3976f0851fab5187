"""The two questions before the reveal, at the terminal: how it feels, and what is expected."""

from collections.abc import Callable, Sequence
from typing import Literal

from game.core.scenario import BANDS
from game.debrief.names import band_name
from game.debrief.prediction import FEELINGS, expectation, feeling_told, question
from game.format.words import Words
from game.records import Prediction
from game.terminal.console import numbered
from game.terminal.table import Table

Options = Callable[[Words], Sequence[str]]


def ask_expectation(
    table: Table, customer: Callable[[], str], switch_language: Callable[[], None]
) -> Prediction | Literal["skip", "leave"]:
    """Ask both questions; Enter leaves either one out, and without the second nothing is expected.

    ``customer`` gives their name in the language of the moment. Raises ``Left`` at the end of the input.
    """
    words = table.words
    table.say()
    table.say(words("Before the passbook is opened"))
    felt = _answer(
        table,
        lambda words: words("How do you feel now?"),
        lambda words: [feeling_told(each, words) for each in FEELINGS],
        lambda words: words("Number (Enter: skip):"),
        switch_language,
    )
    if felt == "leave":
        return "leave"
    expected = _answer(
        table,
        lambda words: question(customer(), words),
        lambda words: [
            words("{what} ({how})", what=expectation(band, words), how=band_name(band, words))
            for band in BANDS
        ],
        lambda words: words("Number (Enter: skip):"),
        switch_language,
    )
    if expected == "leave":
        return "leave"
    if not expected:
        return "skip"
    return Prediction(BANDS[expected - 1], feeling=FEELINGS[felt - 1] if felt else "")


def _answer(
    table: Table,
    asked: Callable[[Words], str],
    options: Options,
    prompt: Callable[[Words], str],
    switch_language: Callable[[], None],
) -> int | Literal["leave"]:
    """The number of the answer from 1; 0 for none."""
    shown: Words | None = None
    while True:
        words = table.words
        told = options(words)
        if shown is not words:  # at first, and again in the other language
            shown = words
            table.say("\n".join([asked(words), *(f"{n}. {each}" for n, each in enumerate(told, 1))]))
        answer = table.ask(prompt(words)).lower()
        if not answer:
            return 0
        if answer == "q":
            return "leave"
        if answer == "l":
            switch_language()
        elif number := numbered(answer, len(told)):
            return number
        else:
            table.say(words("Please type a number from 1 to {most}, or only Enter.", most=len(told)))
