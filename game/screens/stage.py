"""What the app asks of every screen, and what a screen may ask of the app.

Coordinates are design units of the 1280 × 720 sheet; times are seconds of the app's own clock, which a
test can hold still.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

import pygame

if TYPE_CHECKING:
    from game.screens.backstage import Backstage
    from game.screens.bindings import Bindings, Kind
    from game.screens.colours import Contrast
    from game.screens.hands import Act, Deed, Hand
    from game.screens.pen import Box, Pen
    from game.screens.sound.sound import Sound
    from game.screens.theme import Rect, Theme

Point: TypeAlias = tuple[float, float]

Way: TypeAlias = Literal[
    "who",
    "shelf",
    "brief",
    "talk",
    "prediction",
    "settlement",
    "reveal",
    "review",
    "settings",
    "help",
    "keys",
    "desk",
    "manuscript",
]
"""The screens one can go to by name. Screens name each other only so: they follow one another in a circle,
and their modules must not."""


class Host(Protocol):
    """What a screen may ask of the app."""

    clock: Callable[[], float]
    furigana: bool
    reduced_motion: bool
    sound: "Sound"
    """What is to be heard is asked of it, at the moment it happens."""

    @property
    def theme(self) -> "Theme":
        """The theme that fits the window as it is now."""

    @property
    def pen(self) -> "Pen":
        """Writes in this theme and remembers what it has set."""

    @property
    def backstage(self) -> "Backstage":
        """Everything that is not pixels; there after the first frame."""

    @property
    def screen(self) -> "Screen | None":
        """The screen that answers hands: the topmost."""

    @property
    def ready(self) -> bool:
        """Whether the backstage is there."""

    def go(self, way: Way) -> None:
        """Show the screen of this name in the place of the present one."""

    def go_over(self, way: Way) -> None:
        """Lay the screen of this name over the present one."""

    def show(self, screen: "Screen") -> None:
        """Bring up a screen in the place of the present one."""

    def lay_over(self, screen: "Screen") -> None:
        """Lay a screen over the present one, which stays where it is."""

    def lift(self) -> None:
        """Take the topmost screen away again."""

    bindings: "Bindings"
    """Which key and which button does what."""

    @property
    def hand(self) -> "Hand":
        """The hand that was used last, whose keys the hints name."""

    @property
    def attended(self) -> bool:
        """Whether the window has the keyboard and can be seen; nobody has to live for nobody."""

    def redraw(self, area: "Rect | None" = None) -> None:
        """The picture has changed; only inside ``area`` of the sheet, when one is given."""

    def wake(self, at: float | None = None) -> None:
        """Ask for a tick at this time; now, when none is given."""

    def retheme(
        self,
        *,
        text_percent: int | None = None,
        contrast: "Contrast | None" = None,
        safe_colours: bool | None = None,
    ) -> None:
        """Lay everything out anew with another text size, contrast or colours."""

    def take_settings(self) -> None:
        """Let the window follow the settings of the backstage."""

    def switch_language(self) -> None:
        """The other language, everywhere at once."""

    def toggle_full_screen(self) -> None:
        """Between the window and the whole screen."""

    instead: "dict[Way, Callable[[], Screen]]"
    """Screens that are gone to in the place of those of a name, while a preview is on."""

    def made(self, way: Way) -> "Screen":
        """The screen of this name, not shown yet."""

    def notify(self, text: str) -> None:
        """Show a word for a moment over whatever is up."""

    def quit(self) -> None:
        """Close after this round."""


class Screen(ABC):
    """One screen: it draws itself whole when asked and answers deeds, the mouse and time.

    After anything that changes the picture it calls ``self.app.redraw()``; nothing is drawn otherwise. Where
    only an area has changed, the surface's clip lets through no more than that.
    Help, settings, language and full screen are the app's own deeds: no screen has to answer them.
    """

    typing = False
    """Whether letters are text for this screen and not deeds."""

    has_menu = False
    """Whether it answers ``Act.MENU`` itself; elsewhere the menu is the help."""

    catching: "Kind | None" = None
    """Whether the next key, or the next button of a gamepad, is not a deed but given to ``caught``."""

    unsettled = False
    """Whether the last drawing has shown that something must be placed otherwise: it is then drawn again."""

    def __init__(self, app: Host) -> None:
        self.app = app

    def enter(self) -> None:
        """The screen has come up (again)."""

    def leave(self) -> None:
        """Another screen comes up."""

    @abstractmethod
    def draw(self, surface: pygame.Surface, theme: "Theme") -> None:
        """Draw everything. ``surface`` is the window; parts outside the sheet are already wood."""

    def boxes(self) -> "tuple[Box, ...]":
        """Where the texts of the last drawing stand, for the tests of the layout."""
        return ()

    def act(self, deed: "Deed") -> None:
        """A deed by keyboard or gamepad."""

    def let_go(self, act: "Act") -> None:
        """The key of an act that lasts as long as it is held was let go, whatever lies over this screen."""

    def point(self, at: Point) -> None:
        """The mouse is here now."""

    def press(self, at: Point) -> None:
        """The left button was pressed here."""

    def turn(self, by: float, at: Point) -> None:
        """The wheel was turned over this point; ``by`` design units, positive scrolls back up."""

    def typed(self, text: str) -> None:
        """Text was entered (finished, also by an input method)."""

    def composing(self, text: str, cursor: int) -> None:
        """An input method is composing this text, with the cursor before this glyph."""

    def caught(self, code: int) -> None:
        """A key (its code) or button (its number) was pressed while this screen was ``catching``."""

    def dropped(self, path: str) -> None:
        """A file was dropped on the window."""

    def tick(self, now: float) -> float | None:  # noqa: ARG002 - for those that move
        """Time has come to ``now``; returns the time of the next tick wanted, None to sleep."""
        return None

    def prepare(self) -> bool:
        """Do one small thing ahead while there is nothing else to do; whether there was one.

        It may change when something is made, and never what is seen.
        """
        return False

    def relanguaged(self) -> None:
        """The language was switched: texts are to be taken anew, the place is kept."""
