"""What a regulator asks of a forecast, answered in the sentences of the pages that have the evidence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.rows import amount, bottom_line, number, of_kind, text
from recovery.sentences.amounts import listed, millions, percent, surplus_or_deficit
from recovery.sentences.simulation import CHANCE, CONTROL_TOTAL, WHOLE, Measures, chance

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.view import View

HALF: Final = 50
MOST: Final = 3
"""How many drivers are named in a sentence."""


def opening(forecast: Figure | None, found: Measures | None, view: View) -> str:
    """Return what is reported for the year, and the chance of meeting the control total where either can be told."""
    start = f"At {view.title} {_reported(forecast)}"
    if found is None or CHANCE not in found:
        return f"{start}."
    return f"{start}; the chance of meeting the control total is {chance(found)}."


def _reported(forecast: Figure | None) -> str:
    pounds = number(bottom_line(forecast), "reported") if forecast else None
    if forecast is None or pounds is None:
        return "there is no reported total for the year"
    is_net = bool(of_kind(forecast, "net"))
    return (
        f"the year is reported to end with {surplus_or_deficit(pounds) if is_net else f'spend of {millions(pounds)}'}"
    )


def sureness(found: Measures) -> str:
    """Return between what the outturn lies in eight of ten runs, and how likely the control total is."""
    low, middle, high = (surplus_or_deficit(found[name]) for name in ("p10", "p50", "p90"))
    between = f"In eight runs of ten the outturn lies between {low} and {high}, with {middle} in the middle"
    target = found.get(CONTROL_TOTAL)
    if target is None:
        return f"{between}; no control total is known to hold it against."
    return f"{between}; the control total, {surplus_or_deficit(target)}, is met in {chance(found)} of the runs."


def levers(drivers: Figure, found: Measures) -> str:
    """Return the largest drivers of the spread, and what is counted on of mitigations that are still to work."""
    rows = of_kind(drivers, "line")[:MOST]
    if not rows:
        return "No risk, mitigation or scheme is known that could move it."
    named = [f"{text(row, 'driver')} ({percent(amount(row, 'share_of_variance'), WHOLE)})" for row in rows]
    together = sum((amount(row, "share_of_variance") for row in rows), Decimal(0))
    start = "Most" if together > HALF else "The largest part"
    sum_of_all = f", together {percent(together, WHOLE)}" if len(rows) > 1 else ""
    share = f"{start} of the spread comes from {listed(named)}{sum_of_all}."
    counted = found["mitigations_expected"]
    return (
        f"{share} Mitigations worth {millions(counted)} beside the forecast still have to work." if counted else share
    )
