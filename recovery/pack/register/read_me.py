"""The register's first sheet: what stands where, and what happens when it is brought back in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from recovery.pack.cells import QUIET, STRONG, TITLE, write_heading, write_text
from recovery.programme.configuration import Programme
from recovery.sources.register.columns import layouts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HOW_TO: Final = (
    "Change what is to change on the sheets named below, save, and bring the workbook back in: page Register, Import.",
    "Before anything is written you are shown what would change.",
    "The reference ties the sheets together. A reference that the register does not know begins a new scheme.",
    "A blank cell empties what stood there. A column that is taken out leaves it as it is; so does a sheet.",
    "A row taken out of Milestones, KPIs, Risks, Assessments, Activity or Profiles takes that entry away.",
    "A scheme taken out of every sheet is left as it is: schemes are withdrawn in the application.",
    "Stage and status are not changed by bringing the workbook in: the gateways move schemes.",
    "Columns and rows may be put in another order. Columns and sheets of your own are not read.",
    "Money is in pounds and pence; a saving is positive. Months run from April to March.",
    "Approvals, Conditions and History are for reading only.",
)
_WIDTHS: Final = (26, 90)


def write_read_me(sheet: Worksheet, programme: Programme, mark: str, notice: str) -> None:
    """Write what the workbook is and how it is used."""
    sheet.title = "Read me"
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    write_text(sheet.cell(1, 1), f"{programme.title}: scheme register", TITLE)
    write_text(sheet.cell(2, 1), mark, QUIET)
    if notice:
        write_text(sheet.cell(3, 1), notice, STRONG)
    row = _write_list(sheet, 5, "How to use it", HOW_TO)
    row = _write_sheets(sheet, row + 1)
    row = _write_list(sheet, row + 1, "Stages", [f"{stage.number} {stage.name}" for stage in programme.stages])
    _write_list(sheet, row + 1, "Ratings", [rating.name for rating in programme.ratings])
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_sheets(sheet: Worksheet, row: int) -> int:
    """Write what each sheet holds; return the next free row."""
    for column, heading in enumerate(("Sheet", "What stands on it"), start=1):
        write_heading(sheet.cell(row, column), heading, "")
    for number, layout in enumerate(layouts(), start=row + 1):
        write_text(sheet.cell(number, 1), layout.title)
        write_text(sheet.cell(number, 2), layout.about)
        sheet.cell(number, 1).hyperlink = f"#'{layout.title}'!A1"
    return row + len(layouts()) + 1


def _write_list(sheet: Worksheet, row: int, title: str, texts: Sequence[str]) -> int:
    """Write a title and beside it a line for each text; return the next free row."""
    write_text(sheet.cell(row, 1), title, STRONG)
    for number, text in enumerate(texts, start=row):
        write_text(sheet.cell(number, 2), text, wrap=True)
    return row + len(texts) + 1
