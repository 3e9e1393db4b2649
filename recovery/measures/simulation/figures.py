"""The simulation as figures: the distribution of the outturn, and what drives its spread."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.measures.risk.outlook import outlook_of
from recovery.measures.simulation.simulated import Simulated, simulated, usual_settings

if TYPE_CHECKING:
    from recovery.measures.request import Request

COLUMNS: Final = (Column("measure", "Measure"), Column("value", "Value", "mixed"))
DRIVERS: Final = (
    Column("rank", "Rank", "number"),
    Column("ref", "Ref"),
    Column("driver", "Driver"),
    Column("kind", "Kind"),
    Column("expected", "Expected beside forecast", "money"),
    Column("standard_deviation", "Standard deviation", "money"),
    Column("worst", "Worst", "money"),
    Column("best", "Best", "money"),
    Column("share_of_variance", "Share of the spread", "percent"),
)
MONEY, PERCENT, NUMBER, COUNT = "money", "percent", "number", "count"
_POUND, _POINT = Decimal(1), Decimal("0.01")


def simulation(request: Request) -> Figure:
    """Return the distribution of the outturn at the usual number of runs and seed."""
    return as_simulation(request, simulated(outlook_of(request), usual_settings()))


def as_simulation(request: Request, found: Simulated) -> Figure:
    """Return a simulation as one row a measure: pounds rounded to whole ones, the chance in percentage points."""
    rows = measures_of(found)
    return request.figure(
        COLUMNS,
        [(name, value) for name, value, _ in rows],
        kinds=[kind for _, _, kind in rows],
        used=found.outlook.used,
    )


def measures_of(found: Simulated) -> list[tuple[str, Cell, str]]:
    """Return every measure of a simulation: its name, value and kind.

    P10 is the bad end: one run in ten is no better.  P90 is the good end.
    """
    draws, outlook, exposure = found.draws, found.outlook, found.exposure
    low, middle, high = draws.percentiles
    return [
        ("mean", pounds(draws.mean), MONEY),
        ("standard_deviation", pounds(draws.standard_deviation), MONEY),
        ("p10", pounds(low), MONEY),
        ("p50", pounds(middle), MONEY),
        ("p90", pounds(high), MONEY),
        ("chance_of_control_total", None if found.chance is None else points(found.chance), PERCENT),
        ("control_total", outlook.control_total, MONEY),
        ("reported_forecast", outlook.reported, MONEY),
        ("closed_form_mean", pounds(draws.closed_form_mean), MONEY),
        ("standard_error", pounds(draws.standard_deviation / draws.runs**0.5), MONEY),
        ("risks_expected", pounds(float(exposure.counted_of(is_mitigation=False))), MONEY),
        ("mitigations_expected", pounds(float(exposure.counted_of(is_mitigation=True))), MONEY),
        ("schemes_expected", pounds(float(exposure.delivery)), MONEY),
        ("not_counted_twice", pounds(float(exposure.not_counted_twice)), MONEY),
        ("runs", draws.runs, COUNT),
        ("seed", draws.seed, NUMBER),
        ("correlation", Decimal(str(draws.correlation)), NUMBER),
    ]


def simulation_drivers(request: Request) -> Figure:
    """Return what drives the spread of the outturn, the largest contribution to its variance first."""
    return as_drivers(request, simulated(outlook_of(request), usual_settings()))


def as_drivers(request: Request, found: Simulated) -> Figure:
    """Return the drivers of a simulation that vary, ranked."""
    draws = found.draws
    ranked = sorted(
        zip(draws.drivers, draws.shares.tolist(), strict=True), key=lambda pair: (-round(pair[1], 9), pair[0].key)
    )
    rows: list[tuple[Cell, ...]] = [
        (
            rank,
            driver.key.partition(":")[2],
            driver.title,
            driver.kind.capitalize(),
            pounds(driver.mean),
            pounds(driver.standard_deviation),
            pounds(driver.worst),
            pounds(driver.best),
            points(share),
        )
        for rank, (driver, share) in enumerate(((one, share) for one, share in ranked if one.variance), start=1)
    ]
    return request.figure(DRIVERS, rows, used=found.outlook.used)


def pounds(amount: float) -> Decimal:
    """Return an amount in whole pounds."""
    return Decimal(repr(amount)).quantize(_POUND, ROUND_HALF_UP) + 0


def points(share: float) -> Decimal:
    """Return a share from 0 to 1 in percentage points, to two decimals."""
    return (100 * Decimal(repr(share))).quantize(_POINT, ROUND_HALF_UP) + 0
