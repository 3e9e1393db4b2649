"""The underlying position, the allocation's movements and the contingency in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.measures.allocation_movements import OPENING_UNKNOWN, UNEXPLAINED
from recovery.measures.underlying import WHOLE_ALLOCATION
from recovery.rows import Row, amount, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import bracketed, capital, many, millions, percent, surplus_or_deficit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure
    from recovery.measures.bridge import Step


def underlying_said(underlying: Figure) -> str:
    """Return the underlying position in money and in per cent, and what leads there from the reported outturn."""
    first, recurrent, last = of_kind(underlying, "total")
    if number(last, "amount") is None:
        return "The position has no net row, so that there is no outturn to start from."
    if not of_kind(underlying, "line"):
        outturn = surplus_or_deficit(amount(last, "amount"))
        return f"Reported is {outturn}; nothing that is loaded or marked says how much of it does not recur."
    share = number(last, "percent")
    what = "whole" if text(last, "reason").endswith(WHOLE_ALLOCATION) else "recurrent"
    of = f", {percent(abs(share))} of the {what} allocation" if share is not None else ""
    taken = amount(recurrent, "amount") - amount(first, "amount")
    added = amount(last, "amount") - amount(recurrent, "amount")
    return (
        f"{capital(surplus_or_deficit(amount(last, 'amount')))} underneath{of}: reported is "
        f"{surplus_or_deficit(amount(first, 'amount'))}, without what does not recur {_moved(taken)}, "
        f"and full-year effects {_moved(added)}."
    )


def _moved(pounds: Decimal) -> str:
    return f"{millions(pounds)} {'better' if pounds > 0 else 'worse'}" if pounds else "no different"


def bridge_alt(steps: Sequence[Step]) -> str:
    """Return the bridge in words."""
    return f"Waterfall chart. {'; '.join(f'{step.label} {bracketed(step.amount)}' for step in steps)}."


def allocations_said(allocations: Figure) -> str:
    """Return how far the allocation has moved since it opened, where that is known, and what of it is explained."""
    end, (first, *rest) = last_of_kind(allocations, "total"), of_kind(allocations, "line")
    listed = [row for row in rest if text(row, "movement") != UNEXPLAINED]
    if number(end, "limit") is None:
        return f"{capital(_in_all([first, *rest]))}; no opening allocation is known to add that to."
    now = millions(amount(end, "amount"))
    if not rest:
        return f"The allocation is {now}; no movement of it is known."
    if text(first, "movement") == OPENING_UNKNOWN:
        return f"The allocation is {now} after {_in_all(listed)}; what it opened with is not known."
    change = amount(end, "amount") - amount(first, "amount")
    how = f"{'up' if change > 0 else 'down'} {millions(change)}" if change else "unchanged in sum"
    parts = f" by {many(len(listed), 'movement')}{_split(listed)}" if listed else ""
    return f"The allocation is {how}, from {millions(amount(first, 'amount'))} to {now}{parts}.{_unexplained(rest)}"


def _in_all(rows: Sequence[Row]) -> str:
    """Return how many movements there are and what they come to: 2 movements of £0.3m in all."""
    whole = sum((amount(row, "amount") for row in rows), Decimal(0))
    return f"{many(len(rows), 'movement')} of {bracketed(whole)} in all{_split(rows)}"


def _split(rows: Sequence[Row]) -> str:
    if not rows or any(number(row, "recurrent") is None for row in rows):
        return ""
    recurrent, once = (sum((amount(row, name) for row in rows), Decimal(0)) for name in ("recurrent", "non_recurrent"))
    return f", of which {bracketed(recurrent)} recurs and {bracketed(once)} does not"


def _unexplained(rows: Sequence[Row]) -> str:
    found = [row for row in rows if text(row, "movement") == UNEXPLAINED]
    return f" {capital(millions(amount(found[0], 'amount')))} of it no list of movements explains." if found else ""


def contingency_said(contingency: Figure) -> str:
    """Return how much of the contingency is in the forecast and released, and what is left."""
    rows = {text(row, "step"): number(row, "amount") for row in contingency.records()}
    held, used, released, left = (rows.get(step) for step in ("Held", "In the forecast", "Released to date", "Left"))
    gone = rows.get("In the plan and held no longer")
    before = f" {_gone(gone, rows['In the plan'] or Decimal(0))}" if gone else ""
    if not held and not used:
        return f"No contingency is held.{before}"
    if held is None or used is None or left is None:
        return f"{millions(held or Decimal(0))} is held; nothing loaded says how much of it the forecast uses.{before}"
    to_date = f", {millions(released)} of it released to date" if released else ""
    rest = "nothing is left" if not left else f"{millions(left)} is left" if left > 0 else f"{millions(left)} too much"
    whole = "All" if used == held else bracketed(used) if used else "None"
    return f"{whole} of the {millions(held)} contingency is in the forecast{to_date}: {rest}.{before}"


def _gone(gone: Decimal, planned: Decimal) -> str:
    if gone < 0:
        return f"That is {millions(gone)} more than the {millions(planned)} of the plan."
    return f"Of the {millions(planned)} in the plan, {millions(gone)} is held no longer."
