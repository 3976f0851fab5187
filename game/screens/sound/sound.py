"""What screens ask to hear, whatever becomes of it: this one keeps silent."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, get_args

if TYPE_CHECKING:
    from game.screens.sound.voice import Voice

Thing: TypeAlias = Literal[
    "paper", "page", "pen", "phone", "printer", "stamp", "leaf", "focus", "pick",
]  # fmt: skip
"""Sounds of things: a sheet laid down, a page turned, writing in the notebook, a phone that rings, the
printer's head over a row, the stamp, a leaf torn off the calendar; the focus moves, something is pressed."""

THINGS: Final[tuple[Thing, ...]] = get_args(Thing)

TAKES: Final[dict[Thing, int]] = {"paper": 2, "page": 2, "pen": 2, "printer": 3, "leaf": 3}
"""How many recordings, so to speak, there are of a thing that is heard often, one after another; else one."""

Kind: TypeAlias = Literal["thing", "voice", "room"]

SHORTEST: Final[dict[Thing, float]] = {
    "leaf": 0.17,
    "printer": 0.16,
    "focus": 0.045,
    "pick": 0.06,
    "pen": 1.0,
}
"""Seconds from one sound of a thing to its next, 0.15 for those not named: faster is one blur."""

_USUAL: Final = 0.15

STOPS: Final = frozenset("、。，．,.!?！？…:;：；—―")
BREATH_SECONDS: Final = 0.16
"""How long nobody is heard after a stop of the sentence."""

_SAID: Final = tuple(enumerate((0, 1, 3, 2, 4, 0)))
"""What the voice of a sample says: when, and which of its signs."""

_SAMPLE_SECONDS: Final = 3.0


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
        self._filled: str | None = None
        self._attended = True
        self._levels: dict[Kind, int] = {"thing": 0, "voice": 0, "room": 0}
        self._mono = False
        self._played: dict[Thing, float] = {}
        self._takes: dict[Thing, int] = {}
        self._spoken = float("-inf")
        self._later: list[tuple[float, Callable[[], None]]] = []

    # ── what screens ask ────────────────────────────────────────────────────────────────────────

    def play(self, thing: Thing) -> None:
        """Let the sound of a thing be heard once."""
        now = self.clock()
        since = now - self._played.get(thing, float("-inf"))
        if self._levels["thing"] and since >= SHORTEST.get(thing, _USUAL):
            self._played[thing] = now
            self._thing(thing, self._takes.get(thing, 0))
            self._takes[thing] = (self._takes.get(thing, 0) + 1) % TAKES.get(thing, 1)

    def speak(self, voice: "Voice", glyph: str) -> None:
        """A glyph of a line has just been written: a soft sign in its speaker's voice, if it is time.

        After a stop of the sentence the voice takes breath.
        """
        now = self.clock()
        if glyph in STOPS:
            self._spoken = max(self._spoken, now + BREATH_SECONDS - voice.pace)
        elif glyph[0].isalnum() and self._levels["voice"] and now - self._spoken >= voice.pace:
            self._spoken = now
            self._voice(voice, ord(glyph[0]) % voice.variants)

    def room(self, place: str | None) -> None:
        """From now on one is at this place (of ``core.scenario``), or nowhere."""
        if place != self.place:
            self.place = place
            self._fill(place)

    def _fill(self, place: str | None) -> None:
        """Let this room be heard, if rooms are to be heard and it is not the present one."""
        wanted = place if self._levels["room"] and self._attended else None
        if wanted != self._filled:
            self._filled = wanted
            self._room(wanted)

    def follow(self, settings: Loudness) -> None:
        """Be as loud as these settings say, from now on."""
        sounding = not settings.mute
        self._levels = {
            "thing": sounding * settings.volume,
            "voice": sounding * settings.volume_voices,
            "room": sounding * settings.volume_room,
        }
        self._mono = settings.mono
        self._later = []
        self._fill(self.place)

    def sample(self, kind: Kind) -> None:
        """Something of this kind is heard for a moment: somebody has just chosen how loud it is."""
        from game.screens.sound.voice import SAMPLE  # noqa: PLC0415 - not needed for the first frame

        now = self.clock()
        if kind == "thing":
            self.play("paper")
        elif not self._levels[kind]:
            return
        elif kind == "voice":
            self._later = [
                (now + nth * SAMPLE.pace, partial(self._voice, SAMPLE, said)) for nth, said in _SAID
            ]
        elif self.place is None:
            self._fill("meeting_room")
            self._later = [(now + _SAMPLE_SECONDS, lambda: self._fill(self.place))]

    # ── what the app tells ──────────────────────────────────────────────────────────────────────

    def round(self, still: float, free: float | None) -> None:  # noqa: ARG002 - for those with a device
        """A round of the window is over: what takes time may be done when nobody notices.

        ``still``: seconds since hands did something; ``free``: seconds until something moves, None: never.
        """
        now = self.clock()
        due = [do for at, do in self._later if at <= now]
        self._later = [(at, do) for at, do in self._later if at > now]
        for do in due:
            do()

    def attend(self, *, attended: bool) -> None:
        """Somebody is at the window, or not: then no room hums to nobody."""
        self._attended = attended
        self._fill(self.place)

    def lost(self) -> None:
        """A device for sound has been taken away."""

    def close(self) -> None:
        """The window closes."""

    # ── what a subclass does ────────────────────────────────────────────────────────────────────

    def _thing(self, thing: Thing, take: int) -> None:
        """Let a thing be heard; ``take`` is one of its ``TAKES``."""

    def _voice(self, voice: "Voice", variant: int) -> None:
        """Let a voice be heard; ``variant`` is one of its ``voice.variants`` signs."""

    def _room(self, place: str | None) -> None:
        """Let a room be heard in the place of the present one."""
