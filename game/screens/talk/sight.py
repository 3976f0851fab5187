"""What is seen in a talk: the person across the table in their place, the calendar, the notebook's card.

The person is alive: moods move, and while the window is attended they blink and breathe. Only what has
moved is drawn anew, so that somebody sitting still costs next to nothing.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.motion import MOOD, MOOD_FRAMES
from game.screens.notes import calendar_words, card_notes
from game.screens.paper import calendar_leaf, notebook
from game.screens.people.moods import Mood, mood_of
from game.screens.people.portrait import BLINK_STEPS, EYES_AT, VIEW, inhaled
from game.screens.talk.life import STILL, Alive, Life
from game.screens.talk.passing import Passing
from game.screens.talk.seen import Seen
from game.screens.theme import Rect

if TYPE_CHECKING:
    from game.core.view import Notebook
    from game.screens.backstage import Play
    from game.screens.stage import Host, Point
    from game.screens.talk.flow import TalkFlow
    from game.screens.theme import Theme

WIDTH: Final = 668
"""Units of the sheet that the person and the room take; the column of text takes the rest."""

_ALL: Final = (0, 0, WIDTH, 720)
_PERSON: Final = (EYES_AT[0] + VIEW[0], EYES_AT[1] + VIEW[1], VIEW[2], VIEW[3])
_EYES: Final = (EYES_AT[0] - 120, EYES_AT[1] - 80, 240, 160)
_CALENDAR: Final = (638.0, 26.0, 78.0, 92.0)
"""Right and upper edge of the leaf on the wall, its width and height at the usual text size."""

_NOTEBOOK: Final = (20.0, 20.0, 236.0)
_WIDER: Final = 34.0
"""Units the card of the notebook is wider at twice the text size; wider still it would hide the person."""

_MOST_NOTEBOOK: Final = 560.0
"""Units the card is high at most: it then ends above the table."""

_LIVELY: Final = (
    *(Alive(blink=step / BLINK_STEPS) for step in range(1, BLINK_STEPS + 1)),
    *(Alive(breath=phase) for phase in {inhaled(n / 48): n / 48 for n in range(48)}.values()),
)
"""One moment for each picture there is of a person who blinks or breathes."""

_AHEAD: Final = 3
"""Frames of a passing that are made ahead: enough to be in time, and never the memory of all of them."""


class Sight:
    """The left half of the talk."""

    def __init__(self, app: "Host", play: "Play", flow: "TalkFlow") -> None:
        self.app = app
        self.play = play
        self.flow = flow
        self._mood: Mood = mood_of("neutral")
        """The mood that is seen."""
        self._seen = Seen(None, "", 0.0)
        self._passing = Passing(self._mood, "neutral", 0.0)
        self._frame = MOOD_FRAMES
        """How many frames of the passing have been seen."""
        self._alive = STILL
        self._lives: dict[str, Life] = {}
        self._card: Rect = (*_NOTEBOOK, 0.0)

    # ── time ────────────────────────────────────────────────────────────────────────────────────

    def tick(self, now: float) -> float | None:
        """Moods pass, people live; when to look again, None while everything is still."""
        self._look(now)
        frame = MOOD_FRAMES if self.app.reduced_motion else self._passing.frame(now)
        if self._frame != frame:
            self._frame, self._mood = frame, self._passing.mood(frame)
            self.app.redraw(_PERSON)
        if self._frame < MOOD_FRAMES:
            self._become(STILL)
            return self._passing.comes(self._frame + 1)
        return self._live(now)

    def _look(self, now: float) -> None:
        """Notice that another mood, person or place is to be seen; whoever newly comes is in their mood."""
        seen = Seen.of(self.flow)
        if not seen.goes_on_from(self._seen):
            self._passing = Passing(mood_of(self.flow.mood), self.flow.mood, now - MOOD)
            self._frame, self._mood = MOOD_FRAMES, self._passing.start
            self.app.redraw(_ALL)
        elif self.flow.mood != self._passing.to:
            self._passing, self._frame = Passing(self._mood, self.flow.mood, now), 0
        self._seen = seen

    def _live(self, now: float) -> float | None:
        """Blink and breathe while somebody is there to see it; a breath begins when a mood is reached.

        While a mood passes nobody does, so that all its frames are known before.
        """
        person = self._seen.person
        if person is None or self.app.reduced_motion or not self.app.attended:
            self._become(STILL)
            return None
        life = self._lives.setdefault(person.name, Life(person.name))
        self._become(Alive(life.at(now).blink, life.at(now - self._passing.comes(MOOD_FRAMES)).breath))
        return life.next(now)

    def _become(self, alive: Alive) -> None:
        was, self._alive = self._alive, alive
        if inhaled(was.breath) != inhaled(alive.breath):
            self.app.redraw(_PERSON)
        elif was.blink != alive.blink:
            self.app.redraw(_EYES)

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def draw(self, surface: pygame.Surface, theme: "Theme") -> None:
        """The room, the person, what hangs on the wall; nothing where the clip lets nothing through."""
        clip = surface.get_clip()
        mine = theme.rect(_ALL).clip(clip)
        if mine.width == 0 or mine.height == 0:
            return
        surface.set_clip(mine)
        Seen.of(self.flow).draw(surface, theme, self._mood, self._alive)
        words = calendar_words(self.app.backstage, self.flow.shown or self.play.meeting.view)
        calendar_leaf(surface, theme, _calendar_place(theme), words)
        self._card = self._draw_card(surface, theme, self.notes())
        surface.set_clip(clip)

    def _draw_card(self, surface: pygame.Surface, theme: "Theme", notes: "Notebook") -> Rect:
        title, groups = card_notes(self.app.backstage, self.play, notes)
        return notebook(surface, theme, _notebook_place(theme), title, groups, most=_MOST_NOTEBOOK)

    def on_card(self, at: "Point") -> bool:
        """Whether this point lies on the notebook's card."""
        left, top, width, height = self._card
        return left <= at[0] <= left + width and top <= at[1] <= top + height

    def notes(self) -> "Notebook":
        """The notebook as it is once everything of the scene has been said; before, that of the last."""
        if self.flow.told and self.flow.view is not None:
            return self.flow.view.notebook
        views = self.play.meeting.views
        return views[-1 if len(views) == 1 else -2].notebook

    def place(self) -> str:
        """Where the talk is seen to take place."""
        return Seen.of(self.flow).place

    @property
    def moment(self) -> object:
        """Changes when something new is to come."""
        return self._seen, self._passing, self._frame

    # ── what will be seen soon ──────────────────────────────────────────────────────────────────

    def to_come(self, coming: "TalkFlow") -> Iterator[Callable[[pygame.Surface], None]]:
        """Drawings of what will be seen soon, the soonest first; ``coming``: the talk as it will be then.

        The rest of the passing, breath and blinks, the first of what comes then.
        """
        theme, seen, moves = self.app.theme, Seen.of(self.flow), not self.app.reduced_motion
        if moves:
            last = min(self._frame + _AHEAD, MOOD_FRAMES)
            for frame in range(self._frame + 1, last + 1):
                yield partial(seen.draw, theme=theme, mood=self._passing.mood(frame), alive=STILL)
            if last < MOOD_FRAMES:
                return
            for alive in _LIVELY if self.app.attended else ():
                yield partial(seen.draw, theme=theme, mood=self._passing.mood(MOOD_FRAMES), alive=alive)
        then = Seen.of(coming)
        if (then, coming.mood) == (seen, self._passing.to):
            return
        passing = Passing(self._passing.mood(MOOD_FRAMES), coming.mood, 0.0)
        first = 1 if moves and then.goes_on_from(seen) else MOOD_FRAMES
        for frame in range(first, min(first + _AHEAD, MOOD_FRAMES + 1)):
            yield partial(then.draw, theme=theme, mood=passing.mood(frame), alive=STILL)

    def card_to_come(self) -> None:
        """Draw the notebook's card as it will be when everything of the scene has been said."""
        nowhere = pygame.Surface((1, 1))
        self._draw_card(nowhere, self.app.theme, self.play.meeting.view.notebook)


def _larger(theme: "Theme") -> float:
    """How much larger than usual the text is: 0 at 100 %, 1 at 200 %."""
    return (theme.text_percent - 100) / 100


def _calendar_place(theme: "Theme") -> Rect:
    """The leaf on the wall; it grows half as fast as the text."""
    right, top, width, height = _CALENDAR
    share = 1 + _larger(theme) / 2
    return right - width * share, top, width * share, height * share


def _notebook_place(theme: "Theme") -> tuple[float, float, float]:
    """Left, top and width of the notebook's card."""
    left, top, width = _NOTEBOOK
    return left, top, width + _WIDER * _larger(theme)
