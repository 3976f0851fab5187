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
            "{customer} no longer takes your calls. Problems go to somebody else, favours are out of "
            "the question, and nobody talks to you about the renewal.",
            customer=name,
        ),
        lambda words, name: words(
            "When something breaks, {customer} calls anybody but you. Don't ask for a favour; the "
            "renewal goes elsewhere.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} keeps your card face down in a drawer. You get no call when there is "
            "trouble, no favour, and no invitation to the next tender.",
            customer=name,
        ),
    ),
    "vendor": (
        lambda words, name: words(
            "{customer} will ask you for a quote, and others too. On a bad night they still call "
            "somebody else; favours are declined, and the renewal goes to tender.",
            customer=name,
        ),
        lambda words, name: words(
            "To {customer} you are one of three suppliers. Another one hears about trouble first, "
            "favours are put off, and at renewal the cheapest wins.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} knows your price but not yet your worth. They call when the contract says "
            "so, do no favours, and compare again before they renew.",
            customer=name,
        ),
    ),
    "credited": (
        lambda words, name: words(
            "{customer} takes your word for it. When there is trouble they look for help in-house "
            "first and call you second; it is too early for a big favour, and at renewal they get "
            "one other quote.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} writes down what you say, word for word. They don't lean on you yet: you are "
            "the second call, favours stay small, and the renewal takes a second quote.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} no longer checks your figures. When there is trouble you are on the list, "
            "though not at the top; a favour depends on the day, and so does a renewal without a "
            "tender.",
            customer=name,
        ),
    ),
    "trusted": (
        lambda words, name: words(
            "When the figures won't add up late at night, {customer} thinks of you. They agree to be "
            "your reference, and renew without asking anybody else.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} calls you before anyone has written the problem down. Ask for an "
            "introduction and you get it; the renewal is a formality.",
            customer=name,
        ),
        lambda words, name: words(
            "When something goes wrong, {customer} says “one call first”, and that call is to you. "
            "Favours are done gladly, and nobody mentions a tender.",
            customer=name,
        ),
    ),
    "partner": (
        lambda words, name: words(
            "{customer} calls you first, even about things that are not yours to fix. They introduce "
            "you without being asked, and plan the next three years with you, without a tender.",
            customer=name,
        ),
        lambda words, name: words(
            "{customer} tells you about the trouble before anybody in the company hears of it. They "
            "say yes before you have finished asking a favour, and whether to renew is not even a "
            "question.",
            customer=name,
        ),
        lambda words, name: words(
            "In front of others {customer} says “we” and means you too. You are the first call when "
            "there is trouble, you can ask for anything fair, and no tender is ever held.",
            customer=name,
        ),
    ),
}

_EPILOGUES: Final[Mapping[Band, Callable[[Words], str]]] = {
    "shut_out": lambda words: words("I'm sorry. Please don't call again."),
    "vendor": lambda words: words("Do send us a quote next time as well. We'll be comparing."),
    "credited": lambda words: words("What you tell me, I can pass on word for word."),
    "trusted": lambda words: words("When we were in trouble, you were the one I thought of."),
    "partner": lambda words: words("Let's think it through together, as we always do."),
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
