from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens import charts, paper, widgets
from game.screens.theme import Theme
from game.screens.typeset import draw

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
LOOK = Theme(FONTS)
SENTENCES = (
    "それは災難でしたね。ちなみに、ご予算はおいくらくらいですか?",
    "では契約のお話は今日はやめます。困った時に誰がどう動くか、書いてお持ちします。",
    "Then let us not talk about a contract today.",
)


def blank(size=(1280, 720), colour=(247, 242, 230)):
    canvas = pygame.Surface(size)
    canvas.fill(colour)
    return canvas


def pixels(canvas):
    return pygame.image.tobytes(canvas, "RGB")


def drawn(paint_it, size=(1280, 720)):
    canvas = blank(size)
    paint_it(canvas)
    return pixels(canvas)


def ink_box(canvas, ground=(247, 242, 230)):
    """Where a canvas differs from its ground."""
    mask = pygame.mask.from_threshold(canvas, ground, (1, 1, 1))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return boxes[0].unionall(boxes[1:]) if boxes else pygame.Rect(0, 0, 0, 0)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5])
def test_rows_follow_each_other_and_hold_their_text(scale, percent):
    look = Theme(FONTS, scale, percent)
    rows = widgets.choice_rows(look, SENTENCES, 720, 100, 526)
    y = 100.0
    for number, row in enumerate(rows, start=1):
        assert row.number == number
        assert row.rect[1] == pytest.approx(y)
        y += row.rect[3]
        assert row.text.height <= look.rect(row.rect).height + 1
        assert row.text.width + look.px(56) <= look.rect(row.rect).width


def test_states_of_a_choice_can_be_told_apart_without_colour():
    row = widgets.choice_rows(LOOK, SENTENCES, 720, 100, 526)[1]
    views = {}
    for state in ("normal", "focused", "pressed"):
        canvas = blank()
        widgets.choice_row(canvas, LOOK, row, state)
        grey = pygame.transform.grayscale(canvas)
        views[state] = pixels(grey)
    assert len(set(views.values())) == 3
    faded = drawn(lambda canvas: widgets.choice_row(canvas, LOOK, row, faded=True))
    assert faded != views["normal"]


def test_a_button_keeps_inside_and_shows_its_focus():
    rect = (100, 100, 240, 44)
    canvas = blank()
    widgets.button(canvas, LOOK, rect, "はじめる", key="Enter", main=True)
    assert LOOK.rect(rect).contains(ink_box(canvas))
    plain = pixels(canvas)
    for more in ({"state": "focused"}, {"state": "pressed"}, {"on_wood": True}, {"key": ""}):
        options = {"key": "Enter", "main": True, **more}
        assert drawn(lambda c, o=options: widgets.button(c, LOOK, rect, "はじめる", **o)) != plain


def filled_column():
    column = widgets.Column(LOOK, (100, 100, 400, 120))
    for number in range(12):
        text = widgets.set_text(LOOK, f"{number} 行目の言葉です。", 400)
        column.blocks.append(widgets.Block(text, LOOK.colours.ink))
    return column


@given(st.lists(st.integers(-400, 400), max_size=12))
def test_a_column_scrolls_only_as_far_as_there_is_text(steps):
    column = filled_column()
    for step in steps:
        before = column.offset
        assert column.scroll(step) is (column.offset != before)
        assert 0 <= column.offset <= column.most
    column.to_end()
    assert column.tops()[-1] + column.blocks[-1].text.height == LOOK.rect(column.rect).bottom
    assert not column.scroll(1)


def test_a_column_draws_inside_its_rectangle_and_leaves_the_clip_alone():
    column, canvas = filled_column(), blank()
    column.scroll(37)
    clip = canvas.get_clip()
    column.draw(canvas)
    assert canvas.get_clip() == clip
    room = LOOK.rect(column.rect)
    room.width += LOOK.px(12)
    assert room.contains(ink_box(canvas))


def test_a_short_column_does_not_scroll():
    column = widgets.Column(LOOK, (0, 0, 400, 300))
    column.blocks.append(widgets.Block(widgets.set_text(LOOK, "一行", 400), LOOK.colours.ink))
    assert column.most == 0
    column.draw(blank(), reveal=1)


def test_set_text_is_remembered_per_theme():
    one = widgets.set_text(LOOK, "約束", 200)
    assert widgets.set_text(LOOK, "約束", 200) is one
    assert widgets.set_text(Theme(FONTS, 2.0), "約束", 200) != one
    for number in range(500):
        widgets.set_text(LOOK, str(number), 200)
    assert widgets.set_text(LOOK, "約束", 200) == one


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("tilted", [True, False])
def test_a_notebook_grows_with_its_notes(percent, tilted):
    look = Theme(FONTS, 1.0, percent)
    few = [[paper.Note("田辺さん 総務課長")]]
    many = [
        [paper.Note("田辺さん 総務課長"), paper.Note("締め日に三日かけて集計")],
        [paper.Note("チェックリスト", tag="約束", due="金曜まで、あと三日")] * 3,
    ]
    canvas = blank()
    short = paper.notebook(canvas, look, (20, 20, 216), "手帳", few, tilted=tilted)
    tall = paper.notebook(canvas, look, (20, 20, 216), "手帳", many, tilted=tilted)
    assert short[3] >= 120
    assert tall[3] > short[3]
    for lay, x, y, _ in paper._set_notes(look, look.px(216), "手帳", many)[0]:
        if lay is not None:
            assert x + lay.width <= look.px(216)
            assert y + lay.height <= look.px(tall[3])


def test_a_calendar_leaf_stays_inside_its_rectangle():
    canvas = blank()
    rect = (300, 100, 78, 92)
    paper.calendar_leaf(canvas, LOOK, rect, ("September", "30", "Wednesday 10:20"))
    assert LOOK.rect(rect).inflate(40, 44).contains(ink_box(canvas))


@pytest.mark.parametrize("word", ["信用", "お断り", "業者", "信頼", "PARTNER", "Shut out", ""])
def test_a_stamp_holds_its_word_inside_the_ring(word):
    canvas = blank()
    paper.stamp(canvas, LOOK, (400, 300), word)
    box = ink_box(canvas)
    assert abs(box.centerx - 400) <= 2
    assert box.width <= 156
    again = blank()
    paper.stamp(again, LOOK, (400, 300), word)
    assert pixels(again) == pixels(canvas)


def test_a_stamp_comes_down():
    assert drawn(lambda c: paper.stamp(c, LOOK, (400, 300), "信用", landed=0)) == pixels(blank())
    half, whole = (
        drawn(lambda c, n=n: paper.stamp(c, LOOK, (400, 300), "信用", landed=n)) for n in (0.5, 1.0)
    )
    assert half != whole


CHART = charts.Chart(
    points=((0, 0), (1, 3), (2, 17), (3, 5), (4, 32)),
    ticks=((0, "0"), (40, "40")),
    other=((0, 0), (4, 63)),
    other_label="一言変えていたら",
    marks=(charts.Mark((3, 5), "3/18 四つ続けて尋ねた"),),
)


@pytest.mark.parametrize(
    "chart",
    [
        CHART,
        charts.Chart((), ()),
        charts.Chart(((0, 7),), ((0, "0"),)),
        charts.Chart(((0, 5), (1, 5)), ()),
        charts.Chart(
            ((0, -40), (1, -90)), ((0, "0"), (-100, "-100")), marks=(charts.Mark((1, -90), "x" * 99),)
        ),
    ],
)
@pytest.mark.parametrize("shown", [0.0, 0.37, 1.0])
def test_a_chart_of_any_curve_stays_inside_its_rectangle(chart, shown):
    canvas = blank()
    charts.draw_chart(canvas, LOOK, (800, 200, 400, 250), chart, shown=shown, other_shown=shown)
    assert ink_box(canvas) == LOOK.rect((800, 200, 400, 250))


def test_a_chart_grows_as_it_is_shown():
    views = [
        drawn(lambda c, n=n: charts.draw_chart(c, LOOK, (800, 200, 400, 250), CHART, shown=n / 4))
        for n in range(5)
    ]
    assert len(set(views)) == 5


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_text_written_is_where_it_says(scale):
    look = Theme(FONTS, scale)
    canvas = blank((1920, 1080))
    where = widgets.write(canvas, look, "残高", (640, 300), "title", anchor=0.5)
    assert abs(where.centerx - look.px(640)) <= 1
    assert where.contains(ink_box(canvas))
    widgets.rule(canvas, look, 100, 500, 200)
    lay = widgets.set_text(look, "締《し》め日", 300, ruby=True)
    draw(canvas, lay, look.at(100, 100), look.colours.ink, look)
