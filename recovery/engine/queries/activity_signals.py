"""Activity over the years, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    """Return every measure's months in every year up to the view's month; `plan` is this year's activity plan.

    Measures stand in the plan's order, those that it does not have after it.
    """
    rows = engine.ask("activity_series", plan=plan, **to_date(view))
    named: dict[str, tuple[int, dict[str, Any]]] = {}
    for key, source, called, *_ in rows:
        if key not in named or source > named[key][0]:
            named[key] = source, called
    of_plan = max((source for source, _ in named.values()), default=0) if plan else None
    order = sorted(named, key=lambda key: (named[key][0] != of_plan, named[key][1]["row_order"], key))
    places = {key: place for place, key in enumerate(order)}
    rows.sort(key=lambda row: places[row[0]])
    return [_month(named[key][1], rest) for key, _, _, *rest in rows]


def _month(called: dict[str, Any], rest: list[Any]) -> SeriesMonth:
    return SeriesMonth(called["kind"], called["code"], called["title"], *rest)


def activity_cost(engine: Asks, plan: int, prices: int, view: View) -> list[Row]:
    """Return from April to the view's month, by measure: kind, code, title, unit price, plan, actual, actual cost."""
    return engine.ask("activity_cost", plan=plan, prices=prices, **to_date(view))
