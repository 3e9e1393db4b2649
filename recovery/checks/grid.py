"""A table's numbers as arrays, so that a rule looks at all rows at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from recovery.checks.tolerance import printed_step, rounding_step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.sources.definitions import Field
    from recovery.sources.table import Table

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Amounts:
    """One number column: scaled values (0 where nil), which are printed, and the steps of judge()."""

    field: Field
    values: Integers
    printed: Flags
    step: int
    rounding: int


@dataclass(frozen=True)
class Sums:
    """What the parts of each row come to: the sum, how many parts are printed, and the sum of their rounding steps."""

    amount: Integers
    parts: Integers
    step: Integers


@dataclass(frozen=True)
class Grid:
    """A table with its number columns as arrays; only the columns that the file has are in `amounts`."""

    table: Table
    amounts: Mapping[str, Amounts]
    _texts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """Return the number of rows."""
        return int(self.table.rows.num_rows)

    @property
    def addable(self) -> list[Amounts]:
        """Return the columns whose figures add up from row to row: money and counts, never percentages."""
        return [column for column in self.amounts.values() if column.field.kind != "percent"]

    def where(self, column: str, *values: str) -> Flags:
        """Return which rows have one of `values` in a text column."""
        found = pc.is_in(self.table.rows[column], value_set=pa.array(values, pa.string()))
        return _array(found).astype(np.bool_)

    def integers(self, column: str, nil: int = -1) -> Integers:
        """Return an integer column with `nil` where it is null."""
        return _array(pc.fill_null(self.table.rows[column], nil)).astype(np.int64)

    @cached_property
    def order(self) -> Integers:
        """Return the rows' row_order, which rises from top to bottom."""
        return self.integers("row_order")

    def texts(self, column: str) -> list[str]:
        """Return a text column, turned into a list once."""
        if column not in self._texts:
            self._texts[column] = self.table.rows[column].to_pylist()
        return self._texts[column]


def grid_of(table: Table) -> Grid:
    """Return the table with its number columns as arrays."""
    in_file = {*table.columns, table.definition.melt}  # what is melted has a column a month
    given = [own for own in table.definition.numbers if own.name in in_file]
    return Grid(table, {own.name: _amounts(table, own) for own in given})


def no_sums(length: int) -> Sums:
    """Return sums of nothing, one a row."""
    return Sums(*(np.zeros(length, dtype=np.int64) for _ in range(3)))


def _amounts(table: Table, own: Field) -> Amounts:
    column = table.rows[own.name]
    return Amounts(
        field=own,
        values=_array(pc.fill_null(column, 0)).astype(np.int64),
        printed=_array(pc.is_valid(column)).astype(np.bool_),
        step=printed_step(table, own.name),
        rounding=rounding_step(table, own.name),
    )


def _array(column: pa.ChunkedArray) -> npt.NDArray[np.generic]:
    found: npt.NDArray[np.generic] = column.to_numpy()
    return found
