"""Beside the passbook: what the customer does next, the curve, the outcome; or what lies behind one row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.balance_curve import loss_mark, mark_of
from game.screens.charts import draw_chart
from game.screens.colours import Colour, mix
from game.screens.motion import FADES
from game.screens.reveal_told import Figure, RevealTold
from game.screens.theme import FITTING_SIZES, GAP, Rect

if TYPE_CHECKING:
    from game.screens.pen import Pen

_GOOD_CURVE: Final = 196.0
_LEAST_CURVE: Final = 132.0
_NEXT: Final = 3.0
_BAR: Final = (150.0, 9.0)


@dataclass(frozen=True, slots=True)
class Inks:
    """What is written with, and the ground it stands on."""

    text: Colour
    soft: Colour
    alarm: Colour
    ground: Colour

    def at(self, share: float) -> "Inks":
        """The same, ``share`` (0…1) of the way up from the ground."""
        if share >= 1:
            return self
        part = int(share * FADES) / FADES
        up = {name: mix(self.ground, getattr(self, name), part) for name in ("text", "soft", "alarm")}
        return replace(self, **up)


def wood_inks(pen: "Pen") -> Inks:
    """For what stands on the table."""
    colours = pen.theme.colours
    return Inks(colours.on_wood, colours.soft_on_wood, colours.alarm_on_wood, colours.wood)


def paper_inks(pen: "Pen") -> Inks:
    """For what stands on the passbook's paper."""
    colours = pen.theme.colours
    return Inks(colours.ink, colours.soft_ink, colours.vermilion, colours.due_ground)


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes of letters beside the passbook, and the heights of its three parts in units."""

    sentence: float
    said: float
    rest: float
    top: float
    curve: float
    below: float


class Beside:
    """Everything that is told beside the passbook (or below it), in a column ``width`` units wide."""

    def __init__(self, pen: "Pen", told: RevealTold, width: float) -> None:
        self.pen, self.told, self.width = pen, told, width
        labels = {each.label for each in told.figures}
        labels |= {each.label for behind in told.behind for each in behind.pairs}
        self.labels = max((pen.width(label, "hint") for label in labels), default=0.0) + 2 * GAP

    # ── how high things are ─────────────────────────────────────────────────────────────────────

    def plan(self, height: float) -> Plan | None:
        """Sizes at which everything fits into ``height``, whichever row is chosen; None: there are none."""
        found = None
        for sizes in FITTING_SIZES:
            plan = self._plan_of(sizes, height, _LEAST_CURVE if found is None else _GOOD_CURVE)
            if plan is not None and plan.curve >= _GOOD_CURVE:
                return plan
            found = found or plan
        return found

    def _plan_of(self, sizes: tuple[float, float, float], height: float, least: float) -> Plan | None:
        """The plan with these sizes; None as soon as it is clear that they leave the curve less than that."""
        sentence, said, rest = sizes
        top = self.head_height(self.told.next_time, self.told.sentence, sentence)
        below = self.outcome_height(rest)
        curve = height - top - below - 4 * GAP
        # The longest first: where there is no room they show it, and the others need not be set.
        for each in sorted(self.told.behind, key=lambda one: -len(one.said)):
            if curve < least:
                return None
            top = max(top, self.head_height(each.heading, each.said, said))
            below = max(below, self.pairs_height(each.pairs, rest))
            curve = height - top - below - 4 * GAP
        return Plan(sentence, said, rest, top, curve, below) if curve >= least else None

    def head_height(self, heading: str, text: str, role: float) -> float:
        """A small heading and a text below it."""
        tall = self.pen.height(heading, "small", self.width)
        return tall + self.pen.height(text, role, self.width, balance=True)

    def outcome_height(self, role: float) -> float:
        """The figures and the customer's last words."""
        return self.pairs_height(self.told.figures, role) + 1.5 * GAP + self.epilogue_height(role)

    def epilogue_height(self, role: float) -> float:
        """The customer's last words."""
        return sum(self.pen.height(line, role, self.width - 2 * GAP) for line in self.told.epilogue)

    def pairs_height(self, pairs: Sequence[Figure], role: float) -> float:
        """Labels and values."""
        return sum(self._pair_height(pair, role) for pair in pairs)

    def _pair_height(self, pair: Figure, role: float) -> float:
        room, pen = self.width - self.labels, self.pen
        if pair.share is not None and not pair.waits:
            return pen.line("title") + _NEXT
        tall = pen.height(pair.value, role, room)
        if pair.beside and not self._fits_beside(pair, role):
            tall += pen.height(pair.beside, "hint", room)
        return tall + _NEXT

    def _fits_beside(self, pair: Figure, role: float) -> bool:
        used = self.pen.width(pair.value, role) + 2 * GAP + self.pen.width(pair.beside, "hint")
        return used <= self.width - self.labels

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def head(self, heading: str, text: str, role: float, at: tuple[float, float], inks: Inks) -> float:
        """A small heading and a text below it; the height they take."""
        x, y = at
        tall = self.pen.write(heading, "small", inks.soft, at, self.width)
        return tall + self.pen.write(text, role, inks.text, (x, y + tall), self.width, balance=True)

    def curve(self, rect: Rect, *, chosen: int | None, shown: float) -> None:
        """The curve as far as it is printed, with a ring around the row chosen or the largest loss."""
        rows, points = self.told.rows, self.told.points
        marks = loss_mark(rows, points) if chosen is None else (mark_of(rows[chosen], points[chosen]),)
        chart = replace(self.told.chart, marks=marks)
        draw_chart(self.pen.surface, self.pen.theme, rect, chart, shown=shown)

    def outcome(self, at: tuple[float, float], role: float, inks: Inks) -> float:
        """The figures, and the customer's last words after a stroke; the height they take."""
        (x, y), pen = at, self.pen
        y += self.pairs(self.told.figures, at, role, inks) + 1.5 * GAP
        tall = self.epilogue_height(role)
        pen.surface.fill(inks.soft, pen.theme.rect((x, y + 3, 2, tall - 0.75 * GAP)))
        for line in self.told.epilogue:
            y += pen.write(line, role, inks.text, (x + 2 * GAP, y), self.width - 2 * GAP)
        return y - at[1]

    def pairs(self, pairs: Sequence[Figure], at: tuple[float, float], role: float, inks: Inks) -> float:
        """Labels and values, every value beginning on the same line; the height they take."""
        x, y = at
        for pair in pairs:
            line = "title" if pair.share is not None and not pair.waits else role
            drop = (self.pen.line(line) - self.pen.line("hint")) * 0.62
            self.pen.write(pair.label, "hint", inks.soft, (x, y + drop), self.labels)
            self._value(pair, (x + self.labels, y), role, inks)
            y += self._pair_height(pair, role)
        return y - at[1]

    def _value(self, pair: Figure, at: tuple[float, float], role: float, inks: Inks) -> None:
        pen, (x, y) = self.pen, at
        room = self.width - self.labels
        if pair.share is not None and not pair.waits:
            self._share(pair, at, inks)
            return
        beside = inks.alarm if pair.off else inks.soft
        tall = pen.write(pair.value, role, inks.soft if pair.waits else inks.text, at, room)
        if pair.beside and self._fits_beside(pair, role):
            over = pen.width(pair.value, role) + 2 * GAP
            drop = (pen.line(role) - pen.line("hint")) * 0.62
            pen.write(pair.beside, "hint", beside, (x + over, y + drop), room - over)
        elif pair.beside:
            pen.write(pair.beside, "hint", beside, (x, y + tall), room)

    def _share(self, pair: Figure, at: tuple[float, float], inks: Inks) -> None:
        """A share in large letters, as a bar, and of what."""
        pen, (x, y), share = self.pen, at, pair.share or 0
        room, line = self.width - self.labels, pen.line("title")
        wide = pen.width("100%", "title", face="bold")
        pen.write(pair.value, "title", inks.text, at, wide, face="bold")
        left = wide + 1.5 * GAP
        told = pen.width(pair.beside, "hint") + 1.5 * GAP
        bar = min(_BAR[0], room - left - told)
        if bar < _BAR[0] / 2:  # there is no room for both: the bar tells as much
            bar, told = room - left, 0.0
        track = pen.theme.rect((x + left, y + (line - _BAR[1]) / 2, bar, _BAR[1]))
        pygame.draw.rect(pen.surface, pen.theme.colours.deep_wood, track, border_radius=track.height // 2)
        filled = pygame.Rect(track.topleft, (max(track.height, track.width * share // 100), track.height))
        if share:
            pygame.draw.rect(pen.surface, inks.text, filled, border_radius=track.height // 2)
        if told:
            drop = (line - pen.line("hint")) / 2
            pen.write(pair.beside, "hint", inks.soft, (x + left + bar + 1.5 * GAP, y + drop), told)
