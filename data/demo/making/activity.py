"""Activity by month: last year's months add up to the published outturn, this year's follow the published plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from making import tables

if TYPE_CHECKING:
    from random import Random

MONTHS = ("apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar")
PRICES = {
    "E.M.8": 165.0, "E.M.9": 78.0, "E.M.10a": 790.0, "E.M.10b": 3450.0, "E.M.11a": 610.0, "E.M.11b": 2680.0,
    "E.M.12": 142.0,
}  # fmt: skip
"""Invented prices in pounds, of the order of what hospitals were paid; a referral itself costs nothing."""
Rows = list[dict[str, Any]]
Months = dict[str, list[int]]


def last_year(random: Random) -> Rows:
    """Return all months of 2017/18; every code adds up to its published outturn, every parent to its parts."""
    plan = _plan()
    found: Months = {}
    for code, row in plan.items():
        if not _parts(code, plan):
            weights = [int(row[month]) * (0.98 + 0.04 * random.random()) for month in MONTHS]
            found[code] = tables.spread(_outturn(code, plan), weights)
    return _rows("2017/18", _with_parents(found, plan), MONTHS)


def this_year(month: int, drifts: dict[str, float], random: Random) -> Rows:
    """Return one month of 2018/19: the plan with each code's own drift and a little noise."""
    plan, name = _plan(), MONTHS[month - 1]
    found = {
        code: [round(int(row[name]) * (1 + drifts[code] + 0.02 * (random.random() - 0.5)))]
        for code, row in plan.items()
        if not _parts(code, plan)
    }
    return _rows("2018/19", _with_parents(found, plan), (name,))


def prices(random: Random) -> Rows:
    """Return an invented unit price of every measure that is paid by the unit, and the cost of months 1 to 3."""
    plan, done = _plan(), _done_so_far()
    price = {code: value for code, value in PRICES.items() if code in plan}
    cost = {code: round(done[code] * price[code] * (0.985 + 0.04 * random.random())) for code in price}
    for code in plan:
        parts = [part for part in _parts(code, plan) if part in PRICES]
        if parts:
            planned = [int(plan[part]["plan_2018_19"]) for part in parts]
            total = sum(count * price[part] for count, part in zip(planned, parts, strict=True))
            price[code], cost[code] = round(total / sum(planned), 2), sum(cost[part] for part in parts)
    return [
        {"code": code, "title": row["title"], "unit_price": f"{price[code]:.2f}", "actual_cost": cost[code]}
        for code, row in plan.items()
        if code in price
    ]


def _done_so_far() -> dict[str, int]:
    found = dict.fromkeys(_plan(), 0)
    for place, month in enumerate(MONTHS[:3], 1):
        for row in tables.read(tables.DEMO / f"month-{place:02d}" / "activity-actuals.csv"):
            found[row["code"]] += int(row[month])
    return found


def drifts(random: Random) -> dict[str, float]:
    """Return how far each code runs away from its plan this year."""
    return {code: 0.05 * random.random() - 0.015 for code in _plan()}


def _plan() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in tables.read(tables.DEMO / "year" / "activity-plan.csv")}


def _parts(code: str, plan: dict[str, dict[str, str]]) -> list[str]:
    return [other for other in plan if other[:-1] == code and other[-1].isalpha()]


def _outturn(code: str, plan: dict[str, dict[str, str]]) -> int:
    """Return the published outturn, or where none is printed the code's share of its parent's by plan."""
    printed = plan[code]["outturn_2017_18"]
    if printed:
        return int(printed)
    parent = code[:-1]
    parts = _parts(parent, plan)
    shares = tables.spread(int(plan[parent]["outturn_2017_18"]), [int(plan[part]["plan_2018_19"]) for part in parts])
    return shares[parts.index(code)]


def _with_parents(found: Months, plan: dict[str, dict[str, str]]) -> Months:
    return {
        code: found.get(code)
        or [sum(values) for values in zip(*(found[part] for part in _parts(code, plan)), strict=True)]
        for code in plan
    }


def _rows(year: str, values: Months, months: tuple[str, ...]) -> Rows:
    titles = {code: row["title"] for code, row in _plan().items()}
    return [
        {"code": code, "title": titles[code], "financial_year": year, **dict(zip(months, row, strict=True))}
        for code, row in values.items()
    ]
