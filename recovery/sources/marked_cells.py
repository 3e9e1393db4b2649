"""Error cells and formulas without a stored value, as problems with sheet and cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.problems import Problem, Weight
from recovery.sources.characters import shortened
from recovery.sources.file_problems import file_problem
from recovery.sources.workbook import address

if TYPE_CHECKING:
    from recovery.sources.supervision import CellSheet


def problems_of_marks(file: str, sheets: list[CellSheet]) -> list[Problem]:
    """Return the problems of every sheet; on a hidden sheet they are only said."""
    found: list[Problem] = []
    unsaved = [sheet for sheet in sheets if sheet.missing_count]
    if unsaved and not any(sheet.valued for sheet in sheets):
        found.append(softened(file_problem("saved-without-values", file), hidden=all(s.hidden for s in unsaved)))
        unsaved = []
    for sheet in sheets:
        found += [softened(problem, hidden=sheet.hidden) for problem in error_cells(file, sheet)]
        if sheet in unsaved:
            found += [softened(problem, hidden=sheet.hidden) for problem in missing_values(file, sheet)]
    return found


def error_cells(file: str, sheet: CellSheet) -> list[Problem]:
    """Return one problem for each error cell listed, and one for the rest."""
    found = [
        file_problem("error-cell", file, sheet.name, address(row, column), shortened(text))
        for row, column, text in sheet.errors
    ]
    more = sheet.error_count - len(found)
    return found + ([file_problem("more-error-cells", file, sheet.name, count=more)] if more > 0 else [])


def missing_values(file: str, sheet: CellSheet) -> list[Problem]:
    """Return one problem for each formula without a value that is listed, and one for the rest."""
    found = [
        file_problem("formula-without-value", file, sheet.name, address(row, column)) for row, column in sheet.missing
    ]
    more = sheet.missing_count - len(found)
    return found + ([file_problem("more-formulas-without-value", file, sheet.name, count=more)] if more > 0 else [])


def softened(problem: Problem, *, hidden: bool) -> Problem:
    """Return the problem, only as a notice where it stands on a hidden sheet."""
    if not hidden:
        return problem
    return replace(problem, weight=Weight.NOTICE, message=f"{problem.message} The sheet is hidden.")
