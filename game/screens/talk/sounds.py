"""What is to be heard of a talk: it looks on as the talk goes by, and asks for sounds.

It sees what the trainee sees — the flow, the place, the notebook — and nothing else.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.core.portraits import PORTRAITS
from game.screens.breaking import glyphs_of
from game.screens.furigana import without_ruby
from game.screens.people.cast import face_of_person
from game.screens.sound.voice import Voice, voice_of
from game.screens.talk.flow import Stage, TalkFlow
from game.screens.talk.spoken import Spoken

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.core.view import Notebook, View
    from game.screens.stage import Host


class TalkSounds:
    """The ears of one talk; ``listen`` is called whenever something may have changed."""

    def __init__(self, app: "Host", scenario: "Scenario") -> None:
        self.app = app
        self.scenario = scenario
        self._shown: View | None = None
        self._noted: int | None = None
        self._days = 0
        self._line: Spoken | None = None
        self._glyphs: Sequence[str] = ()
        self._written = 0
        self._voices: dict[str, Voice] = {}

    def listen(self, flow: TalkFlow, place: str, notes: "Notebook") -> None:
        """Ask for what has come since the last time: a ring, a leaf, the pen, a voice; the room it is in."""
        sound = self.app.sound
        sound.room(place)
        if flow.shown is not self._shown:
            before, self._shown = self._shown, flow.shown
            if _rings(before, flow.shown):
                sound.play("phone")
        days = sum(said.speaker == "calendar" for said in flow.past)
        if days > self._days and self._noted is not None:
            sound.play("leaf")
        self._days = days
        noted = len(notes.facts) + len(notes.promises) + len(notes.considerations)
        if self._noted is not None and noted > self._noted:
            sound.play("pen")
        self._noted = noted
        self._speak(flow)

    def _speak(self, flow: TalkFlow) -> None:
        """A sign for the glyphs just written, if their speaker has a voice: the narrator has none."""
        line = flow.current
        if line is not self._line:
            self._line, self._written = line, 0
            self._glyphs = glyphs_of(without_ruby(line.text)) if line is not None else ()
        voice = self._voice(line) if line is not None and flow.stage is Stage.WRITING else None
        if voice is None:
            return
        written = int(flow.glyphs)
        for glyph in self._glyphs[self._written : written]:
            self.app.sound.speak(voice, glyph)
        self._written = written

    def _voice(self, line: Spoken) -> Voice | None:
        person = self.scenario.person(line.speaker)
        if person is None:
            return None
        name = person.portrait if person.portrait in PORTRAITS else person.written or person.name
        if name not in self._voices:
            self._voices[name] = voice_of(name, face_of_person(person))
        return self._voices[name]


def _rings(before: "View | None", shown: "View | None") -> bool:
    """Whether a scene begins with somebody calling: the one before was elsewhere, or on another day."""
    if shown is None or shown.place != "phone":
        return False
    return before is None or before.place != "phone" or before.date != shown.date
