"""One finished meeting on one printed page: HTML, complete in itself, with its curve drawn in it.

Here are the values the page shows; how they look stands in its template (``assets/templates/review.html``).
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from markupsafe import Markup

from game.core.game import Game
from game.debrief.days import day_told, short_day
from game.debrief.names import band_name
from game.debrief.numbers_told import signed, with_minus
from game.debrief.outcome_told import deal_told, money
from game.debrief.review.curve_svg import NARROW, WIDE, curve_svg
from game.debrief.review.moments import Moment, kind_told
from game.debrief.review.review import Review
from game.debrief.review.written import Written
from game.debrief.trust import trust_sentence
from game.format.page_templates import PageTemplates
from game.format.wording import PLACEHOLDER, without_readings
from game.format.words import Words

PAGE: Final = "review.html"

MOST_TELLS: Final = 3
MOST_PROMISES: Final = 5
"""As many rows as one sheet of paper has room for beside the three moments; the rest is counted."""


def review_page(
    template: str, game: Game, review: Review, words: Words, *, trainee: str, written: Written
) -> str:
    """The page as HTML: no script, nothing from elsewhere, and one sheet of A4 when it is printed."""
    page = _Page(game, review, words, trainee)
    ends = game.begins + timedelta(days=review.steps[-1].day if review.steps else 0)
    return PageTemplates({PAGE: template}).filled(
        PAGE,
        lang=words.lang,
        say=page.labels(),
        title=page.plain(game.scenario.title),
        customer=page.plain(f"{game.scenario.customer.company} {game.scenario.customer.name}".strip()),
        trainee=trainee,
        days=words("{first} – {last}", first=day_told(game.begins, words), last=day_told(ends, words)),
        band=band_name(review.reveal.outcome.band, words),
        sentence=page.plain(
            trust_sentence(review.reveal.outcome.band, game.scenario.customer.name, review.path, words)
        ),
        figures=page.figures(),
        curves={
            name: Markup(curve_svg(game, review, words, size))  # noqa: S704 - made here, every text escaped
            for name, size in (("wide", WIDE), ("narrow", NARROW))
        },
        without=review.without,
        moments=[page.moment(number, each) for number, each in enumerate(review.moments, start=1)],
        promises=page.promises(),
        tells=page.tells(),
        written=[
            {"label": label, "text": text}
            for label, text in (
                (words("What went well"), written.plus),
                (words("What to do differently"), written.delta),
                (words("One thing next time"), written.resolve),
            )
        ],
    )


class _Page:
    def __init__(self, game: Game, review: Review, words: Words, trainee: str) -> None:
        self._game, self._review, self._words, self._trainee = game, review, words, trainee

    def plain(self, text: str) -> str:
        """A text on one line, without readings, the trainee's name in it."""
        return " ".join(without_readings(text.replace(PLACEHOLDER, self._trainee)).split())

    def labels(self) -> dict[str, str]:
        """The headings by the names the template uses."""
        words = self._words
        return {
            "heading": words("Looking back"),
            "next": words("Next time, this customer"),
            "understood": words("Understood"),
            "principle": words("Principle"),
            "better": words("Better"),
            "reach": words("In reach"),
            "other": words("You could have chosen, and given up nothing:"),
            "promises": words("Promises"),
            "no_promises": words("You promised nothing."),
            "tells": words("Signs you went past"),
            "no_tells": words("You went past none of the customer's signs."),
            "written": words("In your own words"),
        }

    def figures(self) -> list[dict[str, str]]:
        """Trust reached, the deal, three years, what was expected: each label with its value."""
        words, review, game = self._words, self._review, self._game
        result = review.reveal.outcome
        found = [(words("Trust"), with_minus(str(result.trust)))]
        if review.share is not None:
            share = words("{percent}% of what was possible", percent=review.share.percent)
            found.append((words("Trust reached"), share))
        found.append((words("Deal"), self.plain(deal_told(game, result, words))))
        if result.value is not None and game.scenario.offer is not None:
            found.append((words("Three years"), money(result.value, game.scenario.offer.currency, words)))
        if review.expected is not None:
            expected = words("{band}, {gap}", band=review.expected.band_name, gap=review.expected.told)
            found.append((words("You expected"), expected))
        return [{"label": label, "value": value} for label, value in found]

    def moment(self, number: int, moment: Moment) -> dict[str, Any]:
        """One moment as the page shows it."""
        words, fired = self._words, moment.fired
        principle = ""
        if fired is not None:
            principle = words(
                "{principle}. {what}: {numbers}",
                principle=fired.principle_name, what=fired.text, numbers=fired.counted,
            )  # fmt: skip
        reach = ""
        if moment.before is not None and moment.after is not None and moment.regret:
            reach = with_minus(words("{before}, then {after}", before=moment.before, after=moment.after))
        other = None
        if moment.other is not None:
            outcome = moment.other.what_if.reveal.outcome
            other = {
                "text": self.plain(moment.other.text),
                "trust": with_minus(
                    words("Trust {trust} ({band})", trust=outcome.trust, band=band_name(outcome.band, words))
                ),
            }
        return {
            "number": number,
            "kind": words(" · ").join(kind_told(kind, words) for kind in moment.kinds),
            "day": short_day(moment.date, words),
            "points": with_minus(signed(moment.amount)) if moment.amount else "",
            "lost": moment.amount < 0,
            "said": self.plain(moment.said),
            "understood": self.plain(moment.understood),
            "better": self.plain(moment.better),
            "principle": principle,
            "reach": reach,
            "other": other,
        }

    def promises(self) -> dict[str, Any]:
        """The promises there is room for, and how many more there are."""
        rows = [
            {
                "text": self.plain(each.text),
                "days": self._words(
                    "{made} → {due}",
                    made=short_day(each.made, self._words),
                    due=self._words("no day") if each.due is None else short_day(each.due, self._words),
                ),
                "told": each.told,
                "broken": each.status == "broken",
            }
            for each in self._review.promises
        ]
        return self._most(rows, MOST_PROMISES)

    def tells(self) -> dict[str, Any] | None:
        """The signs gone past that there is room for; None where that is not known."""
        if self._review.tells is None:
            return None
        rows = [
            {
                "sign": self.plain(each.sign),
                "means": self.plain(each.means),
                "day": short_day(each.date, self._words),
            }
            for each in sorted(self._review.tells, key=lambda each: -each.regret)
        ]
        return self._most(rows, MOST_TELLS)

    def _most(self, rows: Sequence[dict[str, Any]], most: int) -> dict[str, Any]:
        left = len(rows) - most
        more = self._words("plus {count} more", count=left) if left > 0 else ""
        return {"rows": rows[:most], "more": more}
