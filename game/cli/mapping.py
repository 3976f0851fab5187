"""``map``: the story drawn, as a picture or as a page."""

import errno
import os
import re
from pathlib import Path
from typing import Final

from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.waiting import Progressing
from game.deskwork.pages import page_of
from game.library import Opened

PICTURE: Final = ".svg"
PAGES: Final = (".html", ".htm")

_DRAWN: Final = re.compile(
    rb'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 [\d.]+ [\d.]+"\s+'
    rb'width="[\d.]+pt" height="[\d.]+pt"\s+role="img" aria-label='
)
"""How a map begins, alone and within a report."""


def draw_map(desk: Desk, opened: Opened, out: str) -> int:
    """Write the map of a scenario without faults, alone or with the whole report around it.

    A map or a report of that name is drawn anew; any other file that holds something stays.
    """
    words, target = desk.words, Path(out)
    ending = target.suffix.lower()
    if ending not in {PICTURE, *PAGES}:
        desk.warn(
            words("{file}: the name has to end in .svg (the map) or .html (the whole report).", file=target)
        )
        return UNUSABLE
    try:
        there = target.read_bytes() if target.is_file() else b""
        if there and not _DRAWN.search(there):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    except OSError as trouble:
        desk.explain(trouble)
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
