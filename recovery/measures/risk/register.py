"""The risk register as it is counted: expected value, what the forecast does not hold, and why it counts or not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.measures.risk.counting import DELIVERY, CountedItem, Exposure, held
from recovery.measures.risk.known import known_with_risks
from recovery.measures.risk.schemes_to_come import unweighted

if TYPE_CHECKING:
    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("ref", "Ref"),
    Column("title", "Risk or mitigation"),
    Column("type", "Type"),
    Column("state", "State"),
    Column("group", "Group"),
    Column("gross_value", "Gross value", "money"),
    Column("probability", "Probability", "percent"),
    Column("expected_value", "Expected value", "money"),
    Column("in_forecast", "In forecast", "money"),
    Column("residual", "Outside forecast", "money"),
    Column("counted", "Counted", "money"),
    Column("why", "Why"),
    Column("line", "Linked line"),
    Column("scheme_ref", "Linked scheme"),
    Column("linked_risk", "Linked risk"),
    Column("mitigation_kind", "Mitigation kind"),
    Column("recurrent", "Recurrent"),
    Column("start_by", "Start by"),
    Column("attention", "Attention"),
    Column("owner", "Owner"),
)

SCHEMES: Final = "schemes"
"""The kind of the row of the schemes' delivery."""
DELIVERY_WHY: Final = "What their risk weights take off what is still to come"


def risk_register(request: Request) -> Figure:
    """Return each risk and mitigation, risks first, and the delivery of savings schemes beside the forecast.

    The total is all that counts outside the forecast: with the reported forecast it is the likely case.
    """
    known = known_with_risks(request)
    exposure = known.exposure()
    ordered = sorted(exposure.items, key=lambda one: one.item.is_mitigation)
    day = request.view.year.month_end(request.view.month)
    rows = [_row(one, day) for one in ordered]
    delivery = [_delivery(exposure, unweighted(known.schemes))] if known.schemes else []
    kinds = [*("line" for _ in rows), *(SCHEMES for _ in delivery), "total"]
    return request.figure(COLUMNS, [*rows, *delivery, _total([*rows, *delivery])], kinds=kinds, used=known.used)


def _row(one: CountedItem, day: dt.date) -> tuple[Cell, ...]:
    item = one.item
    return (
        item.ref,
        item.title,
        item.type,
        item.state,
        item.group or None,
        item.gross,
        item.probability,
        item.expected,
        held(item),
        one.residual,
        one.counted,
        one.why,
        *((text or None) for text in (item.line, item.scheme_ref, item.linked_risk, item.mitigation_kind)),
        item.recurrent or None,
        item.start_by or None,
        attention(one, day) or None,
        item.owner or None,
    )


def _delivery(exposure: Exposure, without_weight: list[str]) -> tuple[Cell, ...]:
    why = f"{DELIVERY_WHY}; all of it without a weight: {', '.join(without_weight)}" if without_weight else DELIVERY_WHY
    cells: dict[str, Cell] = {"ref": "", "title": DELIVERY, "counted": exposure.delivery, "why": why}
    return tuple(cells.get(column.name) for column in COLUMNS)


def attention(one: CountedItem, day: dt.date) -> str:
    """Return what somebody has to look at: a mitigation whose last day to begin has passed."""
    start_by = one.item.start_by
    if not start_by or not one.item.is_mitigation or one.item.state != "Open":
        return ""
    last = dt.date.fromisoformat(start_by)
    return f"Had to begin by {last:%d/%m/%Y}" if last < day else ""


def _total(rows: list[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """Return the total of what counts; expected values have none, as some rows are counted elsewhere or not at all."""
    summed = {"in_forecast", "counted"}
    cells: list[Cell] = [
        sum((row[place] or 0 for row in rows), start=0) if column.name in summed else None
        for place, column in enumerate(COLUMNS)
    ]
    return ("", "Total", *cells[2:])
