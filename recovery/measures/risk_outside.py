"""What the risks leave outside the forecast: in all, and by the position's line that they are linked with."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine import queries
from recovery.measures.risk.counting import counted
from recovery.measures.risk.items import REGISTER, SUMMARY, items_of
from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.measures.request import Request, Source


@dataclass(frozen=True)
class RiskOutside:
    """Pounds outside the forecast, negative if adverse: in all (None where no risks are loaded), and by line.

    Lines are named without case; what is linked with no line is in the total alone.
    """

    total: Decimal | None = None
    by_line: Mapping[str, Decimal] = field(default_factory=dict)
    used: tuple[Source, ...] = ()


def risk_outside(request: Request) -> RiskOutside:
    """Return what the risk register counts outside the forecast, else what the risk table's residuals come to."""
    if REGISTER in request.sources:
        items, source = items_of(request)
        by_line: dict[str, Decimal] = {}
        total = Decimal(0)
        for one in counted(items, ()).items:
            total += one.counted
            if one.item.line:
                line = name_key(one.item.line)
                by_line[line] = by_line.get(line, Decimal(0)) + one.counted
        return RiskOutside(total, by_line, (source,))
    if SUMMARY in request.sources:
        source = request.sources[SUMMARY]
        return RiskOutside(queries.residual_risk(request.engine, source.id), {}, (source,))
    return RiskOutside()
