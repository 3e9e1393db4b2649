"""The risk register beside other tables: the lines and schemes it names, and the published summary of risks."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.checks.between import against, figure
from recovery.checks.comparing import unchecked
from recovery.checks.grid import Grid, grid_of
from recovery.checks.labels import place_of
from recovery.checks.register import Amount
from recovery.checks.risk_register import OVER, REGISTER
from recovery.checks.risk_values import expected, gross, held, value_cell
from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from recovery.findings import Finding
    from recovery.sources.table import Table

LINKS, SUMMARY = "risk register's links", "risk register against summary"
VALUES: Final = ("gross_value", "likely_value", "in_forecast")
"""Columns whose rounding tells that of the register's sums."""


def register_links(tables: Mapping[str, Table]) -> list[Finding]:
    """Check that the lines and schemes that the risk register names are in the position and the scheme register."""
    if REGISTER not in tables:
        return []
    grid = grid_of(tables[REGISTER])
    lines, refs = _names(tables.get("position"), "line"), _names(tables.get("schemes"), "ref")
    return [
        *_unknown(grid, "line", lines, _is_line, "The position has no line"),
        *_unknown(grid, "scheme_ref", refs, _is_ref, "The scheme register has no scheme"),
    ]


def _names(table: Table | None, field: str) -> list[str] | None:
    """Return what a table calls its lines; None without a table."""
    if table is None:
        return None
    rows = grid_of(table)
    return [rows.texts(field)[int(row)] for row in np.flatnonzero(rows.where("kind", "line"))]


def _is_line(name: str, labels: Sequence[str]) -> bool:
    return place_of(name, labels) is not None


def _is_ref(name: str, refs: Sequence[str]) -> bool:
    return name_key(name) in map(name_key, refs)


def _unknown(
    grid: Grid, field: str, known: Sequence[str] | None, is_one: Callable[[str, Sequence[str]], bool], words: str
) -> list[Finding]:
    if known is None:
        return []
    return [
        unchecked(value_cell(grid, row)._replace(field=field, row_order=None), LINKS, f"{words} '{name}'")
        for row, name in enumerate(grid.texts(field))
        if name and not is_one(name, known)
    ]


def register_against_summary(tables: Mapping[str, Table]) -> list[Finding]:
    """Check the summary of risks, in total, against what the rows of the risk register come to."""
    if not {REGISTER, "risks"} <= tables.keys():
        return []
    summary, register = grid_of(tables["risks"]), grid_of(tables[REGISTER])
    found: list[Finding] = []
    for field, amount in _register_totals(register).items():
        if field in summary.amounts:
            printed, others = _summary_total(summary, field)
            cell = figure(summary.table, "Risks and contingency", field, printed)
            given = Amount(amount.value, amount.parts, amount.step + others)
            found += against(summary.table, cell, SUMMARY, given, "the rows of the risk register add to")
    return found


def _summary_total(grid: Grid, field: str) -> tuple[int, int]:
    """Return what the risks and the contingency come to, and the rounding of all but one of them."""
    column = grid.amounts[field]
    rows = grid.where("kind", "line", "contingency") & column.printed
    return int(column.values[rows].sum()), max(int(rows.sum()) - 1, 0) * column.rounding


def _register_totals(grid: Grid) -> dict[str, Amount]:
    """Return gross risk, what is left after mitigation, and what the forecast holds."""
    rows = [int(row) for row in np.flatnonzero(grid.where("kind", "line"))]
    risks = [row for row in rows if grid.texts("type")[row] != "Mitigation" and grid.texts("state")[row] != "Closed"]
    left = [row for row in rows if grid.texts("state")[row] not in OVER]
    step = max((grid.amounts[name].rounding for name in VALUES if name in grid.amounts), default=0)
    return {
        "total_risk": _amount([gross(grid, row) or Fraction(0) for row in risks], step),
        "mitigated_risk": _amount([expected(grid, row) for row in left], step),
        "in_forecast": _amount([held(grid, row) for row in rows], step),
    }


def _amount(values: list[Fraction], step: int) -> Amount:
    return Amount(round(sum(values)), len(values), len(values) * step)
