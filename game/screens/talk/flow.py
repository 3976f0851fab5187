"""How a talk is paced: line after line, glyph by glyph, and choices only when everything has been said.

Values and time only, no pixels: the talk screen draws what this says, the tests play it without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Final

from game.core.scenario import Scenario
from game.core.view import View
from game.screens.hands import GUARD_SECONDS
from game.screens.talk.spoken import Spoken, Telling
from game.session import Exchange

GLYPHS_A_SECOND: Final = {"ja": 28.0, "en": 55.0}
"""How fast a line is written at text speed 100 %; a reader keeps up with it without hurry."""

AWAY: Final = frozenset({"office", "phone", "street"})
"""Places where the customer is not in the room."""


class Stage(Enum):
    """What the trainee waits for, or what waits for the trainee."""

    WRITING = auto()
    WRITTEN = auto()
    CHOOSING = auto()
    OVER = auto()


@dataclass(slots=True)
class TalkFlow:
    """The flow of one meeting: ``past`` is grey already, ``queue`` is still to come.

    ``face`` is the person who is seen (None: nobody yet), ``moods`` the mood of everybody who has spoken.
    """

    scenario: Scenario
    trainee: str
    speed: float = 1.0
    """1.0 is the normal speed of writing, 0 shows every line at once."""
    read: set[str] = field(default_factory=set)
    """The marks of the lines this trainee has had before their eyes, now or in an earlier meeting."""
    past: list[Spoken] = field(default_factory=list)
    queue: list[Spoken] = field(default_factory=list)
    current: Spoken | None = None
    stage: Stage = Stage.WRITTEN
    glyphs: float = 0.0
    since: float = 0.0
    """When the current line began, and when what the stage says came about."""
    known: bool = False
    """Whether the current line had been read before it came up."""
    newly_read: list[str] = field(default_factory=list)
    """Marks that have joined ``read`` and are still to be kept."""
    face: str | None = None
    by_phone: bool = False
    """Whether that person speaks by phone, wherever the trainee is."""
    moods: dict[str, str] = field(default_factory=dict)
    view: View | None = None
    place: str = "meeting_room"
    """Where the talk that is shown takes place; it changes when the new scene's first line comes."""
    shown: View | None = None
    """The scene that is shown: the one before, while a choice is still being answered."""
    stage_since: float = 0.0
    _last: float | None = None

    def begin(self, exchanges: Sequence[Exchange], views: Sequence[View], now: float) -> None:
        """The last of ``views`` opens: the first scene, or the one in which a meeting is taken up again."""
        self.past = self._telling.before(exchanges, views)
        for spoken in self.past:
            self._see(spoken)
        self.view = views[-1]
        self.queue = self._telling.scene(self.view)
        self._next(now)

    def go_on(self, exchange: Exchange, view: View, now: float) -> None:
        """A choice was made: it is said, answered, perhaps days pass, and the next scene opens."""
        self.queue = [*self._telling.exchange(exchange, view), *self._telling.scene(view)]
        self.view = view
        self._next(now)

    def in_language(
        self, scenario: Scenario, trainee: str, exchanges: Sequence[Exchange], views: Sequence[View]
    ) -> "TalkFlow":
        """The same moment in another language; ``exchanges`` and ``views`` are those shown up to now."""
        telling = Telling(scenario, trainee)
        said = [*telling.before(exchanges, views), *telling.scene(views[-1])]
        here = len(self.past)
        current = said[here] if self.current is not None else None
        rest = said[here + (current is not None) :]
        share = self.glyphs / self.current.glyphs if self.current is not None and self.current.glyphs else 1.0
        return replace(
            self,
            scenario=scenario,
            trainee=trainee,
            past=said[:here],
            current=current,
            queue=rest,
            glyphs=share * current.glyphs if current is not None else 0.0,
            known=current is not None and self._has_read(current),
            view=views[-1],
            shown=views[-1] if self.shown is self.view or len(views) == 1 else views[-2],
        )

    def foreseen(self, exchange: Exchange | None, view: View) -> "TalkFlow":
        """The talk as it will be one line later: after ``exchange`` where a choice is being answered."""
        then = replace(
            self, past=[*self.past], queue=[*self.queue], moods={**self.moods}, read=set(), newly_read=[],
            stage=Stage.WRITTEN,
        )  # fmt: skip
        if exchange is not None:
            then.go_on(exchange, view, self.since)
        elif self.queue:
            then.hurry(self.since)
        return then

    def hurry(self, now: float) -> bool:
        """Complete the line, or go on to the next; never picks a choice. Whether anything changed."""
        if self.stage is Stage.WRITING and self.current is not None:
            self._written(now)
            return True
        if self.stage is Stage.WRITTEN:
            self._next(now)
            return True
        return False

    def may_pick(self, now: float) -> bool:
        """Whether a choice can be picked: it is on offer and has been seen for a quarter of a second."""
        return self.stage is Stage.CHOOSING and now - self.stage_since >= GUARD_SECONDS

    def look(self, now: float) -> None:
        """Somebody looks again: the line goes on being written from where it was."""
        self._last = now

    def tick(self, now: float) -> bool:
        """Let time pass; whether the picture changed."""
        if self.stage is not Stage.WRITING or self.current is None:
            self._last = now
            return False
        passed = now - (self._last if self._last is not None else now)
        self._last = now
        before = int(self.glyphs)
        self.glyphs += passed * self._rate()
        if self.speed <= 0 or self.glyphs >= self.current.glyphs:
            self._written(now)
            return True
        return int(self.glyphs) != before

    @property
    def told(self) -> bool:
        """Whether everything of the scene has been said: only then the notebook knows it."""
        return self.stage in (Stage.CHOOSING, Stage.OVER)

    @property
    def mood(self) -> str:
        """The mood of the face that is seen."""
        return self.moods.get(self.face or "customer", "neutral")

    @property
    def _telling(self) -> Telling:
        return Telling(self.scenario, self.trainee)

    def _rate(self) -> float:
        return GLYPHS_A_SECOND.get(self.scenario.language, GLYPHS_A_SECOND["en"]) * self.speed

    def _has_read(self, spoken: Spoken) -> bool:
        return spoken.mark in self.read

    def _next(self, now: float) -> None:
        """The present line joins the past, the next one is written."""
        if self.current is not None:
            self.past.append(self.current)
            self.current = None
        while self.queue and self.queue[0].by_itself:
            self.past.append(self.queue.pop(0))
        if not self.queue:
            self._nothing_left(now)
            return
        self.current = self.queue.pop(0)
        self._see(self.current)
        self.known = self._has_read(self.current)
        self.glyphs = 0.0
        self.since = self.stage_since = self._last = now
        self.stage = Stage.WRITING
        if self.speed <= 0 or not self.current.text:
            self._written(now)

    def _arrive(self, view: View) -> None:
        """The scene's own lines begin: one is where it takes place, with whoever is there.

        In one's own office, on the phone and in the street nobody is seen until somebody speaks.
        """
        self.shown, self.by_phone = view, False
        if view.place is not None and view.place != self.place:
            self.place = view.place
            self.face = None
        if self.face is None and self.place not in AWAY:
            self.face = "customer"

    def _written(self, now: float) -> None:
        """A line is complete. After the last one nothing has to be pressed: the choices are there."""
        if self.current is not None:
            self.glyphs = float(self.current.glyphs)
            if not self._has_read(self.current):
                self.read.add(self.current.mark)
                self.newly_read.append(self.current.mark)
        self.stage, self.stage_since = Stage.WRITTEN, now
        if not self.queue:
            self._nothing_left(now)

    def _nothing_left(self, now: float) -> None:
        if self.view is not None and self.shown is not self.view:  # a scene in which nobody speaks
            self._arrive(self.view)
        over = self.view is not None and self.view.ending is not None
        self.stage = Stage.OVER if over else Stage.CHOOSING
        self.stage_since = now

    def _see(self, spoken: Spoken) -> None:
        """Whoever of the customer's side or ours speaks is seen, in their mood."""
        if spoken.opens is not None:
            self._arrive(spoken.opens)
        person = self.scenario.person(spoken.speaker)
        if person is not None:
            self.by_phone = spoken.by_phone or (self.by_phone and spoken.speaker == self.face)
            self.face = spoken.speaker
        if spoken.mood is not None:
            self.moods[spoken.speaker if person is not None else self.face or "customer"] = spoken.mood
