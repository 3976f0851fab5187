"""Who is seen, where and when: what a mood of a talk belongs to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.screens.people.cast import face_of_person
from game.screens.people.moods import Mood
from game.screens.places.opposite import draw_opposite
from game.screens.talk.life import Alive

if TYPE_CHECKING:
    from game.core.scenario import Person
    from game.screens.talk.flow import TalkFlow
    from game.screens.theme import Theme

_USUAL_HOUR = 10.5


@dataclass(frozen=True, slots=True)
class Seen:
    """``person`` None: nobody · ``hour`` 0–24 of the scene that is shown."""

    person: "Person | None"
    place: str
    hour: float

    @classmethod
    def of(cls, flow: "TalkFlow") -> "Seen":
        """What is seen at this moment of a talk; a person who is not in the room through the phone."""
        person = flow.scenario.person(flow.face) if flow.face else None
        away = person is not None and (flow.by_phone or (flow.place == "office" and not person.ours))
        time = flow.shown.time if flow.shown is not None else None
        hour = _USUAL_HOUR if time is None else time.hour + time.minute / 60
        return cls(person, "phone" if away else flow.place, hour)

    def goes_on_from(self, other: "Seen") -> bool:
        """Whether the same person is seen in the same place: their mood then passes into another."""
        one, two = (seen.person.id if seen.person is not None else None for seen in (self, other))
        return self.place == other.place and one == two

    def draw(self, surface: pygame.Surface, theme: "Theme", mood: Mood, alive: Alive) -> None:
        """The left half of the talk, without what hangs on the wall."""
        person = self.person
        face = face_of_person(person) if person is not None else None
        draw_opposite(
            surface, theme, self.place, self.hour, face, mood, blink=alive.blink, breath=alive.breath
        )
