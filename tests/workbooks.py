"""Makers of small workbooks for the tests: `{sheet name: rows}` in, the bytes of a file out.

A cell is text, a number, True or False, a date, or None for blank.  Rows may differ in length.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from pyxlsbwriter import XlsbWriter

from recovery.sources.workbook import CellValue, SourceFile

Rows = Sequence[Sequence[CellValue]]
Sheets = Mapping[str, Rows]
Merged = Mapping[str, Sequence[str]]

NOTHING_MERGED: Final[Merged] = {}
PLAIN_WORKBOOK: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_WORKBOOK: Final = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def xlsx(sheets: Sheets, *, merged: Merged = NOTHING_MERGED, hidden: Collection[str] = ()) -> bytes:
    """Return an .xlsx; `merged` maps a sheet's name to ranges such as B3:D3.

    A text that begins with = is written as a formula without a stored value.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in merged.get(name, ()):
            sheet.merge_cells(area)
        if name in hidden:
            sheet.sheet_state = "hidden"
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def xlsm(
    sheets: Sheets, *, merged: Merged = NOTHING_MERGED, hidden: Collection[str] = (), macros: bool = True
) -> bytes:
    """Return an .xlsm, by default with a macro project inside."""
    plain = xlsx(sheets, merged=merged, hidden=hidden)
    changed = with_member(plain, "[Content_Types].xml", lambda part: part.replace(PLAIN_WORKBOOK, MACRO_WORKBOOK))
    return with_member(changed, "xl/vbaProject.bin", lambda _: b"a macro project") if macros else changed


def xls(sheets: Sheets, *, merged: Merged = NOTHING_MERGED, hidden: Collection[str] = ()) -> bytes:
    """Return an .xls."""
    workbook = xlwt.Workbook()
    date_style = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for name, rows in sheets.items():
        sheet = workbook.add_sheet(name, cell_overwrite_ok=True)
        for row_number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, dt.date):
                    sheet.write(row_number, column, value, date_style)
                elif value is not None:
                    sheet.write(row_number, column, value)
        for first_row, first_column, last_row, last_column in map(corners, merged.get(name, ())):
            sheet.merge(first_row, last_row, first_column, last_column)
        sheet.visibility = int(name in hidden)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def xlsb(sheets: Sheets, *, hidden: Collection[str] = ()) -> bytes:
    """Return an .xlsb."""
    target = io.BytesIO()
    with XlsbWriter(target) as writer:
        for name, rows in sheets.items():
            width = max((len(row) for row in rows), default=0)
            writer.add_sheet(name, hidden=name in hidden)
            writer.write_sheet([[*row, *[None] * (width - len(row))] for row in rows])
    return target.getvalue()


def ods(sheets: Sheets, *, merged: Merged = NOTHING_MERGED, hidden: Collection[str] = ()) -> bytes:
    """Return an .ods."""
    document = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(unseen)
    for name, rows in sheets.items():
        table = Table(name=name, **({"stylename": unseen} if name in hidden else {}))
        spans = {area[:2]: area for area in map(corners, merged.get(name, ()))}
        for row_number, row in enumerate(rows):
            table.addElement(ods_row(row_number, row, spans))
        document.spreadsheet.addElement(table)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def ods_row(
    row_number: int, row: Sequence[CellValue], spans: Mapping[tuple[int, int], tuple[int, int, int, int]]
) -> TableRow:
    """Return a row of an .ods table."""
    made = TableRow()
    covered = 0
    for column, value in enumerate(row):
        span = spans.get((row_number, column))
        if covered:
            made.addElement(CoveredTableCell())
            covered -= 1
            continue
        made.addElement(ods_cell(value, span))
        covered = span[3] - span[1] if span else 0
    return made


def ods_cell(value: CellValue, span: tuple[int, int, int, int] | None = None) -> TableCell:
    """Return a cell of an .ods table."""
    options: dict[str, Any] = {}
    if span:
        options = {"numberrowsspanned": span[2] - span[0] + 1, "numbercolumnsspanned": span[3] - span[1] + 1}
    if isinstance(value, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(value).lower(), **options)
    if isinstance(value, dt.date):
        return TableCell(valuetype="date", datevalue=value.isoformat(), **options)
    if isinstance(value, int | float):
        return TableCell(valuetype="float", value=repr(value), **options)
    cell = TableCell(**options) if value is None else TableCell(valuetype="string", stringvalue=value, **options)
    if value is not None:
        cell.addElement(P(text=value))
    return cell


def comma_separated(rows: Rows, *, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """Return a .csv; blank cells are empty fields."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return target.getvalue().encode(encoding)


MAKERS: Final[Mapping[str, Callable[[Sheets], bytes]]] = {
    "xlsx": xlsx,
    "xlsm": lambda sheets: xlsm(sheets, macros=False),
    "xlsb": xlsb,
    "xls": xls,
    "ods": ods,
    "csv": lambda sheets: comma_separated(next(iter(sheets.values()))),
}
"""Each format's maker by its extension; the .csv holds the first sheet only."""


def source(name: str, sheets: Sheets) -> SourceFile:
    """Return a file in the format that its name says."""
    return SourceFile(name, MAKERS[name.rpartition(".")[2].lower()](sheets))


def with_member(archive: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a zip archive with one member changed, or added where it is not there yet (changed from nothing)."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {info.filename: old.read(info) for info in old.infolist()}
        parts[member] = change(parts.get(member, b""))
        for name, content in parts.items():
            new.writestr(name, content)
    return target.getvalue()


def corners(area: str) -> tuple[int, int, int, int]:
    """Return a range such as B3:D3 as (first row, first column, last row, last column), all from 0."""
    first, last = (position(cell) for cell in area.split(":"))
    return (*first, *last)


def position(cell: str) -> tuple[int, int]:
    """Return an address such as C7 as (row, column) from 0."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(cell[len(letters) :]) - 1, column - 1


def member(archive: bytes, name: str) -> bytes:
    """Return one member of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read(name)
