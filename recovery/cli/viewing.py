"""Which organisation, year and month to show where the command does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.engine import queries
from recovery.errors import NothingLoaded, UsageError
from recovery.period import FinancialYear
from recovery.view import View

if TYPE_CHECKING:
    import argparse

    from recovery.engine.queries import Asks
    from recovery.measures.figures import Recipe


def view_of(engine: Asks, recipe: Recipe, arguments: argparse.Namespace, submission: int | None) -> View:
    """Return the view: as asked for, or the only organisation and the newest year and month that have data."""
    year, month = given.year(arguments.year), given.month(arguments.month)
    organisation = _organisation(engine, arguments.org)
    periods = queries.periods(engine, organisation)
    if submission is not None and year is None and month is None:
        year, month = _period_of(engine, organisation, submission)
    year = year or _newest_year(periods, recipe)
    return View(organisation, year, month or _newest_month(periods, recipe, year))


def _organisation(engine: Asks, asked_for: str | None) -> str:
    known = dict(queries.organisations(engine))
    if not known:
        raise NothingLoaded("Nothing is loaded yet: start with the load command, or with demo.")
    if asked_for in known:
        return str(asked_for)
    names = ", ".join(f"{code} ({name})" for code, name in known.items())
    if asked_for:
        raise UsageError(f"There is no organisation '{asked_for}' here: {names}.")
    if len(known) > 1:
        raise UsageError(f"Several organisations are loaded; say which with --org: {names}.")
    return next(iter(known))


def _newest_year(periods: list[tuple[int, int | None, str]], recipe: Recipe) -> FinancialYear:
    years = [year for year, _, dataset in periods if dataset in recipe.datasets] or [year for year, _, _ in periods]
    return FinancialYear(max(years))


def _newest_month(periods: list[tuple[int, int | None, str]], recipe: Recipe, year: FinancialYear) -> int:
    """Return the newest month of the figure's own data; of any data where that has none; 0 where there is none."""
    months = [(dataset, month) for start, month, dataset in periods if start == year.start and month]
    own = [month for dataset, month in months if dataset in (recipe.dated_by or recipe.datasets)]
    return max(own or [month for _, month in months], default=0)


def _period_of(engine: Asks, organisation: str, submission: int) -> tuple[FinancialYear | None, int | None]:
    found = queries.submission_period(engine, organisation, submission)
    if found is None:
        raise UsageError(f"{organisation} has no submission {submission}.")
    start, month = found
    return FinancialYear(start), month
