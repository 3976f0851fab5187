"""Draw the pictures of the README and of the guide anew: ``python docs/pictures/draw.py``, in ``.venv``.

With ``--check`` nothing is written: it tells which of them do not look like that any more, by the tolerance
of the gallery, and ends with status 1 when there are some. Names (``reveal``, ``talk``) draw only those.

No window is opened. The meeting shown is the shipped scenario, played along a path of its own; the preview
and the map (as ``shinyo map`` draws it) are of the last example of the guide; the desk has a
new scenario in which two scenes were misspelt; the class is a rehearsal.
"""

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame

from game import cli
from game.library import Library
from game.screens.app import App
from game.screens.backstage import Backstage
from game.screens.preview.desk import PreviewDesk
from game.screens.preview.preview import first_preview
from game.screens.stage import Way
from game.screens.ways import screen_of

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))  # it runs from a checkout

from tests.gallery.compare import averaged, same  # noqa: E402

REVEAL = (
    "gift", "story", "paper", "firm", "ask_monday", "send_contacts", "on_the_day", "form", "stop",
    "screen", "meet_boss", "four", "what_matters", "trial", "cave", "first_month", "beside",
    "hold_the_day", "the_hours", "your_shelves",
)  # fmt: skip
"""The meeting that is shown, from its first choice to its end."""

TALK = REVEAL[:1]
PREVIEWED = ("gift", "friday")
STRIP = (0, 1, 4, 6, 7, 11, 14, 18)
"""After how many choices the talk is shown in the strip."""

CLASS, DECISION = "friday-checklist:40", "proposal"
"""The class that is shown, and where."""

SAVED = 1_772_535_600
"""When the scenario on the desk was saved: 3 March 2026."""

TITLES = {"ja": "値引きを求められた日", "en": "The Day They Asked for a Discount"}
"""What the scenario on the desk is called."""

LONG, ROUNDS = 45.0, 225
"""Seconds until everything on a screen has come up, and the rounds in which they pass."""

TILE = (640, 360)
COLUMNS = 3
GAP = 12
PAPER = (0xF7, 0xF2, 0xE6)


class Clock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


NAMES = ("talk", "reveal", "strip", "review", "class", "preview", "map", "desk")
LANGS = ("ja", "en")


def main() -> int:
    """Draw them in both languages beside this file, or compare those that lie there; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help=f"only these of: {', '.join(NAMES)}")
    parser.add_argument("--check", action="store_true", help="write nothing, tell what looks otherwise now")
    asked = parser.parse_args()
    if unknown := {*asked.names} - {*NAMES}:
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) if asked.check else HERE
        for lang in LANGS:
            drawn(lang, asked.names or NAMES, into)
        drifted = differing(into) if asked.check else []
    print(*(f"{name} does not look like that any more" for name in drifted), sep="\n", end="")  # noqa: T201
    return 1 if drifted else 0


def drawn(lang: str, names: Sequence[str], into: Path) -> None:
    """Draw the pictures of these names in one language into a folder."""
    with tempfile.TemporaryDirectory() as home:
        Drawing(Path(home), lang, into).draw(names)


def differing(folder: Path) -> list[str]:
    """The files in a folder that do not look like those beside this file."""
    return [file.name for file in sorted(folder.iterdir()) if not alike(file, HERE / file.name)]


def alike(file: Path, kept: Path) -> bool:
    """Whether two files show the same: to the letter where they are text, by the gallery's tolerance else."""
    if not kept.is_file():
        return False
    if file.suffix == ".svg":
        return file.read_bytes() == kept.read_bytes()
    return same(*(averaged(pygame.image.load(each)) for each in (file, kept)))


class Drawing:
    """The pictures in one language."""

    def __init__(self, home: Path, lang: str, into: Path = HERE) -> None:
        self.lang, self.into = lang, into
        os.environ["HOME"] = str(home)  # paths are shown from there
        self.clock = Clock()
        library = Library(home)
        self.app = App(library.assets / "fonts", (1280, 720), clock=self.clock, ways=screen_of)
        self.app.open("Shinyo")
        self.backstage = Backstage(library, library.records(), library.load_settings(), lang)
        self.backstage.change(trainee="青い鉛筆" if lang == "ja" else "Blue Pencil", text_speed=0)
        self.app.backstage = self.backstage
        self.app.take_settings()

    def draw(self, names: Sequence[str] = NAMES) -> None:
        """Draw those of these names."""
        self.meeting(names)
        others = {"class": self.debriefed, "preview": self.previewed, "desk": self.desk}
        for name, make in others.items():
            if name in names:
                self.save(make(), name)
        if "map" in names:
            cli.run(
                [
                    "map",
                    str(self.guides()),
                    "-o",
                    str(self.into / f"map-{self.lang}.svg"),
                    "--lang",
                    self.lang,
                ]
            )
        self.backstage.close()
        pygame.display.quit()

    def meeting(self, names: Sequence[str]) -> None:
        """The meeting that is shown: only what is asked for is played."""
        wanted = {"talk", "reveal", "strip", "review"} & {*names}
        whole = "strip" in wanted
        tiles = [self.seen("shelf")] if whole else []
        play = self.backstage.open("friday-checklist")
        if wanted - {"talk"}:
            self.backstage.library.analysis(play.game)
            play.start_analysis()
        if whole:
            tiles.append(self.seen("brief"))
            for count in STRIP:
                play.go_on_from(REVEAL[:count])
                tiles.append(self.seen("talk", focus=1 + count % 3))
        if "talk" in wanted:
            play.go_on_from(TALK)
            self.save(self.seen("talk", focus=3), "talk")
        if not wanted - {"talk"}:
            return
        play.go_on_from(REVEAL)
        if whole:
            tiles.append(self.seen("prediction"))
        reveal = self.seen("reveal")
        shown = {
            "reveal": lambda: reveal,
            "strip": lambda: strip([*tiles, reveal]),
            "review": lambda: self.seen("review"),
        }
        for name, make in shown.items():
            if name in wanted:
                self.save(make(), name)

    def debriefed(self) -> pygame.Surface:
        """One decision of an invented class, as it stands before a projector."""
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "class"
            cli.run(["debrief", "--rehearsal", CLASS, "--export", str(out), "--lang", self.lang])
            (page,) = out.glob(f"pages/*-decision-{DECISION}.png")
            return pygame.transform.smoothscale(pygame.image.load(page), self.app.surface.get_size())

    def desk(self) -> pygame.Surface:
        """A scenario that lies open on the trainer's desk, once it has been looked over."""
        library = self.backstage.library
        title, file = TITLES[self.lang], library.own / "discount.yaml"
        text = re.sub(
            "^title:.*$", f"title: {title}", library.workshop.template(self.lang), flags=re.MULTILINE
        )
        for name in ("shelves", "monday"):
            text = re.sub(r"goto: (?!shelves|monday)\w+", f"goto: {name}", text, count=1)
        library.workshop.begin_scenario(file, text.replace("{id}", "discount", 1))
        os.utime(file, (SAVED, SAVED))
        self.backstage.bench.open = file
        self.app.go("manuscript")
        until = time.monotonic() + 30
        while time.monotonic() < until and not any("2" in box.text for box in self.app.up[0].boxes()):
            self.clock.now += 0.05
            self.app.round()
            time.sleep(0.05)
        for _ in range(40):
            self.clock.now += 0.05
            self.app.round()
            time.sleep(0.05)
        press(self.app, pygame.K_DOWN, pygame.K_DOWN)
        self.app.draw()
        self.backstage.leave_desk()
        return self.app.surface.copy()

    def seen(self, way: Way, focus: int = 0) -> pygame.Surface:
        """A screen when everything on it has come up; ``focus``: how often the next choice is asked for."""
        self.app.go(way)
        for _ in range(ROUNDS):
            self.clock.now += LONG / ROUNDS
            self.app.wake()
            self.app.round()
            if way == "talk":
                press(self.app, pygame.K_SPACE)
        press(self.app, *[pygame.K_DOWN] * focus)
        self.app.draw()
        return self.app.surface.copy()

    def previewed(self) -> pygame.Surface:
        """The preview of the guide's scenario, after two choices."""
        desk = PreviewDesk(self.backstage, self.guides())
        desk.path = PREVIEWED
        first_preview(self.app, desk)
        for _ in range(200):
            self.clock.now += 0.05
            self.app.wake()
            self.app.round()
            press(self.app, pygame.K_SPACE)
        self.app.draw()
        return self.app.surface.copy()

    def guides(self) -> Path:
        """The file of the guide's last scenario."""
        file = Path(self.backstage.library.own, "first-visit.yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        guide = HERE.parent / ("authoring.ja.md" if self.lang == "ja" else "authoring.md")
        whole = re.findall(r"^```yaml\n(.*?)^```$", guide.read_text("utf-8"), re.MULTILINE | re.DOTALL)[-1]
        file.write_text(whole, "utf-8")
        return file

    def save(self, picture: pygame.Surface, name: str) -> None:
        """Write one picture."""
        pygame.image.save(picture, self.into / f"{name}-{self.lang}.png")


def strip(tiles: list[pygame.Surface]) -> pygame.Surface:
    """Pictures side by side, row after row, as they follow each other."""
    rows = -(-len(tiles) // COLUMNS)
    wide, tall = TILE[0] + GAP, TILE[1] + GAP
    sheet = pygame.Surface((COLUMNS * wide + GAP, rows * tall + GAP))
    sheet.fill(PAPER)
    for at, tile in enumerate(tiles):
        small = pygame.transform.smoothscale(tile, TILE)
        sheet.blit(small, (GAP + at % COLUMNS * wide, GAP + at // COLUMNS * tall))
    return sheet


def press(app: App, *keys: int) -> None:
    """Press keys, one after the other."""
    for key in keys:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            app.handle(pygame.event.Event(kind, key=key, mod=0, unicode="", scancode=0))


if __name__ == "__main__":
    sys.exit(main())
