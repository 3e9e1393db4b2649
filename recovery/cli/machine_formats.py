"""A figure as CSV and as JSON, for scripts and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from recovery.cli.numbers import kinds_of, plain

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure
    from recovery.money import Unit

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(figure: Figure, unit: Unit) -> str:
    """Return the figure as CSV; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([column.name for column in figure.columns])
    for number, row in enumerate(figure.rows):
        kinds = kinds_of(figure, number)
        writer.writerow([_csv_cell(value, kind, unit) for value, kind in zip(row, kinds, strict=True)])
    return lines.getvalue()


def as_json(figure: Figure, unit: Unit) -> str:
    """Return the figure as a JSON list of objects, one a row; numbers are written out exactly."""
    names = [json.dumps(column.name) for column in figure.columns]
    rows = []
    for number, row in enumerate(figure.rows):
        cells = [_json_cell(value, kind, unit) for value, kind in zip(row, kinds_of(figure, number), strict=True)]
        rows.append("  {" + ", ".join(f"{name}: {cell}" for name, cell in zip(names, cells, strict=True)) + "}")
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def _csv_cell(value: Cell, kind: str, unit: Unit) -> str:
    if not isinstance(value, str):
        return plain(value, kind, unit)
    text = value.replace("\r\n", "\n").replace("\r", "\n")  # a lone return would end the line unquoted
    return f"'{text}" if value.startswith(FORMULA_STARTS) else text


def _json_cell(value: Cell, kind: str, unit: Unit) -> str:
    if value is None:
        return "null"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else plain(value, kind, unit)
