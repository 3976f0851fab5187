"""A talk that goes on by itself: auto, with time to read every line, and skipping what was read before.

Neither picks a choice, and neither goes past the end of the talk. Waiting costs nothing: nobody is timed.
"""

from dataclasses import dataclass
from typing import Final

from game.screens.talk.flow import Stage, TalkFlow

READ_A_SECOND: Final = {"ja": 9.0, "en": 17.0}
"""Glyphs a second that are read without hurry, at the usual pace; half of all readers are faster."""

LEAST_REST: Final = 0.9
"""Seconds a complete line stands at least before auto goes on."""

TAKING_IN: Final = 1.1
"""Seconds of a line's time that do not depend on its length."""

SKIP_SECONDS: Final = 0.09
"""How long a line that was read before stands while it is skipped: it can still be recognised."""

HOLD_SECONDS: Final = 0.35
"""A key of skipping let go within this time was tapped, and skipping goes on; later, it was held."""


def reading_seconds(glyphs: int, language: str, *, speed: float = 1.0, pace: int = 100) -> float:
    """How long auto lets a line of so many glyphs stand, from the moment it begins.

    ``pace``: per cent of the usual reading speed. Who lets lines be written slowly (``speed`` as in
    ``TalkFlow``) reads slowly: half of that difference counts; 0, all at once, says nothing about it.
    """
    rate = READ_A_SECOND.get(language, READ_A_SECOND["en"]) * pace / 100
    if speed > 0:
        rate *= speed**0.5
    return TAKING_IN + glyphs / rate


@dataclass(slots=True)
class Going:
    """Whether the talk goes on by itself, and how; ``stopped`` once skipping has come to something new."""

    pace: int = 100
    auto: bool = False
    skip: bool = False
    stopped: bool = False
    _tapped: float = 0.0
    _from: float = 0.0
    """Since when somebody looks: before, time does not count as reading."""

    def look(self, now: float) -> None:
        """Somebody looks (again): from another screen, or from another window."""
        self._from = now

    def toggle_auto(self, now: float) -> None:
        """On or off; what stands gets its full time from now."""
        self.auto = not self.auto
        self._from = now

    def press_skip(self, flow: TalkFlow, now: float) -> None:
        """The key of skipping went down: on, or off when it was on.

        A line that is complete has been read by now; one that is still being written is new, and stays.
        """
        if self.skip:
            self.skip = False
            return
        self._tapped = now
        if flow.stage is Stage.WRITTEN:
            flow.hurry(now)
        speaking = flow.stage in (Stage.WRITING, Stage.WRITTEN)
        self.skip = flow.stage is Stage.CHOOSING or (speaking and flow.known)
        self.stopped = speaking and not self.skip

    def release_skip(self, now: float) -> None:
        """The key was let go: when it was held, skipping ends with it."""
        if now - self._tapped > HOLD_SECONDS:
            self.skip = False

    def due(self, flow: TalkFlow) -> float | None:
        """When it goes on by itself, None when it waits for somebody."""
        if flow.stage not in (Stage.WRITING, Stage.WRITTEN) or flow.current is None:
            return None
        begun = max(flow.since, self._from)
        if self.skip:
            return begun + SKIP_SECONDS
        if self.auto and flow.stage is Stage.WRITTEN:
            takes = reading_seconds(
                flow.current.glyphs, flow.scenario.language, speed=flow.speed, pace=self.pace
            )
            return max(begun + takes, flow.stage_since + LEAST_REST, self._from + LEAST_REST)
        return None

    def tick(self, flow: TalkFlow, now: float) -> bool:
        """Go on, if it is time; whether it did. Skipping ends at the first line that is new."""
        due = self.due(flow)
        if due is None or now < due:
            return False
        if self.skip and not flow.known:
            self.skip, self.stopped = False, True
            return False
        completed = flow.stage is Stage.WRITING
        flow.hurry(now)
        if completed and flow.stage is Stage.WRITTEN:  # written at once, the next one is complete, too
            flow.hurry(now)
        if self.skip and not flow.known:
            self.skip, self.stopped = False, True
        return True
