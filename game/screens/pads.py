"""Gamepads: buttons, sticks and triggers of any number of them, plugged in or pulled out at any time.

The left stick is a second D-pad, and both repeat while they are held as a key does; the right stick turns
pages as a wheel does; triggers are buttons.
"""

from typing import Final

import pygame

from game.screens.bindings import TRIGGER, USUAL, Bindings
from game.screens.hands import TRIGGERS, Act, Deed, deed_of

_FULL: Final = 32767
_TAKEN: Final = 0.55
_LEFT: Final = 0.35
"""A stick or trigger is taken beyond the first share of its way, and let go below the second."""

_FIRST_REPEAT: Final = 0.4
_REPEAT: Final = 0.13
"""Seconds until a held direction repeats, and between its repeats."""

_UNITS_A_SECOND: Final = 1100.0
"""How fast the right stick, pressed all the way, scrolls."""

_STICK: Final[dict[int, tuple[Act, Act]]] = {
    pygame.CONTROLLER_AXIS_LEFTX: (Act.LEFT, Act.RIGHT),
    pygame.CONTROLLER_AXIS_LEFTY: (Act.UP, Act.DOWN),
}
_DIRECTIONS: Final = frozenset({Act.UP, Act.DOWN, Act.LEFT, Act.RIGHT})

EVENTS: Final = (
    pygame.CONTROLLERBUTTONDOWN,
    pygame.CONTROLLERBUTTONUP,
    pygame.CONTROLLERAXISMOTION,
    pygame.CONTROLLERDEVICEADDED,
    pygame.CONTROLLERDEVICEREMOVED,
)

RAW: Final = (
    pygame.JOYAXISMOTION,
    pygame.JOYBUTTONDOWN,
    pygame.JOYBUTTONUP,
    pygame.JOYHATMOTION,
    pygame.JOYDEVICEADDED,
    pygame.JOYDEVICEREMOVED,
)
"""What SDL makes the events of gamepads from: a window that does not let these in gets none of those."""


def touched(event: pygame.event.Event) -> bool:
    """Whether somebody does something: no raw twin of an event, no stick that trembles in its middle."""
    if event.type == pygame.CONTROLLERAXISMOTION:
        return bool(abs(event.value) > _LEFT * _FULL)
    return event.type not in RAW


class Pads:
    """Turns the events of gamepads into deeds, by the buttons of ``bindings``.

    ``open`` before the first one, once a window is up.
    """

    def __init__(self, bindings: Bindings = USUAL) -> None:
        self.bindings = bindings
        self._open: dict[int, object] = {}
        self._held: dict[tuple[int, str, int], tuple[Act, float]] = {}
        """What is held: the pad, the kind and number of its control; its act, and when it repeats next."""
        self._turning: dict[int, float] = {}
        self._turned = 0.0

    def open(self) -> None:
        """Listen to the gamepads that are there; looking for them takes time."""
        from pygame._sdl2 import controller  # noqa: PLC0415 - the module starts SDL's joystick system

        controller.init()
        for index in range(controller.get_count()):
            self._plug_in(index)

    def _plug_in(self, index: int) -> None:
        """Listen to a gamepad by its number among SDL's devices."""
        from pygame._sdl2 import controller  # noqa: PLC0415 - see open

        if controller.get_init() and controller.is_controller(index):
            pad = controller.Controller(index)
            self._open[pad.as_joystick().get_instance_id()] = pad

    def deeds(self, event: pygame.event.Event, now: float) -> tuple[Deed, ...]:
        """The deeds an event asks for."""
        match event.type:
            case pygame.CONTROLLERDEVICEADDED:
                self._plug_in(event.device_index)
            case pygame.CONTROLLERDEVICEREMOVED:
                return self._pull_out(event.instance_id)
            case pygame.CONTROLLERBUTTONDOWN:
                return self._take((event.instance_id, "button", event.button), self._act(event.button), now)
            case pygame.CONTROLLERBUTTONUP:
                self._held.pop((event.instance_id, "button", event.button), None)
            case pygame.CONTROLLERAXISMOTION:
                return self._moved(event.instance_id, event.axis, event.value / _FULL, now)
        return ()

    def due(self, now: float) -> tuple[tuple[Deed, ...], float]:
        """What is due because something is held: deeds, and units to scroll back (below 0: ahead)."""
        deeds = []
        for control, (act, at) in self._held.items():
            if act in _DIRECTIONS and now >= at:
                self._held[control] = (act, now + _REPEAT)
                deeds.append(Deed(act, repeated=True))
        passed, self._turned = min(0.1, now - self._turned), now
        by = -max(self._turning.values(), key=abs, default=0.0) * passed * _UNITS_A_SECOND
        return tuple(deeds), by

    def let_go(self) -> tuple[Deed, ...]:
        """Nothing is held any more: the window is not attended."""
        skipping = any(act is Act.SKIP for act, _ in self._held.values())
        self._held.clear()
        self._turning.clear()
        return (Deed(Act.SKIP, released=True),) if skipping else ()

    def _pull_out(self, pad: int) -> tuple[Deed, ...]:
        self._open.pop(pad, None)
        self._turning.pop(pad, None)
        mine = {control: act for control, (act, _) in self._held.items() if control[0] == pad}
        for control in mine:
            del self._held[control]
        return (Deed(Act.SKIP, released=True),) if Act.SKIP in mine.values() else ()

    def _act(self, button: int) -> Act | None:
        return self.bindings.buttons.get(button)

    def _take(self, control: tuple[int, str, int], act: Act | None, now: float) -> tuple[Deed, ...]:
        if act is None:
            return ()
        self._held[control] = (act, now + _FIRST_REPEAT)
        return (deed_of(act),)

    def _moved(self, pad: int, axis: int, value: float, now: float) -> tuple[Deed, ...]:
        """A stick or a trigger moved; ``value`` −1 left or up to 1, a trigger from 0."""
        if axis == pygame.CONTROLLER_AXIS_RIGHTY:
            self._turning[pad] = value if abs(value) > _LEFT else 0.0
            return ()
        control = (pad, "axis", axis)
        held = self._held.get(control)
        if axis in TRIGGERS:
            act = self._act(TRIGGER + axis)
        else:
            act = _STICK[axis][value > 0] if axis in _STICK else None
        if held is not None and (abs(value) < _LEFT or held[0] is not act):
            del self._held[control]
            if held[0] is Act.SKIP:
                return (Deed(Act.SKIP, released=True),)
            held = None
        if held is None and abs(value) > _TAKEN:
            return self._take(control, act, now)
        return ()
