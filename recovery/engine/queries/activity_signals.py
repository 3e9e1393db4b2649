"""Activity over the years, and what it costs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from recovery.engine.queries.asking import Amount, Asks, Row, to_date

if TYPE_CHECKING:
    from recovery.view import View


FOUND: Final = (
    "actual", "plan", "original_plan", "plan_submission", "original_plan_submission", "plan_illustrative",
    "actual_submission", "actual_illustrative",
)  # fmt: skip


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
    original_plan_submission: int | None
    plan_illustrative: bool | None
    actual_submission: int | None
    actual_illustrative: bool | None


def activity_series(engine: Asks, plan: int | None, view: View) -> list[SeriesMonth]:
    """Return every measure's months in every year up to the view's month; `plan` is this year's activity plan.

    A year's plan is the newest loaded for it; of a month's actuals the newest holds, as everywhere.  Measures stand in
    the plan's order, those that it does not have after it, and go by the name that it, else the newest table gives.
    """
    until = to_date(view)
    plans = engine.ask("activity_plans", organisation=view.organisation, year=view.year.start)
    done = engine.ask("activity_done", **until)
    named = {row[0]: (1, row) for row in done} | {row[0]: (1, row) for row in plans}
    named |= {row[0]: (0, row) for row in plans if row[6] == plan}
    months: dict[tuple[str, int, int], dict[str, Any]] = defaultdict(dict)
    _take_plans(months, plans, {view.year.start: plan})
    for key, _, _, _, _, year, number, illustrative, month, actual in done:
        months[key, year, month] |= {
            "actual": actual, "actual_submission": number, "actual_illustrative": illustrative,
        }  # fmt: skip
    shown = [place for place in months if place[1:] <= (until["year"], until["month"])]
    shown.sort(key=lambda place: (named[place[0]][0], named[place[0]][1][4], place))
    return [_month(named[key][1], year, month, months[key, year, month]) for key, year, month in shown]


def _take_plans(
    months: dict[tuple[str, int, int], dict[str, Any]], plans: list[Row], current: dict[int, int | None]
) -> None:
    """Add what plans say: the one that holds in each year, and the year's first where it says something else."""
    first = {row[5]: row[6] for row in reversed(plans)}
    holding = {row[5]: row[6] for row in plans} | current
    for key, _, _, _, _, year, number, illustrative, counts in plans:
        field = "plan" if number == holding[year] else "original_plan" if number == first[year] else ""
        for month, count in enumerate(counts if field else (), 1):
            if count is not None:
                held = months[key, year, month]
                held[field] = count
                held["plan_illustrative"] = held.get("plan_illustrative", False) or illustrative
                held[f"{field}_submission"] = number


def _month(named: Row, year: int, month: int, held: dict[str, Any]) -> SeriesMonth:
    plan, original = held.get("plan"), held.get("original_plan")
    said = {**dict.fromkeys(FOUND), **held, "original_plan": None if original == plan else original}
    return SeriesMonth(named[1], named[2], named[3], year, month, **said)


def activity_cost(engine: Asks, plan: int, prices: int, view: View) -> list[Row]:
    """Return from April to the view's month, by measure: kind, code, title, unit price, plan, actual, actual cost."""
    return engine.ask("activity_cost", plan=plan, prices=prices, **to_date(view))
