"""A scenario under a rulebook: all that the rules look things up in, made once and never changed."""

from game.core.rulebook import Persona, Rulebook
from game.core.scenario import (
    Opening,
    Scenario,
)
from game.core.states import Layout, States
from game.core.times import AfterScene, Days, Time, resolve


class Game:
    """One scenario, one rulebook (with the scenario's own numbers laid over it), one opening.

    ``opening`` replaces the scenario's declared one when a meeting continues another. Raises
    ``RulebookError`` for own numbers that do not exist and ``KeyError`` for an unknown persona;
    a checked scenario has neither.
    """

    def __init__(self, scenario: Scenario, rulebook: Rulebook, opening: Opening | None = None) -> None:
        self.scenario = scenario
        self.book = rulebook.laid_over(scenario.rulebook)
        self.persona: Persona = self.book.personas[scenario.persona]
        self.layout = Layout(scenario, opening)
        self.begins = scenario.begins.date()
        self.index = {scene.id: i for i, scene in enumerate(scenario.scenes)}
        self.start: int = self.index[scenario.start]
        self.public = frozenset(fact.id for fact in scenario.facts if fact.public)
        self.promises = {terms.id: terms for terms in scenario.promises}
        self.blurs = {terms.id: terms for terms in scenario.blurs}
        self.lies = {terms.id: terms for terms in scenario.lies}
        self.considerations = {terms.id: terms for terms in scenario.considerations}

    def resolve(self, time: Time, states: States) -> Days:
        """The day a time names, for each state, shape (n,)."""
        entered = states[f"entered:{time.scene}"] if isinstance(time, AfterScene) else None
        return resolve(time, states["day"], self.begins, entered)
