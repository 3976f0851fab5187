"""Advice on a scenario that reads: its words at every check, its teaching when somebody asks for that."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.authoring.loose_ends import loose_ends
from game.authoring.phrasing import phrasing
from game.core.game import Game
from game.core.rulebook import Rulebook
from game.format.findings import Finding, Findings
from game.format.reader import Reading

if TYPE_CHECKING:
    from game.analysis.result import Analysis


def advise(
    reading: Reading,
    rulebook: Rulebook,
    analysed: "Callable[[Game], Analysis] | None" = None,
    *,
    sound: bool = True,
) -> tuple[Finding, ...]:
    """The advice on a scenario, in the order of its file; () where it does not read.

    ``analysed`` gives the analysis of a game (see ``analysis.exact``); without it only the words are judged.
    It is asked for scenarios without faults only. ``sound``: no fault was found;
    loose ends of a story with faults are often the other end of one.
    """
    scenario, document = reading.scenario, reading.document
    if scenario is None or document is None:
        return ()
    findings = Findings(reading.name, reading.lang)
    found = list(phrasing(scenario, reading.texts))
    if sound:
        found += loose_ends(document, scenario, rulebook.laid_over(scenario.rulebook).settlement.days)
    if analysed is not None:
        from game.authoring.teaching import taught  # noqa: PLC0415 (brings the analysis)

        game = Game(scenario, rulebook)
        found += taught(document, scenario, analysed(game), game)
    for one in found:
        findings.add(one.code, reading.marks.nearest(one.path), **one.named)
    return findings.sorted(reading.lines)
