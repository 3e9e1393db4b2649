"""One sheet of the register: its title, the mark by which it is known again, headings, rows, drop-downs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from recovery.pack.cells import QUIET, STRONG, TITLE, write_heading, write_text
from recovery.pack.register.rows import Content, Row
from recovery.sources.dates import FIRST_WRITABLE
from recovery.sources.register.figures import fits_a_cell
from recovery.sources.register.texts import cell_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROW: Final = 5
FORMATS: Final = {
    "money": "#,##0.00;(#,##0.00);0.00",
    "number": "General",
    "count": "#,##0",
    "whole": "0",
    "score": "0",
    "date": "dd/mm/yyyy",
    "moment": "dd/mm/yyyy hh:mm",
    "percent": "0.0",
}
TEXT_FORMAT: Final = "@"


@dataclass(frozen=True)
class Printed:
    """A column as it is printed: one of the definition's, or one of its twelve months."""

    name: str
    heading: str
    kind: str
    about: str
    width: int
    month: int = 0
    required: bool = False


def begin(sheet: Worksheet, title: str, mark: str, about: str, notice: str = "") -> None:
    """Write what stands above the headings."""
    write_text(sheet.cell(1, 1), title, TITLE)
    write_text(sheet.cell(2, 1), mark, QUIET)
    write_text(sheet.cell(3, 1), about, QUIET)
    if notice:
        write_text(sheet.cell(4, 1), notice, STRONG)


def write_table(sheet: Worksheet, columns: Sequence[Printed], rows: Iterable[Row], frozen: int) -> int:
    """Write headings and rows, with filters, widths and a frozen heading; return the number of rows."""
    for place, column in enumerate(columns, start=1):
        write_heading(sheet.cell(HEADING_ROW, place), column.heading, column.about, required=column.required)
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = column.width
        dimension.number_format = FORMATS.get(column.kind, TEXT_FORMAT)
    count = 0
    for count, row in enumerate(rows, start=1):
        for place, column in enumerate(columns, start=1):
            write_content(sheet.cell(HEADING_ROW + count, place), content_of(row, column), column.kind)
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, frozen + 1)
    last = f"{get_column_letter(len(columns))}{HEADING_ROW + max(count, 1)}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{last}"
    _set_page(sheet)
    return count


def content_of(row: Row, column: Printed) -> Content:
    """Return what a row has for a column."""
    found = row.get(column.name)
    if isinstance(found, Mapping):
        return found.get(column.month)
    return found


def write_content(cell: Cell, content: Content, kind: str) -> None:
    """Write one cell: numbers and dates as such, all else as text; nothing for what is empty."""
    if content is None or content == "":
        return
    if isinstance(content, bool):
        content = "yes" if content else "no"
    if isinstance(content, str):
        write_text(cell, cell_text(content), wrap=kind == "note")
        return
    if isinstance(content, Decimal) and not fits_a_cell(content):
        write_text(cell, f"{content:f}")
        return
    if (
        isinstance(content, dt.date)
        and (content if not isinstance(content, dt.datetime) else content.date()) < FIRST_WRITABLE
    ):
        write_text(cell, content.isoformat())
        return
    cell.value = Decimal(f"{content:f}") if isinstance(content, Decimal) else content
    cell.number_format = FORMATS.get(kind, "General")
    cell.alignment = Alignment(vertical="top")


def _set_page(sheet: Worksheet) -> None:
    sheet.row_dimensions[HEADING_ROW].height = 34
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = sheet.title, "&P of &N"
