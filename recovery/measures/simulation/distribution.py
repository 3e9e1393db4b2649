"""How many runs end where: the distribution of the outturn in equal steps, one of which begins at the control total."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.figure import Cell, Column, Figure
from recovery.measures.simulation.assumptions import assumptions
from recovery.measures.simulation.figures import points, pounds

if TYPE_CHECKING:
    from recovery.measures.request import Request
    from recovery.measures.simulation.simulated import Simulated

COLUMNS: Final = (
    Column("from_outturn", "From", "money"),
    Column("to_outturn", "To below", "money"),
    Column("runs", "Runs", "count"),
    Column("share", "Share of runs", "percent"),
    Column("meets", "Control total"),
)
MET, MISSED = "Met", "Missed"
STEPS: Final = (1, 2, 2.5, 5, 10)


def distribution(request: Request, found: Simulated) -> Figure:
    """Return the runs by where they end, in round steps from the control total either way."""
    outturns, target = found.draws.outturns, float(found.outlook.control_total)
    width = round_step((float(outturns.max()) - float(outturns.min())) / assumptions().bars)
    places = np.floor((outturns - target + 0.005) / width).astype(np.int64)  # half a penny, as for the chance
    first, counts = int(places.min()), np.bincount(places - places.min()).tolist()
    rows = [_row(target + (first + place) * width, width, count, found) for place, count in enumerate(counts)]
    return request.figure(COLUMNS, rows, used=found.outlook.used)


def _row(start: float, width: float, count: int, found: Simulated) -> tuple[Cell, ...]:
    met = pounds(start) >= found.outlook.control_total.quantize(Decimal(1))
    return pounds(start), pounds(start + width), count, points(count / found.draws.runs), MET if met else MISSED


def round_step(width: float) -> float:
    """Return the next round step: 1, 2, 2.5 or 5 times a power of ten, and never below a pound."""
    if width <= 1:
        return 1.0
    tens: float = 10.0 ** math.floor(math.log10(width))
    return next(step * tens for step in STEPS if step * tens >= width * (1 - 1e-9))
