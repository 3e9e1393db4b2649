"""What is wrong with single cells of number columns, said cell by cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Final

from recovery.problems import Problem
from recovery.sources.amounts import Amounts
from recovery.sources.body import Rows
from recovery.sources.percents import neither_nor
from recovery.sources.scaling import Scaled
from recovery.sources.source import Source
from recovery.sources.words import text_of
from recovery.sources.workbook import CellValue

_LIKELIHOOD = "Write how likely it is as a percentage, such as 25%, in place of the text: a blank counts as certain."
_KEPT_BACK: Final = re.compile(r"\*+|#|<\s?\d{1,2}")
"""What publishers write in place of a small number."""


def number_problems(source: Source, kept: Rows, amounts: Mapping[str, Amounts]) -> list[Problem]:
    """Return an error for each cell of a number column that holds something else."""
    return wrong_cells(source, kept, [(source.column(name) or 0, one) for name, one in amounts.items()])


def wrong_cells(source: Source, kept: Rows, columns: Sequence[tuple[int, Amounts]]) -> list[Problem]:
    """Return an error for each cell of some columns that is no number, from top to bottom.

    In counts of what was done a figure may be kept back, as few people are behind it: that is a notice.
    """
    wrong = sorted((int(kept[row]), column) for column, one in columns for row in one.wrong)
    kept_back = [cell for cell in wrong if _is_kept_back(source, *cell)]
    problems = [_no_number(source, *cell) for cell in wrong if cell not in set(kept_back)]
    return [*problems, *([_kept_back(source, kept_back)] if kept_back else [])]


def _is_kept_back(source: Source, row: int, column: int) -> bool:
    value = source.body.cell(row, column)
    return source.dataset.period == "rows" and isinstance(value, str) and bool(_KEPT_BACK.fullmatch(value.strip()))


def _kept_back(source: Source, cells: Sequence[tuple[int, int]]) -> Problem:
    value = source.body.cell(*cells[0])
    count = "One figure is" if len(cells) == 1 else f"{len(cells)} figures are"
    message = f"{count} kept back ('{text_of(value)}'), as few people are behind it: taken as not known."
    return source.place.notice("kept-back", message, "", source.body.place(*cells[0]), value)


def _no_number(source: Source, row: int, column: int) -> Problem:
    value = source.body.cell(row, column)
    heading = source.region.headings[column].text
    where = source.body.place(row, column)
    if isinstance(value, dt.date):
        message = f"There is a date in the number column '{heading}'."
        return source.place.error(
            "date-in-number", message, "Put the number there, or clear the cell's date format.", where, value
        )
    message = f"There is text where a number belongs, in the column '{heading}'."
    advice = _LIKELIHOOD if _is_likelihood(source, column) else _advice(value)
    return source.place.error("text-in-number", message, advice, where, value)


def _is_likelihood(source: Source, column: int) -> bool:
    """Return whether a column holds likelihoods, of which a blank would be certain."""
    fields = [name for name, place in source.region.match.columns.items() if place == column]
    return any(source.dataset.field_named(name).scored for name in fields)


def _advice(value: CellValue) -> str:
    text = text_of(value).casefold()
    if text in {"n/a", "na", "none", "tbc", "tba", "x", "?"}:
        return "Put the number there, or leave the cell blank if there is none."
    if any(character.isdigit() for character in text):
        return "Write the number plainly, such as 1,234.5 or (1,234.5), and move any remark to a notes column."
    return "Put the number there, or leave the cell blank (or a dash) for nil, and move the text to a notes column."


def likelihood_problems(source: Source, kept: Rows, amounts: Mapping[str, Amounts]) -> list[Problem]:
    """Return an error for each likelihood that may be a fraction or a percentage."""
    return [
        source.place.error(
            "fraction-or-percent",
            f"In the column '{source.region.headings[column].text}', {text_of(value)} may be a fraction or per cent.",
            "Write the whole column in one way: 75% or 0.75.",
            source.body.place(int(kept[row]), column),
            value,
        )
        for name, one in amounts.items()
        if source.dataset.field_named(name).scored and (column := source.column(name)) is not None
        for row in neither_nor(one)
        if (value := source.body.cell(int(kept[row]), column)) is not None
    ]


def scaling_problems(source: Source, kept: Rows, columns: Mapping[str, Scaled]) -> list[Problem]:
    """Return what was rounded (once a column) and what is too large to be kept."""
    problems: list[Problem] = []
    for name, one in columns.items():
        column = source.column(name) or 0
        heading = source.region.headings[column].text
        if one.rounded:
            where = source.body.place(int(kept[one.rounded[0]]), column)
            count = "One figure" if len(one.rounded) == 1 else f"{len(one.rounded)} figures"
            message = f"Finer than a penny and rounded to the penny: {count.lower()} in '{heading}'."
            problems.append(source.place.notice("rounded-to-penny", message, cell=where))
        problems += [too_large(source, int(kept[row]), column) for row in one.too_large]
    return problems


def too_large(source: Source, row: int, column: int) -> Problem:
    """Return the error of a figure that is too large to be kept."""
    message = f"The figure in '{source.region.headings[column].text}' is too large to be true."
    to_do = "Check the figure and the table's unit."
    return source.place.error(
        "too-large", message, to_do, source.body.place(row, column), source.body.cell(row, column)
    )
