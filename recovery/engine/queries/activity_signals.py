"""Activity over the years, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Amount, Asks, Row, to_date

if TYPE_CHECKING:
    from recovery.view import View


@dataclass(frozen=True)
class SeriesMonth:
    """One month of one measure: what was done and planned (None: nothing), and the submissions that say so.

    `original_plan` is what the year's first plan said, where the current one says something else.
    """

    kind: str
    code: str
    title: str
    year: int
    month: int
    actual: Amount
    plan: Amount
    original_plan: Amount
    plan_submission: int | None
    plan_illustrative: bool | None
    actual_submission: int | None
    actual_illustrative: bool | None


def activity_series(engine: Asks, plan: int | None, view: View) -> list[SeriesMonth]:
    """Return every measure's months in every year up to the view's month; `plan` is this year's activity plan."""
    return [SeriesMonth(*row) for row in engine.ask("activity_series", plan=plan, **to_date(view))]


def activity_cost(engine: Asks, plan: int, prices: int, view: View) -> list[Row]:
    """Return from April to the view's month, by measure: kind, code, title, unit price, plan, actual, actual cost."""
    return engine.ask("activity_cost", plan=plan, prices=prices, **to_date(view))
