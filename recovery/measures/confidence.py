"""What is counted on of the schemes, by any of their columns: net value unadjusted beside adjusted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.rates import percentage
from recovery.rows import Row, amount, of_kind, text

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_RATED: Final = "Not rated"
NOUGHT: Final = Decimal(0)


def live(schemes: Figure) -> list[Row]:
    """Return the schemes that count: all but the withdrawn."""
    return [row for row in of_kind(schemes, "line") if text(row, "status") != "withdrawn"]


def counted_on(schemes: Figure, column: str, heading: str, order: Sequence[str]) -> Figure:
    """Return schemes, net and risk-adjusted value in pounds by the texts of a column, in a given order, with a total.

    Those of the order without a scheme stay in, so that nothing is missed; a text outside it follows; '' is not rated.
    """
    rows = live(schemes)
    held = {text(row, column) or NOT_RATED for row in rows}
    groups = [*order, *sorted(held - set(order))]
    lines = [_line(name, [row for row in rows if (text(row, column) or NOT_RATED) == name]) for name in groups]
    columns = (
        Column(column, heading),
        Column("schemes", "Schemes", "count"),
        Column("net_value", "Net value", "money"),
        Column("risk_adjusted", "Risk-adjusted", "money"),
        Column("at_risk", "Not counted on", "money"),
        Column("counted_on_percent", "Counted on %", "percent"),
    )
    return replace(
        schemes,
        name=f"confidence-by-{column}".replace("_", "-"),
        title=f"Value by {heading[:1].lower() + heading[1:] if not heading.isupper() else heading}",
        columns=columns,
        rows=(*lines, _line("Total", rows)),
        kinds=(*("line" for _ in lines), "total"),
        marks={},
    )


def _line(name: str, rows: Sequence[Row]) -> tuple[Cell, ...]:
    value, adjusted = (sum((amount(row, column) for row in rows), NOUGHT) for column in ("net_value", "risk_adjusted"))
    return name, len(rows), value, adjusted, value - adjusted, percentage(adjusted, value)
