"""Opening a file under guard: whatever is in it, its cells or its problems come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.problems import Problem
from recovery.settings import Settings, settings
from recovery.sources.characters import clean_name
from recovery.sources.comma_separated import read_text
from recovery.sources.file_problems import file_problem
from recovery.sources.guard import inspect, is_readable
from recovery.sources.marked_cells import problems_of_marks
from recovery.sources.supervision import Answer, CellSheet, Refusal, read_in_children
from recovery.sources.workbook import Sheet, SourceFile, Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Inspected:
    """A file under a clean name, its kind, and what stands against it before it is read."""

    file: SourceFile
    kind: str
    problems: tuple[Problem, ...]

    @property
    def is_binary(self) -> bool:
        """Return whether it is to be read by a child process."""
        return self.kind != "csv" and is_readable(list(self.problems))


def open_workbook(file: SourceFile) -> Workbook:
    """Return one file's sheets, and everything that is wrong with it as problems."""
    (workbook,) = open_workbooks([file])
    return workbook


def open_workbooks(files: Sequence[SourceFile]) -> list[Workbook]:
    """Return each file's sheets, and everything that is wrong with it as problems; nothing in a file raises.

    A sheet that could not be read is left out.  Where a problem is an error, the sheets may be incomplete.
    """
    limits = settings()
    given = [inspected(file, limits) for file in files]
    answers = iter(read_in_children([(one.kind, one.file.content) for one in given if one.is_binary], limits))
    return [opened(one, next(answers) if one.is_binary else None, limits) for one in given]


def inspected(file: SourceFile, limits: Settings) -> Inspected:
    """Return what can be told of a file before it is read."""
    named = SourceFile(clean_name(file.name), file.content)
    kind, problems = inspect(named, limits)
    return Inspected(named, kind, tuple(problems))


def opened(given: Inspected, answer: Answer | None, limits: Settings) -> Workbook:
    """Return a file's sheets from its text or from what the child process answered."""
    file, problems = given.file, list(given.problems)
    if not is_readable(problems):
        return Workbook(file, problems=given.problems)
    sheets, found = read_text(file, limits) if answer is None else read_answer(file, answer, limits)
    problems += found
    if is_readable(problems) and not any(is_filled(sheet) for sheet in sheets):
        problems.append(file_problem("no-cells", file.name))
    return Workbook(file, tuple(sheets), tuple(problems))


def read_answer(file: SourceFile, answer: Answer, limits: Settings) -> tuple[list[Sheet], list[Problem]]:
    """Return the sheets and problems that a child process found."""
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
