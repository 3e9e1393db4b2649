"""The template's first sheet: how to fill in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.pack.cells import STRONG, TITLE, write_heading, write_text
from recovery.reference import rags, stages
from recovery.sources.definitions import Dataset, datasets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from recovery.period import FinancialYear

HOW_TO: Final = (
    "Fill in the sheets for which there are figures; leave the others as they are, or delete them.",
    "Columns marked * are needed. The order of columns does not matter; columns of your own are not read.",
    "Each heading has a comment that says what belongs below it.",
    "Money: choose £, £'000 or £m in the cell below the sheet's title; it holds for all but columns that state theirs.",
    "Sign: favourable is positive; an overspend, a deficit and a risk are negative.",
    "A variance is budget less actual for spend, and actual less budget for income.",
    "Nil: leave the cell blank. Brackets and a minus sign both mean negative.",
    "Totals, sub-totals and a net row may stand in a table; they are re-added, and any difference is said.",
    "Months: a whole number, 1 for April to 12 for March.",
    "Save with calculated values: a formula without a stored value cannot be read.",
)
REPORTED: Final = {"month": "Every month", "year": "Once a year, and again when it changes", "rows": "Any months"}
_WIDTHS: Final = (30, 64, 30, 44)


def write_read_me(sheet: Worksheet, year: FinancialYear | None) -> None:
    """Write how to fill in the workbook, and one row for each sheet."""
    sheet.title = "Read me"
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    write_text(sheet.cell(1, 1), f"Workbook for the month-end tables {year or ''}".strip(), TITLE)
    row = _write_list(sheet, 3, "How to fill it in", HOW_TO)
    row = _write_datasets(sheet, row + 1)
    names = [f"{stage.number} {stage.name}" for stage in stages()]
    row = _write_list(sheet, row + 1, "Gateway stages (by number or by name)", names)
    _write_list(sheet, row + 1, "RAG ratings", [rag.name for rag in rags()])
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_list(sheet: Worksheet, row: int, title: str, texts: Sequence[str]) -> int:
    """Write a title and a line for each text; return the next free row."""
    write_text(sheet.cell(row, 1), title, STRONG)
    for number, text in enumerate(texts, start=row + 1):
        write_text(sheet.cell(number, 1), text)
    return row + len(texts) + 1


def _write_datasets(sheet: Worksheet, row: int) -> int:
    """Write one row for each sheet to fill in; return the next free row."""
    for column, heading in enumerate(("Sheet", "What stands on it", "When", "Needed columns"), start=1):
        write_heading(sheet.cell(row, column), heading, "")
    for number, dataset in enumerate(datasets().values(), start=row + 1):
        texts = (dataset.title, dataset.about, REPORTED[dataset.period], _needed(dataset))
        for column, text in enumerate(texts, start=1):
            write_text(sheet.cell(number, column), text, wrap=True)
        sheet.cell(number, 1).hyperlink = f"#'{dataset.title}'!A1"
    return row + len(datasets()) + 1


def _needed(dataset: Dataset) -> str:
    """Return the headings of the columns that a dataset cannot do without."""
    names = [field.heading.replace("{year} ", "").replace("{prior} ", "") for field in dataset.fields if field.required]
    few = 8
    return ", ".join(names) if len(names) <= few else f"{', '.join(names[:2])} and {len(names) - 2} more, marked *"
