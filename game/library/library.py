"""The library of one computer: everything a command or a screen asks files for."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import __version__
from game.core.scenario import Opening
from game.format.codes import Lang
from game.format.words import Words, catalog_from
from game.library import settings as stored
from game.library import shelf
from game.library.language import system_language
from game.library.opening import Opened, open_file
from game.library.places import RECORDS, Home, cache_folder, handout_folder, own_folder, shipped, written_at
from game.library.settings import Settings
from game.library.shelf import Shelved
from game.library.taking_in import finish
from game.library.troubles import SetAside
from game.records import RETENTION_DAYS, Beginning, Continues, Kept, Records, Trouble, new_header
from game.records.disk import Disk

if TYPE_CHECKING:
    from game.analysis.result import Analysis
    from game.core.game import Game
    from game.core.rulebook import Rulebook
    from game.library import analyses
    from game.library.analyses import Background, Progress
    from game.library.licences import Licence
    from game.library.replaying import Recorded
    from game.library.workshop import Workshop

MOST_ASSET: Final = 16 * 2**20


class Library:
    """What is shipped, what is the trainee's, and what was kept from last time.

    ``home`` replaces the trainee's folder (a stick, a test). ``shipped`` and ``own`` are folders of
    scenarios, the program's and the trainer's; ``own`` need not exist. Nothing is written before something
    is saved. Raises ``Misinstalled`` where the program's own files are missing.
    """

    system_language = staticmethod(system_language)

    def __init__(self, home: Path | None = None, *, disk: Disk | None = None) -> None:
        place = shipped()
        self.shipped: Path = place / "scenarios"
        self.assets: Path = place / "assets"
        self._disk = disk or Disk()
        self._home = Home(own_folder() if home is None else home, self._disk)
        self._cache = cache_folder(self._home.wished if home is None else home)
        self._handouts = handout_folder(self._home.wished if home is None else home)
        self._set_aside: SetAside | None = None
        self._catalogs: dict[str, dict[str, str]] = {}
        self._rulebook: tuple[bytes, Rulebook] | None = None

    # ── where things are kept ───────────────────────────────────────────────────────────────────────

    @property
    def own(self) -> Path:
        """The trainer's folder of scenarios."""
        return (self._home.wished or self._home.folder) / "scenarios"

    @property
    def handouts(self) -> Path:
        """The folder for reports, maps and packs: one that people see. It need not exist."""
        return self._handouts or self._home.folder / "handouts"

    @property
    def home(self) -> Path:
        """Where things are saved: the trainee's folder, or a temporary one (see ``troubles``)."""
        return self._home.folder

    def ask_for_home(self) -> None:
        """Raises ``OSError`` (``ENODEV``) where the drive of the trainee's folder was there and is gone."""
        self._home.ask()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is to be told before a meeting begins: that nothing can be saved, that settings were lost."""
        return tuple(one for one in (self._home.trouble, self._set_aside) if one is not None)

    @property
    def cache(self) -> Path:
        """The folder of what can be made again."""
        return self._cache or self._home.folder / "cache"

    def records(self, folder: Path | None = None) -> Records:
        """The records kept here, or in another folder."""
        return Records(folder or self._home.folder / RECORDS, disk=self._disk)

    def own_records(self) -> Records:
        """The records in the trainee's folder, to be looked at even where nothing can be saved."""
        wished = self._home.wished
        return self.records(None if wished is None else wished / RECORDS)

    @property
    def workshop(self) -> "Workshop":
        """The files a trainer writes."""
        from game.library.workshop import Workshop  # noqa: PLC0415 (brings the reader)

        return Workshop(self._disk, self.assets, self.own, self.shipped / "examples")

    # ── the program's own files ─────────────────────────────────────────────────────────────────────

    def rulebook(self) -> "Rulebook":
        """The numbers of the credit model; raises ``Misinstalled``, ``OSError``."""
        return self._numbers()[1]

    def rulebook_bytes(self) -> bytes:
        """The rulebook's file, as a record keeps it."""
        return self._numbers()[0]

    def licences(self) -> "tuple[Licence, ...]":
        """The licences of all that is handed out with this program; raises ``TooBig``, ``OSError``."""
        from game.library.licences import licences  # noqa: PLC0415 (one command asks for them)

        return tuple(licences(self.assets.parent, self._disk))

    def finding_page(self, code: str) -> str:
        """The page on a finding, in Markdown, both languages on it; raises ``TooBig``, ``OSError``."""
        beside = self.assets.parent
        places = (beside / "findings", beside / "docs" / "findings")
        folder = next((each for each in places if each.is_dir()), beside)
        return self._disk.read(folder / f"{code}.md", MOST_ASSET).decode()

    def words(self, lang: str) -> Words:
        """The interface's sentences in ``ja`` or ``en``; any other language is English."""
        if lang not in self._catalogs:
            self._catalogs[lang] = self._catalog(lang)
        return Words(lang, self._catalogs[lang])

    # ── scenarios ───────────────────────────────────────────────────────────────────────────────────

    def find(self, file_or_id: str | Path, lang: Lang = "en") -> Path:
        """The file of a scenario; raises ``NotFound`` with suggestions, ``SavedAsText``, ``IsAFolder``.

        ``lang``: whose titles are looked at for suggestions.
        """
        return shelf.find(str(file_or_id), self._folders(), lambda: self.listing(lang))

    def open_scenario(self, file_or_id: str | Path, lang: Lang) -> Opened:
        """A scenario read, in ``lang`` where it is translated; findings and words in ``lang``.

        A file with faults is opened all the same: ``scenario`` is then None or not to be played. Raises
        ``NotFound``, ``IsAFolder``, ``NotAFile``, ``TooBig``, ``OSError``.
        """
        return self._open(self.find(file_or_id, lang), lang)

    def listing(self, lang: Lang) -> tuple[Shelved, ...]:
        """The shipped scenarios and the trainer's, tutorials first; broken ones too, with what is wrong."""
        numbers = self.assets / "rulebook.toml"
        basis = f"{written_at(numbers)} {numbers.stat().st_size}"
        index = shelf.Index(self.cache / f"shelf-{lang}.json", basis, self._disk)
        return shelf.listing(self._folders(), lambda path: self._open(path, lang), index)

    def open_recorded(self, record: "Recorded", lang: Lang | None = None) -> Opened:
        """The scenario a record was played with, as it was then; see ``load_for_replay``."""
        return self.reopen(record, lang)[0]

    def reopen(self, record: "Recorded", lang: Lang | None = None) -> "tuple[Opened, Game]":
        """Both at once: the scenario a record was played with, and the game; see ``load_for_replay``."""
        from game.library.replaying import reopened  # noqa: PLC0415 (brings the rules)

        return reopened(record, lang)

    def load_for_replay(self, record: "Recorded", lang: Lang | None = None) -> "Game":
        """The game a record was played with, from the versions kept with it, in ``lang`` or as played.

        Its path replays in it: that has been tried. Raises the troubles of reading the record,
        ``VersionMissing``, ``VersionAltered``, ``Unplayable``, ``DoesNotReplay``, ``OSError``.
        """
        return self.reopen(record, lang)[1]

    # ── records ─────────────────────────────────────────────────────────────────────────────────────

    def beginning(
        self,
        opened: Opened,
        trainee: str,
        lang: str,
        *,
        coach: bool = False,
        continues: Continues | None = None,
        days: int = RETENTION_DAYS,
    ) -> Beginning:
        """What the record of a meeting begins with, for ``Records.begin``.

        The purpose is written in ``lang``. Raises ``Unplayable`` for a scenario with faults.
        """
        source = opened.played(self.rulebook_bytes())
        header = new_header(
            opened.playable,
            self.rulebook(),
            source,
            app=__version__,
            trainee=trainee,
            purpose=purpose(self.words(lang)),
            coach=coach,
            continues=continues,
            days=days,
        )
        return Beginning(header, source)

    def opening_from(self, before: Kept, lang: Lang | None = None) -> Opening:
        """Where a scenario begins that ``continues`` a finished meeting; raises as ``load_for_replay``."""
        from game.library.replaying import opening_of  # noqa: PLC0415 (brings the rules)

        return opening_of(self.load_for_replay(before, lang), before.path, before.file)

    def todays(self, name: str) -> bytes | None:
        """The version of this name (``game.records.versions``), if it is one of today's files."""
        from game.library.replaying import todays  # noqa: PLC0415 (brings the rules)

        folders = (self.shipped, self.own)
        return todays(name, (*folders, self.assets), self._disk)

    # ── settings ────────────────────────────────────────────────────────────────────────────────────

    def load_settings(self) -> Settings:
        """The settings, or the defaults; ``troubles`` then tells of a file that was set aside."""
        folder = self._home.wished or self._home.folder
        settings, trouble = stored.load(folder / "settings.json", self._disk)
        self._set_aside = trouble or self._set_aside
        return settings

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings; raises ``OSError``."""
        self.ask_for_home()
        stored.save(settings, self._home.folder / "settings.json", self._disk)

    # ── analyses ────────────────────────────────────────────────────────────────────────────────────

    def cached_analysis(self, game: "Game") -> "Analysis | None":
        """The exact analysis of a game, if it was made before and is whole."""
        return self._analyses().get(game)

    def analysis(self, game: "Game", progress: "Progress | None" = None) -> "Analysis":
        """The analysis of a game, kept from before or made now, which can take seconds."""
        from game.library import analyses  # noqa: PLC0415 (brings the analysis)

        return analyses.made(game, self._analyses(), progress)

    def analyse_in_background(self, opened: Opened, opening: Opening | None = None) -> "Background":
        """The analysis of a scenario, kept or made in a process of its own; nobody waits for either.

        Raises ``Unplayable`` for a scenario with faults.
        """
        from game.core.game import Game  # noqa: PLC0415 (brings the rules)
        from game.library.analyses import Work  # noqa: PLC0415 (brings the analysis)

        begins = opening or opened.opening
        game = Game(opened.playable, self.rulebook(), begins)
        return self.background(game, Work(opened.source, str(opened.path), self.rulebook_bytes(), begins))

    def background(self, game: "Game", work: "analyses.Work") -> "Background":
        """The analysis of any game, kept or made in a process of its own from ``work``."""
        from game.library import analyses  # noqa: PLC0415 (brings the analysis)

        return analyses.Background(game, work, self._analyses())

    # ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _open(self, path: Path, lang: Lang) -> Opened:
        return open_file(path, lang, self.rulebook(), self._disk)

    def _analyses(self) -> "analyses.Kept":
        from game.library import analyses  # noqa: PLC0415 (brings the analysis)

        return analyses.Kept(self.cache / "analyses", self._disk)

    def _folders(self) -> tuple[tuple[Path, bool], ...]:
        finish(self.own, self._disk)
        return (self.shipped, True), (self.own, False)

    def _catalog(self, lang: str) -> dict[str, str]:
        if lang != "ja":
            return {}
        try:
            return catalog_from(self._disk.read(self.assets / "locale" / "ja.po", MOST_ASSET).decode())
        except (OSError, ValueError):  # without its catalog the game speaks English
            return {}

    def _numbers(self) -> "tuple[bytes, Rulebook]":
        from game.library.replaying import rulebook_from  # noqa: PLC0415 (brings the rules)

        if self._rulebook is None:
            file = self.assets / "rulebook.toml"
            content = self._disk.read(file, MOST_ASSET)
            self._rulebook = content, rulebook_from(content, file)
        return self._rulebook


def purpose(words: Words) -> str:
    """What a record is for, as the trainee is shown it and as it stands in the record."""
    return words(
        "For your own practice and for discussion in training. It stays on this computer; "
        "handing it in is up to you."
    )
