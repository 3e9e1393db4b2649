"""What stands outside the forecast: in all, and by the position's line that a risk or mitigation is linked with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.measures.position_lines import line_named, position_lines
from recovery.measures.risk.known import has_risks, known_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.measures.request import Request, Source


@dataclass(frozen=True)
class RiskOutside:
    """Pounds outside the forecast, negative if adverse: in all (None where no risks are loaded), and by line.

    A line is told by where it stands in the position; what is linked with none of its lines, as the delivery of
    schemes, is in the total alone.
    """

    total: Decimal | None = None
    by_line: Mapping[int, Decimal] = field(default_factory=dict)
    used: tuple[Source, ...] = ()


def risk_outside(request: Request, position: Source) -> RiskOutside:
    """Return what counts outside the forecast of the risks behind a view, and of the delivery of savings schemes."""
    if not has_risks(request):
        return RiskOutside()
    known, lines = known_of(request), position_lines(request.engine, position.id)
    exposure = known.exposure()
    by_line: dict[int, Decimal] = defaultdict(Decimal)
    for one in exposure.items:
        if line := line_named(one.item.line, lines):
            by_line[line.row_order] += one.counted
    return RiskOutside(exposure.expected, by_line, known.used)
