"""The published month as figures, for tests of what is shown."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from recovery.figure import Column, Figure
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.programme.configuration import programmes
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.spec import published_tables as published

VIEW = View("X01", FinancialYear(2018), 3)
QIPP, EFFICIENCY = programmes()["qipp"], programmes()["efficiency"]


@cache
def engine() -> FilledEngine:
    """Return an engine over the published tables of month 3."""
    yearly = (published.financial_plan(), published.qipp_targets(), published.activity_plan())
    monthly = (published.position(), published.risks(), published.qipp_rag(), published.qipp_gateway())
    actuals = table(
        "activity-actuals",
        [
            {"code": code, "title": code, "financial_year": 2018, "month": month, "actual": actual}
            for code, months in {"E.M.7": (26000, 27000, 27113), "E.M.8": (27000, 29000, 28000)}.items()
            for month, actual in enumerate(months, start=1)
        ],
    )
    return FilledEngine(
        *(Loaded(one) for one in yearly), *(Loaded(one, 3) for one in monthly), Loaded(actuals, 3, illustrative=True)
    )


@cache
def shown(name: str, *, computed: bool = False) -> Figure:
    """Return a figure of the published month."""
    return figure(name, engine(), VIEW, computed=computed)


def with_cells(original: Figure, row: int, **cells: object) -> Figure:
    """Return a figure with other cells in one of its rows."""
    names = [column.name for column in original.columns]
    changed = dict(zip(names, original.rows[row], strict=True)) | cells
    rows = (*original.rows[:row], tuple(changed[name] for name in names), *original.rows[row + 1 :])
    return replace(original, rows=rows)


def small(rows: list[tuple[object, ...]], *columns: Column, **rest: object) -> Figure:
    """Return a figure of a few rows, all of them lines."""
    return Figure("small", "Small", columns, tuple(rows), ("line",) * len(rows), **rest)  # type: ignore[arg-type]
