"""What is said in a talk, one thing after another, as it will be shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s

from game.core.scenario import Line, Scenario
from game.core.view import View
from game.screens.breaking import glyphs_of
from game.screens.furigana import without_ruby
from game.session import Exchange

_FIRST_CJK = 0x2E80
_PHONE = re.compile(r"[（(][^（()）]*(?:電話|phone)[^（()）]*[）)]", re.IGNORECASE)
"""Before what somebody says by phone: （電話）, (Phone), （木曜の朝の電話）, (On the phone, Thursday) …"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing said or told, as the column shows it.

    ``speaker``: a person's id, ``customer``, ``narrator``, ``trainee`` or ``calendar`` (days passed,
    with the new date in ``today``). ``name`` is empty for the narrator. ``chosen``: it is what the trainee
    picked, ``act`` when that is done and not said. ``scene``: in which it is said; ``opens``: that scene,
    when this is the first of it.
    """

    speaker: str
    name: str
    text: str
    mood: str | None = None
    act: bool = False
    today: date | None = None
    chosen: bool = False
    scene: str = ""
    opens: View | None = field(default=None, compare=False, repr=False)

    @property
    def glyphs(self) -> int:
        """How many glyphs are written, without the notation of furigana."""
        return len(glyphs_of(without_ruby(self.text)))

    @property
    def by_itself(self) -> bool:
        """Whether nobody has to press for it: days that pass, and what the trainee has just picked."""
        return self.chosen or self.speaker == "calendar"

    @property
    def by_phone(self) -> bool:
        """Whether it is said by phone, as its text says first, in parentheses."""
        return _PHONE.match(without_ruby(self.text)) is not None

    @property
    def mark(self) -> str:
        """Twelve hex digits that stand for it among the lines a trainee has read."""
        return blake2s(f"{self.scene}\0{self.speaker}\0{self.text}".encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Telling:
    """Puts scenes and exchanges of a meeting into the things spoken in them, in order."""

    scenario: Scenario
    trainee: str

    def scene(self, view: View) -> list[Spoken]:
        """What is said when a scene opens."""
        said = self._said(view.lines, view.scene)
        return [_opening(said[0], view), *said[1:]] if said else []

    def exchange(self, exchange: Exchange, after: View) -> list[Spoken]:
        """What the trainee picked, how it was answered, and the days until ``after``, the next scene."""
        picked = exchange.said
        said = [
            Spoken(
                "trainee", self.trainee, self._named(picked.text),
                act=picked.kind == "act", chosen=True, scene=exchange.scene,
            ),
            *self._said(exchange.reply, exchange.scene),
        ]  # fmt: skip
        if exchange.days_passed:
            said.append(Spoken("calendar", "", "", today=after.date))
        return said

    def before(self, exchanges: Sequence[Exchange], views: Sequence[View]) -> list[Spoken]:
        """Everything that was said before the last of ``views`` opened."""
        said: list[Spoken] = []
        for exchange, before, after in zip(exchanges, views[:-1], views[1:], strict=True):
            said += [*self.scene(before), *self.exchange(exchange, after)]
        return said

    def _said(self, lines: tuple[Line, ...], scene: str) -> list[Spoken]:
        """Lines in order, each followed by the sign its speaker gave: seen, and not explained."""
        spoken = []
        for line in lines:
            spoken.append(self._spoken(line, scene))
            if line.tell is not None:
                spoken.append(Spoken("narrator", "", _sentence(line.tell.sign), scene=scene))
        return spoken

    def _named(self, text: str) -> str:
        return text.replace("{trainee}", self.trainee)

    def _spoken(self, line: Line, scene: str) -> Spoken:
        text = self._named(line.text)
        person = self.scenario.person(line.speaker)
        name = person.name if person is not None else ""
        if line.speaker == "trainee":
            name = self.trainee
        return Spoken(line.speaker, name, text, line.mood, scene=scene)


def _opening(said: Spoken, view: View) -> Spoken:
    return Spoken(said.speaker, said.name, said.text, said.mood, scene=said.scene, opens=view)


def _sentence(sign: str) -> str:
    """A sign as a sentence of its own."""
    if sign.endswith(("。", ".", "！", "？", "!", "?")):
        return sign
    return sign + ("。" if any(ord(glyph) > _FIRST_CJK for glyph in sign) else ".")
