"""``new``: a scenario that plays, written where its author wants it."""

from pathlib import Path

from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.naming import file_named
from game.deskwork.beginnings import begin
from game.library.opening import ENDINGS
from game.records import Trouble


def new(desk: Desk, file: str, *, like: str = "") -> int:
    """Write a new scenario and the schema beside it; never over a file that is there.

    ``like``: the name of an example to begin with; "" for the scenario that shows the whole format.
    """
    words = desk.words
    try:
        path = file_named(file, ENDINGS)
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    try:
        without_schema = begin(desk.library, path, desk.lang, like=like)
    except FileExistsError:
        desk.warn(words("{file} is there already; it was left as it is. Choose another name.", file=path))
        return UNUSABLE
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    if without_schema is not None:
        desk.explain(without_schema)
    desk.say(words("Written: {file}", file=path))
    desk.say(words("Play it: shinyo play {file}", file=_shown(path)))
    if like:  # an example is too small to be judged by what it teaches
        desk.say(words("See what is wrong with it: shinyo check {file}", file=_shown(path)))
        return FINE
    desk.say(
        words("See what is wrong with it, and how it teaches: shinyo check {file} --teach", file=_shown(path))
    )
    return FINE


def _shown(path: Path) -> str:
    """A path as it can be typed after a command."""
    text = str(path)
    return f'"{text}"' if " " in text or "　" in text else text
