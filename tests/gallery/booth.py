"""Where a state is set up: a window nobody sees, a folder of its own, a clock and days that stand still."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from game.screens.colours import Contrast
from tests.gallery.stories import written
from tests.screens.driving import Driver

SHIPPED = Path(__file__).parents[2] / "scenarios"
MORNING = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)
"""When everything happens that is kept: the same day from Samoa to Fiji."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is drawn: the window's pixels, the language, the theme, the size of text."""

    size: tuple[int, int] = (1280, 720)
    lang: str = "ja"
    contrast: Contrast = "normal"
    safe: bool = False
    percent: int = 100
    furigana: bool = True

    @property
    def name(self) -> str:
        """A part of a file's name: ``1280x720-ja-normal``."""
        theme = f"{self.contrast}-safe" if self.safe else self.contrast
        return f"{self.size[0]}x{self.size[1]}-{self.lang}-{theme}"


class Booth:
    """Makes windows for states, all of one look."""

    def __init__(self, home: Path, look: Look, surface_of=None) -> None:
        self.home = home
        self.look = look
        self.surface_of = surface_of
        """Makes what is drawn on, from its size; None: the window's own surface."""

    @property
    def ja(self) -> bool:
        return self.look.lang == "ja"

    def window(self, *stories, trainee=None, **settings) -> Driver:
        """A window with these stories on its shelf; texts are shown at once unless ``settings`` say else."""
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)
        trainee = ("青い鉛筆" if self.ja else "Blue Pencil") if trainee is None else trainee
        look = self.look
        driver = Driver(self.home, lang=look.lang, size=look.size, scenarios=0, trainee=trainee)
        if self.surface_of is not None:
            driver.app.surface = self.surface_of(look.size)
        for one in stories:
            driver.write(one["id"], written(one, look.lang))
        driver.backstage.change(
            text_percent=look.percent,
            furigana=look.furigana,
            contrast=look.contrast == "high",
            safe_colours=look.safe,
            lang=look.lang,
            **{"text_speed": 0, **settings},
        )
        driver.app.take_settings()
        return driver

    def shipped(self, id="friday-checklist", **settings) -> Driver:
        """A window with a scenario as it is shipped, in the language of the look."""
        driver = self.window(**settings)
        for file in SHIPPED.glob(f"{id}*"):
            shutil.copy(file, driver.library.shipped / file.name)
        return driver

    def text(self, ja: str, en: str) -> str:
        """One of the two."""
        return ja if self.ja else en


UID_BYTES = 16


@contextmanager
def still_days() -> Iterator[None]:
    """Nothing depends on the day on which it is drawn, nor on chance."""
    names = iter(f"{n:08x}" * 4 for n in range(1, 10_000))
    with (
        patch("game.records.folder.utc_now", lambda: MORNING),
        # Of records only: how often something else was written is not seen.
        patch("secrets.token_hex", lambda size: next(names) if size == UID_BYTES else "0" * 2 * size),
        patch("secrets.choice", lambda options: options[0]),
        patch("os.fsync", lambda _: None),  # a picture need not outlive a power cut
    ):
        yield


@contextmanager
def a_home(folder: Path) -> Iterator[None]:
    """A folder is the person's home: no path shown depends on where it is drawn."""
    places = {"home": folder / "home", "documents": folder / "home" / "Documents"}
    with (
        patch.object(Path, "home", lambda: folder),
        patch("game.screens.trainers_desk.chooser.known_folders", lambda: places),
    ):
        yield


def other(look: Look, **parts) -> Look:
    """The look with some of its parts replaced."""
    return replace(look, **parts)
