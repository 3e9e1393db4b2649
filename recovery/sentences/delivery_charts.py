"""The charts of delivery in words, for those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.period import month_name
from recovery.rows import Row, amount, text
from recovery.sentences.amounts import bracketed, millions

if TYPE_CHECKING:
    from collections.abc import Sequence


def months_alt(rows: Sequence[Row], until: int, *, cumulative: bool) -> str:
    """Return plan beside actual, after month `until` beside forecast, month by month."""
    before = "cumulative_" if cumulative else ""
    parts = []
    for row in rows:
        month = int(amount(row, "month"))
        column = "actual" if month <= until else "forecast"
        shown = f"{column} {millions(amount(row, before + column))}"
        parts.append(f"{month_name(month)} plan {millions(amount(row, before + 'plan'))}, {shown}")
    kind = "added up over the year" if cumulative else "month by month"
    return f"Bars of savings delivered, then forecast, and a line of plan, {kind}. {'; '.join(parts)}."


def groups_alt(rows: Sequence[Row], name: str, what: str) -> str:
    """Return the variance to date of each group, the furthest behind plan first."""
    ordered = sorted(rows, key=lambda row: amount(row, "variance_ytd"))
    parts = [f"{text(row, name)} {bracketed(amount(row, 'variance_ytd'))}" for row in ordered]
    return f"Bar chart of savings delivered to date less plan by {what}, in brackets where short. {'; '.join(parts)}."
