"""One finding in full: the lines around it, how to mend it, and the page on findings of its kind."""

from typing import TYPE_CHECKING

from game.deskwork.finding_pages import FindingPage, page_in
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP
from game.screens.trainers_desk.cards import draw_excerpt

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.deskwork.checking import Noted


class FindingPaper(Panel):
    """A finding, or only the page on a kind of findings (``one`` None)."""

    wide = 940

    def __init__(self, app: Host, code: str, one: "Noted | None", edit: "Callable[[], None] | None") -> None:
        super().__init__(app)
        self._code = code
        self._one = one
        self._edit = edit
        self._page = self._read()

    def _read(self) -> FindingPage:
        backstage = self.app.backstage
        try:
            return page_in(backstage.library.finding_page(self._code), backstage.lang)
        except backstage.troubles:
            return FindingPage(())

    def heading(self) -> str:
        """The line it is in, or the name of the kind."""
        if self._one is None:
            return self._code
        words, finding = self.app.backstage.words, self._one.finding
        tag = words("Fault") if finding.severity == "fault" else words("Advice", context="a tag")
        return words("{tag} in line {line}", tag=tag, line=finding.line)

    def answers(self) -> list[Answer]:
        """Mend it, or put it away; other kinds that may be meant."""
        words = self.app.backstage.words
        found: list[Answer] = [("close", words("Close"), self.back)]
        if self._edit is not None:
            found.append(("edit", words("Open in the editor"), self._edit))
        return found

    def relanguaged(self) -> None:
        """The page in the other language; the finding itself is told anew when the file is looked over."""
        self._page = self._read()
        if self._one is not None:
            self.app.lift()

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """The finding, then the page."""
        colours, words = pen.theme.colours, self.app.backstage.words
        if self._one is not None:
            finding = self._one.finding
            y += pen.write(finding.message, "body", colours.ink, (x, y), width, face="bold") + GAP
            if self._one.lines:
                y += draw_excerpt(pen, self._one.lines, finding.line, (x, y, width), "small") + GAP
            if finding.hint:
                y += pen.write(finding.hint, "body", colours.ink, (x, y), width) + GAP
            y += GAP
            pen.surface.fill(colours.rule, pen.theme.rect((x, y - GAP, width, 1)))
        kind = words("About findings of this kind ({code})", code=self._code)
        if self._page.blocks:
            y += pen.write(kind, "small", colours.indigo, (x, y), width, face="bold") + 0.5 * GAP
        for block in self._page.blocks:
            if block.kind == "code":
                lines = list(enumerate(block.text.splitlines(), start=1))
                y += draw_excerpt(pen, lines, 0, (x, y, width), "small") + GAP
            else:
                y += pen.write(block.text, "small", colours.ink, (x, y), width) + GAP
        if self._page.see:
            y += pen.write(words("See also"), "small", colours.soft_ink, (x, y), width) + 0.5 * GAP
            see = [(f"see:{code}", code, self._goer(code)) for code in self._page.see]
            y += self.row_of_buttons(pen, see, (x, y, width), scrolled=True) + GAP
        return y

    def begin_with(self) -> str | None:
        """Putting it away, from where the text is seen from its beginning."""
        return "close"

    def _goer(self, code: str) -> "Callable[[], None]":
        def go() -> None:
            self._code, self._one = code, None
            self._page = self._read()
            self.focus, self.offset = None, 0.0
            self.app.redraw()

        return go
