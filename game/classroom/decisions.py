"""How a class parted at each decision: the exact sentences, who took which, and where they ended."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.analysis.live import Reach
from game.analysis.result import Analysis
from game.classroom.cohorts import Cohort, Numbers
from game.classroom.figures import DecisionFigure, Taken
from game.classroom.hearing import Heard, line_of
from game.classroom.lossless import lossless
from game.core.game import Game
from game.core.principles import PRINCIPLES
from game.core.scenario import BANDS, Question, Scenario, Scene
from game.debrief.days import moment_told
from game.debrief.names import principle_name
from game.format.wording import PLACEHOLDER, without_readings
from game.format.words import Words

TWO: Final = 2


@dataclass(slots=True)
class _Tally:
    """What is counted of one scene: first visits of seats only."""

    choices: int
    came: int = 0
    days: set[int] = field(default_factory=set)
    heard: Counter[Heard | None] = field(default_factory=Counter)
    seats: dict[int, list[int]] = field(default_factory=dict)
    bands: dict[int, Counter[int]] = field(default_factory=dict)
    trust: Counter[int] = field(default_factory=Counter)
    offered: NDArray[np.int64] = field(init=False)
    lossless: NDArray[np.int64] = field(init=False)
    judged: bool = False

    def __post_init__(self) -> None:
        self.offered = np.zeros(self.choices, dtype=np.int64)
        self.lossless = np.zeros(self.choices, dtype=np.int64)


def decisions(
    cohorts: Sequence[Cohort],
    numbers: Sequence[Numbers],
    analyses: Mapping[Game, Analysis],
    scenario: Scenario,
    words: Words,
) -> tuple[DecisionFigure, ...]:
    """Every scene at which somebody had a choice, in the order of the story, told in a language.

    ``numbers``: of each cohort the seats. ``scenario``: the same one in the language wanted.
    """
    tallies: dict[int, _Tally] = {}
    for cohort, seats in zip(cohorts, numbers, strict=True):
        _count(cohort, seats, tallies)
        for scene, kept in lossless(cohort, seats > 0, analyses).items():
            if scene in tallies:
                tallies[scene].lossless += kept
    size = sum(int((seats > 0).sum()) for seats in numbers)
    teller = _Teller(cohorts, scenario, words, size)
    order = Reach(cohorts[0].game).order if cohorts else ()
    return tuple(
        teller.decision(scene, tallies[scene])
        for scene in sorted(tallies, key=order.__getitem__)
        if (tallies[scene].offered > 0).sum() >= TWO
    )


def _count(cohort: Cohort, numbers: Numbers, tallies: dict[int, _Tally]) -> None:
    outcomes, heard = cohort.replays.outcomes, cohort.replays.heard
    for visit in cohort.replays.visits:
        which = np.flatnonzero(visit.first & (numbers[visit.rows] > 0))
        if not len(which):
            continue
        tally = tallies.setdefault(visit.scene, _Tally(visit.offered.shape[1]))
        tally.came += len(which)
        tally.days |= set(np.unique(visit.day[which]).tolist())
        tally.offered += visit.offered[which].sum(axis=0)
        for line, times in zip(*np.unique(visit.heard[which], return_counts=True), strict=True):
            tally.heard[heard[line] if line >= 0 else None] += int(times)
        rows, picked = visit.rows[which], visit.picked[which]
        for choice in np.unique(picked).tolist():
            some = rows[picked == choice]
            tally.seats.setdefault(choice, []).extend(numbers[some].tolist())
            tally.trust[choice] += int(outcomes[some, 1].sum())
            ends, times = np.unique(outcomes[some, 2], return_counts=True)
            tally.bands.setdefault(choice, Counter()).update(
                dict(zip(ends.tolist(), times.tolist(), strict=True))
            )


class _Teller:
    def __init__(self, cohorts: Sequence[Cohort], scenario: Scenario, words: Words, size: int) -> None:
        self._cohorts, self._scenario, self._words, self._size = cohorts, scenario, words, size
        self._questions: dict[str, Question] = {}
        for question in scenario.debrief:
            self._questions.setdefault(question.scene, question)

    def decision(self, number: int, tally: _Tally) -> DecisionFigure:
        scene = self._scenario.scenes[number]
        question = self._questions.get(scene.id)
        line, speaker = self._line(tally)
        return DecisionFigure(
            scene=scene.id,
            title=class_text(scene.title, self._words),
            when=self._when(scene, tally),
            line=line,
            speaker=speaker,
            came=tally.came,
            choices=tuple(self._taken(scene, tally)),
            see="" if question is None else question.see,
            ask="" if question is None else question.ask,
            then="" if question is None else question.then,
            spread=self._spread(tally),
        )

    def _taken(self, scene: Scene, tally: _Tally) -> Iterator[Taken]:
        for at, choice in enumerate(scene.choices):
            if not tally.offered[at]:
                continue
            seats = tally.seats.get(at, [])
            bands = tally.bands.get(at, Counter())
            yield Taken(
                choice=choice.id,
                text=class_text(choice.text, self._words),
                act=choice.say is None,
                seats=tuple(sorted(seats)),
                bands={band: bands[index] for index, band in enumerate(BANDS) if bands[index]},
                mean_trust=tally.trust[at] / len(seats) if seats else None,
                best=bool(TWO * tally.lossless[at] >= tally.came),
                principle=self._principle(scene.id, choice.id),
                understood=class_text(choice.understood, self._words),
            )

    def _principle(self, scene: str, choice: str) -> str:
        weights = [
            found for each in self._cohorts if (found := each.replays.weight.get((scene, choice))) is not None
        ]
        whole = sum(weights, start=np.zeros(len(PRINCIPLES), dtype=np.int64))
        return principle_name(PRINCIPLES[int(whole.argmax())], self._words) if whole.any() else ""

    def _when(self, scene: Scene, tally: _Tally) -> str:
        if len(tally.days) > 1:
            return ""
        (day,) = tally.days
        begins = self._scenario.begins
        at = scene.time or (begins.time() if day == 0 else None)
        return moment_told(begins.date() + timedelta(days=day), at, self._words)

    def _line(self, tally: _Tally) -> tuple[str, str]:
        """What most heard last, and the name of who said it."""
        ((heard, _),) = tally.heard.most_common(1)
        if heard is None:
            return "", ""
        line = line_of(self._scenario, heard)
        person = self._scenario.person(line.speaker)
        name = "" if person is None else class_text(person.name, self._words)
        return class_text(line.text, self._words), name

    def _spread(self, tally: _Tally) -> float:
        """How likely two of the class, drawn at random, both came here and took different choices."""
        pairs = self._size * (self._size - 1)
        apart = tally.came**2 - sum(len(seats) ** 2 for seats in tally.seats.values())
        return apart / pairs if pairs else 0.0


def class_text(text: str, words: Words) -> str:
    """A text of a scenario for a whole class: without furigana, and with nobody's name in it."""
    return without_readings(text).replace(PLACEHOLDER, words("…", context="the name of whoever plays"))
