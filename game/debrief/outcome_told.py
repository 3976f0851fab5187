"""The deal and the three years, told in a person's language: a label and a value a line."""

from dataclasses import dataclass

from game.core.game import Game
from game.core.outcome import Outcome
from game.core.scenario import Scenario
from game.debrief.names import deal_name
from game.format.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the outcome."""

    label: str
    value: str


def deal_told(game: Game, outcome: Outcome, words: Words) -> str:
    """How the deal stands, at which price, against what: "Signed, 10% off, for: an interview"."""
    parts = [deal_name(outcome.deal, words)]
    if outcome.price_percent < _WHOLE:
        parts.append(words("{percent}% off", percent=_WHOLE - outcome.price_percent))
    if names := [_consideration(game.scenario, name) for name in outcome.considerations]:
        parts.append(words("in return: {considerations}", considerations=words(", ").join(names)))
    if outcome.given_percent:
        parts.append(words("{percent}% given away for nothing", percent=outcome.given_percent))
    if outcome.expansion:
        parts.append(words("with room to grow"))
    return words(", ").join(parts)


def years_told(game: Game, outcome: Outcome, best_value: int | None, words: Words) -> tuple[Told, ...]:
    """The three-year account, the value first where there is an offer."""
    rows = []
    if outcome.value is not None and game.scenario.offer is not None:
        currency = game.scenario.offer.currency
        value = money(outcome.value, currency, words)
        if best_value is not None:
            best = money(best_value, currency, words)
            value = words("{value} (on the line of best trust: {best})", value=value, best=best)
        rows.append(Told(words("Value over three years"), value))
    return (
        *rows,
        Told(words("Chance of renewal"), f"{outcome.renewal}%"),
        Told(words("More sold each year"), f"{outcome.upsell}%"),
        Told(words("Work, in percent of the price"), f"{outcome.workload}%"),
        Told(words("Their satisfaction"), f"{outcome.satisfaction}%"),
    )


def money(amount: int, currency: str, words: Words) -> str:
    """An amount of whole units with its currency, thousands parted by commas."""
    if currency == "JPY":
        return words("JPY {amount}", amount=f"{amount:,}")
    return f"{currency} {amount:,}"


_WHOLE = 100


def _consideration(scenario: Scenario, name: str) -> str:
    return next((terms.text for terms in scenario.considerations if terms.id == name), name)
