"""What is seen in a talk: the person across the table in their place, the calendar, the notebook's card.

The person is alive: moods move, and while the window is attended they blink and breathe. Only what has
moved is drawn anew, so that somebody sitting still costs next to nothing.
"""

from typing import TYPE_CHECKING, Final

import pygame

from game.screens.motion import FRAME, MOOD, eased
from game.screens.notes import calendar_words, card_notes
from game.screens.paper import calendar_leaf, notebook
from game.screens.people.cast import face_of
from game.screens.people.moods import Mood, blend, mood_of
from game.screens.people.portrait import EYES_AT, VIEW, inhaled
from game.screens.places.opposite import draw_opposite
from game.screens.talk.life import STILL, Alive, Life
from game.screens.theme import Rect

if TYPE_CHECKING:
    from game.core.scenario import Person
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


class Sight:
    """The left half of the talk."""

    def __init__(self, app: "Host", play: "Play", flow: "TalkFlow") -> None:
        self.app = app
        self.play = play
        self.flow = flow
        self._shown_mood: Mood = mood_of("neutral")
        self._from_mood: Mood = self._shown_mood
        self._to_mood = "neutral"
        self._mood_since = -1.0
        self._alive = STILL
        self._lives: dict[str, Life] = {}
        self._card: Rect = (*_NOTEBOOK, 0.0)

    # ── time ────────────────────────────────────────────────────────────────────────────────────

    def tick(self, now: float) -> float | None:
        """Moods move, people live; when to look again, None while everything is still."""
        moods = now + FRAME if self._move_mood(now) else None
        life = self._live(now)
        wanted = [at for at in (moods, life) if at is not None]
        return min(wanted, default=None)

    def _move_mood(self, now: float) -> bool:
        """The face moves towards its mood over a few frames; whether it still moves."""
        if self.flow.mood != self._to_mood:
            self._from_mood, self._to_mood, self._mood_since = self._shown_mood, self.flow.mood, now
        if self._mood_since < 0:
            return False
        share = 1.0 if self.app.reduced_motion else (now - self._mood_since) / MOOD
        if share >= 1:
            self._shown_mood, self._mood_since = mood_of(self._to_mood), -1.0
        else:
            self._shown_mood = blend(self._from_mood, mood_of(self._to_mood), eased(share))
        self.app.redraw(_ALL)
        return self._mood_since >= 0

    def _live(self, now: float) -> float | None:
        """Blink and breathe, as long as somebody is there to see it."""
        person = self._person()
        if person is None or self.app.reduced_motion or not self.app.attended:
            self._become(STILL)
            return None
        life = self._lives.setdefault(person.name, Life(person.name))
        self._become(life.at(now))
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
        person = self._person()
        face = face_of(person.portrait, person.name) if person is not None else None
        draw_opposite(
            surface, theme, self.place(), self._hour(), face, self._shown_mood,
            blink=self._alive.blink, breath=self._alive.breath,
        )  # fmt: skip
        words = calendar_words(self.app.backstage, self.flow.shown or self.play.meeting.view)
        calendar_leaf(surface, theme, _calendar_place(theme), words)
        title, groups = card_notes(self.app.backstage, self.play, self.notes())
        self._card = notebook(surface, theme, _notebook_place(theme), title, groups, most=_MOST_NOTEBOOK)
        surface.set_clip(clip)

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

    def _person(self) -> "Person | None":
        return self.play.scenario.person(self.flow.face) if self.flow.face else None

    def place(self) -> str:
        """A person who is not in the room is seen through the phone."""
        person = self._person()
        if person is not None and self.flow.place == "office" and not person.ours:
            return "phone"
        return self.flow.place

    def _hour(self) -> float:
        shown = self.flow.shown
        if shown is None or shown.time is None:
            return 10.5
        return shown.time.hour + shown.time.minute / 60


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
