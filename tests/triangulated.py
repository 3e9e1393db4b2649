"""A triangulation worked by hand, as figures: three areas, one line that is not mapped (£'000)."""

from __future__ import annotations

from decimal import Decimal

from recovery.figure import Cell, Figure, Mark
from recovery.savings.triangulation.activity_figure import COLUMNS as ACTIVITY
from recovery.savings.triangulation.figure import COLUMNS

CONFIRMED, PROPOSED = "confirmed", "proposed, not confirmed"
ROWS = (
    ("Acute", 1000, 1010, 1005, 900, 200, 600, 10, "Financial plan and Targets"),
    ("Beds", 400, 300, 200, 150, 0, None, 200, "Financial plan and Register"),
    ("Care", 100, 100, 100, 100, 50, None, 0, ""),
)
TOTAL = ("Total", 1500, 1500, 1305, 1150, 250, 600, 195, "Targets and Register")
LEFT = ("Not mapped: Estates (target area)", None, 90, None, None, None, None, None, "")
BUDGETS = (650, 5000, 5100, 100, "")


def _row(cells: tuple[object, ...], standing: str) -> tuple[Cell, ...]:
    found = []
    for value, column in zip((*cells, *BUDGETS, standing), COLUMNS, strict=True):
        found.append(Decimal(1000) * value if isinstance(value, int) and column.kind == "money" else value)
    return tuple(found)


def triangulation(standing: str = CONFIRMED, *, left: bool = True) -> Figure:
    """Three areas: one that agrees within 1 %, one that does not, one to the penny."""
    rows = [_row(row, standing) for row in ROWS]
    rows += [_row(LEFT, "not mapped")] if left else []
    rows.append(_row(TOTAL, ""))
    mark = Mark(Decimal(1_500_000), Decimal(1_600_000), "difference")
    return Figure(
        "triangulation", "Triangulation", COLUMNS, tuple(rows), ("line",) * (len(rows) - 1) + ("total",),
        {(len(rows) - 1, "budget_qipp"): mark},
    )  # fmt: skip


def reductions(removed: int | None = 80, unpriced: int | None = 30) -> Figure:
    """One measure of which the plan takes 100 out, and one that nobody removes."""
    difference = None if removed is None else removed - 100
    rows = (
        ("E.M.8", "First attendances", 100, removed, difference, 1, None, None, None, unpriced),
        ("E.M.9", "Follow-ups", 0, None, 0, None, None, None, None, None),
        ("Total", "", None, None, None, None, None, None, None, None),
    )
    cells = tuple(tuple(Decimal(one) if isinstance(one, int) else one for one in row) for row in rows)
    return Figure("activity-reductions", "Activity", ACTIVITY, cells, ("line", "line", "total"))
