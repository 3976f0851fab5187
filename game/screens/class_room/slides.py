"""The pages of a class in their order, and how each is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.class_room.branches import draw_branches
from game.screens.class_room.curves import draw_curves
from game.screens.class_room.decision import draw_decision, steps_of
from game.screens.class_room.overview import draw_overview
from game.screens.class_room.page import EDGE, Draw, Page
from game.screens.class_room.predictions import draw_predictions
from game.screens.class_room.principles import draw_principles
from game.screens.class_room.promises import draw_promises, sheets_of_promises
from game.screens.class_room.resolves import draw_resolves, sheets_of
from game.screens.class_room.tally import Tally
from game.screens.class_room.troubles import draw_troubles, sheets_of_troubles
from game.screens.class_room.which import draw_which
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import DecisionFigure
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


def slides_of(tallies: Sequence[Tally], chosen: int, words: "Words") -> tuple[Slide, ...]:
    """All pages, in the order in which a class is led through them; first which figure, where several are."""
    if not tallies:
        return (nothing_slide(words),)
    before: tuple[Slide, ...] = ()
    if len(tallies) > 1:
        figures = [tally.figure for tally in tallies]
        which = Slide("which", words("Which meetings"), 1, lambda page: draw_which(page, figures, chosen))
        before = (which,)
    return (*before, *pages_of(tallies[chosen], words))


def pages_of(tally: Tally, words: "Words") -> tuple[Slide, ...]:
    """The pages of one figure; of a class that is too small only the first, and what is missing."""
    figure = tally.figure

    def page(key: str, title: str, draw: Callable[[Page, Tally], None], steps: int = 1) -> Slide:
        return Slide(key, title, steps, lambda on: draw(on, tally))

    overview = page("overview", words("Overview"), draw_overview)
    missing: tuple[Slide, ...] = ()
    if figure.troubles:
        steps = sheets_of_troubles(figure)
        missing = (Slide("troubles", words("What to check"), steps, lambda on: draw_troubles(on, figure)),)
    if figure.small:
        return (overview, *missing)
    return (
        overview,
        page("curves", words("Credit, day by day"), draw_curves),
        *(_decision(tally, each) for each in figure.decisions),
        page("principles", words("Principles"), draw_principles),
        Slide(
            "promises", words("Promises"), sheets_of_promises(figure), lambda on: draw_promises(on, figure)
        ),
        page("predictions", words("Predictions"), draw_predictions),
        page("resolves", words("Resolves"), draw_resolves, sheets_of(tally)),
        *missing,
    )


def _decision(tally: Tally, decision: "DecisionFigure") -> Slide:
    def drawn(page: Page) -> None:
        if page.shown.branches:
            draw_branches(page, tally, decision)
        else:
            draw_decision(page, tally.figure, decision)

    return Slide(f"decision:{decision.scene}", decision.title, steps_of(decision), drawn, decision)


def nothing_slide(words: "Words") -> Slide:
    """What is shown where no finished meeting was found."""

    def drawn(page: Page) -> None:
        top = page.head([], words("No finished meeting has been handed in yet")) + 2.5 * GAP
        told = words("As soon as one lies in the folder, it is shown here.")
        page.write(told, "sentence", (EDGE, top), 900)

    return Slide("nothing", words("Overview"), 1, drawn)
