"""How a talk is paced: line after line, glyph by glyph, and choices only when everything has been said.

Values and time only, no pixels: the talk screen draws what this says, the tests play it without one.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Final

from game.core.scenario import Line, Scenario
from game.core.view import View
from game.screens.breaking import glyphs_of
from game.screens.furigana import without_ruby
from game.screens.hands import GUARD_SECONDS
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


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing said or told, as the column shows it.

    ``speaker``: a person's id, ``customer``, ``narrator``, ``trainee`` or ``calendar`` (days passed,
    with the new date in ``today``). ``name`` is empty for the narrator.
    """

    speaker: str
    name: str
    text: str
    mood: str | None = None
    act: bool = False
    today: date | None = None

    @property
    def glyphs(self) -> int:
        """How many glyphs are written, without the notation of furigana."""
        return len(glyphs_of(without_ruby(self.text)))


@dataclass(slots=True)
class TalkFlow:
    """The flow of one meeting: ``past`` is grey already, ``queue`` is still to come.

    ``face`` is the person who is seen (None: nobody yet), ``moods`` the mood of everybody who has spoken.
    """

    scenario: Scenario
    trainee: str
    speed: float = 1.0
    """1.0 is the normal speed of writing, 0 shows every line at once."""
    past: list[Spoken] = field(default_factory=list)
    queue: list[Spoken] = field(default_factory=list)
    current: Spoken | None = None
    stage: Stage = Stage.WRITTEN
    glyphs: float = 0.0
    face: str | None = None
    moods: dict[str, str] = field(default_factory=dict)
    view: View | None = None
    place: str = "meeting_room"
    """Where the talk that is shown takes place; it changes when the new scene's first line comes."""
    shown: View | None = None
    """The scene that is shown: the one before, while a choice is still being answered."""
    _scene_opens: int = 0
    _last: float | None = None
    _choices_since: float = 0.0

    def begin(self, view: View, now: float) -> None:
        """The first scene opens (or the one in which a meeting is taken up again)."""
        self.view = view
        self.queue = self._said(view.lines)
        self._arrive(view)
        self._next(now)

    def go_on(self, exchange: Exchange, view: View, now: float) -> None:
        """A choice was made: it is said, answered, perhaps days pass, and the next scene opens."""
        self._put_past()
        said = exchange.said
        self.past.append(Spoken("trainee", self.trainee, said.text, act=said.kind == "act"))
        self.queue = self._said(exchange.reply)
        if exchange.days_passed:
            self.queue.append(Spoken("calendar", "", "", today=view.date))
        self.queue += self._said(view.lines)
        self.view = view
        self._scene_opens = len(self._said(view.lines))
        self._next(now)

    def retold(self, exchanges: tuple[Exchange, ...], views: tuple[View, ...]) -> None:
        """Fill the past from a meeting taken up again, or after the language was switched."""
        self.past = []
        self.moods = {}
        for exchange, before, after in zip(exchanges, views, views[1:], strict=False):
            self._arrive(before)
            self.past += [self._seen(one) for one in self._said(before.lines)]
            said = exchange.said
            self.past.append(Spoken("trainee", self.trainee, said.text, act=said.kind == "act"))
            self.past += [self._seen(one) for one in self._said(exchange.reply)]
            if exchange.days_passed:
                self.past.append(Spoken("calendar", "", "", today=after.date))

    def hurry(self, now: float) -> bool:
        """Complete the line, or go on to the next; never picks a choice. Whether anything changed."""
        if self.stage is Stage.WRITING and self.current is not None:
            self.glyphs = float(self.current.glyphs)
            self._written(now)
            return True
        if self.stage is Stage.WRITTEN:
            self._next(now)
            return True
        return False

    def may_pick(self, now: float) -> bool:
        """Whether a choice can be picked: it is on offer and has been seen for a quarter of a second."""
        return self.stage is Stage.CHOOSING and now - self._choices_since >= GUARD_SECONDS

    def tick(self, now: float) -> bool:
        """Let time pass; whether the picture changed."""
        if self.stage is not Stage.WRITING or self.current is None:
            self._last = now
            return False
        passed = now - (self._last if self._last is not None else now)
        self._last = now
        before = int(self.glyphs)
        self.glyphs += passed * self._rate()
        if self.glyphs >= self.current.glyphs:
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

    def _rate(self) -> float:
        return GLYPHS_A_SECOND.get(self.scenario.language, GLYPHS_A_SECOND["en"]) * self.speed

    def _next(self, now: float) -> None:
        self._put_past()
        if not self.queue:
            self._nothing_left(now)
            return
        if self.view is not None and len(self.queue) == self._scene_opens:
            self._arrive(self.view)
        coming = self.queue.pop(0)
        if coming.speaker == "calendar":  # days pass by themselves: nobody has to press for it
            self.past.append(coming)
            self._next(now)
            return
        self.current = self._seen(coming)
        self.glyphs = 0.0
        self._last = now
        self.stage = Stage.WRITING
        if self.speed <= 0 or not self.current.text:
            self.glyphs = float(self.current.glyphs)
            self._written(now)

    def _arrive(self, view: View) -> None:
        """The scene's own lines begin: one is where it takes place, with whoever is there.

        In one's own office, on the phone and in the street nobody is seen until somebody speaks.
        """
        self._scene_opens = 0
        self.shown = view
        if view.place is not None and view.place != self.place:
            self.place = view.place
            self.face = None
        if self.face is None and self.place not in AWAY:
            self.face = "customer"

    def _written(self, now: float) -> None:
        """A line is complete. After the last one nothing has to be pressed: the choices are there."""
        self.stage = Stage.WRITTEN
        if not self.queue:
            self._nothing_left(now)

    def _nothing_left(self, now: float) -> None:
        over = self.view is not None and self.view.ending is not None
        self.stage = Stage.OVER if over else Stage.CHOOSING
        self._choices_since = now

    def _put_past(self) -> None:
        if self.current is not None:
            self.past.append(self.current)
            self.current = None

    def _seen(self, spoken: Spoken) -> Spoken:
        """Whoever of the customer's side or ours speaks is seen, in their mood."""
        person = self.scenario.person(spoken.speaker)
        if person is not None:
            self.face = spoken.speaker
        if spoken.mood is not None:
            self.moods[spoken.speaker if person is not None else self.face or "customer"] = spoken.mood
        return spoken

    def _said(self, lines: tuple[Line, ...]) -> list[Spoken]:
        """Lines in order, each followed by the sign its speaker gave: seen, and not explained."""
        spoken = []
        for line in lines:
            spoken.append(self._spoken(line))
            if line.tell is not None:
                spoken.append(Spoken("narrator", "", _sentence(line.tell.sign)))
        return spoken

    def _spoken(self, line: Line) -> Spoken:
        text = line.text.replace("{trainee}", self.trainee)
        person = self.scenario.person(line.speaker)
        name = person.name if person is not None else ""
        if line.speaker == "trainee":
            name = self.trainee
        return Spoken(line.speaker, name, text, line.mood)


def _sentence(sign: str) -> str:
    """A sign as a sentence of its own."""
    if sign.endswith(("。", ".", "！", "？", "!", "?")):
        return sign
    return sign + ("。" if any(ord(glyph) > 0x2E80 for glyph in sign) else ".")  # noqa: PLR2004 - the first CJK sign
