"""Windows on text that scrolls which cut no line in half: they begin and end where a line does."""

import math
from collections.abc import Sequence

from game.screens.theme import Theme
from game.screens.widgets import ChoiceRow


def window_of_rows(theme: Theme, rows: Sequence[ChoiceRow], top: float, end: float) -> tuple[float, float]:
    """Where a window from ``top`` to ``end`` (units) begins and ends for the lines of these choices."""
    begin, close = top, end
    for row in rows:
        _, y, _, height = row.rect
        line = theme.units(row.text.line_height)
        first, lines = y + (height - theme.units(row.text.height)) / 2, len(row.text.lines)
        if y < top - 1 < y + height:
            gone = max(0, math.ceil((top - first) / line - 0.01))
            begin = y + height if gone >= lines else first + gone * line
        if y < end < y + height - 1:
            seen = int((end - first) / line + 0.01)
            close = min(end, first + seen * line) if 0 < seen < lines else y if seen <= 0 else end
    return begin, max(begin, close)


def first_whole_line(first: float, line: float, top: float) -> float:
    """The first y from ``top`` on at which a line begins, of lines ``line`` high that begin at ``first``."""
    return first + max(0, math.ceil((top - first) / line - 0.01)) * line
