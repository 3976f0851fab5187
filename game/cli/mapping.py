"""``map``: the story drawn, as a picture or as a page."""

from functools import partial
from pathlib import Path
from typing import Final

from game.analysis.flows import flows
from game.authoring.map_svg import MapWords, map_svg
from game.authoring.story_map import story_map
from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.waiting import Progressing
from game.core.game import Game
from game.debrief.days import short_day
from game.debrief.names import deal_name
from game.library import Opened

PICTURE: Final = ".svg"


def draw_map(desk: Desk, opened: Opened, out: str) -> int:
    """Write the map of a scenario without faults; a file of that name is written over."""
    words, target = desk.words, Path(out)
    if target.suffix.lower() != PICTURE:
        desk.warn(words("{file} would be no picture: its name has to end in .svg.", file=target))
        return UNUSABLE
    game = Game(opened.playable, desk.library.rulebook(), opened.opening)
    with Progressing(words) as progress:
        analysis = desk.library.analysis(game, progress)
    found = flows(game, analysis)
    told = MapWords(words, short_day, partial(deal_name, words=words))
    try:
        desk.library.workshop.keep_page(
            target, map_svg(game.scenario, found, story_map(game.scenario, found), told)
        )
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    desk.say(words("Written: {file}", file=target))
    return FINE
