"""The template as a person fills it in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from recovery.money import Unit
from recovery.pack.template import HEADER_ROW, template
from recovery.reference import stages
from recovery.sources.table import SCALES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.period import FinancialYear
    from recovery.sources.definitions import Field
    from recovery.sources.table import Table


def filled(tables: Sequence[Table], year: FinancialYear | None) -> bytes:
    """Return the template with the rows of `tables` on their sheets, money in £'000, what one unit costs in £."""
    workbook = load_workbook(io.BytesIO(template(year)))
    for table in tables:
        sheet = workbook[table.definition.title]
        for row, values in enumerate(table.rows.to_pylist(), start=HEADER_ROW + 1):
            for column, field in enumerate(table.definition.fields, start=1):
                if values[field.name] not in {None, ""}:
                    cell = sheet.cell(row, column, _typed(values[field.name], field))
                    cell.data_type = "s" if isinstance(cell.value, str) else "n"
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def _typed(value: object, field: Field) -> object:
    """Return a value as a person types it into a cell of the template: percentages are shown with %, stages by name."""
    if field.kind == "stage":
        return stages()[int(str(value))].name
    if field.kind == "year":
        return f"{value}/{(int(str(value)) + 1) % 100:02d}"
    if field.is_number:
        unit = Unit.POUNDS if field.per_unit else Unit.THOUSANDS
        one = {"money": unit.pence, "count": 10 ** SCALES["count"], "percent": 100 * 10 ** SCALES["percent"]}
        number = int(str(value)) / one[field.kind]
        return int(number) if number.is_integer() else number
    return value
