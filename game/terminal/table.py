"""The table a trainee sits at in a terminal: who they are, which language, what is asked and said."""

from dataclasses import replace
from typing import Literal

from game.format.words import Words
from game.library import Library, explain
from game.terminal.console import Console


class Table:
    """Console, library and words of one run; ``trainee`` is "" until somebody has said who plays."""

    def __init__(self, console: Console, library: Library, lang: str) -> None:
        self._console = console
        self.library = library
        self.words: Words = library.words(lang)
        self.settings = library.load_settings()
        self.records = library.records()
        self.trainee = self.settings.trainee

    def say(self, text: str = "") -> None:
        """Write a paragraph."""
        self._console.say(text)

    def ask(self, prompt: str) -> str:
        """One answer; raises ``Left`` at the end of the input."""
        return self._console.ask(prompt)

    def ask_text(self, prompt: str) -> str:
        """An answer in a person's own words, as it was typed; raises ``Left`` at the end of the input."""
        return self._console.ask_text(prompt)

    def yes(self, question: str, *, usual: bool = True) -> bool:
        """Whether the trainee says yes; Enter is what is ``usual``."""
        while True:
            asked = (
                self.words("{question} (y: yes, n: no)", question=question)
                if usual
                else self.words("{question} (y: yes, Enter: no)", question=question)
            )
            answer = self.ask(asked).lower()
            if not answer:
                return usual
            if answer in {"y", "yes", "はい", "n", "no", "いいえ"}:
                return answer in {"y", "yes", "はい"}

    def pause(self) -> None:
        """Wait for the Enter key: nothing is hurried past a reader."""
        self.ask(self.words("(Enter to continue)"))

    def last_resolve(self) -> str:
        """What the trainee meant to do next time, "" when nothing was written or can be read."""
        try:
            return next((one.resolve for one in self.records.of(self.trainee) if one.resolve), "")
        except OSError:
            return ""

    def explain(self, trouble: Exception) -> None:
        """Say what went wrong, in a plain sentence."""
        self.say(explain(trouble, self.words))

    def after_trouble(self, trouble: Exception) -> Literal["again", "without", "leave"]:
        """Say that something could not be kept, and what the trainee wants to do about it."""
        self.explain(trouble)
        while True:
            answer = self.ask(self.words("r: try again, w: continue without saving, q: leave.")).lower()
            match answer:
                case "r":
                    return "again"
                case "w":
                    return "without"
                case "q":
                    return "leave"

    def switch_language(self) -> None:
        """The other language, for this run and the next."""
        self.words = self.library.words("en" if self.words.lang == "ja" else "ja")
        self.remember(lang=self.words.lang)

    def remember(self, **chosen: object) -> None:
        """Keep settings; where that fails they hold for this run, and that is said."""
        self.settings = replace(self.settings, **chosen)  # type: ignore[arg-type]
        try:
            self.library.save_settings(self.settings)
        except OSError as trouble:
            self.explain(trouble)
