"""Net risk month by month: as each month reported it, with its movement, and the months in which it would fall."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, request_of
from recovery.measures.risk.counting import CountedItem, counted
from recovery.measures.risk.items import CLOSED, REGISTER, SUMMARY, items_of
from recovery.measures.risk.schemes_to_come import schemes_to_come
from recovery.period import MONTHS_IN_YEAR, month_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.measures.request import Source

COLUMNS: Final = (
    Column("month", "Month", "number"),
    Column("month_name", "Name"),
    Column("source", "From"),
    Column("gross_risk", "Gross risk", "money"),
    Column("expected_risk", "Expected risk", "money"),
    Column("expected_mitigation", "Expected mitigation", "money"),
    Column("in_forecast", "In forecast", "money"),
    Column("net_risk", "Net risk outside forecast", "money"),
    Column("movement", "Movement", "money"),
)
PHASING: Final = (
    Column("month", "Month", "number"),
    Column("month_name", "Name"),
    Column("risks", "Risks", "money"),
    Column("mitigations", "Mitigations", "money"),
    Column("net_risk", "Net risk", "money"),
    Column("cumulative", "Net risk to date", "money"),
)
NAMES: Final = {REGISTER: "Risk register", SUMMARY: "Summary of risks"}
NOUGHT, PENNY = Decimal(0), Decimal("0.01")


def risks_by_month(request: Request) -> Figure:
    """Return the net risk as each month up to the view's reported it, and how it moved from the month before."""
    found = [one for month in range(1, (request.view.month or MONTHS_IN_YEAR) + 1) if (one := _month(request, month))]
    if not found:
        items_of(request)
    rows: list[tuple[Cell, ...]] = []
    before: Cell = None
    for month, cells, _ in found:
        net = cells[-1]
        moved = net - before if isinstance(net, Decimal) and isinstance(before, Decimal) else None
        rows.append((month, month_name(month), *cells, moved))
        before = net
    return request.figure(COLUMNS, rows, used=[source for *_, sources in found for source in sources])


def _month(request: Request, month: int) -> tuple[int, tuple[Cell, ...], list[Source]] | None:
    """Return what a month reported of risks, None where it reported none."""
    view = replace(request.view, month=month)
    own = request if month == request.view.month else request_of(request.name, request.title, request.engine, view)
    try:
        items, source = items_of(own)
    except NothingLoaded:
        return None
    schemes = schemes_to_come(own)
    exposure = counted(items, schemes)
    alive = [one for one in exposure.items if one.item.state != CLOSED]
    risks = [one for one in alive if not one.item.is_mitigation]
    cells: tuple[Cell, ...] = (
        NAMES[source.dataset],
        sum((one.item.gross for one in risks), NOUGHT),
        sum((one.residual for one in risks), NOUGHT),
        sum((one.residual for one in alive if one.item.is_mitigation), NOUGHT),
        sum((one.item.in_forecast for one in alive), NOUGHT),
        sum((one.counted for one in exposure.items), NOUGHT),
    )
    return month, cells, [source, *([own.sources["schemes"]] if schemes else [])]


def risk_phasing(request: Request) -> Figure:
    """Return what counts outside the forecast by the month in which it would fall, from the next month to March."""
    items, source = items_of(request)
    schemes = schemes_to_come(request)
    exposure = counted(items, schemes)
    first = min(request.view.month + 1, MONTHS_IN_YEAR)
    months = range(first, MONTHS_IN_YEAR + 1)
    risks = _phased([one for one in exposure.items if not one.item.is_mitigation], months)
    mitigations = _phased([one for one in exposure.items if one.item.is_mitigation], months)
    rows: list[tuple[Cell, ...]] = []
    so_far = NOUGHT
    for month in months:
        so_far += risks[month] + mitigations[month]
        rows.append(
            (month, month_name(month), risks[month], mitigations[month], risks[month] + mitigations[month], so_far)
        )
    used = [source, *([request.sources["schemes"]] if schemes else [])]
    return request.figure(PHASING, rows, used=used)


def _phased(items: Iterable[CountedItem], months: Sequence[int]) -> dict[int, Decimal]:
    """Spread each item evenly over its months to come, to the penny; one whose months have passed falls at once."""
    found = dict.fromkeys(months, NOUGHT)
    for one in items:
        first, last = max(one.item.first_month or months[0], months[0]), one.item.last_month or months[-1]
        own = [month for month in months if first <= month <= last] or [months[0]]
        share = (one.counted / len(own)).quantize(PENNY)
        for month in own:
            found[month] += share
        found[own[-1]] += one.counted - share * len(own)
    return found
