"""Delivery of savings in words: to date and forecast against plan, what is late, what recurs, what nobody has found."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.money import THOUSAND, rounded
from recovery.rows import Row, amount, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import listed, many, millions, percent
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.measures.delivered import Recurrence
    from recovery.period import FinancialYear

WHOLE: Final = Decimal(1)
NAMED: Final = 3
"""How many schemes a sentence names; the table has them all."""


def answer(delivery: Figure, until: int, year: FinancialYear) -> str:
    """Return what is delivered of plan up to month `until` (0: none), and how the year is forecast against its plan."""
    total = last_of_kind(delivery, "total")
    plan, actual = amount(total, "plan_ytd"), amount(total, "actual_ytd")
    forecast, whole = amount(total, "forecast_year"), amount(total, "plan_year")
    if not until:
        return f"Savings of {millions(whole)} are planned for {year}; no month has been reported yet."
    share = f", {_share(actual, plan)} of the {millions(plan)} planned" if plan else ", of which none was planned yet"
    delivered = f"At month {until} savings of {millions(actual)} are delivered{share}"
    return f"{delivered}; the year is forecast at {millions(forecast)}, {against_plan(forecast - whole)}."


def against_plan(variance: Decimal) -> str:
    """Return a variance of savings in words: £0.2m short of plan, £0.1m above plan, on plan."""
    if not rounded(variance / THOUSAND):
        return "on plan"
    return f"{millions(variance)} {'above' if variance > 0 else 'short of'} plan"


def _share(actual: Decimal, plan: Decimal) -> str:
    return percent(100 * actual / plan if plan else None, WHOLE)


def key_figures(delivery: Figure, until: int) -> list[KeyFigure]:
    """Return delivery to date, the year's forecast and its variance, next year's effect, and what is unidentified."""
    total = last_of_kind(delivery, "total")
    plan, actual = amount(total, "plan_ytd"), amount(total, "actual_ytd")
    forecast, whole = amount(total, "forecast_year"), amount(total, "plan_year")
    found = []
    if until:
        found.append(_against(f"Delivered to month {until}", _share(actual, plan), actual - plan))
    found.append(KeyFigure("Forecast for the year", millions(forecast), f"Plan {millions(whole)}"))
    variance = forecast - whole
    shown = f"({millions(variance)})" if rounded(variance / THOUSAND) < 0 else millions(variance)
    found.append(KeyFigure("Forecast variance", shown, *_direction(variance)))
    found.append(KeyFigure("Full-year effect next year", millions(amount(total, "full_year_effect"))))
    return [*found, *_unidentified(delivery)]


def _against(label: str, value: str, variance: Decimal) -> KeyFigure:
    note, tone = _direction(variance)
    size = "" if not tone else f"{millions(variance)} "
    return KeyFigure(label, value, f"{size}{note.lower() if size else note}", tone)


def _direction(variance: Decimal) -> tuple[str, str]:
    if not rounded(variance / THOUSAND):
        return "On plan", ""
    return ("Above plan", "good") if variance > 0 else ("Short of plan", "bad")


def _unidentified(delivery: Figure) -> list[KeyFigure]:
    pounds = unidentified(delivery)
    if pounds is None:
        return []
    if not pounds:
        return [KeyFigure("Unidentified", "£0.0m", "Targets are covered", "good")]
    return [KeyFigure("Unidentified", f"({millions(pounds)})", "Still to be found; in no total", "bad")]


def unidentified(delivery: Figure) -> Decimal | None:
    """Return the savings that no scheme has been found for, None where no target says so."""
    return number(last_of_kind(delivery, "memo"), "plan_year")


def unidentified_said(delivery: Figure) -> str:
    """Return what is unidentified in a sentence, '' where there is no target or nothing is missing."""
    pounds = unidentified(delivery)
    if not pounds:
        return ""
    return f"Unidentified savings of {millions(pounds)} are no scheme's: they stand in no total on this page."


def unmoved(delivery: Figure) -> list[Row]:
    """Return the schemes that are off plan to date and whose forecast is still the plan, the furthest off first."""
    found = [row for row in of_kind(delivery, "line") if text(row, "forecast_is_plan") == "yes"]
    return sorted(found, key=lambda row: -abs(amount(row, "variance_ytd")))


def unmoved_said(delivery: Figure) -> str:
    """Return which schemes forecast the plan although their actuals are not, and how far off they are to date."""
    rows = unmoved(delivery)
    if not rows:
        return "Every scheme that is off plan to date has a forecast of its own."
    still = "is off plan to date but still forecasts" if len(rows) == 1 else "are off plan to date but still forecast"
    names = listed([f"{text(row, 'scheme')} ({_off(row)})" for row in rows[:NAMED]])
    named = f"; the furthest off are {names}" if len(rows) > NAMED else f": {names}"
    return f"{many(len(rows), 'scheme')} {still} the plan for the months left{named}."


def _off(row: Row) -> str:
    variance = amount(row, "variance_ytd")
    return f"{millions(variance)} {'above' if variance > 0 else 'short'}"


def slipping(delivery: Figure) -> list[Row]:
    """Return the schemes that are forecast below plan for the year, or behind it to date, the furthest first."""
    found = [row for row in of_kind(delivery, "line") if _slips(row)]
    return sorted(found, key=lambda row: (amount(row, "variance_year"), amount(row, "variance_ytd")))


def _slips(row: Row) -> bool:
    return any(rounded(amount(row, column) / THOUSAND) < 0 for column in ("variance_year", "variance_ytd"))


def slipping_said(delivery: Figure) -> str:
    """Return how many schemes slip, what the year loses by them, and how many give no reason."""
    rows = slipping(delivery)
    if not rows:
        return "No scheme is behind plan, to date or for the year."
    year = sum((min(amount(row, "variance_year"), Decimal(0)) for row in rows), Decimal(0))
    silent = sum(1 for row in rows if not text(row, "slippage_reason"))
    behind = "is behind plan to date or for the year" if len(rows) == 1 else "are behind plan to date or for the year"
    who = "it takes" if len(rows) == 1 else "together they take"
    lost = f"; {who} {millions(year)} off the year's plan" if year else ""
    reasons = f" {_without_reason(silent, len(rows))}" if silent else ""
    return f"{many(len(rows), 'scheme')} {behind}{lost}.{reasons}"


def _without_reason(silent: int, rows: int) -> str:
    if silent == rows:
        return "No reason is given." if rows == 1 else "None of them gives a reason."
    return f"{silent} of them {'gives' if silent == 1 else 'give'} no reason."


def recurrence_said(parts: Recurrence) -> str:
    """Return what recurs of what is delivered, and how much non-recurrent delivery stands in for recurrent."""
    opening = (
        f"Of the {millions(parts.delivered)} delivered to date, {millions(parts.recurrent)} recurs and "
        f"{millions(parts.non_recurrent)} does not."
    )
    short = parts.recurrent_plan - parts.recurrent
    if rounded(short / THOUSAND) <= 0:
        return f"{opening} Recurrent savings are not behind their plan."
    behind = f"Recurrent savings are {millions(short)} behind their plan"
    if not rounded(parts.standing_in / THOUSAND):
        return f"{opening} {behind}, and no non-recurrent delivery stands in for them."
    return f"{opening} {behind}: {millions(parts.standing_in)} of non-recurrent delivery stands in for them this year."
