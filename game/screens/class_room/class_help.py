"""The keys before a class, in the place of those of a talk."""

from game.screens.hands import Act
from game.screens.help import HelpScreen, Row, Rows


class ClassHelp(HelpScreen):
    """What every key, every button of a gamepad and those of a clicker do before a class."""

    def tables(self) -> list[tuple[str, list[Row]]]:
        """What is the same everywhere, and what there is here beside that."""
        words = self.app.backstage.words
        rows = Rows(words, self.app.bindings)
        here = [
            rows.row(words("Page before"), Act.LEFT),
            rows.row(words("Next page"), Act.RIGHT),
            rows.row(words("One step on: reveal, then the next page"), Act.NEXT, Act.CONFIRM),
            rows.row(words("One step back"), Act.BEFORE),
            rows.row(words("Reveal, or hold back"), Act.HURRY, Act.HOLD),
            rows.row(words("Two branches side by side"), Act.BRANCHES),
            rows.row(words("Another branch, another scenario"), Act.UP, Act.DOWN),
            rows.row(words("With names, or without"), Act.NOTEBOOK),
            rows.row(words("Plan for 15 or 45 minutes"), Act.PLAN),
        ]
        return [(words("Everywhere"), rows.everywhere()), (words("Before a class"), here)]

    def about_the_mouse(self) -> str:
        """What the mouse does, and a clicker."""
        return self.app.backstage.words(
            "A click anywhere goes one step on, and so does a clicker. Its blank button reveals or holds "
            "back, its start button fills the screen."
        )
