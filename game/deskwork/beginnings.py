"""A new scenario written into a folder, with the schema beside it that an editor completes words from."""

import json
import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.authoring.template import SCHEMA_FILE, as_id, likened, named, titled
from game.format.codes import Lang
from game.format.schema import schema
from game.library.opening import ENDINGS

if TYPE_CHECKING:
    from game.library import Library

_LONGEST: Final = 60
_PLAIN: Final = "scenario"
_KEPT_BY_WINDOWS: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def begin(library: "Library", file: Path, lang: Lang, title: str = "", *, like: str = "") -> OSError | None:
    """Write a new scenario, and the schema beside it; what kept the schema from being written, if anything.

    ``title`` "" leaves that of the template. ``like``: the name of an example that is copied instead of it.
    Raises ``FileExistsError``, the library's troubles, ``OSError``.
    """
    workshop = library.workshop
    if like:
        text = likened(workshop.example(like, lang), file.stem)
    else:
        text = named(workshop.template(lang), file.stem)
    library.workshop.begin_scenario(file, titled(text, title) if title else text)
    try:
        # Renewed when the program is: it says what may be written in a scenario, and nobody edits it.
        keys = json.dumps(schema(library.rulebook().personas), ensure_ascii=False, indent=2)
        library.workshop.keep_schema(file.with_name(SCHEMA_FILE), f"{keys}\n")
    except OSError as trouble:
        return trouble  # the scenario is there all the same: only the editor knows less
    return None


def free_file(folder: Path, title: str) -> Path:
    """A file of this title's name that is not there yet: letters, digits, - and _ of any script."""
    stem = as_id(title.lower())[:_LONGEST].strip("-") or _PLAIN
    if _KEPT_BY_WINDOWS.fullmatch(stem) or stem.isdecimal():
        stem = f"{_PLAIN}-{stem}"
    names = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
    return next(file for name in names if not (file := folder / f"{name}{ENDINGS[0]}").exists())
