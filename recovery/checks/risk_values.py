"""What a row of the risk register is worth as it is counted: in full, expected, and of that held by the forecast."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from recovery.checks.comparing import Cell, cell_of
from recovery.sources.table import SCALES

if TYPE_CHECKING:
    from recovery.checks.grid import Amounts, Grid

RANGE: Final = ("low_value", "likely_value", "high_value")
IN_POSITION: Final = "In the position"
CERTAIN: Final = 100 * 10 ** SCALES["percent"]


def printed(grid: Grid, field: str, row: int) -> int | None:
    """Return a printed figure as it is scaled, None where there is none."""
    column = grid.amounts.get(field)
    return int(column.values[row]) if column is not None and column.printed[row] else None


def gross(grid: Grid, row: int) -> Fraction | None:
    """Return the value in full: as printed, else the furthest of its range, likely, the mean of what there is, None."""
    given = printed(grid, "gross_value", row)
    if given is not None:
        return Fraction(given)
    parts = _range(grid, row)
    if len(parts) == len(RANGE):
        return Fraction(max(parts, key=abs))
    likely = printed(grid, "likely_value", row)
    return Fraction(likely) if likely is not None else Fraction(sum(parts), len(parts)) if parts else None


def mean_value(grid: Grid, row: int) -> Fraction | None:
    """Return what it comes to on average if it happens: the mean of a whole range, else the value in full."""
    parts = _range(grid, row)
    return Fraction(sum(parts), len(RANGE)) if len(parts) == len(RANGE) else gross(grid, row)


def _range(grid: Grid, row: int) -> list[int]:
    """Return what is printed of low, likely and high."""
    return [value for name in RANGE if (value := printed(grid, name, row)) is not None]


def expected(grid: Grid, row: int) -> Fraction:
    """Return its value after its probability, nought where it has no value; without a probability it is certain."""
    share = printed(grid, "probability", row)
    chance = Fraction(1) if share is None else Fraction(min(max(share, 0), CERTAIN), CERTAIN)
    return chance * (mean_value(grid, row) or 0)


def held(grid: Grid, row: int) -> Fraction:
    """Return what the forecast holds: as printed, else all of what is in the position and nothing of the rest."""
    given = printed(grid, "in_forecast", row)
    if given is not None:
        return Fraction(given)
    return expected(grid, row) if grid.texts("state")[row] == IN_POSITION else Fraction(0)


def value_column(grid: Grid) -> Amounts:
    """Return the first column of values that the table has; every register has one."""
    return next(grid.amounts[name] for name in ("gross_value", "likely_value", *RANGE) if name in grid.amounts)


def value_cell(grid: Grid, row: int) -> Cell:
    """Return the cell of that column."""
    return cell_of(grid, value_column(grid), row)
