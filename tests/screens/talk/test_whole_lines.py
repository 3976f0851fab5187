import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.screens.talk.whole_lines import first_whole_line, window_of_rows
from game.screens.theme import Theme
from game.screens.widgets import choice_rows
from tests.screens.driving import FONTS, Driver

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


def test_a_long_line_is_seen_whole_with_its_speaker_though_many_choices_are_to_come(tmp_path):
    long = "……あのですね、前の会社さんも、最初は親切だったんですよ。契約したら電話もつながらなくて、" * 2
    driver = Driver(tmp_path, scenarios=1)
    file = driver.library.shipped / "s00.yaml"
    text = file.read_text(encoding="utf-8")
    choice = "      - {{id: c{n}, say: {said}, goto: week_end}}\n"
    text = text.replace("lines: [{customer: 今日は", f"lines: [{{customer: {long}}}, {{customer: 今日は", 1)
    text = text.replace(
        "  week_end:", "".join(choice.format(n=n, said=SENTENCES[0] * 3) for n in range(3)) + "  week_end:", 1
    )
    driver.write("s00", text)
    driver.backstage.begin(driver.backstage.open("s00"))
    driver.go("talk").keys(pygame.K_SPACE)
    column = driver.screen.column
    assert driver.screen.flow.current.text == long
    assert not column.written.scroll(-10)
    shown = [box.rect for box in driver.screen.boxes() if box.text == long]
    assert len(shown) == 2
    assert min(rect.top for rect in shown) > 30
    assert max(rect.bottom for rect in shown) < 688
