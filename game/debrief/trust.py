"""The trust outcome as sentences: what the customer does next time (design: the bands).

Every sentence says whom they call in trouble, whether they grant a favour, whether they renew without
a tender. Which of a band's three wordings is told depends on the path alone, so a path always reads
the same.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Final

from game.core.scenario import Band, Line, Scenario
from game.format.words import Words

_Told = Callable[[Words, str], str]

_SENTENCES: Final[Mapping[Band, tuple[_Told, _Told, _Told]]] = {
    "shut_out": (
        lambda words, name: words(
            "{customer} no longer takes your calls. In trouble, in need, at renewal: it is somebody else.",
            customer=name,
        ),
        lambda words, name: words(
            "When something breaks, {customer} calls anybody but you. "
            "A favour is out of the question, and the renewal goes elsewhere.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} has your card in the drawer, face down. "
            "No call in trouble, no favour, no invitation to the next tender.",
            customer=name,
        ),
    ),
    "vendor": (
        lambda words, name: words(
            "{customer} will ask you for a quote, among others. In a bad night it is still somebody else "
            "they call; a favour is declined, and the renewal goes to tender.",
            customer=name,
        ),
        lambda words, name: words(
            "To {customer} you are one of three suppliers. Trouble is told to another one first, "
            "favours are put off, and at renewal the cheapest wins.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} knows your price, not yet your worth. They call you when the contract says so, "
            "grant no favour, and compare again before they renew.",
            customer=name,
        ),
    ),
    "credited": (
        lambda words, name: words(
            "{customer} takes your word. In trouble they look for help in their own house first, "
            "then call you; a large favour is still too early, and the renewal is compared with one other.",
            customer=name,
        ),
        lambda words, name: words(
            "What you say is written down by {customer} as it is. They do not lean on you yet: "
            "the call comes second, favours stay small, and the renewal wants a second quote.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} no longer checks your figures. In a difficulty you are on the list, not at its top; "
            "a favour depends on the day, and so does a renewal without a tender.",
            customer=name,
        ),
    ),
    "trusted": (
        lambda words, name: words(
            "When the figures do not add up at night, {customer} thinks of you. "
            "They agree to be interviewed, and renew without asking others.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} calls you before the trouble is in the papers on the desk. "
            "Ask for an introduction and you get it; the renewal is a formality.",
            customer=name,
        ),
        lambda words, name: words(
            "“Let us ask them first,” says {customer} when something goes wrong. "
            "A favour is granted gladly, and nobody speaks of a tender.",
            customer=name,
        ),
    ),
    "partner": (
        lambda words, name: words(
            "{customer} calls you first, even with what is none of your business. "
            "They introduce you unasked, and plan the next three years with you, without a tender.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} tells you of the trouble before their own head office hears of it. "
            "Your favour is granted before you have finished asking; renewal is not a question.",
            customer=name,
        ),
        lambda words, name: words(
            "In front of others {customer} says “we” and means you too. "
            "You are the first call in trouble, you may ask for anything fair, and no tender is ever held.",
            customer=name,
        ),
    ),
}

_EPILOGUES: Final[Mapping[Band, Callable[[Words], str]]] = {
    "shut_out": lambda words: words("I am sorry. Please do not call again."),
    "vendor": lambda words: words("Do send us a quote next time. We will compare."),
    "credited": lambda words: words("What you say, I can pass on as it is."),
    "trusted": lambda words: words("When we were in trouble, you were the one I thought of."),
    "partner": lambda words: words("Let us think it through together, as we always do."),
}


def trust_sentence(band: Band, customer: str, path: Sequence[str], words: Words) -> str:
    """What the customer (named as they are addressed) does next time."""
    return _SENTENCES[band][wording_of(path)](words, customer)


def wording_of(path: Sequence[str]) -> int:
    """Which of three wordings a path is told in, 0…2, the same on every machine."""
    return sha256("\n".join(path).encode()).digest()[0] % 3


def epilogue(scenario: Scenario, band: Band, words: Words) -> tuple[Line, ...]:
    """The last words in the customer's voice: the scenario's own, else a general one."""
    return scenario.epilogue.get(band) or (Line("customer", _EPILOGUES[band](words)),)
