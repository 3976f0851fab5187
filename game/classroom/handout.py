"""The pages of a class to print: a handout for all, and a page a trainee; their looks stand in templates.

The handout names nobody. A trainee's page shows how the class went around them, and no other name.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from game.classroom.class_charts import curves_svg
from game.classroom.figures import ClassFigure, DecisionFigure, Seat, Taken
from game.core.scenario import BANDS, Band
from game.debrief.names import band_name, deal_name, promise_status_name
from game.debrief.outcome_told import money
from game.debrief.prediction import gap_of, gap_told
from game.debrief.trust import trust_sentence
from game.format.page_templates import PageTemplates
from game.format.wording import quoted
from game.format.words import Words
from game.library.workshop import Workshop

HANDOUT: Final = "class_handout"
TRAINEE: Final = "class_trainee"

MOST_DECISIONS: Final = 8
"""Decisions on a trainee's page, so that it prints on one: those at which the class parted most."""

COLOURS: Final[Mapping[Band, tuple[str, str]]] = {
    "shut_out": ("#c2b7a4", "#24211d"),
    "vendor": ("#e2a93c", "#24211d"),
    "credited": ("#8ab9da", "#24211d"),
    "trusted": ("#2a679c", "#fdfbf5"),
    "partner": ("#142c47", "#fdfbf5"),
}
"""As before the projector: the ground of each, which is named beside it, and of the number that stands on it
(contrast at least 4.5 to 1)."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Makes pages about one class in one language; ``style`` is their CSS."""

    figure: ClassFigure
    words: Words
    templates: PageTemplates
    style: str

    @classmethod
    def about(cls, figure: ClassFigure, words: Words, workshop: Workshop) -> "Paper":
        """With the templates of the program; raises ``OSError``."""
        templates = {HANDOUT: workshop.page_template(HANDOUT), TRAINEE: workshop.page_template(TRAINEE)}
        return cls(figure, words, PageTemplates(templates), workshop.class_style())

    def handout(self) -> str:
        """The handout as HTML, complete in itself: no script, and nothing from elsewhere."""
        figure, words = self.figure, self.words
        told = words("Balance by day: the line is the median; half of the class lies in the shaded part.")
        return self._filled(
            HANDOUT,
            figures=list(self._figures()),
            small=figure.small,
            bands=self._bands(Counter(seat.band for seat in figure.seats)),
            curves=_drawn(curves_svg(figure.outline, words)),
            decisions=[self._decision(each) for each in figure.decisions],
            promises=figure.promises,
            say={
                "small": words("A class of fewer than five is not broken down."),
                "ended": words("Where the meetings ended"),
                "curves": words("The balance of the class"),
                "outline": told,
                "decisions": words("Decision by decision"),
                "choice": words("Choice"),
                "took": words("Took it"),
                "led": words("Where it led"),
                "best": words("loses nothing"),
                "promises": words("Promises"),
                "promise": words("Promise"),
                "made": words("Made", context="how many made it"),
                "kept": words("Kept"),
                "broken": words("Broken"),
                "moved": words("New date asked for"),
                "resolve": words("One thing next time"),
            },
        )

    def page(self, seat: Seat, *, names: bool) -> str:
        """One trainee's page as HTML; it prints on one sheet of A4."""
        figure, words = self.figure, self.words
        statuses = dict(seat.promises)
        return self._filled(
            TRAINEE,
            whose=seat.name if names and seat.name else words("Meeting {number}", number=seat.number),
            figures=list(self._own(seat)),
            sentence=trust_sentence(seat.band, figure.customer, seat.path, words),
            curves=_drawn(curves_svg(figure.outline, words, seat.curve)),
            beside=not figure.small,
            decisions=list(self._choices(seat)),
            promises=[
                (each.text, promise_status_name(statuses[each.promise], words))
                for each in figure.promises
                if each.promise in statuses
            ],
            resolve=seat.resolve,
            say={
                "own": words("The balance"),
                "beside": words(
                    "Red: this meeting. Blue: the median of the class, with half of it in the shaded part."
                ),
                "said": words("What was said where the class parted most"),
                "scene": words("Scene"),
                "you": words("Choice"),
                "same": words("Took the same"),
                "best": words("loses nothing"),
                "promises": words("Promises"),
                "resolve": words("One thing next time"),
            },
        )

    def _filled(self, name: str, **values: Any) -> str:  # noqa: ANN401 (what a template shows is of every kind)
        return self.templates.filled(
            name,
            lang=self.words.lang,
            style=_drawn(self.style),
            title=self.figure.title,
            customer=self.figure.customer,
            **values,
        )

    def _figures(self) -> Iterator[tuple[str, str]]:
        figure, words = self.figure, self.words
        yield words("Meetings"), str(len(figure.seats))
        if figure.small:
            return
        trust = sorted(seat.trust for seat in figure.seats)
        yield words("Median trust"), _minus(trust[len(trust) // 2])
        signed = sum(seat.deal == "signed" for seat in figure.seats)
        yield words("Signed"), _percent(signed, len(trust))
        if figure.best_line is not None:
            yield words("Best trust"), _minus(figure.best_line[0])

    def _own(self, seat: Seat) -> Iterator[tuple[str, str]]:
        words = self.words
        yield words("Trust outcome"), band_name(seat.band, words)
        yield words("Trust"), _minus(seat.trust)
        if seat.share is not None:
            yield words("Share of reachable trust"), f"{seat.share}%"
        yield words("How the deal stands"), deal_name(seat.deal, words)
        if seat.value is not None:
            yield words("Value over three years"), money(seat.value, self.figure.currency, words)
        if seat.predicted is not None:
            gap = gap_told(gap_of(seat.predicted, seat.band), words)
            expected = band_name(seat.predicted, words)
            yield words("Expected"), words("{band} ({gap})", band=expected, gap=gap)

    def _bands(self, counts: Mapping[Band, int]) -> list[dict[str, Any]]:
        """Those somebody ended in, from the least trust to the most as before the projector."""
        return [
            {
                "name": band_name(band, self.words),
                "count": counts[band],
                "colour": COLOURS[band][0],
                "letters": COLOURS[band][1],
            }
            for band in BANDS
            if counts.get(band)
        ]

    def _decision(self, decision: DecisionFigure) -> dict[str, Any]:
        words = self.words
        came = words("{came} of {all} came here", came=decision.came, all=len(self.figure.seats))
        return {
            "title": decision.title or decision.scene,
            "when": decision.when,
            "came": came,
            "line": quoted(decision.line, words.lang) if decision.speaker else decision.line,
            "speaker": "" if decision.speaker == self.figure.customer else decision.speaker,
            "ask": decision.ask,
            "see": decision.see,
            "then": decision.then,
            "choices": [
                {
                    "text": self._quoted(taken),
                    "best": taken.best,
                    "count": len(taken.seats),
                    "percent": _percent(len(taken.seats), decision.came),
                    "bands": self._bands(taken.bands),
                }
                for taken in decision.choices
            ],
        }

    def _choices(self, seat: Seat) -> Iterator[dict[str, Any]]:
        parted = sorted(self.figure.decisions, key=lambda each: -each.spread)
        came = [each.scene for each in parted if _taken(each, seat) is not None]
        for decision in self.figure.decisions:
            taken = _taken(decision, seat)
            if taken is not None and decision.scene in came[:MOST_DECISIONS]:
                yield {
                    "title": decision.title or decision.scene,
                    "text": self._quoted(taken),
                    "best": taken.best,
                    "same": _percent(len(taken.seats), decision.came),
                }

    def _quoted(self, taken: Taken) -> str:
        return quoted(taken.text, self.words.lang, said=not taken.act)


def _taken(decision: DecisionFigure, seat: Seat) -> Taken | None:
    return next((each for each in decision.choices if seat.number in each.seats), None)


def _drawn(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - made here, every text in it escaped


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "–"


def _minus(number: int) -> str:
    return str(number).replace("-", "−")
