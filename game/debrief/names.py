"""The names a person reads for principles, bands, deals and promises, in their language."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from game.core.moves import Size
from game.core.principles import Principle
from game.core.scenario import Band, Deal
from game.format.words import Words

_Name = Callable[[Words], str]

_FAMILY_NAME: Final = re.compile(r"([^ \u3000]*[ぁ-ん一-鿿々][^ \u3000]*)[ \u3000]+\S+")

_PRINCIPLES: Final[Mapping[Principle, _Name]] = {
    "promise": lambda words: words("Promises"),
    "interrogation": lambda words: words("Questions"),
    "track_record": lambda words: words("Track record"),
    "enthusiasm": lambda words: words("Enthusiasm"),
    "honesty": lambda words: words("Honesty"),
    "clarity": lambda words: words("Clarity"),
    "recovery": lambda words: words("Recovery"),
    "equality": lambda words: words("Equality"),
    "usefulness": lambda words: words("Usefulness"),
    "shared_joy": lambda words: words("Shared joy"),
    "partnership": lambda words: words("Partnership"),
    "no_caving": lambda words: words("No caving in"),
    "exchange": lambda words: words("Something in return"),
    "start_small": lambda words: words("Room to grow"),
    "reciprocity": lambda words: words("Reciprocity"),
}

_BANDS: Final[Mapping[Band, _Name]] = {
    "shut_out": lambda words: words("Shut out"),
    "vendor": lambda words: words("Vendor"),
    "credited": lambda words: words("Credited"),
    "trusted": lambda words: words("Trusted"),
    "partner": lambda words: words("Partner"),
}

_DEALS: Final[Mapping[Deal, _Name]] = {
    "signed": lambda words: words("Signed"),
    "lost": lambda words: words("Lost"),
    "open": lambda words: words("Still open"),
}

_STATUSES: Final[Mapping[str, _Name]] = {
    "open": lambda words: words("not due yet"),
    "kept": lambda words: words("kept"),
    "broken": lambda words: words("broken"),
    "kept_late": lambda words: words("kept, but late"),
}

_SIZES: Final[Mapping[Size, _Name]] = {
    "small": lambda words: words("small"),
    "medium": lambda words: words("medium"),
    "large": lambda words: words("large"),
}


_POLICIES: Final[Mapping[str, tuple[_Name, _Name]]] = {
    "honest": (
        lambda words: words("Honest"),
        lambda words: words("gives before it asks, keeps its word, tells the truth"),
    ),
    "interrogator": (
        lambda words: words("Interrogator"),
        lambda words: words("asks whatever can be asked"),
    ),
    "caver": (lambda words: words("Caver"), lambda words: words("gives in to every demand, and bows")),
    "liar": (lambda words: words("Liar"), lambda words: words("lies or blurs, and never corrects it")),
    "forgetful": (
        lambda words: words("Forgetful"),
        lambda words: words("promises gladly, and forgets"),
    ),
    "pusher": (lambda words: words("Pusher"), lambda words: words("pushes what suits us, and presses")),
    "random": (lambda words: words("At random"), lambda words: words("takes any choice")),
    "best": (lambda words: words("Best path"), lambda words: words("the highest trust there is")),
    "worst": (lambda words: words("Worst path"), lambda words: words("the lowest trust there is")),
}
"""The ways of selling of the analysis: what each is called, and what it does."""


def policy_name(policy: str, words: Words) -> str:
    """A way of selling in a word; ``KeyError`` for one that is none."""
    return _POLICIES[policy][0](words)


def policy_told(policy: str, words: Words) -> str:
    """What a way of selling does, in half a sentence."""
    return _POLICIES[policy][1](words)


def addressed(name: str, words: Words) -> str:
    """A person as one speaks of them: 「岸本」 for 「岸本 治」 in Japanese; any other name is left whole."""
    family = _FAMILY_NAME.fullmatch(name) if words.lang == "ja" else None
    return family[1] if family else name


def principle_name(principle: Principle, words: Words) -> str:
    """A principle in a word or two, short enough for a column of the passbook."""
    return _PRINCIPLES[principle](words)


def band_name(band: Band, words: Words) -> str:
    """A trust band in a word: what is stamped into the passbook."""
    return _BANDS[band](words)


def deal_name(deal: Deal, words: Words) -> str:
    """How the deal stands."""
    return _DEALS[deal](words)


def promise_status_name(status: str, words: Words) -> str:
    """What became of a promise; ``status`` as in ``PromiseRecord``, ``KeyError`` for any other."""
    return _STATUSES[status](words)


def size_name(size: Size, words: Words) -> str:
    """How much a promise or a consideration weighs."""
    return _SIZES[size](words)
