"""Which organisation, year and month to show where the command does not say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.engine import queries
from recovery.engine.kept import months_ended
from recovery.errors import NothingLoaded, UsageError
from recovery.period import FinancialYear
from recovery.programme.as_at import day_of
from recovery.sources.months import of_date
from recovery.view import Since, View

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from recovery.engine.queries import Asks
    from recovery.measures.figures import Recipe


def view_of(engine: Asks, recipe: Recipe, arguments: argparse.Namespace, submission: int | None) -> View:
    """Return the view: as asked for, or the only organisation and the newest year and month that have data."""
    year, month = given.year(arguments.year), given.month(arguments.month)
    organisation = _organisation(engine, arguments.org)
    periods = queries.periods(engine, organisation)
    if submission is not None and year is None and month is None:
        year, month = _period_of(engine, organisation, submission)
    as_at = given.moment(arguments.as_at) if arguments.as_at else None
    year = year or _year_of(periods, as_at) or _newest_year(periods, recipe)
    newest = _newest_month(periods, recipe, year)
    return View(organisation, year, month or _month_by(newest, year, as_at), as_at)


def since_of(engine: Asks, view: View, arguments: argparse.Namespace) -> Since | None:
    """Return what a movement is asked to be reckoned from: a month of the view's year, or one submission; else None."""
    month = given.month(arguments.since)
    if not arguments.since_submission:
        return Since(replace(view, month=month, as_at=None)) if month else None
    submission = given.whole(arguments.since_submission, "submission")
    start, its_month = _period_of(engine, view.organisation, submission)
    own = View(view.organisation, start or view.year, month or its_month or view.month)
    return Since(own, submission)


def _year_of(periods: list[tuple[int, int | None, str]], as_at: dt.date | None) -> FinancialYear | None:
    """Return the year in which a day lies, where there is anything of it."""
    start = of_date(as_at).year if as_at else None
    return FinancialYear(start) if start is not None and start in {year for year, _, _ in periods} else None


def _month_by(newest: int, year: FinancialYear, as_at: dt.date | None) -> int:
    """Return the newest month that was over at the end of a day, or the first; without a day the newest there is."""
    if as_at is None or not newest:
        return newest
    return max(1, min(newest, months_ended(year, day_of(as_at))))


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
