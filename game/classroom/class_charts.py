"""The charts of a handout as SVG: the curves of a class, and one trainee's in it."""

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from game.classroom.figures import Outline
from game.format.words import Words

WIDTH: Final = 720
HEIGHT: Final = 250
LEFT, RIGHT, TOP, BOTTOM = 44, 14, 12, 30
"""Space around the chart, in its own units."""

STEP: Final = 20
"""Points between two lines of the balance."""

LABELS: Final = 6
"""Days named below the chart, at most."""

Points = Sequence[tuple[float, float]]


def curves_svg(outline: Outline, words: Words, own: Sequence[tuple[int, int]] = ()) -> str:
    """Median and middle half of a class, and ``own`` (day, balance) in front of them where it is given."""
    days = [*outline.days, *(day for day, _ in own)]
    if not days:
        return ""
    values = [*outline.low, *outline.high, *(balance for _, balance in own), 0]
    least, most = STEP * (min(values) // STEP), -STEP * (-max(values) // STEP)
    scale = _Scale(max(days) or 1, least, max(most, least + STEP))
    middle = [
        *zip(outline.days, outline.high, strict=True),
        *reversed(list(zip(outline.days, outline.low, strict=True))),
    ]
    told = words("The balance of the class day by day: the median, and the middle half around it.")
    median = list(zip(outline.days, outline.median, strict=True))
    drawn = [*_grid(scale, words)]
    if median:
        drawn.append(f'<polygon class="half" points="{scale.points(middle)}"/>')
        drawn.append(f'<polyline class="median" points="{scale.points(median)}"/>')
    if own:
        line = _last_of_each_day(own)
        drawn.append(f'<polyline class="own" points="{scale.points(line)}"/>')
        drawn.append(
            f'<circle class="end" cx="{scale.x(line[-1][0]):.1f}" cy="{scale.y(line[-1][1]):.1f}" r="5"/>'
        )
    return (
        f'<svg class="curves" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        f"<title>{escape(told)}</title>{''.join(drawn)}</svg>"
    )


class _Scale:
    def __init__(self, last: int, least: float, most: float) -> None:
        self.last, self.least, self.most = last, least, most

    def x(self, day: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * min(day, self.last) / self.last

    def y(self, balance: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (self.most - balance) / (self.most - self.least)

    def points(self, line: Points) -> str:
        return " ".join(f"{self.x(day):.1f},{self.y(balance):.1f}" for day, balance in line)


def _grid(scale: _Scale, words: Words) -> list[str]:
    drawn = []
    for balance in range(int(scale.least), int(scale.most) + 1, STEP):
        at = scale.y(balance)
        kind = "zero" if balance == 0 else "grid"
        drawn.append(f'<line class="{kind}" x1="{LEFT}" y1="{at:.1f}" x2="{WIDTH - RIGHT}" y2="{at:.1f}"/>')
        told = str(balance).replace("-", "−")
        drawn.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{told}</text>')
    step = max(-(-scale.last // LABELS // 10) * 10, 10)
    for day in range(0, scale.last + 1, step):
        anchor = "start" if day == 0 else "middle"
        told = escape(words("Day {day}", day=day))
        drawn.append(f'<text x="{scale.x(day):.1f}" y="{HEIGHT - 8}" text-anchor="{anchor}">{told}</text>')
    return drawn


def _last_of_each_day(own: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    return [(float(day), float(balance)) for day, balance in dict(own).items()]
