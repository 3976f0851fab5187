import sys
from itertools import pairwise
from pathlib import Path
from subprocess import run

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens import breaking, furigana, typeset
from game.screens.theme import Theme

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
EM = 20

words = st.sampled_from(
    [
        "「", "」", "、", "。", "……", "――", "ー", "ッ", "約束", "締め日", "します", "を", "三百社", "60名",
        "3,000円", "¥1,200,000", "20%", "（", "）", "https://example.com/a/long/path?with=query&and=more",
        "SaaS", " ", "?", "！", "the ", "customer's ", "half-past ", "々", "が", "ぎ", "👩‍💼", "ﾊﾟ", "　",
    ]
)  # fmt: skip
texts = st.lists(words, max_size=40).map("".join) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="《》｜|"), max_size=80
)


def measured(glyph):
    return EM if breaking.is_wide(glyph) else EM // 2


def small(glyph):
    return measured(glyph) // 2


def spaceless(text):
    return "".join(text.split())


def set_lines(text, width, **more):
    return typeset.layout(text, measured, width, em=EM, **more)


@given(texts, st.integers(EM, 40 * EM), st.booleans())
def test_nothing_is_lost_and_no_line_is_too_wide(text, width, balance):
    lay = set_lines(text, width, balance=balance)
    assert spaceless("".join(line.text for line in lay.lines)) == spaceless(text)
    for line in lay.lines:
        glyphs = breaking.glyphs_of(line.text)
        assert line.width == sum(measured(glyph) for glyph in glyphs)
        assert line.width <= width or len(glyphs) == 1
    assert lay.glyphs == sum(len(piece.edges) for line in lay.lines for piece in line.pieces)
    assert lay == set_lines(text, width, balance=balance)


@given(texts, st.integers(EM, 40 * EM), st.booleans())
def test_the_marks_are_where_they_may_be_unless_no_other_break_was_left(text, width, balance):
    lines = [breaking.glyphs_of(line.text) for line in set_lines(text, width, balance=balance).lines]
    for line, following in pairwise(lines):
        if not line or not following:
            continue
        broken = following[0][0] in breaking.NOT_FIRST or line[-1][0] in breaking.NOT_LAST
        if broken:
            places = range(1, len(line))
            decent = [
                at
                for at in places
                if line[at][0] not in breaking.NOT_FIRST
                and line[at - 1][0] not in breaking.NOT_LAST
                and not line[at].isspace()
                and not line[at - 1].isspace()
            ]
            assert not decent


@given(texts, st.integers(0, 60), st.integers(0, 8 * EM))
def test_a_line_takes_as_many_glyphs_as_have_room(text, start, width):
    glyphs = breaking.glyphs_of(text.replace("\n", ""))
    setter = typeset._Setter(glyphs, (), measured, measured)
    start = min(start, len(glyphs))
    for end in range(start, len(glyphs) + 1):
        last = max((at + 1 for at in range(start, end) if not glyphs[at].isspace()), default=start)
        assert setter.span(start, end) == sum(measured(each) for each in glyphs[start:last])
    if start < len(glyphs):
        end = setter.next_break(start, width)
        assert start < end <= len(glyphs)
        assert end == start + 1 or setter.span(start, end) <= width


@given(st.lists(words.filter(lambda word: "http" not in word), max_size=40).map("".join))
def test_words_numbers_and_twins_stay_whole_where_a_line_can_hold_them(text):
    width = 24 * EM
    lines = [line.text for line in set_lines(text, width).lines]
    for line, following in pairwise(lines):
        pair = line[-1:] + following[:1]
        if pair in {"……", "――"} or (line[-1:].isdigit() and following[:1] in "名円0123456789"):
            glyphs = breaking.glyphs_of(line)
            assert not [at for at in breaking.kinsoku(glyphs) if at]


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        ("約", "束", True),
        ("た", "。", False),
        ("「", "た", False),
        ("…", "…", False),
        ("…", "そ", True),
        ("0", "名", False),
        ("0", "の", True),
        ("¥", "1", False),
        ("a", "b", False),
        (" ", "b", True),
        ("語", "S", True),
        ("/", "p", False),
    ],
)
def test_where_a_line_may_end(before, after, may):
    assert breaking.breakable(before, after) is may


def test_lines_end_between_phrases():
    lay = set_lines("それは災難でしたね。ちなみに、ご予算はおいくらくらいですか?", 22 * EM)
    assert [line.text for line in lay.lines] == [
        "それは災難でしたね。ちなみに、ご予算は",
        "おいくらくらいですか?",
    ]


@pytest.mark.parametrize(
    ("text", "wide", "second"),
    [
        ("三社比較は、どなたがお決めになったのでしょう。その方に使える形で出します。", 21, "なった"),
        ("似た規模の工場で、弊社は一度失敗しています。四百人一斉に始めて、紙に戻りました。", 21, "失敗して"),
        ("お値段の前に、訂正があります。『一食三円』下がるのは、のり弁の型だけです。", 22, "下がるのは"),
    ],
)
def test_a_word_is_not_parted_from_its_ending_to_fill_a_line(text, wide, second):
    assert set_lines(text, wide * EM).lines[1].text.startswith(second)


def test_a_word_longer_than_a_line_is_broken_where_it_stands():
    lay = set_lines("資料はhttps://example.com/very/long/address/of/a/page.htmlにあります", 10 * EM)
    assert lay.lines[0].text.startswith("資料はhttps")
    assert all(line.width <= 10 * EM for line in lay.lines)


def test_english_is_broken_between_words():
    lay = set_lines("Then let us not talk about the contract today.", 10 * EM)
    assert " ".join(line.text for line in lay.lines) == "Then let us not talk about the contract today."


def test_balanced_lines_are_more_even_and_at_most_one_more():
    text = "では契約のお話は今日はやめます。困った時に誰がどう動くか、書いてお持ちします。"
    plain, even = set_lines(text, 24 * EM), set_lines(text, 24 * EM, balance=True)
    assert len(plain.lines) <= len(even.lines) <= len(plain.lines) + 1
    assert even.width <= plain.width


def test_even_lines_part_no_phrase_when_they_need_not():
    lay = set_lines(
        "見積もりは取ってくれる。けれど困った夜には、まだ別の人に電話する。", 15 * EM, balance=True
    )
    starts = {line.text[:2] for line in lay.lines}
    assert not starts & {"る。", "れる", "けば"}


def test_no_word_is_left_alone_on_the_last_line():
    lay = set_lines("I will write it down and bring it to you by Friday at the latest, so.", 33 * EM)
    assert all(len(line.text) > 6 for line in lay.lines)


def test_paragraphs_and_empty_text():
    assert [line.text for line in set_lines("一\n\n二", 10 * EM).lines] == ["一", "", "二"]
    empty = set_lines("", 10 * EM)
    assert (len(empty.lines), empty.glyphs, empty.width) == (1, 0, 0)


@pytest.mark.parametrize(
    ("text", "plain", "readings"),
    [
        ("締《し》め日", "締め日", [(0, 1, "し")]),
        ("お約束《やくそく》です", "お約束です", [(1, 3, "やくそく")]),
        ("今日｜SaaS《サース》の", "今日SaaSの", [(2, 6, "サース")]),
        ("約束《やくそく》締日《しめび》", "約束締日", [(0, 2, "やくそく"), (2, 4, "しめび")]),
        ("《空》", "《空》", []),
        ("かな《かな》", "かな《かな》", []),
        ("一ヶ月《いっかげつ》", "一ヶ月", [(0, 3, "いっかげつ")]),
    ],
)
def test_furigana_is_read_as_in_aozora_bunko(text, plain, readings):
    got, rubies = furigana.parse_ruby(text)
    assert got == plain == furigana.without_ruby(text)
    assert [(one.start, one.end, one.reading) for one in rubies] == readings


@given(st.text("約束締日をはしめ《》｜、。", max_size=40))
def test_any_furigana_can_be_set_with_and_without(text):
    plain = furigana.without_ruby(text)
    for more in ({}, {"ruby_measure": small}):
        lay = set_lines(text, 8 * EM, **more)
        assert spaceless("".join(line.text for line in lay.lines)) == spaceless(plain)
        for line in lay.lines:
            assert line.width <= 8 * EM or len(line.text) == 1 or any(p.reading for p in line.pieces)


def test_a_long_reading_gives_its_base_air():
    lay = set_lines("志《こころざし》を", 10 * EM, ruby_measure=small)
    base, rest = lay.lines[0].pieces
    assert base.reading == "こころざし"
    assert base.x == (5 * EM // 2 - EM) // 2
    assert rest.x == 5 * EM // 2


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 60))
def test_the_typewriter_shows_more_and_never_moves_anything(reveal):
    look = Theme(FONTS)
    lay = typeset.layout(
        "お約束《やくそく》の一覧です。一日早いですが。",
        look.measure("regular", EM),
        10 * EM,
        em=EM,
        ruby_measure=look.measure("regular", EM // 2),
    )
    whole, part = (pygame.Surface((260, 160), pygame.SRCALPHA) for _ in range(2))
    typeset.draw(whole, lay, (10, 20), (0, 0, 0), look)
    typeset.draw(part, lay, (10, 20), (0, 0, 0), look, reveal=reveal)
    drawn, all_drawn = (pygame.mask.from_surface(one, 0) for one in (part, whole))
    assert drawn.overlap_area(all_drawn, (0, 0)) == drawn.count()
    if reveal >= lay.glyphs:
        assert drawn.count() == all_drawn.count()
    if reveal == 0:
        assert drawn.count() == 0


def test_a_column_is_forty_glyphs_wide_at_most():
    look = Theme(FONTS)
    assert typeset.column_width(look, "body", 3000) == 40 * look.em("body")
    assert typeset.column_width(look, "body", 300) == 300


def test_budoux_is_not_imported_before_japanese_is_set():
    code = (
        "import sys, game.screens.typeset as t\n"
        "t.layout('only English here', lambda g: 1, 9, em=1)\n"
        "assert 'budoux' not in sys.modules\n"
        "t.layout('日本語', lambda g: 1, 2, em=1)\n"
        "assert 'budoux' in sys.modules\n"
    )
    done = run(
        [sys.executable, "-c", code], cwd=FONTS.parents[1], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_paragraph_keeps_its_width_where_the_last_word_would_be_alone():
    text = "A first call on a company of paper time cards, with a service in your bag. Do you give, or ask?"
    for width in range(20 * EM, 40 * EM, EM):
        lay = set_lines(text, width)
        if len(lay.lines) > 1:
            assert max(line.width for line in lay.lines) > 0.8 * width
