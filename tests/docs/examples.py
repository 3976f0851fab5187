"""The gallery of examples: which there have to be, and the page that lists them.

Which moves and conditions there are is read off the models of the format, so that a new one without an
example is missed.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.format.annotations import fields_of
from game.format.codes import Lang
from game.format.condition_models import ConditionShape
from game.format.move_models import MoveShape
from tests.authoring.stories import ROOT

FOLDER: Final = ROOT / "scenarios" / "examples"
LANGS: Final[tuple[Lang, ...]] = ("ja", "en")
PAGES: Final[Mapping[Lang, Path]] = {
    "ja": ROOT / "docs" / "examples.ja.md",
    "en": ROOT / "docs" / "examples.md",
}
WHEN: Final = "when-"
HEAD: Final = 2
"""The line (from 0) that says what an example shows: under the schema and an empty comment."""

MOVES: Final = tuple(fields_of(MoveShape))
CONDITIONS: Final = tuple(fields_of(ConditionShape))
MORE: Final = (
    "hub", "enter", "calendar", "people", "tell", "furigana", "continues", "epilogue", "debrief",
)  # fmt: skip
"""What else a trainer looks for."""

NAMES: Final = (*MOVES, *(f"{WHEN}{name}" for name in CONDITIONS), *MORE)
"""Every example there has to be, in the order of the page."""

_CELLS: Final[Mapping[Lang, str]] = {
    "ja": "| 書くもの | ファイル | 見えること |\n|---|---|---|\n",
    "en": "| what you write | file | what it shows |\n|---|---|---|\n",
}
_COLON: Final[Mapping[Lang, str]] = {"ja": "：", "en": ": "}


def file(name: str, lang: Lang) -> Path:
    """The file of an example."""
    return FOLDER / lang / f"{name}.yaml"


def shown(name: str, lang: Lang) -> str:
    """What an example shows, as its comment says."""
    said = file(name, lang).read_text("utf-8").splitlines()[HEAD].partition(_COLON[lang])[2]
    return said[:1].upper() + said[1:]


def table(names: tuple[str, ...], lang: Lang) -> str:
    """One line an example: what is written, its file, what it shows."""
    rows = (
        f"| `{name.removeprefix(WHEN)}` | [{name}.yaml](../scenarios/examples/{lang}/{name}.yaml) "
        f"| {shown(name, lang)} |\n"
        for name in names
    )
    return _CELLS[lang] + "".join(rows)


def with_tables(text: str, lang: Lang) -> str:
    """The page with its three tables made of the examples; what stands between them stays."""
    made = iter((MOVES, tuple(f"{WHEN}{name}" for name in CONDITIONS), MORE))
    parts: list[str] = []
    for line in text.splitlines(keepends=True):
        if not line.startswith("|"):
            parts.append(line)
        elif not parts[-1].startswith("|"):
            parts.append(table(next(made), lang))
    assert next(made, None) is None
    return "".join(parts)
