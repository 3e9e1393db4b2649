"""Which month each table of a load is of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.period import MONTHS_IN_YEAR
from recovery.problems import Problem, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.sources.table import Table

NEED_MONTH: Final = frozenset({"position"})
"""The datasets that mean nothing without a month: their figures are of the year to date."""


def with_months(tables: Iterable[Table], month: int | None) -> tuple[Table, ...]:
    """Give tables their month: the load's own, else the one stated, else for monthly data the only one in its file."""
    tables = tuple(tables)
    if month is not None:
        return tuple(replace(table, month=month) for table in tables)
    stated: dict[str, set[int]] = defaultdict(set)
    for table in tables:
        stated[table.file] |= {table.month} if table.month is not None else set()
    return tuple(
        replace(table, month=next(iter(stated[table.file])))
        if table.month is None and table.definition.period == "month" and len(stated[table.file]) == 1
        else table
        for table in tables
    )


def missing_months(tables: Iterable[Table], problems: Iterable[Problem]) -> list[Problem]:
    """Return a question for each table that needs a month and has none, unless the reading asks it already."""
    asked = {(problem.file, problem.sheet) for problem in problems if problem.option == "month"}
    return [
        _which_month(table)
        for table in tables
        if table.dataset in NEED_MONTH and table.month is None and (table.file, table.sheet) not in asked
    ]


def _which_month(table: Table) -> Problem:
    return Problem(
        rule="month-not-stated",
        message=f"The {table.definition.title.lower()} does not say which month it is of.",
        to_do="Say which month it is: 1 is April, 12 is March.",
        file=table.file,
        sheet=table.sheet,
        dataset=table.dataset,
        weight=Weight.QUESTION,
        option="month",
        choices=tuple(str(month) for month in range(1, MONTHS_IN_YEAR + 1)),
    )


def other_months(tables: Iterable[Table], month: int | None) -> list[Problem]:
    """Return a notice for each monthly table that states another month than the one it is loaded for."""
    return [
        Problem(
            rule="other-month-stated",
            message=f"The {table.definition.title.lower()} says month {table.month} and is loaded as month {month}.",
            to_do=f"Load it as month {table.month} if that is what it is.",
            file=table.file,
            sheet=table.sheet,
            dataset=table.dataset,
            weight=Weight.NOTICE,
        )
        for table in tables
        if None not in (month, table.month) and month != table.month and table.definition.period == "month"
    ]
