import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens import colours, fonts, theme

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
channels = st.integers(0, 255)
some_colours = st.tuples(channels, channels, channels)


@pytest.mark.parametrize(("contrast", "safe"), colours.PALETTES)
@pytest.mark.parametrize(("letters", "ground"), colours.PAIRS)
def test_every_pair_in_use_can_be_read(letters, ground, contrast, *, safe):
    palette = colours.PALETTES[contrast, safe]
    ratio = colours.contrast_ratio(getattr(palette, letters), getattr(palette, ground))
    assert ratio >= (colours.LEAST_CONTRAST if contrast == "normal" else 7)


@pytest.mark.parametrize(("contrast", "safe"), colours.PALETTES)
@pytest.mark.parametrize(("sign", "ground"), colours.SIGNS)
def test_every_sign_can_be_seen(sign, ground, contrast, *, safe):
    palette = colours.PALETTES[contrast, safe]
    assert colours.contrast_ratio(getattr(palette, sign), getattr(palette, ground)) >= colours.LEAST_SIGN


def test_high_contrast_is_never_lower_than_normal():
    for letters, ground in colours.PAIRS:
        normal, high = (
            colours.contrast_ratio(getattr(p, letters), getattr(p, ground))
            for p in (colours.NORMAL, colours.HIGH)
        )
        assert high >= normal


def test_contrast_of_black_and_white_is_twenty_one():
    assert colours.contrast_ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


@given(some_colours, some_colours)
def test_contrast_is_symmetric_and_bounded(one, other):
    ratio = colours.contrast_ratio(one, other)
    assert ratio == colours.contrast_ratio(other, one)
    assert 1 <= ratio <= 21.0001


@given(st.integers(640, 4000), st.integers(360, 3000))
def test_the_sheet_lies_inside_the_window_and_points_come_back(width, height):
    look = theme.Theme.for_window(FONTS, (width, height))
    sheet = look.rect((0, 0, *theme.SHEET))
    assert sheet.left >= 0
    assert sheet.top >= 0
    assert sheet.right <= width + 1
    assert sheet.bottom <= height + 1
    x, y = look.on_sheet(look.at(640, 360))
    assert abs(x - 640) * look.scale <= 1
    assert abs(y - 360) * look.scale <= 1


def test_a_window_of_the_usual_shape_scales_by_its_height():
    assert theme.Theme.for_window(FONTS, (1920, 1080)).scale == pytest.approx(1.5)


@given(st.integers(0, 600), st.integers(1, 600), st.integers(1, 600), st.floats(0.7, 3))
def test_neighbouring_rectangles_share_their_edge(x, width, next_width, scale):
    look = theme.Theme(FONTS, scale)
    assert look.rect((x, 0, width, 10)).right == look.rect((x + width, 0, next_width, 10)).left


def test_text_grows_with_window_and_wish():
    assert theme.Theme(FONTS).em("spoken") == 25
    assert theme.Theme(FONTS, 1.5, 200).em("spoken") == 75


def test_lengths_stay_visible():
    look = theme.Theme(FONTS, 0.3)
    assert look.px(1) == 1
    assert look.px(0) == 0


def test_a_missing_font_is_told_with_its_path(tmp_path):
    with pytest.raises(fonts.FontMissing) as told:
        theme.Theme(tmp_path).font("regular", 20)
    assert told.value.path == tmp_path / "BIZUDPGothic-Regular.ttf"
    assert fonts.last_resort_font(20).size("Font missing")[0] > 0


@pytest.mark.parametrize("kept", [0, 7, 12, 60, 100_000])
def test_a_broken_font_is_refused_before_pygame_sees_it(tmp_path, kept):
    whole = (FONTS / "BIZUDPGothic-Regular.ttf").read_bytes()
    (tmp_path / "BIZUDPGothic-Regular.ttf").write_bytes(whole[:kept])
    (tmp_path / "BIZUDPGothic-Bold.ttf").write_text("this is no font at all")
    for face in ("regular", "bold"):
        with pytest.raises(fonts.FontMissing):
            theme.Theme(tmp_path).font(face, 20)


@pytest.mark.parametrize("dash", "–—―−")
def test_dashes_are_seen_at_every_size_of_text(dash):
    for tenths in range(6, 40):
        look = theme.Theme(FONTS, tenths / 10)
        for role in theme.TEXT_SIZES:
            ink = look.font("regular", look.em(role)).render(dash, antialias=True, color=(0, 0, 0))
            assert ink.get_bounding_rect().height


def test_measures_agree_with_what_is_rendered():
    look = theme.Theme(FONTS)
    measure = look.measure("regular", 25)
    line = "「ただ、前の会社さんも最初はAV To。」"
    width = sum(measure(glyph) for glyph in line)
    assert width == look.render("regular", 25, line, (0, 0, 0)).get_width()


def test_rendered_text_is_remembered_for_its_folder_of_fonts(tmp_path):
    look = theme.Theme(FONTS)
    first = look.render("bold", 14, "約束", (0, 0, 0))
    assert theme.Theme(FONTS, 1.5).render("bold", 14, "約束", (0, 0, 0)) is first
    with pytest.raises(fonts.FontMissing):
        theme.Theme(tmp_path).render("bold", 14, "約束", (0, 0, 0))


def test_mixing_reaches_both_ends():
    assert colours.mix((0, 0, 0), (10, 20, 30), 0) == (0, 0, 0)
    assert colours.mix((0, 0, 0), (10, 20, 30), 1) == (10, 20, 30)
    assert colours.hexed((1, 171, 255)) == "#01abff"
    assert set(sum(colours.PAIRS, ())) <= set(colours.colour_names())


DRAWN = {"desk.py", "paper.py", "charts.py", "tear_off.py", "people", "places", "sound", "fonts.py"}
"""Where things are drawn or read and nothing is laid out: wood, paper, curves, people, rooms, font files."""

STROKE, FURTHEST = 3, 64
"""Units up to which a number is the width of a line, and above which it is a place on the sheet."""


def numbers_in(node):
    """The number a node is, and its negative as well."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return [-number for number in numbers_in(node.operand)]
    plain = isinstance(node, ast.Constant) and type(node.value) in (int, float)
    return [node.value] if plain else []


def is_gap(node):
    return isinstance(node, ast.Name) and node.id in ("GAP", "MARGIN")


def off_the_grid(node):
    """Whether a node adds a space that is not said in gaps, or says one that is no quarter of a gap."""
    match node:
        case ast.AugAssign(op=ast.Add() | ast.Sub(), value=added):
            alone = numbers_in(added)
        case ast.BinOp(op=ast.Add() | ast.Sub(), left=one, right=other):
            alone = numbers_in(one) + numbers_in(other)
        case ast.BinOp(op=ast.Div(), left=one, right=other) if is_gap(one):
            return any((1 / each) % 0.25 for each in numbers_in(other))
        case ast.BinOp(op=ast.Mult(), left=one, right=other) if is_gap(one) or is_gap(other):
            return any(each % 0.25 for each in numbers_in(other if is_gap(one) else one))
        case _:
            return False
    return any(STROKE < abs(each) <= FURTHEST for each in alone)


@pytest.mark.parametrize(
    ("code", "off"),
    [
        ("y + 2 * GAP", False), ("y += 0.25 * GAP", False), ("y + GAP / 2", False), ("y + 3", False),
        ("x - 120", False), ("y + 5", True), ("y += 12", True), ("y + 0.4 * GAP", True),
        ("y - GAP / 3", True), ("x + -8", True),
    ],
)  # fmt: skip
def test_a_space_off_the_grid_is_found(code, off):
    assert any(off_the_grid(node) for node in ast.walk(ast.parse(code))) is off


def test_spaces_are_quarters_of_the_gap():
    found = []
    for file in Path(theme.__file__).parent.rglob("*.py"):
        if not DRAWN & set(file.parts):
            nodes = ast.walk(ast.parse(file.read_text("utf-8")))
            found += [f"{file.name}: {ast.unparse(node)}" for node in nodes if off_the_grid(node)]
    assert found == []


def test_no_screen_has_a_size_of_letters_of_its_own():
    # 100 is no size: it asks how many pixels a unit of letters has.
    role_at = {"em": 0, "line": 0, "write": 1, "set": 1, "width": 1, "height": 1}
    found = []
    for file in Path(theme.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            at = role_at.get(node.func.attr)
            role = node.args[at] if at is not None and len(node.args) > at else None
            if isinstance(role, ast.Constant) and isinstance(role.value, float | int) and role.value != 100:
                found.append(f"{file.name}:{node.lineno}")
    assert found == []
