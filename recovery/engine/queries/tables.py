"""One submission's table: as printed, as re-added, and what the rates in it come to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Asks, Row

if TYPE_CHECKING:
    from recovery.sources.definitions import Dataset


def reported(engine: Asks, dataset: Dataset, number: int) -> list[Row]:
    """Return a table's rows as printed: row_order, kind, flow, False, then the definition's fields."""
    return engine.ask(f"{dataset.table_name}_reported", submission=number)


def readded(engine: Asks, dataset: Dataset, number: int) -> list[Row]:
    """Return a table's rows as re-added: row_order, kind, flow, whether the source lacks the row, then the fields."""
    return engine.ask(f"{dataset.table_name}_readded", submission=number)


def qipp_gateway_rows(engine: Asks, number: int) -> list[tuple[int, str, str, bool, str]]:
    """Return the stage by area matrix's rows: row_order, kind, flow, whether the source lacks the row, area."""
    rows = engine.ask("qipp_gateway_rows", submission=number)
    return [(row_order, kind, flow, added, area) for row_order, kind, flow, added, area in rows]


def qipp_gateway_readded(engine: Asks, number: int) -> list[tuple[int, str, Decimal]]:
    """Return the stage by area matrix as re-added, a row a cell: row_order, field, amount."""
    return [(order, field, amount) for order, field, amount in engine.ask("qipp_gateway_readded", submission=number)]
