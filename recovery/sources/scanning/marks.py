"""The marks that a scan leaves on one sheet."""

from __future__ import annotations

MOST_LISTED = 50


class Marks:
    """Error cells and formulas without a stored value of one sheet, counted, and the first of them listed.

    Rows and columns count from 0.  `valued` counts the formulas that have a stored value, or is 1 for "some";
    `unlikely` those of them whose value is what a program stores that cannot calculate.
    """

    __slots__ = ("error_count", "errors", "merged", "missing", "missing_count", "unlikely", "valued")

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.errors: list[tuple[int, int, str]] = []
        self.error_count = 0
        self.missing: list[tuple[int, int]] = []
        self.missing_count = 0
        self.valued = 0
        self.unlikely = 0
        self.merged: list[tuple[int, int, int, int]] = []

    def add_error(self, row: int, column: int, text: str) -> None:
        """Note a cell that shows an error."""
        self.error_count += 1
        if len(self.errors) < MOST_LISTED:
            self.errors.append((row, column, text))

    def add_missing(self, row: int, column: int) -> None:
        """Note a formula without a stored value."""
        self.missing_count += 1
        if len(self.missing) < MOST_LISTED:
            self.missing.append((row, column))

    def as_message(self) -> tuple[object, ...]:
        """Return all that is noted, in the order in which the child says it."""
        return self.errors, self.error_count, self.missing, self.missing_count, self.valued, self.merged


def without_unlikely(sheets: list[Marks]) -> list[Marks]:
    """Return the marks; where no formula of the workbook has another value than an unlikely one, it has none."""
    if sum(marks.valued for marks in sheets) == sum(marks.unlikely for marks in sheets):
        for marks in sheets:
            marks.missing_count += marks.unlikely
            marks.valued = 0
    return sheets


ERROR_TEXTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Excel's errors by their code in the binary formats."""


def error_text(code: int) -> str:
    """Return how an error is shown."""
    return ERROR_TEXTS.get(code, "#ERROR!")
