"""The pages of a review: each its name in the index, what stands beside that name, and its blocks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.days import day_told, short_day
from game.debrief.names import band_name
from game.debrief.numbers_told import signed, with_minus
from game.debrief.review.answered import tried_told
from game.debrief.review.blocks import Aside, Block, Heading, Own, Pair, Speech, Stroke, Words
from game.debrief.review.moments import kind_told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.debrief.review.again import Once
    from game.debrief.review.moments import Moment
    from game.debrief.review.promised import Promised
    from game.debrief.review.review import Review
    from game.debrief.review.tells import MissedTell
    from game.format.words import Words as Wording


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name among the spots, its line in the index, its blocks.

    ``number`` from 1 for a moment, 0 for the others; ``moment`` is that moment.
    """

    name: str
    label: str
    beside: str
    blocks: tuple[Block, ...]
    number: int = 0
    moment: "Moment | None" = None


def pages_of(
    review: "Review", words: "Wording", tried: "Mapping[int, Once]", *, waits: bool
) -> tuple[Page, ...]:
    """All pages there are, the moments first.

    ``tried``: what came of the decisions that were tried again, by position, the last time of each.
    ``waits``: the analysis is still being made.
    """
    teller = _Pages(review, words, tried, waits=waits)
    moments = [teller.moment(number, each) for number, each in enumerate(review.moments, start=1)]
    return (*moments, teller.tells(), teller.promises(), teller.trust())


def opens_at(pages: "Sequence[Page]") -> Page:
    """The page a review opens at: the moment in which most was lost, else one that says what was missed."""
    for kind in ("loss", "chance", "missed", "gain"):
        for page in pages:
            if page.moment is not None and kind in page.moment.kinds:
                return page
    return pages[0]


class _Pages:
    def __init__(
        self, review: "Review", words: "Wording", tried: "Mapping[int, Once]", *, waits: bool
    ) -> None:
        self.review, self.words, self.tried, self.waits = review, words, tried, waits

    # ── a moment ────────────────────────────────────────────────────────────────────────────────

    def moment(self, number: int, moment: "Moment") -> Page:
        words = self.words
        kinds = words(" · ").join(kind_told(kind, words) for kind in moment.kinds)
        when = day_told(moment.date, words)
        note = words("{day}  {what}", day=when, what=moment.title) if moment.title else when
        points = with_minus(signed(moment.amount)) if moment.amount else ""
        blocks: list[Block] = [Heading(kinds, note)]
        if moment.heard is not None:
            blocks.append(Speech(moment.heard.who, moment.heard.text))
        own = words("You did") if moment.act else words("You said")
        blocks.append(Own(own, moment.said, points, lost=moment.amount < 0))
        blocks += [Speech(line.who, line.text) for line in moment.answered]
        blocks.append(Stroke())
        blocks += self._why(moment)
        if moment.position in self.tried:
            blocks.append(Pair(words("Tried again"), tried_told(self.tried[moment.position], words)))
        if moment.other is not None:
            blocks.append(self._other(moment))
        return Page(
            f"moment:{number}", kinds, points or short_day(moment.date, words), tuple(blocks), number, moment
        )

    def _why(self, moment: "Moment") -> list[Block]:
        """How it was taken, the rule, better words, what could still be reached."""
        words, fired = self.words, moment.fired
        found: list[Block] = []
        if moment.understood:
            found.append(Pair(words("Understood"), moment.understood))
        if fired is not None:
            what = fired.text
            if fired.later:
                what = words("{what} (on {day})", what=what, day=short_day(fired.date, words))
            told = words(
                "{principle}. {what}: {numbers}",
                principle=fired.principle_name, what=what, numbers=fired.counted,
            )  # fmt: skip
            found.append(Pair(words("Principle"), told))
        if moment.better:
            found.append(Pair(words("Better"), moment.better))
        found += self._reachable(moment)
        return found

    def _reachable(self, moment: "Moment") -> list[Block]:
        words = self.words
        if moment.regret is None or moment.before is None or moment.after is None:
            return []
        if moment.regret == 0:
            told = words("Best trust still in reach: {after}. Nothing was given up.", after=moment.after)
        else:
            told = words(
                "Best trust still in reach: {before}, then {after} ({change}).",
                before=moment.before, after=moment.after, change=signed(-moment.regret),
            )  # fmt: skip
        if moment.out is not None:
            out = words("“{band}” was out of reach from here on.", band=band_name(moment.out, words))
            told = words("{one} {more}", one=told, more=out)
        return [Pair(words("In reach"), with_minus(told), alarm=moment.out is not None)]

    def _other(self, moment: "Moment") -> Aside:
        assert moment.other is not None
        words, other = self.words, moment.other
        outcome = other.what_if.reveal.outcome
        trust, band = with_minus(str(outcome.trust)), band_name(outcome.band, words)
        went = with_minus(str(self.review.reveal.outcome.trust))
        if other.what_if.later and other.what_if.kept == other.what_if.later:
            note = words(
                "With the rest just as you said it: trust {trust} ({band}), not {went}.",
                trust=trust, band=band, went=went,
            )  # fmt: skip
        else:
            note = words(
                "With your own answers wherever they still fit: trust {trust} ({band}), not {went}.",
                trust=trust, band=band, went=went,
            )  # fmt: skip
        return Aside(words("You could have chosen, and given up nothing:"), other.text, note)

    # ── the others ──────────────────────────────────────────────────────────────────────────────

    def _absent(self) -> str:
        if self.waits:
            return self.words("What else could have been reached is still being calculated.")
        return self.review.without

    def tells(self) -> Page:
        words, tells = self.words, self.review.tells
        label = words("Signs you went past")
        blocks: list[Block] = [Heading(label)]
        if tells is None:
            blocks.append(Words(self._absent(), soft=True))
        elif not tells:
            blocks.append(Words(words("You went past none of the customer's signs.")))
        for each in tells or ():
            blocks += self._tell(each)
        beside = "–" if tells is None else words.plural("{count} sign", "{count} signs", len(tells))
        return Page("tells", label, beside, tuple(blocks[:-1] if tells else blocks))

    def _tell(self, tell: "MissedTell") -> list[Block]:
        words = self.words
        return [
            Speech(tell.line.who, tell.line.text),
            Pair(words("Sign"), tell.sign),
            Pair(words("Meaning"), tell.means),
            Pair(words("And then you"), tell.then),
            Pair(
                words("Given up"),
                words.plural("{count} point of trust", "{count} points of trust", tell.regret),
            ),
            Stroke(),
        ]

    def promises(self) -> Page:
        words, promises = self.words, self.review.promises
        label = words("Promises")
        blocks: list[Block] = [Heading(label)]
        if not promises:
            blocks.append(Words(words("You promised nothing.")))
        for each in promises:
            blocks += self._promise(each)
        beside = words.plural("{count} promise", "{count} promises", len(promises))
        return Page("promises", label, beside, tuple(blocks[:-1] if promises else blocks))

    def _promise(self, promise: "Promised") -> list[Block]:
        words = self.words
        due = words("no day") if promise.due is None else day_told(promise.due, words)
        ended = promise.told
        if promise.ended is not None:
            ended = words("{what} (on {day})", what=promise.told, day=short_day(promise.ended, words))
        found: list[Block] = [
            Words(promise.text),
            Pair(words("Made"), day_told(promise.made, words)),
            Pair(words("Due"), due),
        ]
        if promise.renegotiated:
            found.append(Pair(words("In between"), words("asked in time for a new date")))
        found.append(Pair(words("In the end"), ended, alarm=promise.status == "broken"))
        return [*found, Stroke()]

    def trust(self) -> Page:
        """What was expected, and how the share of the reachable trust is reckoned."""
        words, review = self.words, self.review
        label = words("Trust and your prediction")
        blocks: list[Block] = [Heading(label)]
        expected = review.expected
        if expected is None:
            blocks.append(Words(words("You said nothing of what you expected."), soft=True))
        else:
            gap = expected.gap != 0
            blocks += [
                Pair(words("You expected"), expected.band_name),
                Pair(words("It became"), words("{band}, {gap}", band=expected.reached_name, gap=expected.told)
                     if not gap else expected.reached_name),
                *([Pair(words("Your guess was"), expected.told, alarm=expected.gap > 0)] if gap else []),
                *([Pair(words("You felt"), expected.feeling)] if expected.feeling else []),
            ]  # fmt: skip
        blocks.append(Stroke())
        if review.share is None:
            blocks.append(Words(self._absent(), soft=True))
            return Page("trust", label, "–", tuple(blocks))
        blocks.append(Own(words("Trust reached"), words("of what was possible"), f"{review.share.percent}%"))
        blocks += [Words(each) for each in review.share.told(words)]
        return Page("trust", label, f"{review.share.percent}%", tuple(blocks))
