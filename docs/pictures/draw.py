"""Draw the pictures of the README anew: ``python docs/pictures/draw.py`` (in the project's environment).

No window is opened. The meeting shown is the shipped scenario, played along a path of its own.
"""

import os
import tempfile
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame

from game.library import Library
from game.screens.app import App
from game.screens.backstage import Backstage
from game.screens.ways import screen_of

HERE = Path(__file__).parent
TALK = ("gift",)
REVEAL = (
    "gift", "story", "paper", "firm", "ask_monday", "send_contacts", "on_the_day", "form", "stop",
    "screen", "meet_boss", "four", "what_matters", "trial", "cave", "first_month", "beside",
    "hold_the_day", "the_hours", "your_shelves",
)  # fmt: skip


class Clock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def main() -> None:
    """Draw talk and reveal in both languages beside this file."""
    for lang in ("ja", "en"):
        with tempfile.TemporaryDirectory() as home:
            draw(Path(home), lang)


def draw(home: Path, lang: str) -> None:
    """Both pictures in one language."""
    clock = Clock()
    library = Library(home)
    app = App(library.assets / "fonts", (1280, 720), clock=clock, ways=screen_of)
    app.open("Shinyo")
    backstage = Backstage(library, library.records(), library.load_settings(), lang)
    backstage.change(trainee="青い鉛筆" if lang == "ja" else "Blue Pencil", text_speed=0)
    app.backstage = backstage
    app.take_settings()
    play = backstage.open("friday-checklist")
    library.analysis(play.game)
    play.start_analysis()
    for name, path in (("talk", TALK), ("reveal", REVEAL)):
        play.go_on_from(path)
        app.go(name)
        for _ in range(900):
            clock.now += 0.05
            app.wake()
            app.round()
            if name == "talk":
                press(app, pygame.K_SPACE)
        if name == "talk":
            press(app, pygame.K_DOWN, pygame.K_DOWN, pygame.K_DOWN)
        app.draw()
        pygame.image.save(app.surface, HERE / f"{name}-{lang}.png")
    backstage.close()
    pygame.display.quit()


def press(app: App, *keys: int) -> None:
    """Press keys, one after the other."""
    for key in keys:
        app.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))


if __name__ == "__main__":
    main()
