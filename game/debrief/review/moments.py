"""The three moments a meeting turned on, each with what was said, how it was taken, and what it cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from game.analysis.onward import NEAR_BEST
from game.analysis.result import Analysis, Followed
from game.core.game import Game
from game.core.principles import Principle
from game.core.reveal import Reveal
from game.core.scenario import BANDS, Band, Choice
from game.debrief.names import principle_name
from game.debrief.numbers_told import rule_told, with_minus
from game.debrief.review.blame import decisions_behind
from game.debrief.review.steps import Step
from game.debrief.review.told import Said, Teller
from game.debrief.review.what_if import WhatIf, what_if
from game.debrief.wording import sentence
from game.format.words import Words

Kind = Literal["gain", "loss", "chance", "missed", "earned"]

MOST_MOMENTS: Final = 3
"""As many as one remembers on the way home."""


@dataclass(frozen=True, slots=True)
class Fired:
    """The entry that weighed most in a moment: what happened when, its principle, its numbers, its points."""

    date: date
    text: str
    principle: Principle
    principle_name: str
    counted: str
    amount: int
    later: bool
    """Whether it came on another day than the choice."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another choice that was on offer and gave up no trust, and what would have come of it."""

    id: str
    text: str
    what_if: WhatIf


@dataclass(frozen=True, slots=True)
class Moment:
    """One decision the meeting turned on.

    ``kinds``: why it is shown: the largest gain, the largest loss, the last chance of a better band; where
    these are not three, the most trust left behind, then what else was earned. ``heard``: the last thing
    said before it. ``better``: "" where nothing was given up.
    ``amount``: what the choice brought altogether, in points of credit, what came due for it included.
    ``before`` and ``after``: the best trust still reachable, None without an exact analysis; ``out``: the
    best band that was within reach before and not after, None if there is none.
    """

    kinds: tuple[Kind, ...]
    position: int
    scene: str
    title: str
    date: date
    heard: Said | None
    said: str
    act: bool
    answered: tuple[Said, ...]
    understood: str
    better: str
    fired: Fired | None
    amount: int
    before: int | None
    after: int | None
    out: Band | None
    other: Other | None

    @property
    def regret(self) -> int | None:
        """Trust given up, 0 or more; None without an exact analysis."""
        return None if self.before is None or self.after is None else self.before - self.after


@dataclass(frozen=True, slots=True)
class Turns:
    """What the moments of a meeting are found in; ``analysis`` and ``followed`` None where there is none."""

    game: Game
    reveal: Reveal
    steps: tuple[Step, ...]
    analysis: Analysis | None
    followed: Followed | None
    teller: Teller

    def moments(self) -> tuple[Moment, ...]:
        """At most three, in the order of the meeting."""
        behind = decisions_behind(self.game, self.reveal, self.steps)
        kinds = self._kinds(self._amounts(behind))
        return tuple(self._moment(position, kinds[position], behind) for position in sorted(kinds))

    def _amounts(self, behind: Sequence[int | None]) -> list[int]:
        """What each choice brought altogether."""
        found = [0] * len(self.steps)
        for entry, position in zip(self.reveal.entries, behind, strict=True):
            if position is not None:
                found[position] += entry.amount
        return found

    def _kinds(self, amounts: Sequence[int]) -> Mapping[int, tuple[Kind, ...]]:
        found: dict[int, tuple[Kind, ...]] = {}

        def add(position: int, kind: Kind) -> None:
            found[position] = (*found.get(position, ()), kind)

        if amounts and max(amounts) > 0:
            add(amounts.index(max(amounts)), "gain")
        if amounts and min(amounts) < 0:
            add(amounts.index(min(amounts)), "loss")
        if self.followed is not None:
            if self.followed.last_better is not None:
                add(self.followed.last_better, "chance")
            regrets = [(-each.regret, at) for at, each in enumerate(self.followed.decisions)]
            for _, position in sorted(each for each in regrets if -each[0] > NEAR_BEST):
                if len(found) < MOST_MOMENTS and position not in found:
                    add(position, "missed")
        for amount, position in sorted((-amount, at) for at, amount in enumerate(amounts)):
            if len(found) < MOST_MOMENTS and position not in found and amount < 0:
                add(position, "earned")
        return found

    def _moment(self, position: int, kinds: tuple[Kind, ...], behind: Sequence[int | None]) -> Moment:
        step, teller = self.steps[position], self.teller
        decision = None if self.followed is None else self.followed.decisions[position]
        spoken = [line for line in step.heard if line.speaker not in {"narrator", "trainee"}]
        heard = (spoken or list(step.heard))[-1:]
        return Moment(
            kinds=kinds,
            position=position,
            scene=step.scene.id,
            title=teller.named(step.scene.title),
            date=step.date,
            heard=teller.line(heard[0]) if heard else None,
            said=teller.choice(step.choice),
            act=step.choice.say is None,
            answered=tuple(map(teller.line, step.reply)),
            understood=teller.named(step.choice.understood),
            better="" if decision is not None and not decision.regret else teller.named(step.choice.better),
            fired=self._fired(position, kinds, behind),
            amount=sum(
                entry.amount
                for entry, at in zip(self.reveal.entries, behind, strict=True)
                if at == position
            ),
            before=None if decision is None else decision.before,
            after=None if decision is None else decision.after,
            out=self._out(position),
            other=self._other(step),
        )  # fmt: skip

    def _fired(self, position: int, kinds: tuple[Kind, ...], behind: Sequence[int | None]) -> Fired | None:
        """The entry that moved most, in the direction that the moment is shown for."""
        sign = 1 if kinds in {("gain",), ("earned",)} else -1
        own = [entry for entry, at in zip(self.reveal.entries, behind, strict=True) if at == position]
        if not own:
            return None
        entry = max(own, key=lambda each: (each.amount * sign, abs(each.amount)))
        if entry.amount * sign <= 0:
            entry = max(own, key=lambda each: abs(each.amount))
        words = self.teller.words
        return Fired(
            date=self.game.begins + timedelta(days=entry.day),
            text=sentence(entry, words),
            principle=entry.principle,
            principle_name=principle_name(entry.principle, words),
            counted=with_minus(rule_told(entry, self.game, words)),
            amount=entry.amount,
            later=entry.choice is None and entry.day > self.steps[position].day,
        )

    def _out(self, position: int) -> Band | None:
        """The best band that could be reached before this decision and no more after it."""
        if self.followed is None or self.followed.band is None:
            return None
        decisions = self.followed.decisions
        left = decisions[position + 1].bands if position + 1 < len(decisions) else (self.followed.band,)
        lost = [band for band in decisions[position].bands if BANDS.index(band) > BANDS.index(left[-1])]
        return lost[-1] if lost else None

    def _other(self, step: Step) -> Other | None:
        if self.followed is None or self.analysis is None:
            return None
        best = self.followed.decisions[step.position].best_choices
        choice: Choice | None = next((each for each in step.offered if each.id in best), None)
        if choice is None or step.choice.id in best:
            return None
        return Other(
            choice.id,
            self.teller.choice(choice),
            what_if(self.game, self.analysis, self.steps, step.position, choice.id),
        )


def kind_told(kind: Kind, words: Words) -> str:
    """Why a moment is shown, in a few words."""
    match kind:
        case "gain":
            return words("Largest gain")
        case "loss":
            return words("Largest loss")
        case "chance":
            return words("Last chance of more")
        case "missed":
            return words("Trust left behind")
        case "earned":
            return words("Credit earned")
