"""What a person calls an act, a key, and a button of a gamepad."""

from typing import TYPE_CHECKING, Final

import pygame

from game.screens.bindings import BUTTONS, Bindings, Kind
from game.screens.hands import SAYING, Act, Hand

if TYPE_CHECKING:
    from game.format.words import Words


NO_KEY: Final = "–"

_SIGNS: Final = {
    pygame.K_RETURN: "Enter", pygame.K_ESCAPE: "Esc", pygame.K_UP: "↑", pygame.K_DOWN: "↓",
    pygame.K_LEFT: "←", pygame.K_RIGHT: "→", pygame.K_PAGEUP: "PgUp", pygame.K_PAGEDOWN: "PgDn",
    pygame.K_MINUS: "−",
}  # fmt: skip
_TWINS: Final = frozenset(
    {pygame.K_KP_ENTER, pygame.K_KP_MINUS, pygame.K_KP_PLUS, pygame.K_EQUALS, pygame.K_SEMICOLON}
)
"""Keys that do what another one does, for keyboards on which that one is hard to reach: told only alone."""

_PAD_ARROWS: Final = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: "↑", pygame.CONTROLLER_BUTTON_DPAD_DOWN: "↓",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "←", pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "→",
}  # fmt: skip


def act_name(act: Act, words: "Words") -> str:
    """What an act does, as the lists of keys call it; raises ``KeyError`` for one that cannot be moved."""
    return {
        Act.CONFIRM: words("Press"),
        Act.BACK: words("Back"),
        Act.UP: words("Up"),
        Act.DOWN: words("Down"),
        Act.LEFT: words("Left"),
        Act.RIGHT: words("Right"),
        Act.HURRY: words("Finish line / next line"),
        Act.MENU: words("Menu"),
        Act.BACKLOG: words("Conversation so far"),
        Act.NOTEBOOK: words("Notebook (class: names)"),
        Act.AUTO: words("Auto-advance"),
        Act.SKIP: words("Skip what you've read"),
        Act.SLOWER: words("Slower text"),
        Act.FASTER: words("Faster text"),
        Act.MUTE: words("Sound on/off"),
        Act.SETTINGS: words("Settings"),
        Act.HELP: words("Controls"),
        Act.LANGUAGE: words("日本語 / English"),
        Act.FULL_SCREEN: words("Full screen"),
        Act.HOLD: words("Class: reveal or hold back"),
        Act.BRANCHES: words("Class: two branches"),
        Act.PLAN: words("Class: plan"),
        Act.RESTART: words("Preview: from the beginning"),
        Act.STATE: words("Preview: state"),
        Act.SCENES: words("Preview: scenes"),
        Act.UNDO: words("Preview: one choice back"),
        **{say: words("Pick choice {number}", number=number) for say, number in SAYING.items()},
    }[act]


def label_of(kind: Kind, code: int, words: "Words") -> str:
    """What stands on a key or a button, as short as can be."""
    if kind == "buttons":
        return BUTTONS.get(code) or _PAD_ARROWS.get(code) or words("button {number}", number=code)
    spoken = {pygame.K_SPACE: words("Space"), **_SIGNS}
    if code in spoken:
        return spoken[code]
    name = pygame.key.name(code, use_compat=False)
    if name.startswith("Keypad "):
        return words("number pad {key}", key=name.removeprefix("Keypad "))
    return name or words("key {number}", number=code)


def all_named(bindings: Bindings, kind: Kind, act: Act, words: "Words") -> str:
    """All the keys, or all the buttons, of an act; a dash where it has none."""
    codes = bindings.of(kind, act, staying=True)
    own = [code for code in codes if code not in _TWINS] if kind == "keys" else list(codes)
    return "  ".join(label_of(kind, code, words) for code in own or codes) or NO_KEY


def named(bindings: Bindings, hand: Hand, act: Act, words: "Words") -> str:
    """The key or button of an act by the hand that plays, "" where it has none, and for the mouse.

    Where it has several, the one a person chose, or the one that always does it.
    """
    if hand == "mouse":
        return ""
    kind: Kind = "buttons" if hand == "pad" else "keys"
    codes = bindings.of(kind, act) or bindings.of(kind, act, staying=True)
    return label_of(kind, codes[0], words) if codes else ""
