"""The story of a scenario drawn as a map, and the whole report around it."""

from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.analysis.flows import flows
from game.authoring.advice import advise
from game.authoring.map_svg import MapWords, map_svg
from game.authoring.report import ReportWords, report
from game.authoring.story_map import story_map
from game.core.game import Game
from game.debrief.days import short_day
from game.debrief.names import band_name, deal_name, policy_name, policy_told, principle_name
from game.debrief.outcome_told import money
from game.format.words import Words
from game.library import Opened

if TYPE_CHECKING:
    from game.deskwork.judging import Progresses
    from game.library import Library

PageKind: TypeAlias = Literal["map", "report"]


def page_of(
    library: "Library", opened: Opened, words: Words, kind: PageKind, progress: "Progresses | None" = None
) -> str:
    """The map of a scenario as SVG, or the report as HTML; raises ``Unplayable`` for one with faults."""
    rulebook = library.rulebook()
    game = Game(opened.playable, rulebook, opened.opening)
    analysis = library.analysis(game, None if progress is None else progress(game))
    found = flows(game, analysis)
    told = MapWords(words, partial(short_day, words=words), partial(deal_name, words=words))
    if kind == "map":
        return map_svg(game.scenario, found, story_map(game.scenario, found), told)
    findings = advise(opened.reading, rulebook, lambda _: analysis)
    template = library.workshop.page_template()
    return report(template, game.scenario, analysis, found, findings, _report_words(told))


def _report_words(told: MapWords) -> ReportWords:
    return ReportWords(
        told,
        band_name=partial(band_name, words=told.words),
        principle_name=partial(principle_name, words=told.words),
        policy_name=partial(policy_name, words=told.words),
        policy_told=partial(policy_told, words=told.words),
        money=partial(money, words=told.words),
    )
