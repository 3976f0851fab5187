"""``map``: the story drawn, as a picture or as a page."""

from functools import partial
from pathlib import Path
from typing import Final

from game.analysis.flows import flows
from game.authoring.advice import advise
from game.authoring.map_svg import MapWords, map_svg
from game.authoring.report import ReportWords, report
from game.authoring.story_map import story_map
from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.waiting import Progressing
from game.core.game import Game
from game.debrief.days import short_day
from game.debrief.names import band_name, deal_name, policy_name, policy_told, principle_name
from game.debrief.outcome_told import money
from game.library import Opened

PICTURE: Final = ".svg"
PAGES: Final = (".html", ".htm")


def draw_map(desk: Desk, opened: Opened, out: str) -> int:
    """Write the map of a scenario without faults, alone or with the whole report around it.

    A file of that name is written over.
    """
    words, target = desk.words, Path(out)
    ending = target.suffix.lower()
    if ending not in {PICTURE, *PAGES}:
        desk.warn(
            words("{file}: the name has to end in .svg (the map) or .html (the whole report).", file=target)
        )
        return UNUSABLE
    rulebook = desk.library.rulebook()
    game = Game(opened.playable, rulebook, opened.opening)
    with Progressing(words) as progress:
        analysis = desk.library.analysis(game, progress.of(game))
    found = flows(game, analysis)
    spoken = MapWords(words, short_day, partial(deal_name, words=words))
    if ending == PICTURE:
        text = map_svg(game.scenario, found, story_map(game.scenario, found), spoken)
    else:
        findings = advise(opened.reading, rulebook, lambda _: analysis)
        text = report(
            desk.library.workshop.page_template(),
            game.scenario,
            analysis,
            found,
            findings,
            _report_words(spoken),
        )
    try:
        desk.library.workshop.keep_page(target, text)
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    desk.say(words("Written: {file}", file=target))
    return FINE


def _report_words(told: MapWords) -> ReportWords:
    return ReportWords(
        told,
        band_name=partial(band_name, words=told.words),
        principle_name=partial(principle_name, words=told.words),
        policy_name=partial(policy_name, words=told.words),
        policy_told=partial(policy_told, words=told.words),
        money=partial(money, words=told.words),
    )
