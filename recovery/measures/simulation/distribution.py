"""How many runs end where: the distribution of the outturn in equal steps, one of which begins at the control total."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.figure import Cell, Column, Figure
from recovery.measures.simulation.assumptions import assumptions
from recovery.measures.simulation.figures import points, pounds

if TYPE_CHECKING:
    from decimal import Decimal

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
    """Return the runs by where they end, in round steps from the control total (or the forecast) either way."""
    outlook, outturns = found.outlook, found.draws.outturns
    target = float(outlook.reported if outlook.control_total is None else outlook.control_total)
    width = round_step((float(outturns.max()) - float(outturns.min())) / assumptions().bars)
    places = np.floor((outturns - target + 0.005) / width).astype(np.int64)  # half a penny, as for the chance
    first, counts = int(places.min()), np.bincount(places - places.min()).tolist()
    rows = [
        (*_step(target + place * width, width, count, found.draws.runs), _meets(place, outlook.control_total))
        for place, count in enumerate(counts, start=first)
    ]
    return request.figure(COLUMNS, rows, used=found.outlook.used)


def _step(start: float, width: float, count: int, runs: int) -> tuple[Cell, ...]:
    return pounds(start), pounds(start + width), count, points(count / runs)


def _meets(place: int, control_total: Decimal | None) -> str | None:
    """Return whether the runs of a step meet the control total, which the step of place 0 begins at; None without."""
    return None if control_total is None else MET if place >= 0 else MISSED


def round_step(width: float) -> float:
    """Return the next round step: 1, 2, 2.5 or 5 times a power of ten, and never below a pound."""
    if width <= 1:
        return 1.0
    tens: float = 10.0 ** math.floor(math.log10(width))
    return next(step * tens for step in STEPS if step * tens >= width * (1 - 1e-9))
