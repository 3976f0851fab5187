"""Hand-ins become class figures: one for every version of every scenario that somebody played to its end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

import numpy as np

from game.analysis.result import Analysis
from game.classroom.cohorts import Cohort, Numbers, cohorts
from game.classroom.counting import counted
from game.classroom.decisions import class_text, decisions
from game.classroom.figures import FEWEST, ClassFigure, Seat
from game.classroom.hand_in import HandIn
from game.classroom.outlines import NOBODY, outline
from game.classroom.promises import promises
from game.classroom.replays import Progress
from game.classroom.seats import seats
from game.classroom.sources import Sources
from game.classroom.troubles import ClassTrouble
from game.core.game import Game
from game.core.principles import PRINCIPLES, Principle
from game.core.scenario import Scenario
from game.core.states import Mask
from game.format.codes import Lang
from game.format.words import Words
from game.library.analyses import Work

MOST_ANALYSES: Final = 3
"""Analyses asked for in one class: where all go on from meetings of their own there are too many."""

Ask = Callable[[Game], Analysis | None]
"""Gives the analysis of a game, or None where there is none at hand."""


class Classes:
    """The classes among some hand-ins, replayed once and told in any language.

    ``free_text``: what trainees wrote in their own words is in the figures. ``troubles``: what was wrong
    with the hand-ins before they could be replayed. ``scenario``: only that one, by its id.
    """

    def __init__(
        self,
        hand_ins: Iterable[HandIn],
        sources: Sources,
        *,
        troubles: Sequence[ClassTrouble] = (),
        free_text: bool = False,
        scenario: str | None = None,
        lang: Lang = "en",
        progress: Progress | None = None,
    ) -> None:
        self._sources = sources
        self._free_text = free_text
        found, missing = cohorts(hand_ins, sources, lang, progress)
        masks, wrong = counted(found)
        self._troubles = (*troubles, *missing, *wrong)
        every = _Class.among(found, masks)
        self._classes = tuple(each for each in every if scenario in {None, each.id})

    def __bool__(self) -> bool:
        """Whether anybody played anything to its end."""
        return bool(self._classes)

    @property
    def games(self) -> tuple[Game, ...]:
        """The games an analysis is wanted of; none for a class whose every meeting began differently."""
        return tuple(game for each in self._classes for game in each.games)

    @property
    def works(self) -> tuple[tuple[Game, Callable[[], Work]], ...]:
        """The same games, each with what makes the work of another process to analyse it."""
        files = {
            game: cohort.files for each in self._classes for cohort in each.cohorts for game in cohort.games
        }
        return tuple((game, partial(self._sources.work, files[game], game)) for game in self.games)

    @property
    def troubles(self) -> tuple[ClassTrouble, ...]:
        """Everything that is wrong, and with what."""
        return (*self._troubles, *self._outdated())

    def figures(self, words: Words, analysis: Ask) -> tuple[ClassFigure, ...]:
        """One figure a version of a scenario, the one most have played first."""
        troubles = self.troubles
        return tuple(self._figure(each, words, analysis, troubles) for each in self._classes)

    def _figure(
        self, of: "_Class", words: Words, ask: Ask, troubles: tuple[ClassTrouble, ...]
    ) -> ClassFigure:
        asked = ((game, ask(game)) for game in of.games)
        analyses = {game: one for game, one in asked if one is not None and one.exact}
        sitting = of.seats(analyses, free_text=self._free_text)
        scenario = self._sources.scenario(of.cohorts[0].files, of.cohorts[0].hand_ins[0].file, words.lang)
        small = len(sitting) < FEWEST
        return ClassFigure(
            scenario_id=scenario.id,
            title=class_text(scenario.title, words),
            customer=scenario.customer.name,
            hash=scenario.hash,
            seats=sitting,
            best_line=_best_line(analyses, scenario),
            outline=NOBODY if small else outline(of.cohorts, of.masks),
            decisions=() if small else decisions(of.cohorts, of.numbers, analyses, scenario, words),
            principles=() if small else _columns(sitting, scenario),
            promises=() if small else tuple(promises(of.cohorts, of.masks, scenario, words)),
            currency="" if scenario.offer is None else scenario.offer.currency,
            small=small,
            troubles=troubles,
        )

    def _outdated(self) -> Iterable[ClassTrouble]:
        """Those who played another version than most did."""
        first: dict[str, _Class] = {}
        for each in self._classes:
            most = first.setdefault(each.id, each)
            if most is not each:
                for handed in each.counting:
                    yield handed.trouble("other_version", scenario=each.id)


class _Class:
    """The cohorts that played one version of one scenario."""

    def __init__(self, cohorts: Sequence[Cohort], masks: Sequence[Mask]) -> None:
        self.cohorts, self.masks = cohorts, masks
        self.size = sum(int(mask.sum()) for mask in masks)
        self.id = cohorts[0].game.scenario.id
        self.numbers: list[Numbers] = []
        # By the order in which they came in, so that a late one renumbers nobody.
        arrived = np.sort(
            np.concatenate([cohort.arrived[mask] for cohort, mask in zip(cohorts, masks, strict=True)])
        )
        for cohort, mask in zip(cohorts, masks, strict=True):
            number = 1 + np.searchsorted(arrived, cohort.arrived)
            self.numbers.append(np.where(mask, number, 0))

    @classmethod
    def among(cls, cohorts: Sequence[Cohort], masks: Sequence[Mask]) -> "tuple[_Class, ...]":
        """One for each version somebody has finished, the largest first."""
        alike: dict[tuple[str, str], list[int]] = {}
        for at, cohort in enumerate(cohorts):
            if masks[at].any():
                scenario = cohort.game.scenario
                alike.setdefault((scenario.id, scenario.hash), []).append(at)
        found = [cls([cohorts[at] for at in some], [masks[at] for at in some]) for some in alike.values()]
        return tuple(sorted(found, key=lambda each: -each.size))

    @property
    def games(self) -> tuple[Game, ...]:
        """Those of which an analysis is wanted."""
        games = [game for cohort in self.cohorts for game in cohort.games]
        return tuple(games) if len(games) <= MOST_ANALYSES else ()

    @property
    def counting(self) -> Iterable[HandIn]:
        """The hand-ins that count."""
        for cohort, mask in zip(self.cohorts, self.masks, strict=True):
            yield from (handed for handed, counts in zip(cohort.hand_ins, mask, strict=True) if counts)

    def seats(self, analyses: Mapping[Game, Analysis], *, free_text: bool) -> tuple[Seat, ...]:
        """All seats, by number."""
        found: list[Seat] = []
        for cohort, numbers in zip(self.cohorts, self.numbers, strict=True):
            found += seats(cohort, numbers, analyses, free_text=free_text)
        return tuple(sorted(found, key=lambda seat: seat.number))


def _best_line(analyses: Mapping[Game, Analysis], scenario: Scenario) -> tuple[int, int | None] | None:
    """Trust and value of the best way through, where all meetings began alike."""
    if len(analyses) != 1:
        return None
    (analysis,) = analyses.values()
    if analysis.best is None:
        return None
    return analysis.best.trust, None if scenario.offer is None else analysis.best_value


def _columns(sitting: Sequence[Seat], scenario: Scenario) -> tuple[Principle, ...]:
    """What the scenario teaches, and whatever else moved somebody's balance."""
    moved = {principle for seat in sitting for principle in seat.principles} | set(scenario.teaches)
    return tuple(principle for principle in PRINCIPLES if principle in moved)
