"""What screens ask to hear, whatever becomes of it: this one keeps silent."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from game.screens.sound.voice import Voice

Thing: TypeAlias = Literal[
    "paper", "page", "pen", "phone", "printer", "stamp", "leaf", "focus", "pick",
]  # fmt: skip
"""Sounds of things: a sheet laid down, a page turned, writing in the notebook, a phone that rings, the
printer's head over a row, the stamp, a leaf torn off the calendar; the focus moves, something is pressed."""

Kind: TypeAlias = Literal["thing", "voice", "room"]

SHORTEST: Final[dict[Thing, float]] = {"leaf": 0.11, "printer": 0.085, "focus": 0.045, "pick": 0.06}
"""Seconds from one sound of a thing to its next, 0.15 for those not named: faster is one blur."""

_USUAL: Final = 0.15


class Loudness(Protocol):
    """The settings that say how loud: percent of full volume, and two switches."""

    @property
    def volume(self) -> int:
        """Things, 0…100."""

    @property
    def volume_voices(self) -> int:
        """Voices, 0…100."""

    @property
    def volume_room(self) -> int:
        """The room, 0…100."""

    @property
    def mute(self) -> bool:
        """Nothing at all."""

    @property
    def mono(self) -> bool:
        """The same on both sides."""


class Sound:
    """Takes what is asked for, leaves out what comes too fast or is set to silence; the rest is heard.

    This class lets nothing be heard; ``Speaker`` does, ``Heard`` keeps a list. A screen calls ``play``,
    ``speak`` and ``room`` at the moment something happens and never has to ask whether there is a device.
    What is asked for may depend on what the trainee sees and on nothing else.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.place: str | None = None
        """Whose hush is to be heard; None: no room's."""
        self._levels: dict[Kind, int] = {"thing": 0, "voice": 0, "room": 0}
        self._mono = False
        self._played: dict[Thing, float] = {}
        self._spoken = float("-inf")

    # ── what screens ask ────────────────────────────────────────────────────────────────────────

    def play(self, thing: Thing) -> None:
        """Let the sound of a thing be heard once."""
        now = self.clock()
        since = now - self._played.get(thing, float("-inf"))
        if self._levels["thing"] and since >= SHORTEST.get(thing, _USUAL):
            self._played[thing] = now
            self._thing(thing)

    def speak(self, voice: "Voice", glyph: str) -> None:
        """A glyph of a line has just been written: a soft sign in its speaker's voice, if it is time."""
        now = self.clock()
        if self._levels["voice"] and now - self._spoken >= voice.pace:
            self._spoken = now
            self._voice(voice, ord(glyph[0]) % voice.variants)

    def room(self, place: str | None) -> None:
        """From now on one is at this place (of ``core.scenario``), or nowhere."""
        if place != self.place:
            self.place = place
            self._room(place if self._levels["room"] else None)

    def follow(self, settings: Loudness) -> None:
        """Be as loud as these settings say, from now on."""
        sounding = not settings.mute
        before = self._levels["room"]
        self._levels = {
            "thing": sounding * settings.volume,
            "voice": sounding * settings.volume_voices,
            "room": sounding * settings.volume_room,
        }
        self._mono = settings.mono
        self._followed()
        if bool(before) != bool(self._levels["room"]) and self.place is not None:
            self._room(self.place if self._levels["room"] else None)

    # ── what the app tells ──────────────────────────────────────────────────────────────────────

    def round(self, still: float, free: float | None) -> None:
        """A round of the window is over: what takes time may be done when nobody notices.

        ``still``: seconds since hands did something; ``free``: seconds until something moves, None: never.
        """

    def lost(self) -> None:
        """A device for sound has been taken away."""

    def close(self) -> None:
        """The window closes."""

    # ── what a subclass does ────────────────────────────────────────────────────────────────────

    def _thing(self, thing: Thing) -> None:
        """Let a thing be heard."""

    def _voice(self, voice: "Voice", variant: int) -> None:
        """Let a voice be heard; ``variant`` is one of its ``voice.variants`` signs."""

    def _room(self, place: str | None) -> None:
        """Let a room be heard in the place of the present one."""

    def _followed(self) -> None:
        """The levels have changed."""
