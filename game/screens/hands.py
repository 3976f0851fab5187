"""What hands do, whichever they are: keys, mouse and gamepad become one small set of acts.

A screen never sees a pygame event; so everything that can be done with one hand can be done with any.
Skipping (``HURRY``) and picking (``PICK``, ``CONFIRM`` on a choice) are different acts, and picking is
deaf for a quarter of a second after a choice has appeared, so that nobody answers by clicking on.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

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
    DELETE = auto()


@dataclass(frozen=True, slots=True)
class Deed:
    """An act, with the number of the choice for ``PICK`` (1 is the first) and whether a key repeats it.

    ``in_order``: ``DOWN`` and ``UP`` by the tabulator, to the next or the last thing in reading order.
    """

    act: Act
    number: int = 0
    repeated: bool = False
    in_order: bool = False


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
    pygame.K_F1: Act.HELP,
    pygame.K_h: Act.HELP,
    pygame.K_F2: Act.LANGUAGE,
    pygame.K_F3: Act.SETTINGS,
    pygame.K_F11: Act.FULL_SCREEN,
}
"""The keys beside 1–9, which pick a choice."""

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
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Act.SETTINGS,
    pygame.CONTROLLER_BUTTON_BACK: Act.LANGUAGE,
    pygame.CONTROLLER_BUTTON_START: Act.HELP,
}
"""The buttons of a gamepad, named as SDL names them on every make."""


def deed_of(event: pygame.event.Event, *, typing: bool = False) -> Deed | None:
    """The deed an event asks for, or None.

    While a name is being typed (``typing``) letters, digits and space are text and no deeds.
    """
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        act = PAD.get(event.button)
        return Deed(act) if act else None
    if event.type != pygame.KEYDOWN:
        return None
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and event.mod & pygame.KMOD_ALT:
        return Deed(Act.FULL_SCREEN)
    number = _number(event.key)
    if typing and (number or (event.key < pygame.K_DELETE and event.key not in _NEVER_TEXT)):
        return None
    repeated = bool(getattr(event, "repeat", False))
    if number:
        return Deed(Act.PICK, number, repeated)
    if event.key == pygame.K_TAB:
        return Deed(Act.UP if event.mod & pygame.KMOD_SHIFT else Act.DOWN, repeated=repeated, in_order=True)
    act = KEYS.get(event.key)
    return Deed(act, repeated=repeated) if act else None


_NEVER_TEXT: Final = (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_TAB)


def _number(key: int) -> int:
    """The digit of a key of the row or of the number pad, 0 when it is none (or 0)."""
    if pygame.K_1 <= key <= pygame.K_9:
        return key - pygame.K_0
    if pygame.K_KP_1 <= key <= pygame.K_KP_9:
        return key - pygame.K_KP_1 + 1
    return 0
