"""The risk register by itself: potential values, ranges, probabilities, links, what the forecast should not hold."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.checks.comparing import Computed, cell_of, judged, unchecked
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
OVER: Final = ("Mitigated", "Closed")
"""The states in which nothing is left of a risk or mitigation."""
_POINT: Final = 10 ** SCALES["percent"]
_CERTAIN: Final = 100 * _POINT
_TYPED_IN: Final = 5 * _POINT
"""Probabilities are judged in steps of five points; a multiple of that is exact, any other may have been rounded."""


def potential_values(grid: Grid) -> list[Finding]:
    """Check every potential value of the risk register against gross value × probability."""
    if grid.table.dataset != REGISTER or not {"potential_value", "gross_value", "probability"} <= grid.amounts.keys():
        return []
    return [finding for row in _lines(grid, "potential_value") if (finding := _potential(grid, row))]


def _potential(grid: Grid, row: int) -> Finding | None:
    potential, gross, chance = (grid.amounts[name] for name in ("potential_value", "gross_value", "probability"))
    cell = cell_of(grid, potential, row)
    if not gross.printed[row] or not chance.printed[row]:
        return unchecked(cell, POTENTIAL, "The gross value or the probability is missing")
    value, share = int(gross.values[row]), Fraction(int(chance.values[row]), _CERTAIN)
    rounded = 0 if chance.values[row] % _TYPED_IN == 0 else min(chance.step, _POINT)
    step = share * gross.rounding + abs(value) * Fraction(rounded, _CERTAIN)
    return judged(cell, POTENTIAL, Computed(share * value, "gross value × probability is", 2, step), potential.step)


def value_ranges(grid: Grid) -> list[Finding]:
    """Check that a likely value of the risk register lies between its low and high values."""
    names = ("low_value", "likely_value", "high_value")
    if grid.table.dataset != REGISTER or not set(names) <= grid.amounts.keys():
        return []
    low, likely, high = (grid.amounts[name] for name in names)
    found = []
    for row in _lines(grid, "likely_value"):
        least, between, most = (abs(int(column.values[row])) for column in (low, likely, high))
        if low.printed[row] and high.printed[row] and not least <= between <= most:
            sign = -1 if likely.values[row] < 0 else 1
            bound = sign * (least if between < least else most)
            found += _differs(grid, "likely_value", row, RANGE, bound, "low to high ends at")
    return found


def probabilities(grid: Grid) -> list[Finding]:
    """Check that every probability of the risk register is from 0 to 100 %."""
    if grid.table.dataset != REGISTER or "probability" not in grid.amounts:
        return []
    values = grid.amounts["probability"].values
    outside = [row for row in _lines(grid, "probability") if not 0 <= values[row] <= _CERTAIN]
    return [
        finding
        for row in outside
        for finding in _differs(
            grid, "probability", row, PROBABILITY, 0 if values[row] < 0 else _CERTAIN, "a probability ends at"
        )
    ]


def held_though_over(grid: Grid) -> list[Finding]:
    """Check that the forecast holds nothing of a risk that is mitigated or closed."""
    if grid.table.dataset != REGISTER or "in_forecast" not in grid.amounts:
        return []
    values, states = grid.amounts["in_forecast"].values, grid.texts("state")
    rows = [row for row in _lines(grid, "in_forecast") if states[row] in OVER and values[row]]
    return [
        finding
        for row in rows
        for finding in _differs(grid, "in_forecast", row, STATE, 0, f"the state is {states[row].lower()}, which leaves")
    ]


def linked_risks(grid: Grid) -> list[Finding]:
    """Check that every risk that a mitigation of the risk register answers stands in the register."""
    if grid.table.dataset != REGISTER or "linked_risk" not in grid.table.columns or "gross_value" not in grid.amounts:
        return []
    known = {ref.casefold() for ref in grid.texts("ref") if ref}
    return [
        unchecked(
            cell_of(grid, grid.amounts["gross_value"], row), LINK, f"The register has no risk '{ref}' to be linked to"
        )
        for row, ref in enumerate(grid.texts("linked_risk"))
        if ref and ref.casefold() not in known
    ]


def _lines(grid: Grid, field: str) -> Iterator[int]:
    return (int(row) for row in np.flatnonzero(grid.where("kind", "line") & grid.amounts[field].printed))


def _differs(grid: Grid, field: str, row: int, check: str, computed: int, source: str) -> list[Finding]:  # noqa: PLR0913, PLR0917 - what a finding says
    column = grid.amounts[field]
    finding = judged(cell_of(grid, column, row), check, Computed(computed, source, 1, 0), 1)
    return [finding] if finding else []
