"""The trust outcome as sentences: what the customer does next time (design: the bands).

Every sentence says whom they call in trouble, whether they grant a favour, whether they renew without
a tender. Which of a band's three wordings is told depends on the path alone, so a path always reads
the same.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Final

from game.core.scenario import Band, Line, Scenario
from game.debrief.names import addressed
from game.format.words import Words

_Told = Callable[[Words, str], str]

_SENTENCES: Final[Mapping[Band, tuple[_Told, _Told, _Told]]] = {
    "shut_out": (
        lambda words, name: words(
            "{customer} no longer takes your calls. Trouble goes to somebody else, no favour is to be "
            "had, and the renewal is not talked over with you.",
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
            "{customer} will ask you for a quote, among others. On a bad night it is still somebody else "
            "they call; a favour is declined, and the renewal goes to tender.",
            customer=name,
        ),
        lambda words, name: words(
            "To {customer} you are one of three suppliers. Another one hears of trouble first, favours "
            "are put off, and at renewal the cheapest wins.",
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
            "{customer} takes your word. In trouble they look for help in-house first, and call you after "
            "that; it is too early for a large favour, and at renewal they get one other quote.",
            customer=name,
        ),
        lambda words, name: words(
            "What you say, {customer} writes down as it stands. They do not lean on you yet: you are the "
            "second call, favours stay small, and the renewal takes a second quote.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} no longer checks your figures. In difficulty you are on the list, though not at "
            "its top; a favour depends on the day, and so does a renewal without a tender.",
            customer=name,
        ),
    ),
    "trusted": (
        lambda words, name: words(
            "When the figures will not add up late at night, {customer} thinks of you. They agree "
            "to be interviewed, and renew without asking anybody else.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} calls you before the trouble has been put on paper. Ask for an introduction and "
            "you get it; the renewal is a formality.",
            customer=name,
        ),
        lambda words, name: words(
            "When something goes wrong, {customer} says “one call first”, and the call is to you. A "
            "favour is granted gladly, and nobody speaks of a tender.",
            customer=name,
        ),
    ),
    "partner": (
        lambda words, name: words(
            "{customer} calls you first, even about what is not yours to mend. They introduce you "
            "unasked, and plan the next three years with you, without a tender.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} tells you of the trouble before anybody in the company hears of it. Your favour "
            "is granted before you have finished asking, and whether to renew is not a question.",
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
    "vendor": lambda words: words("Do send us a quote next time, too. We shall be comparing."),
    "credited": lambda words: words("What you tell me, I can pass on as it stands."),
    "trusted": lambda words: words("When we were in trouble, you were the one I thought of."),
    "partner": lambda words: words("Let us think it through together, as we always do."),
}


def trust_sentence(band: Band, customer: str, path: Sequence[str], words: Words) -> str:
    """What the customer of this name does next time."""
    return _SENTENCES[band][wording_of(path)](words, addressed(customer, words))


def wording_of(path: Sequence[str]) -> int:
    """Which of three wordings a path is told in, 0…2, the same on every machine."""
    return sha256("\n".join(path).encode()).digest()[0] % 3


def epilogue(scenario: Scenario, band: Band, words: Words) -> tuple[Line, ...]:
    """The last words in the customer's voice: the scenario's own, else a general one."""
    return scenario.epilogue.get(band) or (Line("customer", _EPILOGUES[band](words)),)
