"""Drop-down lists and checks of the register's sheets, for what is typed into them later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from recovery.pack.register.sheets import HEADING_ROW, Printed
from recovery.programme.configuration import Programme
from recovery.sources.register.wording import STATUSES

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ROWS_BELOW: Final = 500
"""For how many rows below the last one the drop-downs work; rows below those are read all the same."""

LONGEST_LIST: Final = 255
"""The most characters that a spreadsheet takes as a list."""

_FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    "yes_no": ("yes", "no"),
    "measure": ("plan", "actual", "forecast"),
    "direction": ("up", "down"),
    "assessment": ("quality", "equality"),
    "status": STATUSES,
}


def offer_choices(sheet: Worksheet, columns: Sequence[Printed], rows: int, programme: Programme) -> None:
    """Offer a list in every column that holds one of a few words, and ask for scores from 1 to 5."""
    own = {
        "stage": tuple(f"{stage.number} {stage.name}" for stage in programme.stages),
        "rating": tuple(rating.name for rating in programme.ratings),
    }
    for place, column in enumerate(columns, start=1):
        cells = (
            f"{get_column_letter(place)}{HEADING_ROW + 1}:{get_column_letter(place)}{HEADING_ROW + rows + ROWS_BELOW}"
        )
        choices = {**_FIXED, **own}.get(column.kind, ())
        if choices and _is_a_list(choices):
            _offer(sheet, cells, column.heading, choices)
        elif column.kind == "score":
            _ask_for_score(sheet, cells, column.heading)


def _is_a_list(choices: Sequence[str]) -> bool:
    """Return whether a spreadsheet takes the choices as one list."""
    return len(",".join(choices)) <= LONGEST_LIST and not any(mark in text for text in choices for mark in ',"')


def _offer(sheet: Worksheet, cells: str, heading: str, choices: Sequence[str]) -> None:
    rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
    _add(sheet, rule, cells, heading, f"Choose one of: {', '.join(choices)}.")


def _ask_for_score(sheet: Worksheet, cells: str, heading: str) -> None:
    rule = DataValidation(
        "whole", operator="between", formula1="1", formula2="5", allow_blank=True, showErrorMessage=True
    )
    _add(sheet, rule, cells, heading, "A whole number from 1 to 5.")


def _add(sheet: Worksheet, rule: DataValidation, cells: str, heading: str, error: str) -> None:
    rule.errorTitle, rule.error = heading[:32], error[:LONGEST_LIST]
    rule.add(cells)
    sheet.add_data_validation(rule)
