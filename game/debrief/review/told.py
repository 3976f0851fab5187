"""Who says it in the review: one language, the trainee's name where a scenario leaves room for it."""

from dataclasses import dataclass

from game.core.scenario import Choice, Line, Scenario
from game.debrief.names import addressed
from game.format.wording import PLACEHOLDER, quoted
from game.format.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance as it is shown: by whom ("" for the narrator), in the quotation marks of its language."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Words, the scenario they are about, and how the trainee is called."""

    words: Words
    scenario: Scenario
    trainee: str

    def named(self, text: str) -> str:
        """A text of the scenario with the trainee's name in it."""
        return text.replace(PLACEHOLDER, self.trainee)

    def choice(self, choice: Choice) -> str:
        """The exact sentence in quotation marks, or the deed as it stands."""
        text = self.named(choice.text)
        return quoted(text, self.scenario.language) if choice.say is not None else text

    def line(self, line: Line) -> Said:
        """A line with who said it; what the narrator tells stands bare."""
        text = self.named(line.text)
        if line.speaker == "narrator":
            return Said("", text)
        person = self.scenario.person(line.speaker)
        who = self.words("You") if person is None else addressed(person.name, self.words)
        return Said(who, quoted(text, self.scenario.language))
