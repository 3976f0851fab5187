"""What hands do, whichever they are: keys, mouse and gamepad become one small set of acts.

A screen never sees a pygame event; so everything that can be done with one hand can be done with any.
Skipping (``HURRY``) and picking (``PICK``, ``CONFIRM`` on a choice) are different acts, and picking is
deaf for a quarter of a second after a choice has appeared, so that nobody answers by clicking on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Literal, TypeAlias

import pygame

GUARD_SECONDS: Final = 0.25
"""How long a choice that has just appeared cannot be picked (design: screens, "Hands")."""

WHEEL_UNITS: Final = 60.0
"""Design units one notch of the wheel scrolls."""


class Act(Enum):
    """One thing a person asks for, by whatever hand."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    BEFORE = auto()
    FIRST = auto()
    LAST = auto()
    CONFIRM = auto()
    PICK = auto()
    HURRY = auto()
    BACK = auto()
    BACKLOG = auto()
    NOTEBOOK = auto()
    LANGUAGE = auto()
    SETTINGS = auto()
    HELP = auto()
    FULL_SCREEN = auto()
    MUTE = auto()
    DELETE = auto()
    MENU = auto()
    AUTO = auto()
    SKIP = auto()
    SLOWER = auto()
    FASTER = auto()
    RESTART = auto()
    STATE = auto()
    SCENES = auto()
    UNDO = auto()
    HOLD = auto()
    BRANCHES = auto()
    PLAN = auto()
    SAY_1 = auto()
    SAY_2 = auto()
    SAY_3 = auto()
    SAY_4 = auto()
    COPY = auto()
    PASTE = auto()


Hand: TypeAlias = Literal["keys", "mouse", "pad"]
"""What was used last: hints name its keys."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An act, with the number of the choice for ``PICK`` (1 is the first) and whether a key repeats it.

    ``in_order``: ``DOWN`` and ``UP`` by the tabulator, to the next or the last thing in reading order.
    ``released``: the key of ``SKIP`` was let go; no other act tells its end.
    """

    act: Act
    number: int = 0
    repeated: bool = False
    in_order: bool = False
    released: bool = False


SAYING: Final[dict[Act, int]] = {Act.SAY_1: 1, Act.SAY_2: 2, Act.SAY_3: 3, Act.SAY_4: 4}
"""Acts that pick the choice of a number, for keys and buttons a person gave them beside the digits."""


def deed_of(act: Act, *, repeated: bool = False) -> Deed:
    """The deed of an act by the tables of keys and buttons."""
    number = SAYING.get(act, 0)
    return Deed(Act.PICK if number else act, number, repeated)


KEYS: Final[dict[int, Act]] = {
    pygame.K_UP: Act.UP,
    pygame.K_DOWN: Act.DOWN,
    pygame.K_LEFT: Act.LEFT,
    pygame.K_RIGHT: Act.RIGHT,
    pygame.K_PAGEUP: Act.BEFORE,
    pygame.K_PAGEDOWN: Act.NEXT,
    pygame.K_HOME: Act.FIRST,
    pygame.K_END: Act.LAST,
    pygame.K_RETURN: Act.CONFIRM,
    pygame.K_KP_ENTER: Act.CONFIRM,
    pygame.K_SPACE: Act.HURRY,
    pygame.K_ESCAPE: Act.BACK,
    pygame.K_BACKSPACE: Act.DELETE,
    pygame.K_l: Act.BACKLOG,
    pygame.K_n: Act.NOTEBOOK,
    pygame.K_m: Act.MUTE,
    pygame.K_F10: Act.MENU,
    pygame.K_a: Act.AUTO,
    pygame.K_s: Act.SKIP,
    pygame.K_MINUS: Act.SLOWER,
    pygame.K_KP_MINUS: Act.SLOWER,
    pygame.K_PLUS: Act.FASTER,
    pygame.K_EQUALS: Act.FASTER,
    pygame.K_SEMICOLON: Act.FASTER,
    pygame.K_KP_PLUS: Act.FASTER,
    pygame.K_F1: Act.HELP,
    pygame.K_h: Act.HELP,
    pygame.K_F2: Act.LANGUAGE,
    pygame.K_F3: Act.SETTINGS,
    pygame.K_F11: Act.FULL_SCREEN,
    pygame.K_F5: Act.RESTART,
    pygame.K_F6: Act.STATE,
    pygame.K_F7: Act.SCENES,
    pygame.K_F8: Act.UNDO,
    pygame.K_PERIOD: Act.HOLD,
    pygame.K_b: Act.BRANCHES,
    pygame.K_p: Act.PLAN,
}
"""The keys beside 1–9, which pick a choice; F5–F8 are the tools of a preview.
The full stop, B and P are of use before a class; a clicker sends page up and down, F5 and the full stop.
On a Japanese keyboard + lies on the key of the semicolon."""

WITH_CTRL: Final[dict[int, Act]] = {pygame.K_c: Act.COPY, pygame.K_v: Act.PASTE}
"""With Ctrl, or with the command key of a Mac."""

SCANCODES: Final[dict[int, int]] = {
    pygame.KSCAN_A + place: pygame.K_a + place for place in range(pygame.KSCAN_Z - pygame.KSCAN_A + 1)
}
"""Where letters lie, for keyboards whose keys are no Latin letters."""

PAD: Final[dict[int, Act]] = {
    pygame.CONTROLLER_BUTTON_A: Act.CONFIRM,
    pygame.CONTROLLER_BUTTON_B: Act.BACK,
    pygame.CONTROLLER_BUTTON_X: Act.HURRY,
    pygame.CONTROLLER_BUTTON_Y: Act.BACKLOG,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Act.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Act.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Act.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Act.RIGHT,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Act.NOTEBOOK,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Act.AUTO,
    pygame.CONTROLLER_BUTTON_BACK: Act.SETTINGS,
    pygame.CONTROLLER_BUTTON_START: Act.MENU,
    pygame.CONTROLLER_BUTTON_LEFTSTICK: Act.LANGUAGE,
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: Act.FULL_SCREEN,
}
"""The buttons of a gamepad, named as SDL names them on every make."""

TRIGGERS: Final[dict[int, Act]] = {
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: Act.BACKLOG,
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: Act.SKIP,
}
"""The left one goes back, the right one ahead."""


def key_deed(
    event: pygame.event.Event,
    *,
    keys: Mapping[int, Act] = KEYS,
    typing: bool = False,
    repeated: bool = False,
) -> Deed | None:
    """The deed a key that went down asks for by the table ``keys``, or None.

    ``repeated``: it has been down for a while.
    While a name is being typed (``typing``) letters, digits and space are text and no deeds.
    """
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and event.mod & pygame.KMOD_ALT:
        return Deed(Act.FULL_SCREEN)
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and event.key in WITH_CTRL:
        return Deed(WITH_CTRL[event.key], repeated=repeated)
    number = _number(event)
    if typing and (number or event.key in _SIGNS or _is_text(event.key)):
        return None
    if number:
        return Deed(Act.PICK, number, repeated)
    if event.key == pygame.K_TAB:
        return Deed(Act.UP if event.mod & pygame.KMOD_SHIFT else Act.DOWN, repeated=repeated, in_order=True)
    act = keys.get(event.key)
    if act is None and event.key > pygame.K_DELETE and not typing:
        act = keys.get(SCANCODES.get(getattr(event, "scancode", 0), 0))
    return deed_of(act, repeated=repeated) if act else None


_NEVER_TEXT: Final = (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_TAB)
_SIGNS: Final = (pygame.K_KP_MINUS, pygame.K_KP_PLUS)


def _is_text(key: int) -> bool:
    return key < pygame.K_DELETE and key not in _NEVER_TEXT


def _number(event: pygame.event.Event) -> int:
    """The digit of a key of the row or of the number pad, 0 when it is none (or 0).

    Where the row writes digits only with the shift key (France), the place of the key counts.
    """
    key: int = event.key
    place: int = getattr(event, "scancode", 0)
    if pygame.K_1 <= key <= pygame.K_9:
        return key - pygame.K_0
    if pygame.K_KP_1 <= key <= pygame.K_KP_9:
        return key - pygame.K_KP_1 + 1
    if pygame.KSCAN_1 <= place <= pygame.KSCAN_9:
        return place - pygame.KSCAN_1 + 1
    return 0


_MOVED: Final = 3
"""Pixels a mouse moves at once when a hand moves it, and not a table that was bumped into."""
_LEANT: Final = 0x4000


def hand_of(event: pygame.event.Event) -> Hand | None:
    """With which hand an event was made, None where no hand is sure."""
    match event.type:
        case pygame.KEYDOWN:
            return "keys"
        case pygame.CONTROLLERBUTTONDOWN:
            return "pad"
        case pygame.CONTROLLERAXISMOTION if abs(event.value) > _LEANT:
            return "pad"
        case pygame.MOUSEBUTTONDOWN | pygame.MOUSEWHEEL:
            return "mouse"
        case pygame.MOUSEMOTION if abs(event.rel[0]) + abs(event.rel[1]) > _MOVED:
            return "mouse"
    return None
