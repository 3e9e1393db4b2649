"""The demonstration's CSV tables: a title line, a header, the rows; and cells as the programme takes them."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

Row = Mapping[str, str]
BETWEEN = " | "


def read(path: Path) -> list[dict[str, str]]:
    """Return a table's rows by column name, without its title line."""
    with path.open(encoding="utf-8", newline="") as file:
        next(file)
        return list(csv.DictReader(file))


def amount(text: str | None) -> Decimal | None:
    """Return a number, None where the cell is empty."""
    return Decimal(text) if text else None


def whole(text: str) -> int | None:
    """Return a whole number, None where the cell is empty."""
    return int(text) if text else None


def date(text: str) -> dt.date | None:
    """Return a date, None where the cell is empty."""
    return dt.date.fromisoformat(text) if text else None


def pairs(details: str) -> dict[str, str]:
    """Return `name=value` pairs of an event's details by their names."""
    return {name: value for name, _, value in (pair.partition("=") for pair in details.split(BETWEEN) if pair)}
