"""The map of a story: where its scenes, ways, phases and days stand on a sheet of A3. Values, no drawing.

Time runs down; where the sheet ends the story goes on at the top of the next column. Lengths are points of
1/72 inch, so that letters of 7.5 are 7.5 pt high when the sheet is printed on A3.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from game.analysis.flows import SceneFlow
from game.authoring.map_sheet import (
    A3,
    BETWEEN,
    BOX_HEAD,
    BREAK,
    DAY,
    FLOW,
    FOOT,
    GUTTER,
    HEAD,
    LEAST_FLOW,
    MARGIN,
    PHASE,
    ROW,
    Box,
    DayMark,
    Lane,
    PhaseBand,
    StoryMap,
    Way,
)
from game.authoring.story_rows import Slot, layers, rows
from game.core.scenario import Scenario

_GAP: Final = 9.0
_MOST_COLUMNS: Final = 4
_NARROWEST: Final = 130.0
_WIDEST: Final = 330.0


def story_map(scenario: Scenario, found: Sequence[SceneFlow]) -> StoryMap:
    """Where everything of a story stands on its sheet."""
    leads = {
        scene.id: [way.scene for choice in scene.choices for way in choice.gotos if way.scene != scene.id]
        for scene in scenario.scenes
    }
    heights = {scene.id: BOX_HEAD + ROW * max(1, len(scene.choices)) + 4 for scene in scenario.scenes}
    placed: list[list[str]] = []
    for columns in range(1, _MOST_COLUMNS + 1):
        placed = layers(found, leads, max(1, int(_room(columns) // _NARROWEST)))
        parts = _folded(placed, heights, A3[1] - 2 * MARGIN - HEAD - FOOT)
        if len(parts) <= columns:
            return _Sheet(found, parts, heights, columns, A3[1]).drawn()
    tall = sum(max(heights[scene] for scene in layer) + GUTTER for layer in placed) / _MOST_COLUMNS
    room = tall + max(heights.values()) + GUTTER + 2 * (BREAK + GUTTER)
    parts = _folded(placed, heights, room)
    return _Sheet(
        found, parts, heights, max(len(parts), _MOST_COLUMNS), room + 2 * MARGIN + HEAD + FOOT
    ).drawn()


def _room(columns: int) -> float:
    """Width of the rows of one of so many columns."""
    return (A3[0] - 2 * MARGIN - BETWEEN * (columns - 1)) / columns - PHASE - DAY


def _folded(
    placed: Sequence[Sequence[str]], heights: Mapping[str, float], room: float
) -> list[list[Sequence[str]]]:
    """The layers parted into columns of at most this height; folds take their part of it."""
    parts: list[list[Sequence[str]]] = [[]]
    used = 0.0
    for layer in placed:
        tall = max(heights[scene] for scene in layer) + GUTTER
        fold = BREAK + GUTTER
        if parts[-1] and used + tall + fold > room:
            parts.append([])
            used = fold
        parts[-1].append(layer)
        used += tall
    return parts


class _Sheet:
    """Places rows column by column, and draws the ways between them."""

    def __init__(
        self,
        found: Sequence[SceneFlow],
        parts: Sequence[Sequence[Sequence[str]]],
        heights: Mapping[str, float],
        columns: int,
        height: float,
    ) -> None:
        self._flows = {scene.scene: scene for scene in found}
        self._heights = heights
        self._columns = columns
        self._height = height
        self._room = _room(columns)
        # A fold is a row without scenes: everything that goes on has a lane in it.
        flat: list[Sequence[str]] = []
        self._column: list[int] = []
        for column, part in enumerate(parts):
            if column:
                flat.append(())
                self._column.append(column - 1)
            flat += part
            self._column += [column] * len(part)
        self._rows = rows(found, flat)
        self._boxes: list[Box] = []
        self._ways: list[Way] = []
        self._lanes: list[Lane] = []
        self._bands: list[PhaseBand] = []
        self._days: list[DayMark] = []

    def drawn(self) -> StoryMap:
        """The sheet."""
        y = self._top
        above: tuple[list[Slot], list[tuple[float, float]], float, list[float | None]] | None = None
        for number, slots in enumerate(self._rows):
            column = self._column[number]
            fold = not any(slot.scene for slot in slots)
            tall = BREAK if fold else max(self._heights[s.scene] for s in slots if s.scene)
            spans = self._spans(slots, self._left(column))
            regrets = self._regrets(slots, above)
            if above is not None:
                self._connect(above, slots, spans, y)
            self._row(slots, spans, regrets, (column, y, tall), fold=fold)
            bottom = y + tall
            if fold:
                y = self._top
                spans = self._spans(slots, self._left(column + 1))
                self._row(slots, spans, regrets, (column + 1, y, BREAK), fold=True)
                bottom = y + BREAK
            above = (slots, spans, bottom, regrets)
            y = bottom + GUTTER
        return StoryMap(
            A3[0], self._height, tuple(self._boxes), tuple(self._ways), tuple(self._lanes),
            tuple(self._merged()), tuple(self._days),
        )  # fmt: skip

    @property
    def _top(self) -> float:
        return MARGIN + HEAD

    def _left(self, column: int) -> float:
        wide = self._room + PHASE + DAY
        return MARGIN + column * (wide + BETWEEN) + PHASE + DAY

    def _spans(self, slots: Sequence[Slot], left: float) -> list[tuple[float, float]]:
        """Left and width of each slot, side by side in the middle of the row."""
        lanes = [_wide(slot) for slot in slots if slot.scene is None]
        scenes = sum(slot.scene is not None for slot in slots)
        free = self._room - sum(lanes) - _GAP * (len(slots) - 1)
        wide = min(_WIDEST, free / scenes) if scenes else 0.0
        x = left + (self._room - wide * scenes - sum(lanes) - _GAP * (len(slots) - 1)) / 2
        spans = []
        for slot in slots:
            own = wide if slot.scene is not None else _wide(slot)
            spans.append((x, own))
            x += own + _GAP
        return spans

    def _regrets(
        self,
        slots: Sequence[Slot],
        above: tuple[list[Slot], list[tuple[float, float]], float, list[float | None]] | None,
    ) -> list[float | None]:
        """The mean regret of what comes into each slot."""
        found: list[float | None] = []
        for slot in slots:
            weighed, weight = 0.0, 0.0
            for (number, place), share in slot.inflow.items():
                assert above is not None
                regret = self._regret(above[0][number], place, above[3][number])
                if regret is not None:
                    weighed, weight = weighed + regret * share, weight + share
            found.append(weighed / weight if weight else None)
        return found

    def _regret(self, slot: Slot, place: int, of_lane: float | None) -> float | None:
        if slot.scene is None:
            return of_lane
        return self._flows[slot.scene].choices[place].regret

    def _row(
        self,
        slots: Sequence[Slot],
        spans: Sequence[tuple[float, float]],
        regrets: Sequence[float | None],
        at: tuple[int, float, float],
        *,
        fold: bool,
    ) -> None:
        column, y, tall = at
        for slot, (x, wide), regret in zip(slots, spans, regrets, strict=True):
            if slot.scene is None:
                self._lanes.append(Lane(x, y, wide, tall, regret, slot.to, fold))
            else:
                flow = self._flows[slot.scene]
                self._boxes.append(Box(slot.scene, x, y, wide, self._heights[slot.scene], flow.share))
        shown = [self._flows[slot.scene] for slot in slots if slot.scene is not None]
        if not shown:
            return
        # The lane beside a short scene in the row of a tall one is as tall as the row.
        main = max(shown, key=lambda flow: flow.share)
        left = self._left(column)
        self._bands.append(
            PhaseBand(main.phase, left - PHASE - DAY, y - GUTTER / 2, self._room + PHASE + DAY, tall + GUTTER)
        )
        days = [day for flow in shown for day in (flow.first_day, flow.last_day) if day is not None]
        if days:
            self._days.append(DayMark(min(days), max(days), left - DAY, y))

    def _connect(
        self,
        above: tuple[list[Slot], list[tuple[float, float]], float, list[float | None]],
        slots: Sequence[Slot],
        spans: Sequence[tuple[float, float]],
        y: float,
    ) -> None:
        """The ways from the row above, side by side where they leave and where they arrive."""
        sources, from_spans, bottom, regrets = above
        ways = [
            (number, place, at, share)
            for at, slot in enumerate(slots)
            for (number, place), share in slot.inflow.items()
            if share > 0
        ]
        starts = _ports([(w[0], (w[2], w[1]), w[3]) for w in ways], from_spans)
        ends = _ports([(w[2], (w[0], w[1]), w[3]) for w in ways], spans)
        for (number, place, at, share), x0, x1 in zip(ways, starts, ends, strict=True):
            source = sources[number]
            flow = self._flows.get(source.scene or "")
            low = bottom
            if source.scene is not None:  # a box may be shorter than its row
                low = next(box.y + box.height for box in self._boxes if box.scene == source.scene)
            width, regret = max(LEAST_FLOW, FLOW * share), self._regret(source, place, regrets[number])
            named = f"{source.scene}.{flow.choices[place].choice}" if flow is not None else ""
            self._ways.append(Way(x0, low, x1, y, width, regret, named, slots[at].to))

    def _merged(self) -> list[PhaseBand]:
        """Neighbouring rows of one phase as one band."""
        found: list[PhaseBand] = []
        for band in self._bands:
            last = found[-1] if found else None
            if last is not None and (last.phase, last.x) == (band.phase, band.x):
                found[-1] = PhaseBand(last.phase, last.x, last.y, last.width, band.y + band.height - last.y)
            else:
                found.append(band)
        return found


def _wide(lane: Slot) -> float:
    """Width of a lane: that of all ways that come into it, side by side."""
    return sum(max(LEAST_FLOW, FLOW * share) for share in lane.inflow.values()) or LEAST_FLOW


def _ports(
    ways: Sequence[tuple[int, tuple[int, int], float]], spans: Sequence[tuple[float, float]]
) -> list[float]:
    """The middle of each way at one of its ends: at its slot, sorted by where it goes, in the slot's middle.

    Each way is its slot, what it is sorted by, and its share.
    """
    found = [0.0] * len(ways)
    for slot, (left, wide) in enumerate(spans):
        mine = sorted((index for index, way in enumerate(ways) if way[0] == slot), key=lambda i: ways[i][1])
        widths = [max(LEAST_FLOW, FLOW * ways[index][2]) for index in mine]
        x = left + (wide - sum(widths)) / 2
        for index, own in zip(mine, widths, strict=True):
            found[index] = x + own / 2
            x += own
    return found
