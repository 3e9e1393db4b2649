"""A figure: the one table that the page, the pack and the command line all show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Cell = Decimal | int | str | None


@dataclass(frozen=True)
class Column:
    """One column: `name` in CSV and JSON, `heading` for people, `kind` text, money, count, percent, number or mixed.

    In a mixed column (findings, trail) each row's entry in `kinds` says what its amounts are: money, count or percent.
    """

    name: str
    heading: str
    kind: str = "text"


@dataclass(frozen=True)
class Mark:
    """A reported figure that differs from its re-added value: both, in the cell's own kind, and how severe it is."""

    printed: Decimal
    computed: Decimal
    severity: str


@dataclass(frozen=True)
class Figure:
    """A table of figures with what is needed to show it truthfully.

    `rows` hold pounds (Decimal) in money columns, percentage points in percent columns; None is nil.  `kinds` has one
    entry a row (line, part, total, net, memo, memo_total, ...), `flows` too (income, expenditure, '') where the table
    tells income from expenditure, else none.  `marks` is keyed by (row number, column name).
    `submissions` are the ids the figure was built from; `illustrative` says that at least one of them is invented data.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kinds: tuple[str, ...] = ()
    marks: Mapping[tuple[int, str], Mark] = field(default_factory=dict)
    submissions: tuple[int, ...] = ()
    illustrative: bool = False
    flows: tuple[str, ...] = ()

    def position(self, column: str) -> int:
        """Return where `column` stands; KeyError if the figure has none of that name."""
        for number, candidate in enumerate(self.columns):
            if candidate.name == column:
                return number
        raise KeyError(column)

    def values(self, column: str) -> list[Cell]:
        """Return one column's cells from top to bottom."""
        number = self.position(column)
        return [row[number] for row in self.rows]

    def records(self) -> list[dict[str, Cell]]:
        """Return the rows as dictionaries by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]
