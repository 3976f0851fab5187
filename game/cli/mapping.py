"""``map``: the story drawn, as a picture or as a page."""

from pathlib import Path
from typing import Final

from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.waiting import Progressing
from game.deskwork.pages import page_of
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
    with Progressing(words) as progress:
        text = page_of(desk.library, opened, words, "map" if ending == PICTURE else "report", progress.of)
    try:
        desk.library.workshop.keep_page(target, text)
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    desk.say(words("Written: {file}", file=target))
    return FINE
