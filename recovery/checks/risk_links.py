"""The risk register beside other tables: the lines and schemes it names, and the published summary of risks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.checks.between import against, figure
from recovery.checks.comparing import Cell, cell_of, unchecked
from recovery.checks.grid import Grid, grid_of
from recovery.checks.labels import place_of
from recovery.checks.register import Amount
from recovery.checks.risk_register import OVER, REGISTER
from recovery.names import name_key
from recovery.sources.table import SCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from recovery.findings import Finding
    from recovery.sources.table import Table

LINKS, SUMMARY = "risk register's links", "risk register against summary"
_CERTAIN: Final = 100 * 10 ** SCALES["percent"]


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
    if known is None or "gross_value" not in grid.amounts:
        return []
    return [
        unchecked(_cell(grid, row)._replace(field=field), LINKS, f"{words} '{name}'")
        for row, name in enumerate(grid.texts(field))
        if name and not is_one(name, known)
    ]


def _cell(grid: Grid, row: int) -> Cell:
    return cell_of(grid, grid.amounts["gross_value"], row)._replace(row_order=None)


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
    gross, held = _of(grid, "gross_value", risks), _of(grid, "in_forecast", rows)
    left = [row for row in rows if grid.texts("state")[row] not in OVER]
    step = grid.amounts["gross_value"].rounding if "gross_value" in grid.amounts else 0
    expected = sum(_expected(grid, row) for row in left)
    return {
        "total_risk": gross,
        "mitigated_risk": Amount(expected, len(left), len(left) * step),
        "in_forecast": held,
    }


def _of(grid: Grid, field: str, rows: list[int]) -> Amount:
    if field not in grid.amounts:
        return Amount(0, 0, 0)
    column = grid.amounts[field]
    return Amount(int(column.values[rows].sum()), len(rows), len(rows) * column.rounding)


def _expected(grid: Grid, row: int) -> int:
    """Return a row's value after its probability, to the penny; where a range is given, of its mean."""
    ranged = all(name in grid.amounts and grid.amounts[name].printed[row] for name in _RANGE)
    value = sum(int(grid.amounts[name].values[row]) for name in _RANGE) / 3 if ranged else _value(grid, row)
    chance = grid.amounts.get("probability")
    share = int(chance.values[row]) / _CERTAIN if chance is not None and chance.printed[row] else 1.0
    return round(value * share)


_RANGE: Final = ("low_value", "likely_value", "high_value")


def _value(grid: Grid, row: int) -> int:
    return int(grid.amounts["gross_value"].values[row]) if "gross_value" in grid.amounts else 0
