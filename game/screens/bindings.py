"""Which key and which button of a gamepad does what: the usual tables, and what a person made of them.

Some keys always mean the same, so that nobody can lock themselves out: arrows, Tab, Enter, Escape, digits.
Everything else may be moved, choices may have keys and buttons of their own beside the digits, and no act
ever loses its last key to another one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import pygame

from game.screens.hands import KEYS, PAD, TRIGGERS, Act

Kind: TypeAlias = Literal["keys", "buttons"]

KINDS: Final[tuple[Kind, ...]] = ("keys", "buttons")

Own: TypeAlias = Mapping[str, Sequence[str]]
"""What differs from the usual: the names of an act's keys by the name of the act."""

MODIFIERS: Final = frozenset(
    {
        pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT,
        pygame.K_LGUI, pygame.K_RGUI, pygame.K_CAPSLOCK, pygame.K_NUMLOCK, pygame.K_MODE,
    }
)  # fmt: skip
"""Keys that change others, and that systems and input methods take for themselves."""

MOVABLE: Final = (
    Act.CONFIRM, Act.BACK, Act.UP, Act.DOWN, Act.LEFT, Act.RIGHT, Act.HURRY,
    Act.SAY_1, Act.SAY_2, Act.SAY_3, Act.SAY_4, Act.MENU, Act.BACKLOG,
    Act.NOTEBOOK, Act.AUTO, Act.SKIP, Act.SLOWER, Act.FASTER, Act.MUTE, Act.SETTINGS, Act.HELP, Act.LANGUAGE,
    Act.FULL_SCREEN, Act.HOLD, Act.BRANCHES, Act.PLAN, Act.RESTART, Act.STATE, Act.SCENES, Act.UNDO,
)  # fmt: skip
"""What a person may give other keys, in the order of the list that is shown."""

FIXED: Final = frozenset(
    {
        pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_TAB, pygame.K_RETURN,
        pygame.K_KP_ENTER, pygame.K_ESCAPE, *range(pygame.K_0, pygame.K_9 + 1),
        *range(pygame.K_KP_1, pygame.K_KP_9 + 1), pygame.K_KP_0,
        *(key for key, act in KEYS.items() if act not in MOVABLE),
    }
)  # fmt: skip
"""Keys that keep their meaning."""

DIRECTIONS: Final = frozenset(
    {
        pygame.CONTROLLER_BUTTON_DPAD_UP, pygame.CONTROLLER_BUTTON_DPAD_DOWN,
        pygame.CONTROLLER_BUTTON_DPAD_LEFT, pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
    }
)  # fmt: skip
"""Buttons that keep their meaning."""

LEAVING: Final[dict[Kind, frozenset[int]]] = {"keys": frozenset({pygame.K_ESCAPE}), "buttons": DIRECTIONS}
"""What is pressed to leave a key or a button as it is."""

TRIGGER: Final = 100
"""A trigger is counted as the button of its axis and this."""

BUTTONS: Final[dict[int, str]] = {
    pygame.CONTROLLER_BUTTON_A: "A", pygame.CONTROLLER_BUTTON_B: "B", pygame.CONTROLLER_BUTTON_X: "X",
    pygame.CONTROLLER_BUTTON_Y: "Y", pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "LB",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "RB", pygame.CONTROLLER_BUTTON_BACK: "Back",
    pygame.CONTROLLER_BUTTON_START: "Start", pygame.CONTROLLER_BUTTON_GUIDE: "Guide",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "L3", pygame.CONTROLLER_BUTTON_RIGHTSTICK: "R3",
    TRIGGER + pygame.CONTROLLER_AXIS_TRIGGERLEFT: "LT", TRIGGER + pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "RT",
}  # fmt: skip
"""What stands on the buttons of the most common make, which is also how they are kept."""

USUAL_BUTTONS: Final[dict[int, Act]] = PAD | {TRIGGER + axis: act for axis, act in TRIGGERS.items()}
_USUAL: Final[dict[Kind, dict[int, Act]]] = {"keys": KEYS, "buttons": USUAL_BUTTONS}
_STAYING: Final[dict[Kind, frozenset[int]]] = {"keys": FIXED, "buttons": DIRECTIONS}


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a wish: the new ``bindings``, or None when it cannot be.

    ``act`` had the key before; it has ``instead`` now, None where it has others or where it is the trouble.
    """

    bindings: "Bindings | None"
    act: Act | None = None
    instead: int | None = None


@dataclass(frozen=True)
class Bindings:
    """Keys by their code and buttons by their number, each with the act it does."""

    keys: Mapping[int, Act]
    buttons: Mapping[int, Act]

    def of(self, kind: Kind, act: Act, *, staying: bool = False) -> tuple[int, ...]:
        """The keys or buttons of an act; with ``staying`` also those that cannot be moved, first."""
        table, fixed = self._table(kind), _STAYING[kind]
        own = tuple(code for code, each in table.items() if each is act and code not in fixed)
        return tuple(code for code in fixed if table.get(code) is act) + own if staying else own

    def moved(self, kind: Kind, act: Act, code: int) -> Moved:
        """Give this act this one key or button, instead of those it has.

        Where another act had it and would have none left, that one gets the first of what becomes free;
        where nothing becomes free it cannot be.
        """
        table, old = dict(self._table(kind)), self.of(kind, act)
        if old == (code,):
            return Moved(self)
        before = table.get(code)
        for each in old:
            del table[each]
        table[code] = act
        instead = None
        if before is not None and before is not act and before not in table.values():
            if not old:
                return Moved(None, before)
            instead = old[0]
            table[instead] = before
        return Moved(self._with(kind, table), None if before is act else before, instead)

    def own(self, kind: Kind) -> dict[str, list[str]]:
        """What differs from the usual, as it is kept."""
        usual = Bindings(KEYS, USUAL_BUTTONS)
        named = {act: [_name(kind, code) for code in self.of(kind, act)] for act in MOVABLE}
        return {
            act.name.lower(): names
            for act, names in named.items()
            if self.of(kind, act) != usual.of(kind, act)
        }

    def _table(self, kind: Kind) -> Mapping[int, Act]:
        return self.keys if kind == "keys" else self.buttons

    def _with(self, kind: Kind, table: Mapping[int, Act]) -> "Bindings":
        return Bindings(table, self.buttons) if kind == "keys" else Bindings(self.keys, table)


USUAL: Final = Bindings(KEYS, USUAL_BUTTONS)


def bindings_from(keys: Own, buttons: Own) -> Bindings:
    """What was kept, over the usual; names nobody knows are passed over. The window is open by now."""
    return Bindings(_over("keys", keys), _over("buttons", buttons))


def _over(kind: Kind, own: Own) -> dict[int, Act]:
    table = dict(_USUAL[kind])
    movable = {act.name.lower(): act for act in MOVABLE}
    wanted = {movable[name]: _codes(kind, names) for name, names in own.items() if name in movable}
    for act, codes in wanted.items():
        if codes:
            for code in [code for code, each in table.items() if each is act and code not in _STAYING[kind]]:
                del table[code]
    for act, codes in wanted.items():
        table |= dict.fromkeys(codes, act)
    # A hand-written file may leave an act without any key: then nothing of it is taken.
    return table if set(table.values()) >= set(_USUAL[kind].values()) else dict(_USUAL[kind])


def _codes(kind: Kind, names: Sequence[str]) -> list[int]:
    found = []
    for name in names:
        code = _code(kind, name)
        if code is not None and code not in _STAYING[kind] and not (kind == "keys" and code in MODIFIERS):
            found.append(code)
    return found


def _code(kind: Kind, name: str) -> int | None:
    if kind == "buttons":
        known = next((code for code, label in BUTTONS.items() if label == name), None)
        if known is not None:
            return known
    if name.startswith(_NAMELESS) and name[1:].isdecimal():
        return int(name[1:])
    if kind == "buttons":
        return None
    try:
        return pygame.key.key_code(name)
    except (ValueError, pygame.error):
        return None


def _name(kind: Kind, code: int) -> str:
    known = BUTTONS.get(code, "") if kind == "buttons" else pygame.key.name(code, use_compat=False)
    return known or f"{_NAMELESS}{code}"


_NAMELESS: Final = "#"
"""Before the number of a key that has no name."""


def pressed(event: pygame.event.Event, kind: Kind) -> int | None:
    """The key or button an event presses, None when it presses none of this kind."""
    if kind == "keys":
        return int(event.key) if event.type == pygame.KEYDOWN else None
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        return int(event.button)
    full = event.type == pygame.CONTROLLERAXISMOTION and event.axis in TRIGGERS and event.value > _PRESSED
    return TRIGGER + int(event.axis) if full else None


_PRESSED: Final = 0x4000
"""Half the way of a trigger."""
