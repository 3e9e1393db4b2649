"""Positions that add up by construction, and a plain reading of what does not add up in one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from recovery.sources.table import Table

FIGURES = ("ytd_budget", "ytd_actual", "ytd_variance", "annual_budget", "forecast_outturn", "forecast_variance")
SUMS = (("ytd_variance", "ytd_budget", "ytd_actual"), ("forecast_variance", "annual_budget", "forecast_outturn"))
AMOUNTS = st.integers(-(10**6), 10**6)


@st.composite
def positions(draw: st.DrawFn) -> list[dict[str, object]]:
    """Return the rows of a position with income, two blocks of spend with sub-totals, a total and a net row."""
    income = [_line(f"I{number}", "income", draw(_four())) for number in range(draw(st.integers(1, 3)))]
    blocks = [
        [_line(f"S{block}{n}", "expenditure", draw(_four())) for n in range(draw(st.integers(1, 4)))]
        for block in (1, 2)
    ]
    rows: list[dict[str, object]] = list(income)
    for number, block in enumerate(blocks):
        start = len(rows)
        rows += block
        rows.append(_total(f"Sub-total {number}", block, start, len(rows) - 1))
    spend = [line for block in blocks for line in block]
    rows.append(_total("Total spend", spend, 0, len(rows) - 1))
    net = {name: _sum(income, name) + (1 if "variance" in name else -1) * _sum(spend, name) for name in FIGURES}
    return [*rows, {"line": "Net", "kind": "net", **net}]


def _four() -> st.SearchStrategy[tuple[int, int, int, int]]:
    return st.tuples(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)


def _line(name: str, flow: str, amounts: tuple[int, int, int, int]) -> dict[str, object]:
    budget, actual, annual, forecast = amounts
    sign = -1 if flow == "income" else 1
    values = (budget, actual, sign * (budget - actual), annual, forecast, sign * (annual - forecast))
    return {"line": name, "flow": flow, **dict(zip(FIGURES, values, strict=True))}


def _total(name: str, lines: list[dict[str, object]], first: int, last: int) -> dict[str, object]:
    sums = {field: _sum(lines, field) for field in FIGURES}
    return {"line": name, "kind": "total", "flow": "expenditure", "parts": (first, last), **sums}


def _sum(lines: list[dict[str, object]], field: str) -> int:
    return sum(int(str(line[field])) for line in lines)


Verdict = tuple[int, str, str, str]
"""Row, column, check and severity."""


def plainly(table: Table) -> set[Verdict]:
    """Return what does not add up in a position, row by row in plain Python."""
    rows = table.rows.to_pylist()
    found: set[Verdict] = set()
    for row in rows:
        turned = row["flow"] == "income" or row["kind"] == "net"
        for target, budget, actual in SUMS:
            parts = [row[budget], row[actual]]
            computed = (-1 if turned else 1) * ((parts[0] or 0) - (parts[1] or 0))
            found |= _verdict(table, row, target, "variance against its parts", (computed, parts))
        for field in FIGURES:
            if row["kind"] == "total":
                own = [line for line in rows if line["kind"] == "line" and line["flow"] == row["flow"]]
                parts = [line[field] for line in own if row["parts_from"] <= line["row_order"] <= row["parts_to"]]
                found |= _verdict(table, row, field, "columns down", (sum(part or 0 for part in parts), parts))
            if row["kind"] == "net":
                sign = 1 if "variance" in field else -1
                own = [
                    (1 if line["flow"] == "income" else sign, line[field]) for line in rows if line["kind"] == "line"
                ]
                computed = sum(factor * (part or 0) for factor, part in own)
                found |= _verdict(table, row, field, "columns down", (computed, [part for _, part in own]))
    return found


def _verdict(
    table: Table, row: dict[str, object], field: str, check: str, sums: tuple[int, list[int | None]]
) -> set[Verdict]:
    computed, parts = sums
    printed, step = row[field], table.quanta[field]
    if printed is None or abs(Fraction(int(str(printed)) - computed, step)) < Fraction(1, 2):
        return set()
    given = sum(part is not None for part in parts)
    units = Fraction(abs(int(str(printed)) - computed), step)
    severity = "cannot be checked" if not given else "rounding" if units <= Fraction(given, 2) else "difference"
    return {(int(str(row["row_order"])), field, check, severity)}
