"""The re-added tables once more in plain Python, written from the definitions and not from the SQL."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from recovery.sources.table import SCALES, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recovery.sources.definitions import Dataset

Row = dict[str, Any]


def readded(table: Table) -> list[Row]:
    """Return the rows as they show when every variance, percentage, total and net position is re-added."""
    rows = [_row(table.definition, row) for row in table.rows.to_pylist()]
    shown = [*rows, *_missing(table.definition, rows)]
    shown.sort(key=lambda row: row["place"])
    return [_readded(table.definition, row, rows) for row in shown]


def _row(definition: Dataset, row: Mapping[str, Any]) -> Row:
    amounts = {
        field.name: None if row[field.name] is None else Decimal(row[field.name]) / 10 ** SCALES[field.kind]
        for field in definition.numbers
    }
    return {**row, **amounts, "place": Decimal(row["row_order"]), "added": False}


def _missing(definition: Dataset, rows: Sequence[Row]) -> Iterable[Row]:
    """Return the totals and the net position that the source has not."""
    flows = {row["flow"]: [r for r in rows if r["flow"] == row["flow"]] for row in rows if row["flow"] != "memorandum"}
    lines = {flow: [row["row_order"] for row in members if row["kind"] == "line"] for flow, members in flows.items()}
    for flow, members in flows.items():
        found = lines[flow]
        if len(found) < (2 if flow == "income" else 1) or any(
            row["kind"] == "total" and row["parts_from"] <= found[0] and row["parts_to"] >= found[-1] for row in members
        ):
            continue
        last = max(row["row_order"] for row in members if row["kind"] not in ("net", "contingency"))
        label = "Total" if not lines.get("income") else f"Total {flow}"
        yield _added(definition, label, Decimal(last) + Decimal("0.5"), kind="total", flow=flow, parts_to=found[-1])
    if lines.get("income") and lines.get("expenditure") and not any(row["kind"] == "net" for row in rows):
        yield _added(definition, "Net position", Decimal(len(rows)), kind="net", flow="")


def _added(definition: Dataset, label: str, place: Decimal, **given: Any) -> Row:
    empty = {field.name: None if field.is_number else "" for field in definition.fields}
    row = {**empty, definition.label: label, "place": place, "added": True, "row_order": None, "parts_from": 0}
    return row | given


def _readded(definition: Dataset, row: Row, rows: Sequence[Row]) -> Row:
    targets = {identity.target for identity in definition.identities} | {rate.target for rate in definition.rates}
    result = dict(row)
    for field in definition.numbers:
        if field.name not in targets:
            result[field.name] = total([(sign, part[field.name]) for sign, part in _parts(row, rows)])
    for identity in definition.identities:
        if row["kind"] in ("total", "net") and not any(name in targets for name in identity.plus + identity.minus):
            lines = [(sign, _readded(definition, part, rows)[identity.target]) for sign, part in _parts(row, rows)]
            if identity.turned:
                lines = [(1, amount) for _, amount in lines]  # favourable is positive in income and in spend
            result[identity.target] = total(lines)
            continue
        sign = -1 if identity.turned and (row["flow"] == "income" or row["kind"] == "net") else 1
        parts = [(sign, result[name]) for name in identity.plus] + [(-sign, result[name]) for name in identity.minus]
        found = total(parts)
        result[identity.target] = row[identity.target] if found is None and not identity.minus else found
    for rate in definition.rates:
        above, below = result[rate.numerator], result[rate.denominator]
        result[rate.target] = percentage(None if None in (above, below) else above - below, below)
    return result


def _parts(row: Row, rows: Sequence[Row]) -> list[tuple[int, Row]]:
    if row["kind"] == "total":
        return [
            (1, part)
            for part in rows
            if part["kind"] in ("line", "baseline")
            and part["flow"] == row["flow"]
            and row["parts_from"] <= part["row_order"] <= row["parts_to"]
        ]
    if row["kind"] == "net":
        members = [part for part in rows if part["kind"] in ("line", "contingency") and part["flow"] != "memorandum"]
        return [(-1 if part["flow"] == "expenditure" else 1, part) for part in members]
    return [(1, row)]


def total(parts: Iterable[tuple[int, Decimal | None]]) -> Decimal | None:
    """Return a signed sum in which nil counts as nought, nil where every part is."""
    given = [sign * amount for sign, amount in parts if amount is not None]
    return sum(given, Decimal(0)) if given else None


def percentage(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return part over whole in percentage points to six decimals, nil where it is undefined."""
    if part is None or not whole:
        return None
    return (100 * part / whole).quantize(Decimal("0.000001"), ROUND_HALF_UP)
