"""Loaded duties against what the position and the savings targets say of the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.checks.between import against, printed_figure
from recovery.checks.grid import Grid, grid_of
from recovery.checks.labels import same_name
from recovery.checks.line_sums import LineSum, line_sums, total_of
from recovery.duties import Duty, duties
from recovery.sources.telling_rows import duty_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from recovery.findings import Finding
    from recovery.sources.table import Table

CHECK: Final = "duties against the position"
TARGETS_CHECK: Final = "QIPP duty against targets"
FIELDS: Final = {
    "target": "annual_budget",
    "target_to_date": "ytd_budget",
    "actual": "ytd_actual",
    "forecast": "forecast_outturn",
}
"""The position's field that each of a duty's figures is, in money."""
Placed = tuple[int, "Finding"]
"""A finding with the order of the row that it is of, as two rows may have one name."""


def duties_against_position(tables: Mapping[str, Table]) -> list[Finding]:
    """Check loaded duties that follow from the position (limit, control total, a line's costs) against it."""
    return [finding for _, finding in by_position(tables)]


def savings_duty_against_targets(tables: Mapping[str, Table]) -> list[Finding]:
    """Check that the target of the savings duty is what the savings targets of the areas add to."""
    return [finding for _, finding in by_targets(tables)]


def by_position(tables: Mapping[str, Table]) -> Iterator[Placed]:
    """Yield what the position gives otherwise, with its row."""
    if {"duties", "position"} <= tables.keys():
        grid, position = grid_of(tables["duties"]), grid_of(tables["position"])
        for row, duty in _known(grid):
            for field, own in FIELDS.items():
                if duty.derived in GIVEN and field in grid.amounts and grid.amounts[field].printed[row]:
                    yield from _placed(grid, row, _compared(grid, row, field, GIVEN[duty.derived](position, own, duty)))


def by_targets(tables: Mapping[str, Table]) -> Iterator[Placed]:
    """Yield what the savings targets give otherwise, with its row."""
    if {"duties", "qipp-targets"} <= tables.keys():
        grid, targets = grid_of(tables["duties"]), grid_of(tables["qipp-targets"])
        total = total_of(line_sums(targets, "target", "").values(), "")
        for row, duty in _known(grid):
            if duty.derived == "savings" and "target" in grid.amounts:
                cell, source = printed_figure(grid, "target", row), "the QIPP targets add to"
                yield from _placed(grid, row, against(grid.table, cell, TARGETS_CHECK, total.amount, source))


def _placed(grid: Grid, row: int, found: Iterable[Finding]) -> Iterator[Placed]:
    return ((int(grid.order[row]), finding) for finding in found)


def _known(grid: Grid) -> Iterator[tuple[int, Duty]]:
    """Yield each row that names a duty, with the duty."""
    known = {duty.key: duty for duty in duties()}
    for row, label in enumerate(grid.texts("indicator")):
        if (key := duty_of(label)) in known:
            yield row, known[key]


def _compared(grid: Grid, row: int, field: str, given: LineSum | None) -> list[Finding]:
    if given is None or not given.parts:
        return []
    cell = printed_figure(grid, field, row)
    return against(grid.table, cell, CHECK, given.amount, f"the position's {given.label} gives")


def is_line_of(duty: Duty, label: str) -> bool:
    """Return whether a line of the position is the one that a duty is about."""
    return same_name(label) in {same_name(name) for name in duty.lines}


def _spend(position: Grid, field: str, _duty: Duty) -> LineSum:
    """A limit is the allocation; what counts against it is all expenditure."""
    flow, label = ("income", "allocation") if field.endswith("budget") else ("expenditure", "expenditure")
    return total_of(line_sums(position, field, flow).values(), label)


def _net(position: Grid, field: str, _duty: Duty) -> LineSum | None:
    income, spend = (total_of(line_sums(position, field, flow).values(), "") for flow in ("income", "expenditure"))
    if not income.parts or not spend.parts:
        return None
    return LineSum("net position", income.value - spend.value, income.parts + spend.parts, income.step + spend.step)


def _line(position: Grid, field: str, duty: Duty) -> LineSum | None:
    found = [line for line in line_sums(position, field, "expenditure").values() if is_line_of(duty, line.label)]
    return total_of(found, found[0].label) if found else None


GIVEN: Final[Mapping[str, Callable[[Grid, str, Duty], LineSum | None]]] = {"spend": _spend, "net": _net, "line": _line}
