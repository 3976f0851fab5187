"""Tables as files for a spreadsheet: CSV that no spreadsheet takes for formulas, and one workbook."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from unicodedata import category

from xlsxwriter import Workbook

from game.classroom.tables import Cell, Table
from game.format.showing import shown

BOM: Final = "\ufeff"
"""By it a spreadsheet knows that the letters are UTF-8, also where it would guess otherwise."""

FORMULA: Final = frozenset("=+-@＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula."""

NO_TIME: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""The date in a workbook, so that it does not tell when it was made."""

NARROW: Final = 9
WIDE: Final = 60


def to_csv(table: Table) -> bytes:
    """One table as CSV after RFC 4180, UTF-8 with its mark."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in table.head])
    for row in table.rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return (BOM + written.getvalue()).encode()


def harmless(text: str) -> str:
    """A text on one line that no spreadsheet computes; a mark before it, or within it, where one might.

    Within: the spreadsheets of many countries begin a new cell at a semicolon, whatever stands around it.
    """
    line = " ".join(shown(text).splitlines()).replace("\t", " ")
    line = _WITHIN.sub(r"\1'", line)
    seen = next((char for char in line if category(char)[0] not in "CZ"), "")
    return f"'{line}" if seen in FORMULA and seen else line


_SIGNS: Final = re.escape("".join(sorted(FORMULA)))
_WITHIN: Final = re.compile(rf"([;|][^\w;|{_SIGNS}]*)(?=[{_SIGNS}])")


def to_workbook(tables: Sequence[Table]) -> bytes:
    """All tables as one workbook, a sheet each; every text is text there, whatever it begins with."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": NO_TIME.replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(_sheet_name(table.name))
            for column, name in enumerate(table.head):
                sheet.write_string(0, column, name, bold)
                sheet.set_column(column, column, _width(table, column))
            for number, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str) and cell:
                        sheet.write_string(number, column, cell, plain)
                    elif isinstance(cell, int | float):
                        sheet.write_number(number, column, cell, plain)
            sheet.freeze_panes(1, 0)
            if table.rows:
                sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
    return content.getvalue()


def _sheet_name(name: str) -> str:
    """A name as a sheet may have it."""
    return "".join(" " if char in "[]:*?/\\" else char for char in name)[:31]


LOOKED_AT: Final = 200
"""Rows whose widest cell sets the width of a column."""


def _width(table: Table, column: int) -> int:
    widest = max((_cells(row[column]) for row in table.rows[:LOOKED_AT]), default=0)
    return min(max(widest + 2, NARROW, _cells(table.head[column]) // 2), WIDE)


def _cells(cell: Cell) -> int:
    """Roughly how wide a cell is drawn: a Japanese letter is two wide."""
    text = "" if cell is None else str(cell)
    return sum(2 if char > "\u2e7f" else 1 for char in text)
