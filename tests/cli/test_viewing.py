"""The newest month that has data shows where none is asked for."""

from __future__ import annotations

from recovery.cli.arguments import parser
from recovery.cli.viewing import view_of
from recovery.measures.figures import FIGURES
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import actuals, published_tables

ROWS = [{"line": "Acute", "flow": "expenditure", "ytd_actual": 1}]


def view(engine, name, *options, submission=None):
    return view_of(engine, FIGURES[name], parser().parse_args(["show", name, *options]), submission)


def test_each_figure_goes_to_the_newest_month_of_its_own_data():
    engine = FilledEngine(*published_tables(), actuals(months=5), Loaded(table("position", ROWS), 4))
    assert view(engine, "position") == View("X01", FinancialYear(2018), 4)
    assert view(engine, "risks").month == 3
    assert view(engine, "activity").month == 5
    assert view(engine, "findings").month == 5
    assert view(engine, "plan").month == 5


def test_the_newest_year_that_has_the_figure_shows():
    engine = FilledEngine(*published_tables(), Loaded(table("position", ROWS), 1, year=2019))
    assert view(engine, "position") == View("X01", FinancialYear(2019), 1)
    assert view(engine, "risks") == View("X01", FinancialYear(2018), 3)
    assert view(engine, "position", "--year", "18/19") == View("X01", FinancialYear(2018), 3)
    assert view(engine, "position", "--month", "2").month == 2


def test_a_submission_brings_its_own_period():
    engine = FilledEngine(*published_tables(), Loaded(table("position", ROWS), 1, year=2019))
    assert view(engine, "position", submission=1) == View("X01", FinancialYear(2018), 3)


def test_a_year_without_any_month_has_none():
    tables = [load for load in published_tables() if load.month is None]
    assert view(FilledEngine(*tables), "plan") == View("X01", FinancialYear(2018), 0)
