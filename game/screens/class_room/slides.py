"""The pages of a class in their order, and how each is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from game.screens.class_room.branches import draw_branches
from game.screens.class_room.curves import draw_curves
from game.screens.class_room.decision import draw_decision, steps_of
from game.screens.class_room.heat import Heat, heat_of
from game.screens.class_room.overview import draw_overview
from game.screens.class_room.page import EDGE, Draw, Page
from game.screens.class_room.predictions import draw_predictions
from game.screens.class_room.principles import draw_principles
from game.screens.class_room.promises import draw_promises
from game.screens.class_room.resolves import draw_resolves, sheets_of
from game.screens.class_room.troubles import draw_troubles, sheets_of_troubles
from game.screens.class_room.which import draw_which
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure, DecisionFigure
    from game.format.words import Words


@dataclass(frozen=True, slots=True)
class Slide:
    """One page: the key it is called by, its title in a plan, how many steps it has, and how it is drawn.

    ``decision``: the one it is about, where two branches of it can stand side by side.
    """

    key: str
    title: str
    steps: int
    draw: Draw
    decision: "DecisionFigure | None" = None


def slides_of(figures: "Sequence[ClassFigure]", chosen: int, words: "Words") -> tuple[Slide, ...]:
    """All pages, in the order in which a class is led through them; first which figure, where several are."""
    if not figures:
        return (nothing_slide(words),)
    before: tuple[Slide, ...] = ()
    if len(figures) > 1:
        which = Slide("which", words("Which meetings"), 1, lambda page: draw_which(page, figures, chosen))
        before = (which,)
    return (*before, *pages_of(figures[chosen], words))


def pages_of(figure: "ClassFigure", words: "Words") -> tuple[Slide, ...]:
    """The pages of one figure; of a class that is too small only the first."""

    def page(key: str, title: str, draw: "Callable[[Page, ClassFigure], None]", steps: int = 1) -> Slide:
        return Slide(key, title, steps, lambda on: draw(on, figure))

    overview = page("overview", words("Overview"), draw_overview)
    troubles: tuple[Slide, ...] = ()
    if figure.troubles:
        troubles = (page("troubles", words("What is missing"), draw_troubles, sheets_of_troubles(figure)),)
    if figure.small:
        return (overview, *troubles)
    return (
        overview,
        page("curves", words("Credit, day by day"), draw_curves),
        *(_decision(figure, each) for each in figure.decisions),
        Slide("principles", words("Principles"), 1, _principles(figure)),
        page("promises", words("Promises"), draw_promises),
        page("predictions", words("Predictions"), draw_predictions),
        page("resolves", words("Resolves"), draw_resolves, sheets_of(figure)),
        *troubles,
    )


def _principles(figure: "ClassFigure") -> Draw:
    """Draws the table of principles, which is counted once."""

    @cache
    def heat() -> Heat:
        return heat_of(figure)

    return lambda page: draw_principles(page, figure, heat())


def _decision(figure: "ClassFigure", decision: "DecisionFigure") -> Slide:
    def drawn(page: Page) -> None:
        draw = draw_branches if page.view.branches else draw_decision
        draw(page, figure, decision)

    return Slide(f"decision:{decision.scene}", decision.title, steps_of(decision), drawn, decision)


def waiting_slide(words: "Words", trouble: str) -> Slide:
    """What is shown before there are figures: that they are being read, or what went wrong."""
    headline = words("That did not work") if trouble else words("Reading the records …")

    def drawn(page: Page) -> None:
        top = page.head([], headline) + 2.5 * GAP
        if trouble:
            page.write(trouble, "sentence", (EDGE, top), 900)

    return Slide("waiting", headline, 1, drawn)


def nothing_slide(words: "Words") -> Slide:
    """What is shown where no finished meeting was found."""

    def drawn(page: Page) -> None:
        top = page.head([], words("No finished meeting has been handed in yet")) + 2.5 * GAP
        told = words("As soon as one lies in the folder, it is shown here.")
        page.write(told, "sentence", (EDGE, top), 900)

    return Slide("nothing", words("Overview"), 1, drawn)
