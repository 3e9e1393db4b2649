"""Best, likely and worst case of the outturn, net of mitigations."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.measures.risk.outlook import Outlook, outlook_of
from recovery.measures.simulation.building import MITIGATION, RISK, SCHEME, drivers_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recovery.measures.request import Request
    from recovery.measures.risk.counting import Exposure
    from recovery.measures.simulation.drivers import Driver

COLUMNS: Final = (
    Column("case", "Case"),
    Column("reported_forecast", "Reported forecast", "money"),
    Column("risks", "Risks", "money"),
    Column("mitigations", "Mitigations", "money"),
    Column("schemes", "Delivery of schemes", "money"),
    Column("net", "Net of mitigations", "money"),
    Column("outturn", "Outturn", "money"),
    Column("control_total", "Control total", "money"),
    Column("against_control_total", "Against control total Fav/(adv)", "money"),
)
NOUGHT, PENNY = Decimal(0), Decimal("0.01")
Parts = tuple[Decimal, Decimal, Decimal]
"""Risks, mitigations and the delivery of schemes beside the forecast."""


def risk_cases(request: Request) -> Figure:
    """Return what is forecast and three cases.

    Best: no risk comes, every mitigation does, schemes deliver the most they may.  Likely: everything at its expected
    value.  Worst: every risk comes in full, no mitigation does, schemes deliver the least they may.  Every run of the
    simulation lies between worst and best.  Mitigations come independently of the risks that they answer, so that the
    best case is a bound.
    """
    outlook = outlook_of(request)
    exposure = outlook.known.exposure()
    drivers = drivers_of(exposure)
    cases = (
        ("As forecast", (NOUGHT, NOUGHT, NOUGHT)),
        ("Best", _summed(drivers, lambda driver: driver.best)),
        ("Likely", _likely(exposure)),
        ("Worst", _summed(drivers, lambda driver: driver.worst)),
    )
    return request.figure(COLUMNS, [_case(name, parts, outlook) for name, parts in cases], used=outlook.used)


def _likely(exposure: Exposure) -> Parts:
    """Return what counts of each kind, to the penny as the register has it."""
    return exposure.counted_of(is_mitigation=False), exposure.counted_of(is_mitigation=True), exposure.delivery


def _summed(drivers: Sequence[Driver], of: Callable[[Driver], float]) -> Parts:
    risks, mitigations, schemes = (
        Decimal(repr(sum(of(driver) for driver in drivers if driver.kind == kind))).quantize(PENNY, ROUND_HALF_UP) + 0
        for kind in (RISK, MITIGATION, SCHEME)
    )
    return risks, mitigations, schemes


def _case(name: str, parts: Parts, outlook: Outlook) -> tuple[Cell, ...]:
    net, target = sum(parts, NOUGHT), outlook.control_total
    outturn = outlook.reported + net
    return name, outlook.reported, *parts, net, outturn, target, None if target is None else outturn - target
