"""A new scenario: its title is typed, its language chosen; a small story that plays is written and opened."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.deskwork.beginnings import begin, free_file
from game.screens.panel import Answer
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP
from game.screens.trainers_desk.laying import open_on_desk
from game.screens.trainers_desk.told import path_told
from game.screens.trouble import tell
from game.screens.written_line import WritingPanel, WrittenLine

if TYPE_CHECKING:
    from game.format.codes import Lang

MOST_GLYPHS: Final = 40
"""Length of a title that is typed here; in the file it may be longer."""


class NewScenarioScreen(WritingPanel):
    """A title and a language."""

    wide = 760

    def __init__(self, app: Host) -> None:
        self._lang: Lang = app.backstage.lang
        super().__init__(app, WrittenLine(app.backstage.words("The first visit"), MOST_GLYPHS))

    def heading(self) -> str:
        """What is done here."""
        return self.app.backstage.words("A new scenario")

    def answers(self) -> list[Answer]:
        """Write it, or leave it."""
        words = self.app.backstage.words
        return [("write", words("Write and open it"), self.take_typed), ("close", words("Close"), self.back)]

    def relanguaged(self) -> None:
        """A title nobody has touched is offered in the other language."""
        if self.field.offered:
            self._lang = self.app.backstage.lang
            self.field.offer(self.app.backstage.words("The first visit"))

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """The line for the title, the languages, and where the file will lie."""
        colours, words = pen.theme.colours, self.app.backstage.words
        y += pen.write(words("Title"), "small", colours.soft_ink, (x, y), width)
        y = self.line(pen, x, y, width) + 2 * GAP
        y += (
            pen.write(words("Language it is written in"), "small", colours.soft_ink, (x, y), width)
            + 0.5 * GAP
        )
        languages = [
            ("lang:ja", "日本語", lambda: self._speak("ja")),
            ("lang:en", "English", lambda: self._speak("en")),
        ]
        chosen = f"lang:{self._lang}"
        y += self.row_of_buttons(pen, languages, (x, y, width), chosen=chosen, scrolled=True) + 2 * GAP
        told = words("A small story that plays is written, with notes that explain it. Make it your own.")
        y += pen.write(told, "small", colours.soft_ink, (x, y), width) + 0.5 * GAP
        return y + pen.write(path_told(self._file()), "hint", colours.soft_ink, (x, y), width)

    def _file(self) -> Path:
        return free_file(self.app.backstage.library.own, self.field.text)

    def _speak(self, lang: "Lang") -> None:
        self._lang = lang
        self.app.redraw()

    def take_typed(self) -> None:
        """Write the file and open it; without a title nothing is written."""
        backstage = self.app.backstage
        if not self.field.text:
            self.app.notify(backstage.words("It needs a title first."))
            return
        file = self._file()
        try:
            backstage.patience(lambda: begin(backstage.library, file, self._lang, self.field.text))
        except backstage.troubles as trouble:
            tell(self.app, backstage.explainer(trouble))
            return
        self.app.lift()
        open_on_desk(self.app, file)
