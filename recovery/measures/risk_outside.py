"""What the risks leave outside the forecast: in all, and by the position's line that they are linked with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine import queries
from recovery.measures.position_lines import line_named, position_lines
from recovery.measures.risk.counting import counted
from recovery.measures.risk.items import REGISTER, SUMMARY, items_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.measures.request import Request, Source


@dataclass(frozen=True)
class RiskOutside:
    """Pounds outside the forecast, negative if adverse: in all (None where no risks are loaded), and by line.

    A line is told by where it stands in the position; what is linked with none of its lines is in the total alone.
    """

    total: Decimal | None = None
    by_line: Mapping[int, Decimal] = field(default_factory=dict)
    used: tuple[Source, ...] = ()


def risk_outside(request: Request, position: Source) -> RiskOutside:
    """Return what the risk register counts outside the forecast, else what the risk table's residuals come to."""
    if REGISTER in request.sources:
        items, source = items_of(request)
        found, lines = counted(items, ()).items, position_lines(request.engine, position.id)
        by_line: dict[int, Decimal] = defaultdict(Decimal)
        for one in found:
            if line := line_named(one.item.line, lines):
                by_line[line.row_order] += one.counted
        return RiskOutside(sum((one.counted for one in found), Decimal(0)), by_line, (source,))
    if SUMMARY in request.sources:
        source = request.sources[SUMMARY]
        return RiskOutside(queries.residual_risk(request.engine, source.id), {}, (source,))
    return RiskOutside()
