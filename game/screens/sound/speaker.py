"""The speaker: plays what screens ask for, if there is a device; everything else is silence."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

import pygame

from game.screens.sound.device import Device
from game.screens.sound.rack import Rack
from game.screens.sound.sound import Kind, Sound, Thing

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

_ROOM_CHANNELS: Final = (0, 1)
_VOICE_CHANNELS: Final = (2, 3)
_RATE: Final = 44_100

Key: TypeAlias = "tuple[Kind, object, int]"
"""Kind, name (of a voice: the voice), variant."""


class Speaker(Sound):
    """Opens the mixer when something is to be heard and the window is at rest; owns it until it closes.

    Without a device every call does nothing. Sounds are made in a thread, so no picture waits for them.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self.device = Device(_RATE, clock)
        self._rack: Rack[Key, pygame.mixer.Sound] = Rack(self._made, _loaded)
        self._wanted = False
        self._late: tuple[Key, float] | None = None
        self._wanted_room: str | None = None
        self._heard_room: str | None = None
        self._side = 0

    # ── what the app tells ──────────────────────────────────────────────────────────────────────

    def round(self, still: float, free: float | None) -> None:
        """Open the device where it is wanted and nobody waits; play what has been made in the meantime."""
        super().round(still, free)
        calm = still >= CALM_SECONDS and (free is None or free >= FREE_SECONDS)
        if calm and self._wanted and self.device.may_try:
            self._open()
        if not self.device.open:
            return
        if self._late is not None:
            key, until = self._late
            if self.clock() > until or self._play(key):
                self._late = None
        if self._wanted_room != self._heard_room:
            self._change_room()

    def lost(self) -> None:
        """A device was taken away: the next sound looks for another one."""
        if self.device.open:
            self._silence()

    def close(self) -> None:
        """Give the device back."""
        self._silence()
        self._rack.close()

    # ── what is asked ───────────────────────────────────────────────────────────────────────────

    def _thing(self, thing: Thing) -> None:
        self._ask(("thing", thing, 0))

    def _voice(self, voice: "Voice", variant: int) -> None:
        self._ask(("voice", voice, variant))

    def _room(self, place: str | None) -> None:
        self._wanted_room = place
        if place is not None:
            self._wanted = True

    def _followed(self) -> None:
        if not any(self._levels.values()):
            self._wanted = False
            self._silence()
            self.device.let_go()
            return
        for (kind, _, _), sound in self._rack.each():
            sound.set_volume(self._gain(kind))

    # ── playing ─────────────────────────────────────────────────────────────────────────────────

    def _open(self) -> None:
        self._wanted = False
        if self.device.try_to_open():
            from game.screens.sound.collection import THINGS  # noqa: PLC0415 - numpy, after the first frame

            for name in THINGS:
                self._rack.want(("thing", name, 0))

    def _ask(self, key: Key) -> None:
        self._wanted = True
        if self.device.open and not self._play(key):
            self._late = (key, self.clock() + LATE_SECONDS)

    def _play(self, key: Key) -> bool:
        """Play it, if it has been made."""
        try:
            sound = self._rack.take(key)
            if sound is None:
                return False
            sound.set_volume(self._gain(key[0]))
            channel = pygame.mixer.find_channel(force=True)
            channel.play(sound)
        except pygame.error:
            self._silence()
        return True

    def _change_room(self) -> None:
        """The present room goes, the wanted one comes, as soon as it has been made."""
        wanted = self._wanted_room
        try:
            sound = self._rack.take(("room", wanted, 0)) if wanted is not None else None
            if wanted is not None and sound is None:
                return
            pygame.mixer.Channel(_ROOM_CHANNELS[self._side]).fadeout(FADE_MS)
            if sound is not None:
                self._side = 1 - self._side
                sound.set_volume(self._gain("room"))
                pygame.mixer.Channel(_ROOM_CHANNELS[self._side]).play(sound, loops=-1, fade_ms=FADE_MS)
            self._heard_room = wanted
        except pygame.error:
            self._silence()

    def _silence(self) -> None:
        """Stop everything and give the device back; nothing that was made for it is kept."""
        self._late = self._heard_room = None
        self._rack.clear()
        self.device.close()

    def _gain(self, kind: Kind) -> float:
        """0…1 of full scale: as ears hear it, half the volume is a quarter of the strength."""
        return (self._levels[kind] / 100) ** 2

    def _made(self, key: Key) -> bytes:
        """The bytes of a sound; called in the thread of the rack."""
        from game.screens.sound import collection  # noqa: PLC0415 - numpy, after the first frame

        return collection.rendered(*key, mono=self._mono)


def _loaded(made: bytes) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(buffer=made)
