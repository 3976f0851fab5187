"""A person's voice as numbers: it goes by how they look, so that the same person always sounds the same."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.screens.people.face import Face

MOST_A_SECOND: Final = 12
"""However fast somebody speaks: no more signs of a voice a second."""

VARIANTS: Final = 5
"""How many signs a voice has, a little higher and lower: speech, and no alarm clock."""

_PITCH: Final = 124.0
_NECK: Final = 39.0
_STEEP: Final = 1.35
_OWN: Final = 0.05


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice as numbers.

    ``id``: whose it is · ``pitch``: Hz of the larynx, 80…240 · ``throat``: Hz of the lowest resonance,
    380…720 · ``breath``: 0 clear … 1 all air · ``pace``: seconds from one sign to the next, never below 1/12.
    """

    id: str
    pitch: float
    throat: float
    breath: float
    pace: float
    variants: int = VARIANTS


SAMPLE: Final = Voice("sample", pitch=150.0, throat=540.0, breath=0.3, pace=0.11)
"""Nobody's voice, to try how loud voices are."""


def voice_of(id: str, face: "Face") -> Voice:
    """The voice of somebody who looks like this: a wide neck is a low voice, age brings air and slows down.

    ``id`` is the portrait or the name; of two who look alike it makes two voices.
    """
    own = [2 * digit / 255 - 1 for digit in sha256(id.encode()).digest()[:4]]
    pitch = _PITCH * (_NECK / face.neck) ** _STEEP * (1 + _OWN * own[0])
    throat = 520 * (_NECK / face.neck) ** 0.35 * (1 + 0.09 * own[1])
    breath = 0.18 + 0.3 * face.age + 0.12 * own[2]
    pace = 1 / MOST_A_SECOND + 0.004 + 0.022 * face.age + 0.008 * (1 + own[3])
    return Voice(id, min(240.0, max(80.0, pitch)), min(720.0, max(380.0, throat)), breath, pace)
