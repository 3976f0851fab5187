"""One passbook on the shelf: its cover with a label, what is written there, stamp, ribbon or paper clip."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from game.debrief.names import band_name, principle_name
from game.screens.breaking import glyphs_of, is_wide
from game.screens.colours import mix
from game.screens.desk import cover_colour, draw_clip, draw_cover, draw_emblem
from game.screens.paper import stamp
from game.screens.pen import Pen
from game.screens.theme import GAP, Rect
from game.screens.widgets import focus_ring

if TYPE_CHECKING:
    from game.core.principles import Principle
    from game.core.scenario import Band, LevelName
    from game.format.words import Words
    from game.library import Shelved
    from game.records import Kept
    from game.screens.backstage import Backstage

_SIDE: Final = 13.0
_BELOW: Final = 19.0
_PAD: Final = 14.0
_STAMP: Final = 78.0
"""Diameter of the stamp at the usual text size; it grows half as fast as the letters."""
_LIFT: Final = 6.0
_MOST_SUMMARY: Final = 136
"""Half-width letters of a summary: three lines on a label."""
_SENTENCE_END: Final = re.compile(r"[。！？][」』）]*|[.!?][\"”’)]*(?=\s)")
_PAIRS: Final = ("「」", "『』", "“”", "（）", "()")


@dataclass(frozen=True, slots=True)
class Volume:
    """What is to be seen of one passbook.

    ``length``: the minutes it takes, in words; ``badge``: words of a ribbon; ``broken``: it has a paper clip.
    """

    name: str
    title: str
    customer: str
    facts: tuple[str, ...]
    do: Callable[[], None]
    level: "LevelName" = "beginner"
    stamped: "Band | None" = None
    length: str = ""
    summary: str = ""
    badge: str = ""
    broken: bool = False

    @classmethod
    def of(
        cls, one: "Shelved", stamped: "Band | None", backstage: "Backstage", do: Callable[[], None]
    ) -> "Volume":
        """The passbook of a scenario; of a broken one what is known of it."""
        words = backstage.words
        name = f"scenario:{one.path}"
        if one.error is not None or one.faults:
            wrong = (
                words("It cannot be read.")
                if one.error is not None
                else words.plural("{count} thing to fix", "{count} things to fix", one.faults)
            )
            return cls(
                name,
                one.title or one.path.name,
                one.path.name if one.title else "",
                (wrong,),
                do,
                broken=True,
            )
        level = _level(one.level)
        principles: tuple[Principle, ...] = one.teaches  # type: ignore[assignment]
        taught = words(", ").join(principle_name(each, words) for each in principles)
        length = words("about {minutes} minutes", minutes=one.minutes)
        return cls(
            name, one.title, _whom(one, words), (taught,), do, level, stamped, length, shortened(one.summary)
        )

    @classmethod
    def going_on(
        cls, kept: "Kept", one: "Shelved | None", backstage: "Backstage", do: Callable[[], None]
    ) -> "Volume":
        """The passbook of an interrupted meeting."""
        words = backstage.words
        begun = backstage.date(kept.header.started.astimezone().date())
        so_far = words.plural("{count} choice made", "{count} choices made", len(kept.decisions))
        coached = (words("with a coach"),) if kept.header.coach else ()
        return cls(
            name=f"record:{kept.header.uid}",
            title=one.title if one and one.title else kept.header.scenario,
            customer=_whom(one, words) if one else "",
            facts=(words("started {date}", date=begun), so_far, *coached),
            do=do,
            level=_level(one.level if one else ""),
            badge=words("Go on"),
        )


def _level(name: str) -> "LevelName":
    return name if name in ("beginner", "standard", "advanced") else "beginner"  # type: ignore[return-value]


def level_name(level: "LevelName", words: "Words") -> str:
    """A level in a word."""
    return {
        "beginner": words("Beginner"),
        "standard": words("Standard"),
        "advanced": words("Advanced"),
    }[level]


def _whom(one: "Shelved", words: "Words") -> str:
    if not one.company:
        return one.customer
    return words("{customer}, {company}", customer=one.customer, company=one.company)


def shortened(text: str) -> str:
    """A summary as far as it has room on a label: whole sentences where one fits; the brief has the rest."""
    kept, room = "", _MOST_SUMMARY
    for glyph in glyphs_of(text):
        room -= 2 if is_wide(glyph) else 1
        if room < 0:
            break
        kept += glyph
    if kept == text:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= len(kept)]
    for end in reversed(ends):
        if all(text.count(first, 0, end) == text.count(last, 0, end) for first, last in _PAIRS):
            return text[:end]
    kept = kept[:-2]
    if not text[len(kept)].isspace() and not is_wide(kept[-1]):
        kept = kept.rpartition(" ")[0] or kept  # no word is cut in two
    return f"{kept.rstrip('、。,. ')}…"


def _above(pen: Pen) -> float:
    """Units from the top of the cover to its label: a line in foil stands there."""
    return pen.line("hint") + 2.25 * GAP


def _stamp_size(pen: Pen) -> float:
    return _STAMP * (1 + (pen.theme.text_percent - 100) / 200)


def _inner(wide: float) -> float:
    return wide - 2 * _SIDE - 2 * _PAD


def volume_height(pen: Pen, volume: Volume, wide: float) -> float:
    """Units a passbook of this width needs so that all that is written on it has room."""
    inner = _inner(wide)
    tall = pen.height(volume.title, "choice", inner, face="bold", balance=True) + 0.5 * GAP
    if volume.badge:
        tall += pen.line("small") + 0.5 * GAP
    if volume.customer:
        tall += pen.height(volume.customer, "small", inner)
    if volume.summary:
        tall += 0.5 * GAP + pen.height(volume.summary, "hint", inner)
    tall += 2.5 * GAP
    narrow = inner - (_stamp_size(pen) if volume.stamped else 0)
    facts = sum(pen.height(fact, "hint", narrow) for fact in volume.facts if fact)
    tall += max(facts, _stamp_size(pen) - _PAD if volume.stamped else 0)
    return max(214.0, _above(pen) + _BELOW + 2 * _PAD + tall)


def draw_volume(pen: Pen, volume: Volume, rect: Rect, words: "Words", *, focused: bool) -> None:
    """Draw the passbook standing in ``rect``; with the focus it is taken up a little."""
    colours, theme = pen.theme.colours, pen.theme
    x, y, wide, tall = rect
    y -= _LIFT if focused else 0
    cloth = mix(colours.soft_ink, colours.wood, 0.3) if volume.broken else cover_colour(volume.level, colours)
    draw_cover(pen.surface, theme, (x, y, wide, tall), cloth, lifted=focused, framed=False)
    above = _above(pen)
    _foil(pen, volume, (x, y, wide, above), words)
    label: Rect = (x + _SIDE, y + above, wide - 2 * _SIDE - 3, tall - above - _BELOW)
    pygame.draw.rect(pen.surface, colours.card, theme.rect(label), border_radius=theme.px(2))
    left, top, inner = label[0] + _PAD, label[1] + _PAD, _inner(wide)
    if volume.badge:
        tall_badge = pen.line("small")
        badge: Rect = (left, top, pen.width(volume.badge, "small", face="bold") + 2 * GAP, tall_badge)
        pygame.draw.rect(pen.surface, colours.vermilion, theme.rect(badge), border_radius=theme.px(2))
        pen.write(volume.badge, "small", colours.card, (left + GAP, top), badge[2], face="bold", room=badge)
        top += tall_badge + 0.5 * GAP
    top += pen.write(
        volume.title, "choice", colours.ink, (left, top), inner, face="bold", balance=True, room=label
    )
    top += 0.5 * GAP
    if volume.customer:
        top += pen.write(volume.customer, "small", colours.soft_ink, (left, top), inner, room=label)
    if volume.summary:
        pen.write(volume.summary, "hint", colours.ink, (left, top + 0.5 * GAP), inner, room=label)
    _facts(pen, volume, label, left, inner)
    if volume.stamped:
        size = _stamp_size(pen)
        centre = (label[0] + label[2] - size / 2 - 0.5 * GAP, label[1] + label[3] - size / 2 - 2)
        stamp(pen.surface, theme, centre, band_name(volume.stamped, words), diameter=size)
    if volume.broken:
        draw_clip(pen.surface, theme, (x + wide - _SIDE - 5 * GAP, y + above - 2.5 * GAP), 50)
    if focused:
        focus_ring(pen.surface, theme, (x, y, wide, tall), on_wood=True)


def _foil(pen: Pen, volume: Volume, rect: Rect, words: "Words") -> None:
    """What is stamped in foil above the label: the sign, the level, the minutes."""
    x, y, wide, above = rect
    foil = pen.theme.colours.on_wood
    middle = y + 0.5 * GAP + above / 2
    size = pen.theme.units(pen.theme.em("hint")) * 0.52
    draw_emblem(pen.surface, pen.theme, (x + _SIDE + 1.6 * size, middle), size, foil)
    if not volume.broken:
        line = pen.line("hint")
        left = x + _SIDE + 4.2 * size
        room = x + wide - _SIDE - 0.5 * GAP - left
        pen.write(level_name(volume.level, words), "hint", foil, (left, middle - line / 2), room)
        if volume.length:
            pen.write(volume.length, "hint", foil, (left, middle - line / 2), room, align="right")


def _facts(pen: Pen, volume: Volume, label: Rect, left: float, inner: float) -> None:
    """Level, minutes, principles at the foot of the label, beside the stamp."""
    colours = pen.theme.colours
    narrow = inner - (_stamp_size(pen) if volume.stamped else 0)
    facts = [fact for fact in volume.facts if fact]
    tall = sum(pen.height(fact, "hint", narrow) for fact in facts)
    y = label[1] + label[3] - _PAD - max(tall, _stamp_size(pen) - _PAD if volume.stamped else 0)
    pen.surface.fill(colours.rule, pen.theme.rect((left, y - GAP, inner, 1)))
    for fact in facts:
        ink = colours.vermilion if volume.broken else colours.soft_ink
        y += pen.write(fact, "hint", ink, (left, y), narrow, room=label)
