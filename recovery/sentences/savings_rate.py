"""The required rate of savings in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.money import THOUSAND, rounded
from recovery.rows import amount, number
from recovery.sentences.amounts import millions, percent

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.rows import Row


def savings_rate_said(rate: Figure) -> str:
    """Return what the months left have to save for the schemes' forecast, and how much falls in the second half."""
    forecast, plan = rate.records()[:2]
    needed, so_far = number(forecast, "required_monthly_rate"), number(forecast, "monthly_rate")
    if so_far is None:
        return f"No month's savings have been reported yet. {_second_half(plan)}"
    if needed is None:
        return f"The year is complete: {millions(amount(forecast, 'delivered'))} was saved. {_second_half(plan)}"
    return (
        f"The schemes have saved {millions(so_far)} a month so far; for their forecast of "
        f"{millions(amount(forecast, 'year'))} the months left have to save {millions(needed)} a month each, "
        f"{_more(forecast)}. {_second_half(plan)}"
    )


def _more(row: Row) -> str:
    improvement = amount(row, "improvement")
    if not rounded(improvement / THOUSAND):
        return "as much as so far"
    share = number(row, "improvement_percent")
    size = millions(improvement) if share is None else f"{percent(abs(share))}"
    return f"{size} {'more' if improvement > 0 else 'less'}"


def _second_half(plan: Row) -> str:
    share = number(plan, "second_half_share")
    if share is None:
        return "No savings are planned."
    return f"{percent(share)} of the savings planned for the year fall in its second half."
