"""Reading and writing the demonstration's CSV tables: a title line padded to the table's width, a header, the rows."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent
REFERENCE = DEMO.parent / "reference"

Row = Mapping[str, object]


def read(path: Path, *, titled: bool = True) -> list[dict[str, str]]:
    """Return a table's rows by column name, without its title line."""
    with path.open(encoding="utf-8", newline="") as file:
        if titled:
            next(file)
        return list(csv.DictReader(file))


def programme(name: str) -> dict[str, Any]:
    """Return a savings programme's words and gateways."""
    return tomllib.loads((REFERENCE / "programmes" / f"{name}.toml").read_text(encoding="utf-8"))


def write(path: Path, title: str, rows: Sequence[Row]) -> None:
    """Write a table whose every line has as many fields as its header."""
    heads = list(rows[0])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([title, *[""] * (len(heads) - 1)])
        writer.writerow(heads)
        writer.writerows(row.values() for row in rows)


def whole(value: Decimal) -> int:
    """Round to the nearest whole number, halves away from zero, as finance prints."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def spread(total: int, weights: Sequence[float]) -> list[int]:
    """Share out `total` by `weights` in whole numbers that add up to it (largest remainders first)."""
    scale = total / sum(weights)
    shares = [int(weight * scale) for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: shares[place] - weights[place] * scale)
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return shares
