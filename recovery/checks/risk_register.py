"""The risk register by itself: potential values, ranges, probabilities, links, what the forecast should not hold."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.checks.comparing import Computed, cell_of, judged, unchecked
from recovery.checks.risk_values import (
    CERTAIN,
    IN_POSITION,
    expected,
    gross,
    mean_value,
    printed,
    value_cell,
    value_column,
)
from recovery.names import name_key
from recovery.period import month_name
from recovery.sources.table import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.checks.grid import Grid
    from recovery.findings import Finding

REGISTER: Final = "risk-register"
POTENTIAL, RANGE, PROBABILITY, STATE, LINK = (
    "potential value",
    "low, likely and high",
    "probability",
    "state against forecast",
    "linked risk",
)
VALUE, MONTHS = "value", "first and last month"
MITIGATED: Final = "Mitigated"
OVER: Final = (MITIGATED, "Closed")
"""The states in which nothing is left of a risk or mitigation."""
_POINT: Final = 10 ** SCALES["percent"]
_TYPED_IN: Final = 5 * _POINT
"""Probabilities are judged in steps of five points; a multiple of that is exact, any other may have been rounded."""


def potential_values(grid: Grid) -> list[Finding]:
    """Check every potential value of the risk register against gross value, or the mean of the range, × probability."""
    if grid.table.dataset != REGISTER or not {"potential_value", "probability"} <= grid.amounts.keys():
        return []
    return [finding for row in _lines(grid, "potential_value") if (finding := _potential(grid, row))]


def _potential(grid: Grid, row: int) -> Finding | None:
    cell = cell_of(grid, grid.amounts["potential_value"], row)
    in_full = printed(grid, "gross_value", row)
    value, share = mean_value(grid, row) if in_full is None else Fraction(in_full), printed(grid, "probability", row)
    if value is None or share is None:
        return unchecked(cell, POTENTIAL, "The gross value or the probability is missing")
    source = f"{'the mean of the range' if in_full is None else 'gross value'} × probability is"
    computed = Computed(value * Fraction(share, CERTAIN), source, 2, _rounding(grid, value, share))
    return judged(cell, POTENTIAL, computed, grid.amounts["potential_value"].step)


def _rounding(grid: Grid, value: Fraction, share: int) -> Fraction:
    """Return by how much value × probability may be off because both are printed rounded."""
    typed_in = share % _TYPED_IN == 0 or "probability" not in grid.amounts
    rounded = 0 if typed_in else min(grid.amounts["probability"].step, _POINT)
    return Fraction(share, CERTAIN) * value_column(grid).rounding + abs(value) * Fraction(rounded, CERTAIN)


def value_ranges(grid: Grid) -> list[Finding]:
    """Check that likely and gross values of the risk register lie between their low and high values."""
    if grid.table.dataset != REGISTER or not {"low_value", "high_value"} <= grid.amounts.keys():
        return []
    fields = [name for name in ("likely_value", "gross_value") if name in grid.amounts]
    return [finding for name in fields for row in _lines(grid, name) for finding in _outside_range(grid, name, row)]


def _outside_range(grid: Grid, field: str, row: int) -> list[Finding]:
    low, value, high = (printed(grid, name, row) for name in ("low_value", field, "high_value"))
    if low is None or value is None or high is None or abs(low) <= abs(value) <= abs(high):
        return []
    bound = (-1 if value < 0 else 1) * abs(low if abs(value) < abs(low) else high)
    return _differs(grid, field, row, RANGE, bound, "low to high ends at")


def values_given(grid: Grid) -> list[Finding]:
    """Check that every open risk or mitigation of the risk register has a value of some kind."""
    if grid.table.dataset != REGISTER:
        return []
    states = grid.texts("state")
    rows = [int(row) for row in np.flatnonzero(grid.where("kind", "line")) if states[row] in {"", "Open"}]
    return [
        unchecked(value_cell(grid, row), VALUE, "It is open and has no value, so that it counts as nothing")
        for row in rows
        if gross(grid, row) is None
    ]


def months_in_order(grid: Grid) -> list[Finding]:
    """Check that no row of the risk register begins after it ends."""
    if grid.table.dataset != REGISTER or not {"first_month", "last_month"} <= set(grid.table.columns):
        return []
    firsts, lasts = grid.integers("first_month"), grid.integers("last_month")
    return [
        unchecked(
            value_cell(grid, row)._replace(field="first_month", printed=None),
            MONTHS,
            f"The first month, {month_name(int(first))}, comes after the last, {month_name(int(last))}",
        )
        for row, (first, last) in enumerate(zip(firsts, lasts, strict=True))
        if first > last > 0
    ]


def probabilities(grid: Grid) -> list[Finding]:
    """Check that every probability of the risk register is from 0 to 100 %."""
    if grid.table.dataset != REGISTER or "probability" not in grid.amounts:
        return []
    values = grid.amounts["probability"].values
    outside = [row for row in _lines(grid, "probability") if not 0 <= values[row] <= CERTAIN]
    return [
        finding
        for row in outside
        for finding in _differs(
            grid, "probability", row, PROBABILITY, 0 if values[row] < 0 else CERTAIN, "a probability ends at"
        )
    ]


def held_though_mitigated(grid: Grid) -> list[Finding]:
    """Check that the forecast holds nothing of a risk that is mitigated; one that is closed may have come."""
    if grid.table.dataset != REGISTER or "in_forecast" not in grid.amounts:
        return []
    values, states = grid.amounts["in_forecast"].values, grid.texts("state")
    rows = [row for row in _lines(grid, "in_forecast") if states[row] == MITIGATED and values[row]]
    return [
        finding
        for row in rows
        for finding in _differs(grid, "in_forecast", row, STATE, 0, f"the state is {MITIGATED.lower()}, which leaves")
    ]


def held_in_position(grid: Grid) -> list[Finding]:
    """Check that the forecast holds the expected value of a risk that is in the position; the rest still counts."""
    if grid.table.dataset != REGISTER or "in_forecast" not in grid.amounts:
        return []
    states, column = grid.texts("state"), grid.amounts["in_forecast"]
    rows = [row for row in _lines(grid, "in_forecast") if states[row] == IN_POSITION]
    found = []
    for row in rows:
        value = expected(grid, row)
        share = printed(grid, "probability", row)
        step = _rounding(grid, value, CERTAIN if share is None else share)
        computed = Computed(value, "in the position, with an expected value of", 2, step)
        found.append(judged(cell_of(grid, column, row), STATE, computed, column.step))
    return [finding for finding in found if finding]


def linked_risks(grid: Grid) -> list[Finding]:
    """Check that every risk that a mitigation of the risk register answers stands in the register."""
    if grid.table.dataset != REGISTER or "linked_risk" not in grid.table.columns:
        return []
    known = {name_key(ref) for ref in grid.texts("ref") if ref}
    return [
        unchecked(value_cell(grid, row), LINK, f"The register has no risk '{ref}' to be linked to")
        for row, ref in enumerate(grid.texts("linked_risk"))
        if ref and name_key(ref) not in known
    ]


def _lines(grid: Grid, field: str) -> Iterator[int]:
    return (int(row) for row in np.flatnonzero(grid.where("kind", "line") & grid.amounts[field].printed))


def _differs(grid: Grid, field: str, row: int, check: str, computed: int, source: str) -> list[Finding]:  # noqa: PLR0913, PLR0917 - what a finding says
    column = grid.amounts[field]
    finding = judged(cell_of(grid, column, row), check, Computed(computed, source, 1, 0), 1)
    return [finding] if finding else []
