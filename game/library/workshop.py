"""The workshop: the files a trainer writes, and what the program writes for them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from game.core.rulebook import Rulebook
from game.format.codes import Lang
from game.format.findings import close
from game.library import packs, taking_in, transcripts
from game.library.opening import ENDINGS, Opened, in_language
from game.library.packs import Pack
from game.library.shelf import files
from game.library.troubles import NoExample
from game.records.disk import Disk

MOST_TEMPLATE: Final = 2**20
MOST_PACK: Final = 2 * packs.MOST_BYTES
OPEN: Final = 0o777
"""The rights of a folder whose files are to be handed on, before the system takes away what it likes."""
CONDITION: Final = "when-"
"""What the name of an example of a condition begins with, lest it be taken for a move of that name."""


PageTemplate = Literal["report", "review", "class_handout", "class_trainee"]
"""The report on a scenario, the review of a meeting, the handout of a class, a trainee's page of it."""


class Workshop:
    """What authors' commands and screens ask files for.

    Args:
        disk: Reads and writes.
        assets: The program's own files.
        own: The trainer's folder of scenarios; it need not exist.
        examples: The small scenarios that each show one thing, in a folder for each language.
    """

    def __init__(self, disk: Disk, assets: Path, own: Path, examples: Path) -> None:
        self._disk = disk
        self._assets = assets
        self._own = own
        self._examples = examples

    # ── a new scenario, its schema, its translations ────────────────────────────────────────────────

    def template(self, lang: Lang) -> str:
        """The scenario a new one begins as, ``{id}`` where its id belongs; raises ``OSError``."""
        return self._disk.read(self._assets / "templates" / f"new.{lang}.yaml", MOST_TEMPLATE).decode()

    def examples(self, lang: Lang) -> tuple[str, ...]:
        """The names of the examples there are: moves, conditions (``when-…``) and the rest, by name."""
        return tuple(file.stem for file in files(self._examples / lang))

    def example(self, name: str, lang: Lang) -> str:
        """The text of an example, by its name or its file's; ``when-`` of a condition may be left out.

        Raises ``NoExample`` with suggestions, ``OSError``.
        """
        known = self.examples(lang)
        stem = name.removesuffix(ENDINGS[0])
        whole = next((each for each in (stem, f"{CONDITION}{stem}") if each in known), None)
        if whole is None:
            short = (each.removeprefix(CONDITION) for each in known)
            raise NoExample(name, tuple(close(name, (*known, *short))), known)
        file = self._examples / lang / f"{whole}{ENDINGS[0]}"
        return self._disk.read(file, MOST_TEMPLATE).decode()

    def begin_scenario(self, file: Path, text: str) -> None:
        """Write a new scenario and its folder; raises ``FileExistsError`` if it is there, ``OSError``."""
        self._disk.make_folder(file.parent, OPEN)
        self._disk.create(file, text.encode())

    def keep_schema(self, file: Path, text: str) -> None:
        """Write the schema beside scenarios; raises ``OSError``."""
        self._disk.replace(file, text.encode())

    def keep_catalog(self, file: Path, text: str) -> None:
        """Write a catalog in the place of the one that is there; raises ``OSError``."""
        self._disk.replace(file, text.encode())

    def page_template(self, name: PageTemplate = "report") -> str:
        """The template of a page; raises ``OSError``."""
        return self._disk.read(self._assets / "templates" / f"{name}.html", MOST_TEMPLATE).decode()

    def class_style(self) -> str:
        """How the pages of a class look, as CSS; raises ``OSError``."""
        return self._disk.read(self._assets / "templates" / "class_style.css", MOST_TEMPLATE).decode()

    def keep_page(self, file: Path, text: str) -> None:
        """Write a map or a report, its folder too; raises ``OSError``."""
        self._disk.make_folder(file.parent, OPEN)
        self._disk.replace(file, text.encode())

    # ── transcripts ─────────────────────────────────────────────────────────────────────────────────

    def transcript(self, file: Path) -> str:
        """The text of a transcript; raises ``NotText``, ``NotAFile``, ``TooBig``, ``OSError``."""
        return transcripts.read_transcript(file, self._disk)

    def keep_transcript(self, file: Path, text: str, *, replace: bool = False) -> None:
        """Write a transcript; raises ``FileExistsError`` rather than ``replace`` one, and ``OSError``."""
        write = self._disk.replace if replace else self._disk.create
        write(file, text.encode())

    # ── packs ───────────────────────────────────────────────────────────────────────────────────────

    def pack(self, scenarios: Sequence[Opened], file: Path, *, replace: bool = False) -> int:
        """Write a pack of scenarios without faults; how many files went in.

        Raises ``FileExistsError`` rather than ``replace`` a file, ``TooBig``, ``OSError``.
        """
        parts = [(one.playable.id, packs.files_of(one, self._disk)) for one in scenarios]
        write = self._disk.replace if replace else self._disk.create
        write(file, packs.packed(parts))
        return sum(len(files) for _, files in parts)

    def read_pack(self, file: Path) -> Pack:
        """What is in a pack; raises ``NotAPack``, ``PackBreaksRules``, ``TooBig``, ``OSError``."""
        return packs.unpacked(self._disk.read(file, MOST_PACK), file)

    def open_packed(self, pack: Pack, file: Path, name: str, lang: Lang, rulebook: Rulebook) -> Opened:
        """A scenario of the pack ``file`` read, with its catalogs, without anything being written."""
        from game.format.reader import read  # noqa: PLC0415 (brings the models)

        path = file / name
        source = pack.files[name]
        reading = read(source, str(path), lang=lang, rulebook=rulebook)
        catalogs = {}
        if reading.scenario is not None:
            for each, content in pack.beside(name, reading.scenario.id).items():
                if each.endswith(".po"):
                    catalogs[Path(each).stem.rpartition(".")[2]] = content
        return in_language(path, reading, source, catalogs, lang)

    def differing(self, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Those of the files that lie in the trainer's folder with another content."""
        found = []
        for name, content in files.items():
            there = self._own / name
            if there.exists() and there.read_bytes() != content:
                found.append(name)
        return tuple(found)

    def take_in(self, files: Mapping[str, bytes]) -> Mapping[str, bytes | None]:
        """Put files into the trainer's folder: all of them, or none; what was there before (None: nothing).

        Raises ``OSError``.
        """
        self._disk.make_folder(self._own, OPEN)
        return taking_in.take_in(self._own, files, self._disk)

    def put_back(self, before: Mapping[str, bytes | None]) -> None:
        """Undo ``take_in``: what was there before is there again. Raises ``OSError``."""
        for name, was in before.items():
            if (self._own / name).exists() or was is not None:
                taking_in.put_back(self._own / name, was, self._disk)
