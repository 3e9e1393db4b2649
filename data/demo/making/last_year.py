"""The twelve positions of 2017/18: an invented course from the control total to the published outturn.

Published are the control total, a deficit of £15.5m, and what each line of the plan came to, £48.2m in all: before the
release of the national 0.5 % risk reserve, after which the same document's text gives £42.1m.  The months between, the
budgets and which lines went over by how much are invented; early forecasts hold the plan by what "Other" would give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from making import tables
from making.position import INCOME, NET, TOTAL, with_variances

if TYPE_CHECKING:
    from random import Random

    from making.position import Amounts

MONTHS: Final = range(1, 13)
BALANCING: Final = "Other"
OUTTURN: Final = "forecast_outturn_2017_18"
SPENT: Final = (0.03, 0.07, 0.13, 0.19, 0.27, 0.35, 0.44, 0.53, 0.63, 0.74, 0.87, 1.0)
"""The part of each line's overspend that had shown by each month."""
TOLD: Final = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.92, 1.0)
"""The part of it that the forecast told."""
HOPED: Final = (1.0, 1.0, 1.0, 1.0, 1.0, 0.75, 0.55, 0.35, 0.2, 0.1, 0.0, 0.0)
"""The part of what the forecast told that other lines were to make up for."""


def position(month: int, random: Random) -> list[dict[str, Any]]:
    """Return one month's position in £'000; its lines add up to its totals, those of month 12 to the published ones."""
    plan = {row["line"]: row for row in tables.read(tables.DEMO / "year" / "financial-plan.csv")}
    income = _allocation(int(plan[INCOME][OUTTURN]), month)
    lines = {}
    for row in tables.read(tables.HERE / "last_year.csv"):
        outturn = sum(int(plan[name][OUTTURN]) for name in row["plan_lines"].split(" | "))
        lines[row["line"]] = _line(outturn, int(row["over"]), month, random)
    told = sum(line["forecast_outturn"] - line["annual_budget"] for line in lines.values())
    lines[BALANCING]["forecast_outturn"] -= round(told * HOPED[month - 1])
    total = {key: sum(line[key] for line in lines.values()) for key in income}
    net = {key: income[key] - total[key] for key in income}
    signs = {INCOME: -1, NET: -1}
    amounts = {INCOME: income, **lines, TOTAL: total, NET: net}
    return [with_variances(name, one, signs.get(name, 1)) for name, one in amounts.items()]


def _allocation(annual: int, month: int) -> Amounts:
    to_date = round(annual * month / 12)
    return {"ytd_budget": to_date, "ytd_actual": to_date, "annual_budget": annual, "forecast_outturn": annual}


def _line(outturn: int, over: int, month: int, random: Random) -> Amounts:
    """Return a line at a month; until the year's end its overspend comes a little earlier or later than others'."""
    budget = outturn - over
    drift = 1.0 if month == MONTHS[-1] else 0.9 + 0.2 * random.random()
    to_date = round(budget * month / 12)
    return {
        "ytd_budget": to_date,
        "ytd_actual": to_date + round(over * SPENT[month - 1] * drift),
        "annual_budget": budget,
        "forecast_outturn": budget + round(over * TOLD[month - 1]),
    }
