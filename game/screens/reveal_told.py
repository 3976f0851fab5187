"""What the reveal says, in one language: rows, curve, figures, and what lies behind every row.

Taken from a finished meeting and never kept: after the language is switched it is made anew.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from game.core.passbook import Entry
from game.core.scenario import Choice
from game.debrief.days import day_told, short_day
from game.debrief.names import band_name
from game.debrief.numbers_told import rule_told, with_minus
from game.debrief.origin import origin_of
from game.debrief.outcome_told import deal_told, money
from game.debrief.prediction import band_expected, gap_of, gap_told
from game.debrief.review.line import curve_points
from game.debrief.scorecard import Row, passbook_rows
from game.debrief.trust import epilogue, trust_sentence
from game.screens.balance_curve import balance_curve, number_told
from game.screens.charts import Chart

if TYPE_CHECKING:
    from game.core.reveal import Reveal
    from game.format.words import Words
    from game.screens.backstage import Play

USUAL_DAYS: Final = 90
"""The days of the settlement for which there is a word."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind one row: the exact words it came from (``quoted``; else ``said`` is the row's text).

    ``pairs``: what it was about, what the customer understood, how it was counted, better words; those
    that there are.
    """

    heading: str
    said: str
    quoted: bool
    pairs: "tuple[Figure, ...]"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the outcome: its label, its value, and what the value is compared with (softer).

    ``share`` (0…100) is drawn as a bar; ``waits``: it is still being worked out; ``off``: the two differ, and
    that is what is to be seen.
    """

    label: str
    value: str
    beside: str = ""
    share: int | None = None
    waits: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class RevealTold:
    """Everything the reveal shows. ``rows`` and ``behind`` go together; ``settled_from`` parts the rows."""

    holder: str
    opening: int
    carried: str
    rows: tuple[Row, ...]
    settled_from: int
    behind: tuple[Behind, ...]
    ninety: str
    quiet: str
    band: str
    next_time: str
    trust_note: str
    sentence: str
    figures: tuple[Figure, ...]
    epilogue: tuple[str, ...]
    chart: Chart
    points: tuple[tuple[float, float], ...]
    """The point of the curve that belongs to each row."""

    @property
    def lines(self) -> int:
        """How many lines the printer prints: the rows, what stands before them and between them."""
        quiet = self.settled_from >= len(self.rows)
        return len(self.rows) + (1 if self.opening else 0) + (2 if quiet else 1)

    @property
    def balance(self) -> int:
        """The balance at the end."""
        return self.rows[-1].balance if self.rows else self.opening


def tell_reveal(play: "Play", reveal: "Reveal", words: "Words", trainee: str) -> RevealTold:
    """Put a finished meeting into words; figures that need the analysis come when it is there."""
    return _Teller(play, reveal, words, trainee).told()


def quiet_told(days: int, words: "Words") -> str:
    """Nothing came due in so many days."""
    if days == USUAL_DAYS:
        return words("Ninety days pass quietly.")
    return words("{days} days pass quietly.", days=days)


class _Teller:
    """Words for one reveal; what every part of them is looked up in."""

    def __init__(self, play: "Play", reveal: "Reveal", words: "Words", trainee: str) -> None:
        self.play, self.reveal, self.words, self.trainee = play, reveal, words, trainee
        self.game, self.scenario, self.result = play.game, play.scenario, reveal.outcome
        self.rows = passbook_rows(play.game, reveal, words)

    def named(self, text: str) -> str:
        return text.replace("{trainee}", self.trainee)

    def quoted(self, text: str) -> str:
        return self.words("“{sentence}”", sentence=self.named(text))

    def told(self) -> RevealTold:
        words, band, reveal, game = self.words, self.result.band, self.reveal, self.game
        name, days = self.scenario.customer.name, game.book.settlement.days
        points = curve_points(reveal)
        later = words("{days} days", days=days)
        return RevealTold(
            holder=self.holder(),
            opening=reveal.opening_credit,
            carried=words("Carried over"),
            rows=self.rows,
            settled_from=reveal.settled_from,
            behind=tuple(map(self.behind, range(len(self.rows)))),
            ninety=words("In the ninety days that followed")
            if days == USUAL_DAYS
            else words("In the {days} days that followed", days=days),
            quiet=quiet_told(days, words),
            band=band_name(band, words),
            next_time=words("Next time, this customer"),
            trust_note=self.trust_note(),
            sentence=self.named(trust_sentence(band, name, reveal.path, words)),
            figures=self.figures(),
            epilogue=tuple(
                self.named(line.text) if line.speaker == "narrator" else self.quoted(line.text)
                for line in epilogue(self.scenario, band, words)
            ),
            chart=balance_curve(points, game.book.bands.thresholds(), reveal.settled_from, later),
            points=points[1:-1],
        )

    def holder(self) -> str:
        customer = self.scenario.customer
        days = (self.play.meeting.view.date - self.game.begins).days + 1
        who = customer.name
        if customer.company:
            who = self.words("{customer}, {company}", customer=who, company=customer.company)
        return self.words.plural(
            "One day with {customer}", "{count} days with {customer}", days, customer=who
        )

    # ── what lies behind a row ──────────────────────────────────────────────────────────────────

    def behind(self, index: int) -> Behind:
        entry, row = self.reveal.entries[index], self.rows[index]
        source = entry if entry.choice is not None else self.origin(index)
        choice = None if source is None else self.choice(source)
        own = source is entry
        said = ""
        if choice is not None:
            said = self.quoted(choice.say) if choice.say is not None else self.named(choice.text)
        return Behind(
            heading=self.heading(row, source, own=own),
            said=said or row.text,
            quoted=bool(said),
            pairs=tuple(each for each in self.pairs(entry, row, choice, own=own) if each.value),
        )

    def pairs(self, entry: Entry, row: Row, choice: Choice | None, *, own: bool) -> list[Figure]:
        words = self.words
        understood = self.named(choice.understood) if choice is not None and own else ""
        return [
            Figure(words("About"), self.named(row.subject)),
            Figure(words("Understood"), understood),
            Figure(words("Counted"), with_minus(rule_told(entry, self.game, words))),
            Figure(words("Better"), self.named(choice.better) if choice is not None else ""),
        ]

    def heading(self, row: Row, source: Entry | None, *, own: bool) -> str:
        day, words = day_told(row.date, self.words), self.words
        if source is None:
            return day
        if own:
            return words("{day}  {what}", day=day, what=row.text)
        began = short_day(self.game.begins + timedelta(days=source.day), words)
        return words("{day}  {what} (from your words of {began})", day=day, what=row.text, began=began)

    def choice(self, entry: Entry) -> Choice | None:
        scene = self.scenario.scene(entry.scene)
        return next((each for each in scene.choices if each.id == entry.choice), None)

    def origin(self, index: int) -> Entry | None:
        """The last choice before that was about the same matter; for a bill, the one it is the bill of."""
        at = origin_of(self.game, self.reveal, index)
        return None if at is None else self.reveal.entries[at]

    # ── the outcome in figures ──────────────────────────────────────────────────────────────────

    def figures(self) -> tuple[Figure, ...]:
        words, offer = self.words, self.scenario.offer
        reached = self.play.reachable()
        found = []
        if reached is not None:
            share = min(100, max(0, reached.share(self.result.trust)))
            found.append(Figure(words("Trust reached"), f"{share}%", words("of what was possible"), share))
        elif self.play.analysis_will_come:
            found.append(Figure(words("Trust reached"), words("being calculated"), share=0, waits=True))
        found.append(Figure(words("Deal"), self.named(deal_told(self.game, self.result, words))))
        if self.result.value is not None and offer is not None:
            value = money(self.result.value, offer.currency, words)
            best = None if reached is None else reached.best_value
            most = "" if best is None else words("best: {value}", value=money(best, offer.currency, words))
            found.append(Figure(words("Three years"), value, most))
        if self.reveal.promises:
            found.append(Figure(words("Promises"), self.promises()))
        return (*found, *self.expected())

    def expected(self) -> tuple[Figure, ...]:
        """What the trainee expected, against what came of it; nothing where nothing was expected."""
        prediction, words = self.play.prediction, self.words
        expected = None if prediction is None else band_expected(prediction.band)
        if expected is None:
            return ()
        gap = gap_of(expected, self.result.band)
        value = band_name(expected, words)
        return (Figure(words("You expected"), value, gap_told(gap, words), off=gap != 0),)

    def promises(self) -> str:
        words, statuses = self.words, [promise.status for promise in self.reveal.promises]
        counts = {status: statuses.count(status) for status in statuses}
        told = [words("{count} made", count=len(statuses))]
        if count := counts.get("kept"):
            told.append(words("{count} kept", count=count))
        if count := counts.get("kept_late"):
            told.append(words("{count} kept late", count=count))
        if count := counts.get("broken"):
            told.append(words("{count} broken", count=count))
        if count := counts.get("open"):
            told.append(words("{count} not due yet", count=count))
        return words(", ").join(told)

    def trust_note(self) -> str:
        """How the balance becomes trust, where the two are not the same."""
        result, words = self.result, self.words
        if result.scarred and result.trust >= self.game.book.bands.floor("trusted"):
            return words("A lie was found out: no higher than this")
        if result.trust == result.credit:
            return ""
        return words(
            "minus {points} for not standing level: trust {trust}",
            points=result.credit - result.trust, trust=number_told(result.trust),
        )  # fmt: skip
