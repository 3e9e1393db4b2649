"""The template workbook: a read-me sheet, then one sheet to fill in for each input table, all from the definitions."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from recovery.money import Unit
from recovery.pack.cells import QUIET, STRONG, TITLE, write_heading, write_text
from recovery.pack.headings import heading_of
from recovery.pack.read_me import write_read_me
from recovery.period import MONTHS_IN_YEAR, FinancialYear
from recovery.reference import choices, rags, stages
from recovery.sources.definitions import Dataset, Field, datasets
from recovery.sources.vocabularies import OTHERS

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

HEADER_ROW: Final = 5
LAST_ROW: Final = 5000
"""The last row in which drop-downs and number checks work; rows below it are read all the same."""

_FORMATS: Final = {
    "money": "#,##0;(#,##0);0",
    "count": "#,##0",
    "percent": "0.0%",
    "month": "0",
    "text": "@",
    "code": "@",
    "year": "@",
    "choice": "@",
    "date": "dd/mm/yyyy",
}
_WIDTHS: Final = {"text": 34, "code": 14, "stage": 14, "rag": 10, "month": 10, "year": 12, "choice": 18, "date": 12}
_NUMBER_WIDTH: Final = 14


def write_template(path: Path, year: FinancialYear | None = None) -> None:
    """Write the template workbook, its headings in the words of one financial year if that is given."""
    path.write_bytes(template(year))


def template(year: FinancialYear | None = None) -> bytes:
    """Return the template workbook, its headings in the words of one financial year if that is given."""
    workbook = Workbook()
    write_read_me(workbook.worksheets[0], year)
    for dataset in datasets().values():
        _write_sheet(workbook.create_sheet(dataset.title), dataset, year)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def _write_sheet(sheet: Worksheet, dataset: Dataset, year: FinancialYear | None) -> None:
    write_text(sheet.cell(1, 1), f"{dataset.title} {year or ''}".strip(), TITLE)
    write_text(sheet.cell(3, 1), f"{dataset.about} Columns marked * are needed.", QUIET)
    for number, field in enumerate(dataset.fields, start=1):
        write_heading(sheet.cell(HEADER_ROW, number), heading_of(field, year), field.about, required=field.required)
        _set_column(sheet, get_column_letter(number), field)
    if any(field.kind == "money" for field in dataset.fields):
        _write_unit(sheet)
    _set_page(sheet, dataset)


def _write_unit(sheet: Worksheet) -> None:
    """Write the unit of all money on the sheet as one cell with a drop-down."""
    units = [f"Money in {unit.symbol}" for unit in Unit]
    write_text(sheet.cell(2, 1), f"Money in {Unit.THOUSANDS.symbol}", STRONG)
    _offer(sheet, "A2", units, "The unit of every amount here")


def _set_column(sheet: Worksheet, letter: str, field: Field) -> None:
    column = sheet.column_dimensions[letter]
    column.width = _WIDTHS.get(field.kind, _NUMBER_WIDTH)
    column.number_format = _FORMATS.get(field.kind, "General")
    cells = f"{letter}{HEADER_ROW + 1}:{letter}{LAST_ROW}"
    if field.kind == "stage":
        _offer(sheet, cells, [stage.name for stage in stages()], "The gateway stage")
    elif field.kind == "rag":
        _offer(sheet, cells, [rag.name for rag in rags()], "The RAG rating")
    elif field.kind == "choice":
        _offer(sheet, cells, [choice for choice in choices(field.choices) if choice != OTHERS], field.heading)
    elif field.kind == "month":
        _ask_for_month(sheet, cells)


def _offer(sheet: Worksheet, cells: str, offered: list[str], title: str) -> None:
    """Offer a drop-down list."""
    rule = DataValidation("list", formula1=f'"{",".join(offered)}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = title[:32], f"Choose one of: {', '.join(offered)}."
    rule.add(cells)
    sheet.add_data_validation(rule)


def _ask_for_month(sheet: Worksheet, cells: str) -> None:
    rule = DataValidation(
        "whole", operator="between", formula1="1", formula2=str(MONTHS_IN_YEAR), allow_blank=True, showErrorMessage=True
    )
    rule.errorTitle, rule.error = "Month of the financial year", "A whole number from 1 (April) to 12 (March)."
    rule.add(cells)
    sheet.add_data_validation(rule)


def _set_page(sheet: Worksheet, dataset: Dataset) -> None:
    first_number = next((place for place, field in enumerate(dataset.fields) if field.is_number), 1)
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, min(first_number, 2) + 1)
    sheet.row_dimensions[HEADER_ROW].height = 48
    sheet.sheet_view.zoomScale = 90
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = dataset.title, "&P of &N"
