"""Result codes of records, and which of the scenarios that are here a code was made with."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.core.rulebook import Rulebook
from game.core.scenario import BANDS, Scenario
from game.library.replaying import played_through
from game.library.troubles import CodeOfNothingHere
from game.records import Handed, Kept
from game.records.result_code import Coded, Played, played_back, read_code, result_code


@dataclass(frozen=True, slots=True)
class Told:
    """What a code tells: its meeting, after those it goes on from, and what else it holds."""

    coded: Coded
    meetings: tuple[Played, ...]

    @property
    def meeting(self) -> Played:
        """The meeting itself."""
        return self.meetings[-1]


class CodeBook:
    """Finds the scenario a code was made with among ``scenarios``; one for many codes."""

    def __init__(self, scenarios: Iterable[Scenario], rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        by_id = {scenario.id: scenario for scenario in scenarios}
        self._chains = [chain for scenario in by_id.values() for chain in _chains(scenario, by_id)]

    def told(self, text: str) -> Told:
        """The meeting of a code; raises ``NotACode`` or ``CodeOfNothingHere``."""
        coded = read_code(text)
        for chain in self._chains:
            if coded.is_of(chain, self._rulebook.hash):
                meetings = played_back(coded, chain, self._rulebook)
                if meetings is not None:
                    return Told(coded, meetings)
        raise CodeOfNothingHere(text)


def _chains(scenario: Scenario, by_id: dict[str, Scenario]) -> Iterable[tuple[Scenario, ...]]:
    """A scenario alone, and after each of those it can go on from."""
    chain: tuple[Scenario, ...] = (scenario,)
    seen = {scenario.id}
    yield chain
    while (before := by_id.get(chain[0].continues or "")) is not None and before.id not in seen:
        seen.add(before.id)
        chain = (before, *chain)
        yield chain


def code_of(record: Kept | Handed) -> str | None:
    """The code of a finished meeting; None if its path is too long for one.

    Raises the troubles of replaying it, and ``ValueError`` for a meeting that has not ended.
    """
    kept = record.kept if isinstance(record, Handed) else record
    predicted = None if kept.prediction is None else kept.prediction.band
    return result_code(
        played_through(record),
        kept.header.rulebook,
        day=kept.header.started.date(),
        prediction=next((band for band in BANDS if band == predicted), None),
        coached=kept.header.coach,
    )
