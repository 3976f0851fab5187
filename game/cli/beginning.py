"""``new``: a scenario that plays, written where its author wants it."""

import json
from pathlib import Path

from game.authoring.template import SCHEMA_FILE, named
from game.cli.desk import FINE, UNUSABLE, Desk
from game.format.schema import schema
from game.library.opening import ENDINGS
from game.records import Trouble


def new(desk: Desk, file: str) -> int:
    """Write a new scenario and the schema beside it; never over a file that is there."""
    words = desk.words
    path = Path(file)
    if path.suffix not in ENDINGS:
        path = path.with_name(f"{path.name}{ENDINGS[0]}")
    try:
        desk.library.workshop.begin_scenario(
            path, named(desk.library.workshop.template(desk.lang), path.stem)
        )
    except FileExistsError:
        desk.warn(words("{file} is there already; it was left as it is. Choose another name.", file=path))
        return UNUSABLE
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    try:
        # Renewed when the program is: it says what may be written in a scenario, and nobody edits it.
        keys = json.dumps(schema(desk.library.rulebook().personas), ensure_ascii=False, indent=2)
        desk.library.workshop.keep_schema(path.with_name(SCHEMA_FILE), f"{keys}\n")
    except OSError as trouble:
        desk.explain(trouble)  # the scenario is there all the same: only the editor knows less
    desk.say(words("Written: {file}", file=path))
    desk.say(words("Play it: shinyo play {file}", file=_shown(path)))
    desk.say(
        words("See what is wrong with it, and how it teaches: shinyo check {file} --teach", file=_shown(path))
    )
    return FINE


def _shown(path: Path) -> str:
    """A path as it can be typed after a command."""
    text = str(path)
    return f'"{text}"' if " " in text or "　" in text else text
