"""One scheme's year by month: its plan, what it has delivered, what it still forecasts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.charts.delivery import months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.charts.style import Drawing
    from recovery.programme.scheme import ProfileMonth
    from recovery.rows import Row


def profile(lines: Sequence[ProfileMonth], until: int) -> Drawing:
    """Return a scheme's profile in £'000: actual up to month `until`, after it forecast or, failing that, plan.

    Recurrent and non-recurrent lines of a month are added up.
    """
    held = sorted({line.month for line in lines})
    return months([_month(month, [line for line in lines if line.month == month]) for month in held], until)


def _month(month: int, lines: Sequence[ProfileMonth]) -> Row:
    actuals = [line.actual for line in lines if line.actual is not None]
    return {
        "month": month,
        "plan": sum((line.plan for line in lines), Decimal(0)),
        "actual": sum(actuals, Decimal(0)) if actuals else None,
        "forecast": sum((line.plan if line.forecast is None else line.forecast for line in lines), Decimal(0)),
    }
