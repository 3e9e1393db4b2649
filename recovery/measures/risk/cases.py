"""Best, likely and worst case of the outturn, net of mitigations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.measures.risk.outlook import Outlook, outlook_of
from recovery.measures.simulation.building import drivers_of
from recovery.measures.simulation.figures import pounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recovery.measures.request import Request
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
CASES: Final[tuple[tuple[str, Callable[[Driver], float]], ...]] = (
    ("As forecast", lambda _: 0.0),
    ("Best", lambda driver: driver.best),
    ("Likely", lambda driver: driver.mean),
    ("Worst", lambda driver: driver.worst),
)
KINDS: Final = ("risk", "mitigation", "scheme")


def risk_cases(request: Request) -> Figure:
    """Return what is forecast and three cases.

    Best: no risk comes, every mitigation does, schemes deliver the most they may.  Likely: everything at its expected
    value.  Worst: every risk comes in full, no mitigation does, schemes deliver the least they may.  Every run of the
    simulation lies between worst and best.
    """
    outlook = outlook_of(request)
    drivers = drivers_of(outlook.exposure())
    return request.figure(COLUMNS, [_case(name, of, drivers, outlook) for name, of in CASES], used=outlook.used)


def _case(name: str, of: Callable[[Driver], float], drivers: Sequence[Driver], outlook: Outlook) -> tuple[Cell, ...]:
    parts = [pounds(sum(of(driver) for driver in drivers if driver.kind == kind)) for kind in KINDS]
    net = sum(parts, pounds(0.0))
    outturn = outlook.reported + net
    return name, outlook.reported, *parts, net, outturn, outlook.control_total, outturn - outlook.control_total
