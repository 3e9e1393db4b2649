"""Net risk month by month: as each month reported it, with its movement, and the months in which it would fall."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, request_of
from recovery.measures.risk.counting import CountedItem, CountedScheme, held
from recovery.measures.risk.items import CLOSED, REGISTER, SUMMARY
from recovery.measures.risk.known import Known, has_risks, known_of, known_with_risks, no_risks
from recovery.period import MONTHS_IN_YEAR, month_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS: Final = (
    Column("month", "Month", "number"),
    Column("month_name", "Name"),
    Column("source", "From"),
    Column("gross_risk", "Gross risk", "money"),
    Column("expected_risk", "Expected risk", "money"),
    Column("expected_mitigation", "Expected mitigation", "money"),
    Column("in_forecast", "In forecast", "money"),
    Column("delivery", "Delivery of schemes", "money"),
    Column("net_risk", "Net risk outside forecast", "money"),
    Column("movement", "Movement", "money"),
)
PHASING: Final = (
    Column("month", "Month", "number"),
    Column("month_name", "Name"),
    Column("risks", "Risks", "money"),
    Column("mitigations", "Mitigations", "money"),
    Column("delivery", "Delivery of schemes", "money"),
    Column("net_risk", "Net risk", "money"),
    Column("cumulative", "Net risk to date", "money"),
)
NAMES: Final = {REGISTER: "Risk register", SUMMARY: "Summary of risks"}
NOUGHT, PENNY = Decimal(0), Decimal("0.01")


def risks_by_month(request: Request) -> Figure:
    """Return the net risk as each month up to the view's reported it, and how it moved from the month before."""
    months = [_at(request, month) for month in range(1, (request.view.month or MONTHS_IN_YEAR) + 1)]
    found = {own.view.month: known_of(own) for own in months if has_risks(own)}
    if not found:
        raise no_risks(request)
    rows: list[tuple[Cell, ...]] = []
    before: Known | None = None
    for month, known in found.items():
        rows.append((month, month_name(month), *_reported(known), _moved(before, known)))
        before = known
    return request.figure(COLUMNS, rows, used=[source for known in found.values() for source in known.used])


def _at(request: Request, month: int) -> Request:
    """Return the same figure as a month of the year has it."""
    view = replace(request.view, month=month)
    return request if view == request.view else request_of(request.name, request.title, request.engine, view)


def _reported(known: Known) -> tuple[Cell, ...]:
    """Return what a month reported of risks; of its schemes n/a where it knew of none, and net risk without them."""
    exposure = known.exposure()
    alive = [one for one in exposure.items if one.item.state != CLOSED]
    risks = [one for one in alive if not one.item.is_mitigation]
    return (
        NAMES[known.used[0].dataset],
        sum((one.item.gross for one in risks), NOUGHT),
        sum((one.residual for one in risks), NOUGHT),
        sum((one.residual for one in alive if one.item.is_mitigation), NOUGHT),
        sum((held(one.item) for one in exposure.items), NOUGHT),
        None if known.schemes is None else exposure.delivery,
        exposure.expected,
    )


def _moved(before: Known | None, now: Known) -> Decimal | None:
    """Return how net risk moved, None where there is nothing before it, or schemes are known of one of the two only."""
    if before is None or (before.schemes is None) != (now.schemes is None):
        return None
    return now.exposure().expected - before.exposure().expected


def risk_phasing(request: Request) -> Figure:
    """Return what counts outside the forecast by the month in which it would fall, from the next month to March."""
    known = known_with_risks(request)
    exposure = known.exposure()
    first = min(request.view.month + 1, MONTHS_IN_YEAR)
    months = range(first, MONTHS_IN_YEAR + 1)
    risks = _phased([one for one in exposure.items if not one.item.is_mitigation], months)
    mitigations = _phased([one for one in exposure.items if one.item.is_mitigation], months)
    delivery = _delivered(exposure.schemes, months)
    rows: list[tuple[Cell, ...]] = []
    so_far = NOUGHT
    for month in months:
        net = risks[month] + mitigations[month] + delivery[month]
        so_far += net
        told = None if known.schemes is None else delivery[month]
        rows.append((month, month_name(month), risks[month], mitigations[month], told, net, so_far))
    return request.figure(PHASING, rows, used=known.used)


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


def _delivered(schemes: Iterable[CountedScheme], months: Sequence[int]) -> dict[int, Decimal]:
    """Spread what counts of each scheme over its months to come as its savings are, to the penny."""
    found = dict.fromkeys(months, NOUGHT)
    for one in schemes:
        own, left = sorted(one.scheme.months.items()), one.counted
        for month, amount in own if left else ():
            part = (one.counted * amount / one.scheme.to_come).quantize(PENNY) if month < own[-1][0] else left
            found[max(month, months[0])] += part
            left -= part
    return found
