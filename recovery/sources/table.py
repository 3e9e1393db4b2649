"""A tidy table: one recognised dataset of one sheet, typed, every row and column with its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pyarrow as pa

from recovery.money import Unit
from recovery.sources.definitions import Dataset, dataset_named

SCALES: Final = {"money": 2, "count": 4, "percent": 6}
"""Decimal places kept of each kind of number: money as whole pence, percentages as percentage points."""

ROW_COLUMNS: Final = pa.schema(
    [
        ("row_order", pa.int32()),  # 0, 1, 2 … from the top of the table
        ("kind", pa.string()),  # see ROW_KINDS
        ("flow", pa.string()),  # income, expenditure, memorandum; '' where the table has no flows
        ("section", pa.string()),  # the label-only heading above the row, '' if none
        ("parent", pa.int32()),  # row_order of the line that this part belongs to, else null
        ("parts_from", pa.int32()),  # totals: first and last row_order that the total covers, else null
        ("parts_to", pa.int32()),
        ("source_row", pa.int32()),  # spreadsheet row, from 1
        ("source_column", pa.string()),  # column of a melted value; Sheet2! for a row of a further sheet; else ''
    ]
)

ROW_KINDS: Final = ("line", "part", "total", "net", "baseline", "contingency")
"""line: counts towards totals.  part: belongs to a line, never added beside it.  total: the sum of the lines of its own
flow between parts_from and parts_to.  net: income less expenditure (risks: total plus contingency less baseline).
baseline: the plan's own row in the risk table, added into its total.  contingency: the risk table's contingency row."""


@dataclass(frozen=True)
class Table:
    """One dataset as one sheet gives it.

    `rows` has ROW_COLUMNS and then one column a field of the definition, in its order: text fields as string (never
    null: '' is nil), numbers as int64 scaled by SCALES (null is nil), stage, month and year (its first calendar year)
    as int64.  A field that the file does not have is there and empty, and not in `columns`.
    `columns` maps field to spreadsheet column letters, and Sheet2!field to those of a further sheet joined to it;
    `quanta` maps number fields to the rounding step of the printed figures, scaled like the values (money printed in
    whole £'000 has 100000 pence).
    """

    dataset: str
    file: str
    sheet: str
    rows: pa.Table
    columns: Mapping[str, str]
    quanta: Mapping[str, int] = field(default_factory=dict)
    unit: Unit | None = None
    unit_from: str = ""
    sign_from: str = ""
    month: int | None = None
    title: str = ""
    unused: tuple[str, ...] = ()

    @property
    def definition(self) -> Dataset:
        """Return the dataset's definition."""
        return dataset_named(self.dataset)
