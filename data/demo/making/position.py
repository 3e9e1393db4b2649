"""Months 1 and 2 of the month-end position: a course that leads to the published month 3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from making import tables

if TYPE_CHECKING:
    from random import Random

INCOME, TOTAL, NET, BALANCING = "Allocation", "Total Expenditure", "In year deficit", "Other"
PUBLISHED_MONTH = 3
YTD_COURSE = {1: 0.27, 2: 0.61}  # the part of month 3's variance that had shown by then
FORECAST_COURSE = {1: 0.0, 2: 0.5}
Amounts = dict[str, int]


def position(month: int, random: Random) -> list[dict[str, Any]]:
    """Return one earlier month's position in £'000; its lines add up to its totals exactly."""
    published = {row["line"]: row for row in tables.read(tables.DEMO / "month-03" / "position.csv")}
    income = _budgets(published[INCOME], month)
    lines = {
        name: _with_variances(row, month, random) for name, row in published.items() if name not in {INCOME, TOTAL, NET}
    }
    _balance_forecast(lines)
    total = {key: sum(line[key] for line in lines.values()) for key in income}
    net = {key: income[key] - total[key] for key in income}
    signs = {INCOME: -1, NET: -1}
    return [
        with_variances(name, amounts, signs.get(name, 1))
        for name, amounts in {INCOME: income, **lines, TOTAL: total, NET: net}.items()
    ]


def _budgets(published: dict[str, str], month: int) -> Amounts:
    ytd = round(int(published["ytd_budget"]) * month / PUBLISHED_MONTH)
    annual = int(published["annual_budget"])
    return {"ytd_budget": ytd, "ytd_actual": ytd, "annual_budget": annual, "forecast_outturn": annual}


def _with_variances(published: dict[str, str], month: int, random: Random) -> Amounts:
    amounts = _budgets(published, month)
    drift = 0.85 + 0.3 * random.random()
    amounts["ytd_actual"] -= round(int(published["ytd_variance"]) * YTD_COURSE[month] * drift)
    amounts["forecast_outturn"] -= round(float(published["forecast_variance"]) * FORECAST_COURSE[month])
    return amounts


def _balance_forecast(lines: dict[str, Amounts]) -> None:
    """Keep the forecast on plan, as it was reported: what the other lines need comes from the balancing line."""
    over = sum(line["forecast_outturn"] - line["annual_budget"] for line in lines.values())
    lines[BALANCING]["forecast_outturn"] -= over


def with_variances(line: str, amounts: Amounts, sign: int) -> dict[str, Any]:
    """Return a line of the table: its amounts with the variances, favourable positive."""
    return {
        "line": line,
        "ytd_budget": amounts["ytd_budget"],
        "ytd_actual": amounts["ytd_actual"],
        "ytd_variance": sign * (amounts["ytd_budget"] - amounts["ytd_actual"]),
        "annual_budget": amounts["annual_budget"],
        "forecast_outturn": amounts["forecast_outturn"],
        "forecast_variance": sign * (amounts["annual_budget"] - amounts["forecast_outturn"]),
    }
