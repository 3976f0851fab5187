"""The share of the reachable trust that was reached, and how it is reckoned."""

from dataclasses import dataclass

from game.debrief.numbers_told import with_minus
from game.debrief.scorecard import Reachable
from game.format.words import Words


@dataclass(frozen=True, slots=True)
class Share:
    """``percent`` 0…100 of the way from the ``worst`` trust there is in this scenario to the ``best``."""

    trust: int
    worst: int
    best: int
    percent: int

    def told(self, words: Words) -> tuple[str, ...]:
        """The reckoning in sentences, so that it can be done again on paper."""
        if self.best == self.worst:
            return (
                words("Whatever is chosen, this meeting ends with a trust of {trust}.", trust=self.trust),
            )
        span, above = self.best - self.worst, self.trust - self.worst
        exact = 100 * above == self.percent * span
        told = (
            words(
                "The worst path of this scenario ends with a trust of {worst}, "
                "the best with {best}: {span} points lie between them.",
                worst=self.worst, best=self.best, span=span,
            ),
            words(
                "Yours ended with {trust}, which is {above} points above the worst.",
                trust=self.trust, above=above,
            ),
            words("{above} of {span} points are {percent}%.", above=above, span=span, percent=self.percent)
            if exact
            else words(
                "{above} of {span} points are {percent}%, rounded down.",
                above=above, span=span, percent=self.percent,
            ),
        )  # fmt: skip
        return tuple(map(with_minus, told))


def share(reachable: Reachable, trust: int) -> Share:
    """How far this trust is on the way from the worst to the best."""
    return Share(trust, reachable.worst, reachable.best, min(100, max(0, reachable.share(trust))))
