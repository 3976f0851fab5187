"""The map of a story as one SVG picture, to look at in any browser and to print on A3."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Final

from game.analysis.flows import ChoiceFlow, SceneFlow
from game.authoring.map_sheet import (
    BOX_HEAD,
    DAY,
    MARGIN,
    PHASE,
    ROW,
    TEXT,
    TITLE,
    Box,
    Lane,
    StoryMap,
    Way,
)
from game.authoring.phrasing import plain
from game.core.principles import Phase
from game.core.scenario import Deal, Scenario, Scene
from game.format.words import Words

INK: Final = "#24211D"
SOFT: Final = "#6B6458"
PAPER: Final = "#F7F2E6"
CARD: Final = "#FDFBF5"
RULE: Final = "#D8CCB2"
INDIGO: Final = "#24415F"
_UNKNOWN: Final = (0x9A, 0x93, 0x86)

_SCALE: Final = ((0.0, (0x56, 0x71, 0x3F)), (6.0, (0xA8, 0x77, 0x2A)), (16.0, (0xBF, 0x3B, 0x27)))
"""Regret in points of trust, and its colour: moss costs nothing, ochre something, vermilion much."""

_BANDS: Final = ("#EFE8D6", "#F4EEE0")
_FACE: Final = "'BIZ UDPGothic','Yu Gothic UI','Hiragino Sans','Noto Sans CJK JP',sans-serif"
_NARROW: Final = 0.58
"""Width of a Latin letter in letters' heights, on the safe side for the faces above."""


_BOLD: Final = 1.12
"""How much wider the same letters are in bold."""

_NAMES_IN_LINE: Final = 3, 90.0
_MANY_IN_LINE: Final = 5, 40.0
_FEW_NAMES: Final = 9
"""How many scenes are named in one line below the end of a column, and points for each: few, or many."""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the map says beside the scenario's own words: interface words, and how days and deals are told."""

    words: Words
    day_told: Callable[[date], str]
    deal_name: Callable[[Deal], str]


def colour_of(regret: float | None) -> str:
    """The colour of a regret as ``#rrggbb``; grey where it is not known."""
    if regret is None:
        return _hex(_UNKNOWN)
    for (low, one), (high, other) in itertools.pairwise(_SCALE):
        if regret <= high:
            part = (regret - low) / (high - low)
            return _hex(tuple(round(a + (b - a) * part) for a, b in zip(one, other, strict=True)))
    return _hex(_SCALE[-1][1])


def regret_told(regret: float | None) -> str:
    """A regret beside a choice: the second sign, for those who do not see the colours apart."""
    if regret is None:
        return "?"
    return "0" if round(regret) <= 0 else f"−{regret:.0f}"


def shortened(text: str, em: float, width: float) -> str:
    """A text cut to so many points at this height of letters, with an ellipsis; by a safe reckoning."""
    shown = plain(text)
    if width_of(shown, em) <= width:
        return shown
    kept, used = "", width_of("…", em)
    for glyph in shown:
        used += width_of(glyph, em)
        if used > width:
            break
        kept += glyph
    return f"{kept.rstrip('、。,. ')}…"


def width_of(text: str, em: float) -> float:
    """Points a text takes at this height of letters, on the safe side."""
    return sum(em if ord(glyph) > 0x2E7F or glyph in "…―—−" else em * _NARROW for glyph in text)  # noqa: PLR2004 - the first CJK sign


def map_svg(scenario: Scenario, flows: tuple[SceneFlow, ...], sheet: StoryMap, told: MapWords) -> str:
    """The picture, complete in itself: no script, no font and no file from elsewhere."""
    by_id = {flow.scene: flow for flow in flows}
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width:.2f} {sheet.height:.2f}" '
            f'width="{sheet.width:.2f}pt" height="{sheet.height:.2f}pt" role="img" '
            f'aria-label="{escape(scenario.title)}" font-family="{_FACE}">'
        ),
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        *_head(scenario, sheet, told),
        *_phases(sheet, told),
        *_days(scenario, sheet, told),
        *(_lane(lane) for lane in sheet.lanes if not lane.fold),
        *(_way(way) for way in sheet.ways),
        *_folds(scenario, sheet),
        *(
            part
            for box in sheet.boxes
            for part in _box(scenario.scene(box.scene), by_id[box.scene], box, told)
        ),
        "</svg>",
    ]
    return "\n".join(parts)


def _head(scenario: Scenario, sheet: StoryMap, told: MapWords) -> list[str]:
    words, y = told.words, MARGIN + 14
    legend = words("Width: share of random playthroughs. Colour: mean trust given up by the choice.")
    x = sheet.width - MARGIN - 230
    found = [
        _text(MARGIN, y, scenario.title, 15, INDIGO, bold=True),
        _text(MARGIN, y + 16, shortened(scenario.summary, TITLE, x - MARGIN - 24), TITLE, SOFT),
        _text(x - 8, y - 3, legend, TEXT, SOFT, end=True),
    ]
    for at, regret in enumerate((0, 3, 6, 11, 16)):
        left = x + at * 46
        found.append(f'<rect x="{left}" y="{y - 11}" width="44" height="10" fill="{colour_of(regret)}"/>')
        found.append(_text(left + 22, y + 8, regret_told(regret), TEXT, SOFT, middle=True))
    return found


def _phases(sheet: StoryMap, told: MapWords) -> list[str]:
    found = []
    for at, band in enumerate(sheet.bands):
        found.append(
            f'<rect x="{band.x:.1f}" y="{band.y:.1f}" width="{band.width:.1f}" height="{band.height:.1f}" '
            f'rx="3" fill="{_BANDS[at % 2]}"/>'
            f'<rect x="{band.x:.1f}" y="{band.y:.1f}" width="{PHASE - 4:.1f}" height="{band.height:.1f}" '
            f'rx="3" fill="{RULE}"/>'
        )
        x, y = band.x + (PHASE - 4) / 2, band.y + band.height / 2
        found.append(
            f'<g transform="translate({x:.1f} {y:.1f}) rotate(-90)">'
            f"{_text(0, TEXT * 0.36, phase_name(band.phase, told.words), TEXT, INK, middle=True)}</g>"
        )
    return found


def phase_name(phase: Phase, words: Words) -> str:
    """A phase in a word."""
    return {
        "approach": words("Approach"),
        "discovery": words("Discovery"),
        "proposal": words("Proposal"),
        "negotiation": words("Negotiation"),
        "delivery": words("Delivery"),
        "aftercare": words("Aftercare"),
    }[phase]


def _days(scenario: Scenario, sheet: StoryMap, told: MapWords) -> list[str]:
    found = []
    for mark in sheet.days:
        lines = [told.day_told(scenario.begins.date() + timedelta(days=mark.first))]
        if mark.last > mark.first:
            lines.append(f"–{told.day_told(scenario.begins.date() + timedelta(days=mark.last))}")
        for number, line in enumerate(lines):
            shown = shortened(line, TEXT, DAY + 6)
            found.append(_text(mark.x, mark.y + 11 + number * 9, shown, TEXT, SOFT))
    return found


def _way(way: Way) -> str:
    bend = (way.y1 - way.y0) * 0.5
    half = way.width / 2
    title = f"<title>{escape(way.choice)} → {escape(way.to)}</title>" if way.choice else ""
    return (
        f'<path d="M {way.x0 - half:.2f} {way.y0:.2f} C {way.x0 - half:.2f} {way.y0 + bend:.2f} '
        f"{way.x1 - half:.2f} {way.y1 - bend:.2f} {way.x1 - half:.2f} {way.y1:.2f} "
        f"L {way.x1 + half:.2f} {way.y1:.2f} C {way.x1 + half:.2f} {way.y1 - bend:.2f} "
        f'{way.x0 + half:.2f} {way.y0 + bend:.2f} {way.x0 + half:.2f} {way.y0:.2f} Z" '
        f'fill="{colour_of(way.regret)}" fill-opacity="0.62">{title}</path>'
    )


def _lane(lane: Lane) -> str:
    return (
        f'<rect x="{lane.x:.2f}" y="{lane.y:.2f}" width="{lane.width:.2f}" height="{lane.height:.2f}" '
        f'fill="{colour_of(lane.regret)}" fill-opacity="0.62"><title>→ {escape(lane.to)}</title></rect>'
    )


def _folds(scenario: Scenario, sheet: StoryMap) -> list[str]:
    """Where a column ends and the next begins: the ways, and the scenes they lead to.

    A way alone has its name beside it. Several have numbers, the same at both ends, and their names stand
    below the end of the column.
    """
    found = []
    rows = itertools.groupby((lane for lane in sheet.lanes if lane.fold), key=lambda lane: lane.y)
    for at, (_, row) in enumerate(rows):
        lanes, ends = list(row), at % 2 == 0
        found += [_lane(lane) for lane in lanes]
        if len(lanes) == 1:
            name = shortened(_named(scenario.scene(lanes[0].to)), TEXT, 90)
            found.append(_text(lanes[0].x + lanes[0].width + 3, lanes[0].y + 10, f"→ {name}", TEXT, SOFT))
            continue
        below = lanes[0].y + lanes[0].height + TEXT
        for number, lane in enumerate(lanes, 1):
            y = below if ends else lane.y - 2
            found.append(_text(lane.x + lane.width / 2, y, str(number), TEXT, SOFT, middle=True))
        if ends:
            found += _fold_names(scenario, lanes, below + TEXT + 3)
    return found


def _fold_names(scenario: Scenario, lanes: list[Lane], y: float) -> list[str]:
    """The numbers of a fold with the scenes they lead to, in lines around the middle of the ways."""
    middle = (lanes[0].x + lanes[-1].x + lanes[-1].width) / 2
    each, room = _NAMES_IN_LINE if len(lanes) <= _FEW_NAMES else _MANY_IN_LINE
    names = [
        f"{number} → {shortened(_named(scenario.scene(lane.to)), TEXT, room)}"
        for number, lane in enumerate(lanes, 1)
    ]
    lines = ["　".join(names[at : at + each]) for at in range(0, len(names), each)]
    return [
        _text(middle, y + number * (TEXT + 2), line, TEXT, SOFT, middle=True)
        for number, line in enumerate(lines)
    ]


def _box(scene: Scene, flow: SceneFlow, box: Box, told: MapWords) -> list[str]:
    share = f"{box.share:.0%}"
    room = box.width - 20 - width_of(share, TEXT)
    found = [
        (
            f"<g><title>{escape(scene.id)}</title>"
            f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.width:.2f}" '
            f'height="{box.height:.2f}" rx="4" fill="{CARD}" stroke="{INK if scene.choices else INDIGO}" '
            f'stroke-width="0.8"/>'
        ),
        _text(box.x + 6, box.y + 12, shortened(_named(scene), TITLE * _BOLD, room), TITLE, INDIGO, bold=True),
        _text(box.x + box.width - 5, box.y + 12, share, TEXT, SOFT, end=True),
    ]
    for number, (choice, taken) in enumerate(zip(scene.choices, flow.choices, strict=True)):
        y = box.y + BOX_HEAD + ROW * number + 8
        back = " ↺" if scene.id in taken.to else ""
        cost = regret_told(taken.regret) if taken.share else told.words("never", context="taken")
        room = box.width - 24 - width_of(cost + back, TEXT) - 6
        found += [
            _mark(box.x + 6, y - 6, taken),
            _text(box.x + 17, y, shortened(choice.text, TEXT, room), TEXT, INK),
            _text(box.x + box.width - 5, y, cost + back, TEXT, SOFT, end=True),
        ]
    if not scene.choices:
        deal = told.deal_name(scene.ending) if scene.ending is not None else ""
        found.append(_text(box.x + 6, box.y + BOX_HEAD + 8, deal, TEXT, INK))
    found.append("</g>")
    return found


def _mark(x: float, y: float, taken: ChoiceFlow) -> str:
    """How often a choice is taken and what it costs: a square filled from below."""
    part = min(1.0, taken.share)
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="7" height="7" fill="none" stroke="{SOFT}" stroke-width="0.5"/>'
        f'<rect x="{x:.2f}" y="{y + 7 * (1 - part):.2f}" width="7" height="{7 * part:.2f}" '
        f'fill="{colour_of(taken.regret)}"/>'
    )


def _named(scene: Scene) -> str:
    return scene.title or scene.id


def _text(
    x: float, y: float, text: str, size: float, fill: str, *, bold: bool = False, end: bool = False,
    middle: bool = False,
) -> str:  # fmt: skip
    anchor = "end" if end else "middle" if middle else "start"
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" fill="{fill}" text-anchor="{anchor}"{weight}>'
        f"{escape(text)}</text>"
    )


def _hex(colour: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour)
