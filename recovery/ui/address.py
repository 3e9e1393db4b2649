"""The address bar: organisation, year and month in, the view out, and a word where it asks for the impossible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.errors import UsageError
from recovery.period import FinancialYear, month_name
from recovery.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Period:
    """A period that has been loaded; `month` 0 stands for a year of which no month is."""

    organisation: str
    organisation_name: str
    year: FinancialYear
    month: int


def periods(rows: Sequence[tuple[str, str, int, int | None]]) -> tuple[Period, ...]:
    """Return the engine's answer to `periods_loaded` as periods."""
    return tuple(Period(code, name, FinancialYear(year), month or 0) for code, name, year, month in rows)


def resolve(asked: Mapping[str, str], loaded: Sequence[Period]) -> tuple[View | None, list[str]]:
    """Return the view an address asks for, the newest period where it asks for none, and what it could not have."""
    if not loaded:
        return None, []
    notes: list[str] = []
    organisation = _organisation(asked.get("org", ""), loaded, notes)
    years = sorted({period.year for period in loaded if period.organisation == organisation})
    year = _year(asked.get("year", ""), years, notes)
    months = [period.month for period in loaded if (period.organisation, period.year) == (organisation, year)]
    return View(organisation, year, _month(asked.get("month", ""), months, year, notes)), notes


def _organisation(asked: str, loaded: Sequence[Period], notes: list[str]) -> str:
    held = [period.organisation for period in loaded]
    found = next((code for code in held if code.casefold() == asked.casefold()), "")
    if asked and not found:
        notes.append(f"Nothing is loaded for organisation '{asked[:20]}': {held[0]} is shown.")
    return found or held[0]


def _year(asked: str, years: Sequence[FinancialYear], notes: list[str]) -> FinancialYear:
    if not asked:
        return years[-1]
    try:
        year = FinancialYear.parse(asked)
    except UsageError:
        notes.append(f"'{asked[:20]}' is not a financial year: {years[-1]} is shown.")
        return years[-1]
    if year not in years:
        notes.append(f"Nothing is loaded for {year}: {years[-1]} is shown.")
        return years[-1]
    return year


def _month(asked: str, months: Sequence[int], year: FinancialYear, notes: list[str]) -> int:
    newest = max(months)
    if not asked or (asked.isdecimal() and int(asked) in months):
        return int(asked) if asked else newest
    instead = f"month {newest} ({month_name(newest)}) is shown" if newest else "the year's own tables are shown"
    notes.append(f"Month '{asked[:20]}' of {year} is not loaded: {instead}.")
    return newest


def parameters(view: View) -> dict[str, str]:
    """Return the address of a view, to be sent to a colleague."""
    return {"org": view.organisation, "year": str(view.year), "month": str(view.month)}
