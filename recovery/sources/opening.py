"""Opening a file under guard: whatever is in it, its cells or its problems come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.settings import Settings, settings
from recovery.sources.characters import clean_name
from recovery.sources.comma_separated import read_text
from recovery.sources.file_problems import file_problem
from recovery.sources.guard import inspect, is_readable
from recovery.sources.marked_cells import problems_of_marks
from recovery.sources.supervision import Answer, CellSheet, Refusal, read_in_child
from recovery.sources.workbook import Sheet, SourceFile, Workbook

if TYPE_CHECKING:
    from recovery.problems import Problem


def open_workbook(file: SourceFile) -> Workbook:
    """Return the file's sheets, and everything that is wrong with it as problems; nothing in a file raises.

    A sheet that could not be read is left out.  Where a problem is an error, the sheets may be incomplete.
    """
    limits = settings()
    file = SourceFile(clean_name(file.name), file.content)
    kind, problems = inspect(file, limits)
    if not is_readable(problems):
        return Workbook(file, problems=tuple(problems))
    sheets, found = read_text(file, limits) if kind == "csv" else read_binary(file, kind, limits)
    problems += found
    if is_readable(problems) and not any(is_filled(sheet) for sheet in sheets):
        problems.append(file_problem("no-cells", file.name))
    return Workbook(file, tuple(sheets), tuple(problems))


def read_binary(file: SourceFile, kind: str, limits: Settings) -> tuple[list[Sheet], list[Problem]]:
    """Return the sheets and problems that a child process finds."""
    answer = read_in_child(kind, file.content, limits)
    problems = [problem_of(refusal, file.name, limits) for refusal in named_first(answer.refusals)]
    if any(sheet.kind == "macros" for sheet in answer.sheets):
        problems.append(file_problem("macros", file.name))
    problems += problems_of_marks(file.name, answer.sheets)
    whole = read_whole(answer)
    names = [sheet.name for sheet in whole]
    twice = {name for name in names if names.count(name) > 1}  # no program writes that, and a cell could not be traced
    problems += [file_problem("file-damaged", file.name, name) for name in sorted(twice)]
    return [as_sheet(sheet) for sheet in whole if sheet.name not in twice], problems


def named_first(refusals: list[Refusal]) -> list[Refusal]:
    """Return each refusal once, and without those of the whole file that one of its sheets explains."""
    explained = {refusal.rule for refusal in refusals if refusal.sheet}
    return list(dict.fromkeys(refusal for refusal in refusals if refusal.sheet or refusal.rule not in explained))


def read_whole(answer: Answer) -> list[CellSheet]:
    """Return the sheets with cells that were read to their end."""
    refused = {refusal.sheet for refusal in answer.refusals if refusal.sheet}
    return [sheet for sheet in answer.sheets if sheet.kind == "cells" and sheet.name not in refused]


def as_sheet(sheet: CellSheet) -> Sheet:
    """Return a sheet as the rest of the house knows it; a cell that shows an error is blank, whatever is stored."""
    for row, column, _ in sheet.errors:
        if row < len(sheet.rows) and column < len(sheet.rows[row]):
            sheet.rows[row][column] = None
    return Sheet(sheet.name, sheet.rows, sheet.hidden, tuple(sheet.merged))


def problem_of(refusal: Refusal, file: str, limits: Settings) -> Problem:
    """Return the problem for why the child did not read the file or a sheet."""
    limit = {
        "too-many-sheets": limits.maximum_sheets,
        "too-many-rows": limits.maximum_rows,
        "too-many-cells": limits.maximum_cells,
        "too-much-time": limits.reader_seconds,
    }.get(refusal.rule, 0)
    return file_problem(refusal.rule, file, refusal.sheet, count=refusal.count, limit=limit)


def is_filled(sheet: Sheet) -> bool:
    """Return whether any cell of the sheet is filled."""
    return any(cell is not None for row in sheet.rows for cell in row)
