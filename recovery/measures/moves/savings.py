"""How the savings programme moved: forecast delivery, value after risk, and its distance to the target, by area."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.measures.moves.bridging import NOUGHT, Key, Moved, Step, bridged, changes
from recovery.names import name_key
from recovery.rows import amount, text
from recovery.savings.delivery import delivery
from recovery.savings.gap import REGISTER, gap
from recovery.savings.register import schemes

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.measures.request import Request

DELIVERY, ADJUSTED, AGAINST_TARGET = "Savings forecast", "Savings after risk", "Savings after risk against target"
AREA, TARGET = "Area", "Target"
NO_AREA: Final = "No area"
LEFT: Final = "Not explained by the schemes"
Areas = dict[Key, tuple[str, Decimal]]


def savings_moved(before: Request, now: Request) -> list[Moved]:
    """Return the bridges of the savings programme; none where either month has no register."""
    if not all(REGISTER in request.sources for request in (before, now)):
        return []
    then, since = (_by_area(schemes(request), "risk_adjusted") for request in (before, now))
    adjusted = _bridge(ADJUSTED, then, since)
    return [*_delivery(before, now), adjusted, *_against_target(before, now, adjusted)]


def _delivery(before: Request, now: Request) -> list[Moved]:
    if not (before.register.is_kept and now.register.is_kept):
        return []
    then, since = (_by_area(delivery(request), "forecast_year") for request in (before, now))
    return [_bridge(DELIVERY, then, since)]


def _against_target(before: Request, now: Request, adjusted: Moved) -> list[Moved]:
    """Return the bridge of what is counted on less the target: negative is short of it."""
    then, since = _target(before), _target(now)
    if then is None or since is None:
        return []
    steps = [Step(TARGET, TARGET, then - since), *adjusted.steps]
    return [bridged(AGAINST_TARGET, adjusted.opening - then, adjusted.closing - since, steps, LEFT)]


def _target(request: Request) -> Decimal | None:
    value = gap(request).records()[0]["value"]
    return value if isinstance(value, Decimal) else None


def _bridge(measure: str, before: Areas, now: Areas) -> Moved:
    ends = [sum((pounds for _, pounds in areas.values()), NOUGHT) for areas in (before, now)]
    return bridged(measure, ends[0], ends[1], changes(AREA, before, now).values(), LEFT)


def _by_area(figure: Figure, column: str) -> Areas:
    """Return what schemes come to by area, the areas by name."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    names: dict[str, str] = {}
    for row, kind in zip(figure.records(), figure.kinds, strict=True):
        if kind == "line":
            name = text(row, "area") or NO_AREA
            names.setdefault(name_key(name), name)
            sums[name_key(name)] += amount(row, column)
    return {(key,): (names[key], sums[key]) for key in sorted(sums)}
