"""The speaker: plays what screens ask for, if there is a device; everything else is silence."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from game.screens.sound.device import Device
from game.screens.sound.rack import Rack
from game.screens.sound.sound import TAKES, THINGS, Kind, Loudness, Sound, Thing

if TYPE_CHECKING:
    from game.screens.sound.voice import Voice

FADE_MS: Final = 1400
"""How long one room goes over into the other."""

LATE_SECONDS: Final = 0.12
"""A sound that is not made by then is not heard any more."""

CALM_SECONDS: Final = 0.12
FREE_SECONDS: Final = 0.05
"""The device is opened when hands have rested so long, and nothing has to move for so long: while somebody
only breathes a picture may come a little later, while a line is being written it may not."""

_RATE: Final = 44_100


class Wanted(NamedTuple):
    """One sound as the mixer plays it. ``variant``: of a voice, or the take of a thing."""

    kind: Kind
    name: "str | Voice"
    variant: int
    mono: bool


class Speaker(Sound):
    """Opens the mixer when something is to be heard and the window is at rest; owns it until it closes.

    Without a device every call does nothing. Sounds are made in a thread, so no picture waits for them.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self.device = Device(_RATE, clock)
        self._rack: Rack[Wanted, pygame.mixer.Sound] = Rack(_made, _loaded)
        self._asked = False
        """Whether something was to be heard since the device was last tried."""
        self._late: tuple[Wanted, float] | None = None
        self._room_wanted: Wanted | None = None
        self._room_heard: Wanted | None = None
        self._side = 0
        """Which of the two channels of rooms is heard; the other one is free for the next room."""

    # ── what the app tells ──────────────────────────────────────────────────────────────────────

    def follow(self, settings: Loudness) -> None:
        """Be as loud as these settings say; where nothing is to be heard at all, the device is given back."""
        super().follow(settings)
        self._room_wanted = self._room_now()
        if not any(self._levels.values()):
            self._asked = False
            self._silence()
        for wanted, sound in self._rack.each():
            sound.set_volume(self._gain(wanted.kind))

    def round(self, still: float, free: float | None) -> None:
        """Open the device where it is wanted and nobody waits; play what has been made in the meantime."""
        super().round(still, free)
        calm = still >= CALM_SECONDS and (free is None or free >= FREE_SECONDS)
        if calm and self._asked and self.device.may_try:
            self._open()
        if not self.device.open:
            return
        if self._late is not None:
            wanted, until = self._late
            if self.clock() > until or self._play(wanted):
                self._late = None
        if self._room_wanted != self._room_heard:
            self._change_room(self._room_wanted)

    def lost(self) -> None:
        """The device was taken away: another one is looked for, if something is to be heard."""
        if self.device.open:
            self._silence()
            self._asked = self._room_wanted is not None

    def close(self) -> None:
        """Give the device back."""
        self._silence()
        self._rack.close()

    # ── what is asked ───────────────────────────────────────────────────────────────────────────

    def _thing(self, thing: Thing, take: int) -> None:
        self._ask(Wanted("thing", thing, take, self._mono))

    def _voice(self, voice: "Voice", variant: int) -> None:
        self._ask(Wanted("voice", voice, variant, self._mono))

    def _room(self, place: str | None) -> None:
        self._room_wanted = self._room_now()
        self._asked = self._asked or place is not None

    def _room_now(self) -> Wanted | None:
        return Wanted("room", self._filled, 0, self._mono) if self._filled is not None else None

    def _ask(self, wanted: Wanted) -> None:
        self._asked = True
        if self.device.open and not self._play(wanted):
            self._late = (wanted, self.clock() + LATE_SECONDS)

    # ── playing ─────────────────────────────────────────────────────────────────────────────────

    def _open(self) -> None:
        self._asked = False
        if self.device.try_to_open():
            for name in THINGS:
                for take in range(TAKES.get(name, 1)):
                    self._rack.want(Wanted("thing", name, take, self._mono))

    def _play(self, wanted: Wanted) -> bool:
        """Play it, if it has been made; whether there is nothing more to do for it."""
        try:
            sound = self._rack.take(wanted)
            if sound is None:
                return False
            sound.set_volume(self._gain(wanted.kind))
            self.device.play(sound)
        except pygame.error:
            self._silence()
        return True

    def _change_room(self, wanted: Wanted | None) -> None:
        """The present room goes, the wanted one comes, as soon as it has been made."""
        try:
            sound = self._rack.take(wanted) if wanted is not None else None
            if wanted is not None and sound is None:
                return
            pygame.mixer.Channel(self._side).fadeout(FADE_MS)
            if sound is not None:
                self._side = 1 - self._side
                sound.set_volume(self._gain("room"))
                pygame.mixer.Channel(self._side).play(sound, loops=-1, fade_ms=FADE_MS)
            self._room_heard = wanted
        except pygame.error:
            self._silence()

    def _silence(self) -> None:
        """Stop everything and give the device back; nothing that was made for it is kept."""
        self._late = self._room_heard = None
        self._rack.clear()
        self.device.close()

    def _gain(self, kind: Kind) -> float:
        """0…1 of full scale: as ears hear it, half the volume is a quarter of the strength."""
        return (self._levels[kind] / 100) ** 2


def _made(wanted: Wanted) -> bytes:
    """The bytes of a sound; called in the thread of the rack."""
    from game.screens.sound import collection  # noqa: PLC0415 - numpy, after the first frame

    return collection.rendered(wanted.kind, wanted.name, wanted.variant, mono=wanted.mono)


def _loaded(made: bytes) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(buffer=made)
