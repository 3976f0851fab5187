from hypothesis import given
from hypothesis import strategies as st

from game.screens.talk.whole_lines import first_whole_line, window_of_rows
from game.screens.theme import Theme
from game.screens.widgets import choice_rows
from tests.screens.driving import FONTS

THEME = Theme(FONTS)
LINE = 30.0
SENTENCES = ["締め日の集計には、何日かかっていますか。" * n for n in (1, 4, 2)]


@given(st.floats(-200, 200), st.floats(10, 80), st.floats(0, 400))
def test_the_first_whole_line_begins_a_line_and_not_above_the_window(first, line, top):
    y = first_whole_line(first, line, top)
    assert y >= min(top, first) - 0.02 * line
    assert y == first or y - line < top
    assert abs((y - first) / line - round((y - first) / line)) < 1e-6


@given(st.floats(0, 150), st.floats(120, 400))
def test_no_line_of_a_choice_is_cut_in_half(top, end):
    rows = choice_rows(THEME, SENTENCES, 720, 0, 526)
    begin, close = window_of_rows(THEME, rows, top, end)
    assert begin >= top - 1
    assert begin <= close
    assert close <= end + 1 or close == begin
    for row in rows:
        first = row.rect[1] + 11
        for n in range(len(row.text.lines)):
            y = first + n * LINE
            assert not y + 1 < begin < y + LINE - 1
            assert not y + 1 < close < y + LINE - 1
