"""How long everything that moves takes, and how it begins and ends; why it takes so long stands beside it.

Seconds of the app's clock. Whoever has asked for reduced motion sees the end of each movement at once; what
is told by a movement is told by a picture at rest as well.
"""

from typing import Final

# ── the frame ───────────────────────────────────────────────────────────────────────────────────────────

FRAME: Final = 1 / 40
"""From one picture of a movement to the next: smooth for paper and faces, at half the cost of sixty."""

LONGEST_FRAME: Final = 0.1
"""Time that passes for a paced part in one picture at most: a busy machine slows it and skips nothing."""

# ── a person ────────────────────────────────────────────────────────────────────────────────────────────

MOOD: Final = 0.45
"""A face from one mood to the next: quicker looks like a cut, slower comes after the words."""

MOOD_FRAMES: Final = 9
"""Pictures on that way, the last one included: few enough to be drawn ahead, enough to be a movement."""

SPOKEN: Final = 0.35
"""The picked sentence stays lit before it is answered: long enough to see which one it was."""

BLINK_PAUSES: Final = (2.5, 6.0)
"""From one blink to the next, the least and the most, as people do who listen."""

CLOSING: Final = ((0.0, 2 / 3), (0.035, 1.0), (0.085, 2 / 3), (0.115, 1 / 3), (0.15, 0.0))
"""Seconds since a blink began, and how far the lids are down from then on: down faster than up."""

BLINK_AGAIN: Final = 0.27
"""From a blink to the second one that sometimes follows."""

BREATH: Final = (3.7, 4.6)
"""One breath, the least and the most; each person keeps to theirs."""

BREATH_FRAMES: Final = 10
"""Looks a second while someone only breathes; what has not moved by a pixel is not drawn."""

# ── the calendar that sheds its leaves ──────────────────────────────────────────────────────────────────

TURN: Final = 4.2
"""All the leaves of the calendar, the stops left out: ninety days are felt, and nobody is kept waiting."""

FALLS: Final = 2
"""Bundles of leaves that fall in a second, on average and 3 at most: falling faster they would flash.

More than three flashes a second can set off a seizure (WCAG 2.2, 2.3.1).
"""

STOP: Final = 1.1
"""A rest at one thing that comes due: a sentence of one line is read in it."""

MOST_STOPPED: Final = 4.4
"""All such rests together."""

LEAST_SPAN: Final = 0.45
"""The leaves between two rests take at least so long: a single one is still seen to fall."""

LAST_REST: Final = 0.5
"""The last leaf lies there before it may be gone on from."""

# ── the passbook that is printed ────────────────────────────────────────────────────────────────────────

ROW: Final = 0.18
"""A row, as fast as a printer of passbooks."""

MOST_PRINTING: Final = 9.0
"""A passbook of any length."""

BEFORE_STAMP: Final = 0.35
STAMP: Final = 0.22
"""A breath after the last row; the stamp falls fast, or it would not look heavy."""

BEFORE_WORDS: Final = 0.45
WORDS: Final = 0.6
"""The stamp is looked at before the sentence comes up beside it."""

FADES: Final = 6
"""Steps in which words come up: each is a colour, and letters are remembered by colour."""


def eased(share: float) -> float:
    """A way that begins and ends gently, as paper and bodies move; 0…1 to 0…1, cut off outside."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)
