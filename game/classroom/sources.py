"""The versions a class was played with, wherever they lie: beside the records, in exports, in the library.

They are named by the hash of their bytes, so any copy is as good as any other.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.core.game import Game
from game.core.rulebook import Rulebook
from game.core.scenario import Opening, Scenario
from game.format.codes import Lang
from game.library import Library
from game.library.analyses import Work
from game.library.replaying import opening_of, reread
from game.records import Continues, Files, FileTrouble, Handed, Source, VersionMissing, source_of
from game.records.versions import Read, digest, names

MOST_BROUGHT: Final = 256 * 2**20
"""Bytes of all versions that exports bring along, together; a class plays a handful of 60 kB each."""


class Sources:
    """Finds the bytes of a version, and makes the game a meeting was played in, once for each language."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._bytes: dict[str, bytes] = {}
        self._left = MOST_BROUGHT
        self._folders: dict[str, Read] = {}
        self._read_so_far: dict[tuple[Files, Lang], tuple[Scenario, Rulebook]] = {}
        self._games: dict[tuple[Files, Continues | None, Lang], Game] = {}
        self._openings: dict[Continues, Opening] = {}

    @property
    def known(self) -> frozenset[str]:
        """The names of versions that need not be unpacked once more."""
        return frozenset(self._bytes)

    def beside(self, folder: str) -> None:
        """Records were found in a folder: what they were played with is kept beside them."""
        if folder not in self._folders:
            self._folders[folder] = self._library.records(Path(folder)).versions.read

    def take(self, handed: Handed) -> None:
        """Keep the versions an export brought along; one that is not what it is called is not kept.

        Nor is what would be more than ``MOST_BROUGHT``: its meeting is then told to lack its version.
        """
        for name, content in handed.versions.items():
            if name not in self._bytes and len(content) <= self._left:
                self._keep([(name, content)])
                self._left -= len(content) if name in self._bytes else 0

    def keep(self, source: Source) -> Files:
        """Keep the bytes of a scenario that is opened, and name them."""
        contents = (
            source.scenario,
            source.rulebook,
            *map(source.catalogs.__getitem__, source.files.catalogs),
        )
        self._keep(zip(names(source.files), contents, strict=True))
        return source.files

    def scenario(self, files: Files, file: str, lang: Lang) -> Scenario:
        """The scenario, in a language where it has it; raises as ``game`` does."""
        return self._scenario(files, Path(file), lang)[0]

    def game(self, files: Files, continues: Continues | None, file: str, lang: Lang) -> Game:
        """The game of a meeting; no path is tried.

        Raises ``VersionMissing``, ``VersionAltered``, ``Unplayable``, ``Misinstalled``, and ``DoesNotReplay``
        for a meeting it goes on from.
        """
        key = files, continues, lang
        if key not in self._games:
            scenario, rulebook = self._scenario(files, Path(file), lang)
            opening = None if continues is None else self._opening(continues, file, lang)
            self._games[key] = Game(scenario, rulebook, opening)
        return self._games[key]

    def work(self, files: Files, game: Game) -> Work:
        """What a process of its own needs to analyse a game that was made from these files."""
        source = source_of(files, self._read)
        return Work(source.scenario, game.scenario.id, source.rulebook, game.layout.opening)

    def _scenario(self, files: Files, file: Path, lang: Lang) -> tuple[Scenario, Rulebook]:
        key = files, lang
        if key not in self._read_so_far:
            opened, rulebook = reread(files, file, lang, self._read)
            self._read_so_far[key] = opened.playable, rulebook
        return self._read_so_far[key]

    def _opening(self, continues: Continues, file: str, lang: Lang) -> Opening:
        if continues not in self._openings:
            game = self.game(continues.files, continues.before, file, lang)
            self._openings[continues] = opening_of(game, continues.path, Path(file))
        return self._openings[continues]

    def _keep(self, contents: Iterable[tuple[str, bytes]]) -> None:
        for name, content in contents:
            if name not in self._bytes and digest(content) == Path(name).stem:
                self._bytes[name] = content

    def _read(self, name: str) -> bytes:
        if name not in self._bytes:
            self._bytes[name] = self._found(name)
        return self._bytes[name]

    def _found(self, name: str) -> bytes:
        trouble: FileTrouble = VersionMissing(Path(name))
        for read in self._folders.values():
            try:
                return read(name)
            except (VersionMissing, OSError):
                continue
            except FileTrouble as altered:
                trouble = altered
        content = self._library.todays(name)
        if content is None:
            raise trouble
        return content
