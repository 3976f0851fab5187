"""What is written for a class: tables read back by another library, pages complete in themselves."""

import csv
import io
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from game.classroom.class_charts import curves_svg
from game.classroom.exporting import Written, export, folders
from game.classroom.figures import ClassFigure, Outline
from game.classroom.handout import COLOURS, Paper
from game.classroom.spreadsheets import BOM, FORMULA, harmless, to_csv, to_workbook
from game.classroom.tables import Table, tables
from game.core.scenario import BANDS
from game.format.showing import shown
from game.format.words import Words
from game.screens.colours import NORMAL

EVIL = '=HYPERLINK("http://example.org";"click")'


@pytest.fixture(scope="module")
def figure(rehearsed, figure_of):
    return figure_of(rehearsed(40), free_text=True)


@pytest.fixture(scope="module")
def words(library):
    return {lang: library.words(lang) for lang in ("en", "ja")}


def rows_of(table: Table):
    text = to_csv(table).decode("utf-8")
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────


@given(st.text())
def test_no_text_becomes_a_formula(text):
    cell = harmless(text)
    seen = "".join(char for char in cell if unicodedata.category(char)[0] not in "CZ")
    assert seen[:1] not in FORMULA
    assert not set(cell) & set("\n\r\t\v\f\0\x1b\x85\u2028\u202e")
    if "'" not in text and not set(text) & set(";|"):
        assert cell.removeprefix("'").split() == shown(text).split()


@given(st.text(st.sampled_from("ab=+-@＝;|,\t\n\r\0 \"'\u200b")), st.sampled_from(",;|\t"))
def test_nor_does_a_piece_of_it_where_cells_are_parted_otherwise(text, parting):
    table = Table("t", "t", ("a", "b"), ((1, text), (text, 1), (text, text)))
    written = to_csv(table).decode().removeprefix(BOM)
    for row in csv.reader(io.StringIO(written, newline=""), delimiter=parting):
        for cell in row:
            seen = "".join(char for char in cell if unicodedata.category(char)[0] not in "CZ")
            assert seen[:1] not in FORMULA


def test_a_name_that_is_a_formula_is_text_in_every_table(figure, words):
    evil = replace(figure, seats=(replace(figure.seats[0], name=EVIL), *figure.seats[1:]))
    _, meetings, *_ = found = tables(evil, words["en"], names=True, free_text=True)
    assert rows_of(meetings)[1][1] == f"'{EVIL}"
    sheet = load_workbook(io.BytesIO(to_workbook(found)))["Meetings"]
    assert (sheet["B2"].value, sheet["B2"].data_type) == (EVIL, "s")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_csv_and_workbook_say_the_same(figure, words, lang):
    found = tables(figure, words[lang], names=False, free_text=False)
    book = load_workbook(io.BytesIO(to_workbook(found)))
    assert book.sheetnames == [table.name for table in found]
    for table in found:
        rows = [[cell.value for cell in row] for row in book[table.name].iter_rows()]
        assert rows[0] == list(table.head)
        assert [tuple(row) for row in rows[1:]] == [
            tuple(cell or None if isinstance(cell, str) else cell for cell in row) for row in table.rows
        ]
        written = rows_of(table)
        assert [len(row) for row in written] == [len(table.head)] * (1 + len(table.rows))


def test_a_workbook_does_not_tell_when_it_was_made(figure, words):
    found = tables(figure, words["en"], names=False, free_text=False)
    assert load_workbook(io.BytesIO(to_workbook(found))).properties.created.year == 1980


def test_names_and_free_text_come_only_where_they_were_asked_for(figure, words):
    whole = {seat.name for seat in figure.seats} | {seat.resolve for seat in figure.seats if seat.resolve}
    for names in (False, True):
        for free_text in (False, True):
            found = tables(figure, words["en"], names=names, free_text=free_text)
            cells = {cell for table in found for row in table.rows for cell in row}
            assert bool(cells & {seat.name for seat in figure.seats}) == names
            assert bool(cells & {seat.resolve for seat in figure.seats if seat.resolve}) == free_text
    assert whole


def test_no_time_of_day_and_no_order_of_merit(figure, words):
    _, meetings, *_ = tables(figure, words["en"], names=True, free_text=True)
    assert [row[0] for row in meetings.rows] == list(range(1, 41))
    assert not any(re.search(r"\d\d:\d\d", str(cell)) for row in meetings.rows for cell in row)


def test_of_a_small_class_there_is_only_what_it_is_about(rehearsed, figure_of, words):
    small = figure_of(rehearsed(4))
    found = tables(small, words["en"], names=True, free_text=True)
    assert [table.file for table in found] == ["about", "troubles"]


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────


class Page(HTMLParser):
    """Every tag closed in its order, and all addresses a page would fetch."""

    VOID = frozenset({"meta", "br", "img", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        self.fetched += [value for name, value in attrs if name in {"src", "href"} and value]

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_handout_is_complete_and_names_nobody(figure, words, library, lang):
    text = Paper.about(figure, words[lang], library.workshop).handout()
    page = Page(text)
    assert page.fetched == []
    assert "<script" not in text
    assert "@import" not in text
    assert "url(" not in text
    told = " ".join(page.text)
    assert not any(seat.name in told for seat in figure.seats)
    assert not any(seat.resolve in told for seat in figure.seats if seat.resolve)
    for decision in figure.decisions:
        assert decision.title in told
        assert decision.ask in told


def test_a_page_a_trainee_shows_what_they_said(figure, words, library):
    paper = Paper.about(figure, words["en"], library.workshop)
    for seat in figure.seats[:6]:
        told = " ".join(Page(paper.page(seat, names=True)).text)
        assert seat.name in told
        assert not any(other.name in told for other in figure.seats if other.name != seat.name)
        assert seat.resolve in told
        assert seat.name not in " ".join(Page(paper.page(seat, names=False)).text)
        said = [
            taken.text for each in figure.decisions for taken in each.choices if seat.number in taken.seats
        ]
        assert sum(text in told for text in said) >= 5


def test_what_a_person_wrote_is_text_on_a_page(figure, words, library):
    seat = replace(figure.seats[0], name="<b>bold</b>", resolve="<script>alert(1)</script>")
    text = Paper.about(figure, words["en"], library.workshop).page(seat, names=True)
    assert "<script" not in text
    assert "&lt;b&gt;bold&lt;/b&gt;" in text


def test_a_small_class_gets_pages_without_the_class_around_them(rehearsed, figure_of, words, library):
    small = figure_of(rehearsed(3))
    paper = Paper.about(small, words["en"], library.workshop)
    assert "not broken down" in paper.handout()
    page = paper.page(small.seats[0], names=False)
    assert 'class="own"' in page
    assert 'class="median"' not in page


def test_numbers_on_coloured_bars_can_be_read():
    def light(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    def luminance(colour: str) -> float:
        red, green, blue = (light(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert set(COLOURS) == set(BANDS)
    for pair in COLOURS.values():
        dark, bright = sorted(map(luminance, pair))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_the_bands_look_on_paper_as_they_do_before_the_projector():
    for band, (ground, letters) in COLOURS.items():
        shown = getattr(NORMAL, band), NORMAL.card if band in {"trusted", "partner"} else NORMAL.ink
        assert (ground, letters) == tuple(f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in shown)


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(-100, 100)), max_size=12),
    st.lists(st.integers(-100, 100), min_size=1, max_size=8),
)
def test_curves_stay_within_their_picture(own, balances):
    days = tuple(range(0, 30 * len(balances), 30))
    outline = Outline(days, tuple(b - 1.0 for b in balances), tuple(map(float, balances)), tuple(balances))
    drawn = curves_svg(outline, Words("en"), sorted(own, key=lambda each: each[0]))
    for points in re.findall(r'points="([^"]*)"', drawn):
        for x, y in (map(float, point.split(",")) for point in points.split()):
            assert 0 <= x <= 720
            assert 0 <= y <= 250


# ── the folder ───────────────────────────────────────────────────────────────────────────────────────


def test_a_class_is_written_into_a_new_folder(figure, library, words, tmp_path):
    done: list[tuple[int, int]] = []
    folder = tmp_path / "class"
    export([figure], folder, library, words["en"], written=Written(), progress=lambda *now: done.append(now))
    names = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert names == {
        *(f"{name}.csv" for name in ("about", "meetings", "decisions", "promises", "troubles")),
        "class.xlsx", "handout.html",
        *(f"trainees/{number:02}.html" for number in range(1, 41)),
    }  # fmt: skip
    assert done[-1] == (40, 40)
    with pytest.raises(FileExistsError):
        export([figure], folder, library, words["en"], written=Written())


def test_several_versions_are_written_side_by_side(figure, tmp_path):
    other: ClassFigure = replace(figure, hash="f" * 64)
    assert len(set(folders([figure, other], tmp_path))) == 2
    assert folders([figure], tmp_path) == (tmp_path,)


def test_a_huge_class_gets_no_page_a_trainee(figure, library, words, tmp_path, monkeypatch):
    monkeypatch.setattr("game.classroom.exporting.MOST_PAGES", 39)
    export([figure], tmp_path, library, words["en"], written=Written())
    assert not (tmp_path / "trainees").exists()
    assert (tmp_path / "handout.html").exists()
