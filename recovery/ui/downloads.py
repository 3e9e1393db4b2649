"""Figures as CSV files to take away: plain numbers, money in £'000, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.money import Unit, in_unit

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure
    from recovery.view import View

MIXED: Final = "mixed"
DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_of(figure: Figure) -> bytes:
    """Return the figure as CSV in UTF-8 with a mark, so that a spreadsheet reads the pound sign."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(safe(column.name) for column in figure.columns)
    kinds = [column.kind for column in figure.columns]
    for number, row in enumerate(figure.rows):
        own = figure.kinds[number] if figure.kinds else ""
        writer.writerow(plain(cell, own if kind == MIXED else kind) for cell, kind in zip(row, kinds, strict=True))
    return buffer.getvalue().encode("utf-8-sig")


def plain(cell: Cell, kind: str) -> str:
    """Return one cell as a plain number or a harmless text; nil is empty."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        value = in_unit(cell, Unit.THOUSANDS) if kind == "money" else cell
        return f"{value.normalize():f}"
    return safe(cell) if isinstance(cell, str) else str(cell)


def safe(text: str) -> str:
    """Return text with an apostrophe before anything that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def file_name(name: str, view: View, ending: str = "csv") -> str:
    """Return a file name that says what it holds: position_99X_2018-19_month-03.csv."""
    organisation = "".join(letter for letter in view.organisation if letter.isalnum()) or "organisation"
    month = f"_month-{view.month:02d}" if view.month else ""
    return f"{name}_{organisation}_{str(view.year).replace('/', '-')}{month}.{ending}"
