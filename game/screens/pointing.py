"""The mouse, text and dropped files, as a screen gets them: points of the sheet, never pygame's events."""

from typing import TYPE_CHECKING, Final

import pygame

from game.screens.bindings import pressed
from game.screens.hands import WHEEL_UNITS, Act, Deed
from game.screens.theme import SHEET

MIDDLE: Final = (SHEET[0] / 2, SHEET[1] / 2)
"""Where a gamepad points when it turns pages."""

if TYPE_CHECKING:
    from game.screens.stage import Screen
    from game.screens.theme import Theme


def caught(screen: "Screen", event: pygame.event.Event) -> bool:
    """Give the screen the key or button it is waiting for; whether the event was one."""
    code = pressed(event, screen.catching) if screen.catching else None
    if code is not None:
        screen.caught(code)
    return code is not None


def hand_over(screen: "Screen", event: pygame.event.Event, theme: "Theme") -> None:
    """Let the screen answer an event that is no deed of a key or a button."""
    match event.type:
        case pygame.MOUSEMOTION:
            screen.point(theme.on_sheet(event.pos))
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
            screen.point(theme.on_sheet(event.pos))
            screen.press(theme.on_sheet(event.pos))
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_RIGHT:
            screen.act(Deed(Act.BACK))
        case pygame.MOUSEWHEEL:
            screen.turn(event.precise_y * WHEEL_UNITS, theme.on_sheet(pygame.mouse.get_pos()))
        case pygame.TEXTINPUT:
            screen.typed(event.text)
        case pygame.TEXTEDITING:
            screen.composing(event.text, event.start)
        case pygame.DROPFILE:
            screen.dropped(event.file)
