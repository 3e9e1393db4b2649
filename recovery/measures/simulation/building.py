"""From what is counted to what is drawn: one driver for each risk, mitigation and scheme that may move the outturn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.measures.risk.counting import held
from recovery.measures.simulation.assumptions import assumptions
from recovery.measures.simulation.drivers import Driver, delivery_driver
from recovery.names import name_key

if TYPE_CHECKING:
    from recovery.measures.risk.counting import CountedScheme, Exposure
    from recovery.measures.risk.items import RiskItem

RISK, MITIGATION, SCHEME = "risk", "mitigation", "scheme"
SCHEMES: Final = "Savings schemes"
"""The group that all schemes are of."""


def drivers_of(exposure: Exposure) -> list[Driver]:
    """Return a driver for everything that counts outside the forecast."""
    items = [_item(one.item) for one in exposure.items if one.counts]
    schemes = [driver for one in exposure.schemes if (driver := _scheme(one))]
    return items + schemes


def _item(item: RiskItem) -> Driver:
    span = sorted(item.span) if item.span else [item.gross] * 3
    low, likely, high = map(float, span)
    kind = MITIGATION if item.is_mitigation else RISK
    chance, counted_on = float(item.probability) / 100, float(held(item))
    return Driver(f"{kind}:{item.ref}", item.title, kind, chance, low, likely, high, counted_on, name_key(item.group))


def _scheme(one: CountedScheme) -> Driver | None:
    """Return a scheme's driver: None where nothing is to come of it; certain where a risk stands in its place."""
    scheme, key = one.scheme, f"{SCHEME}:{one.scheme.ref}"
    to_come, lost = float(scheme.to_come), float(scheme.lost)
    if not to_come and not lost:
        return None
    if not one.counts:
        return Driver(key, scheme.title, SCHEME, 1.0, to_come, to_come, to_come, to_come + lost) if lost else None
    delivery = assumptions().delivery_of(scheme.tone)
    return delivery_driver(key, scheme.title, to_come, float(scheme.counted_on), delivery, SCHEMES, lost)
