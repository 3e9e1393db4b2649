"""Months and years as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery.sources.months import MonthOfYear, month_in, month_of, of_date, year_of, years_in


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        (1, 1),
        (12.0, 12),
        ("3", 3),
        ("Apr", 1),
        ("april", 1),
        ("Sept", 6),
        ("M3", 3),
        ("M03", 3),
        ("Month 12", 12),
        ("P4", 4),
    ],
)
def test_a_month_without_a_year_is_its_number_from_april(cell, month):
    assert month_of(cell) == MonthOfYear(month)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("April 2018", (1, 2018)),
        ("Apr-18", (1, 2018)),
        ("Jan-19", (10, 2018)),
        ("2018-04-01", (1, 2018)),
        (dt.date(2019, 3, 31), (12, 2018)),
        (dt.date(2018, 6, 30), (3, 2018)),
        ("30/06/2018", (3, 2018)),
        ("2017/18 Apr", (1, 2017)),
        ("Mar 2017/18", (12, 2017)),
        ("Apr '18", (1, 2018)),
        ("01/02/2020", (11, 2019)),
        ("01.02.2020", (11, 2019)),
        ("1-2-20", (11, 2019)),
        ("31/12/2013", (9, 2013)),
    ],
)
def test_a_month_with_a_year_is_in_its_financial_year(cell, expected):
    assert month_of(cell) == MonthOfYear(*expected)


@pytest.mark.parametrize(
    "cell", [0, 13, -1, 1.5, "0", "13", "abc", "", None, "Maybe", "Apr to Jun", "M13", "31/13/2018", "2018-13"]
)
def test_what_is_no_month_of_the_year_is_none(cell):
    assert month_of(cell) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Month 3 Position", 3),
        ("finance_report_M05", 5),
        ("as at 30 June 2018", 3),
        ("Report to 31 October 2019", 7),
        ("Plan", None),
    ],
)
def test_a_title_names_its_month(text, month):
    found = month_in(text.replace("_", " "))
    assert (found.month if found else None) == month


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2018/19 Plan", (2018,)),
        ("17/18 FOT", (2017,)),
        ("2018-19", (2018,)),
        ("FY18/19", (2018,)),
        ("FY19", (2018,)),
        ("M3-18-19", (2018,)),
        ("at 01/02/2020", ()),
        ("2020-02-03", ()),
        ("FY2019", (2018,)),
        ("FY1819", (2018,)),
        ("17/18 to 18/19", (2017, 2018)),
        ("2018/20", ()),
        ("1/2", ()),
        ("plan", ()),
    ],
)
def test_a_text_names_financial_years(text, years):
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("cell", "year"), [("2018/19", 2018), (2018.0, 2018), ("2018", 2018), ("FY19", 2018), ("x", None), (None, None)]
)
def test_a_year_cell_is_its_first_calendar_year(cell, year):
    assert year_of(cell) == year


def test_every_date_is_in_the_financial_year_that_begins_in_april():
    assert of_date(dt.date(2018, 3, 31)) == MonthOfYear(12, 2017)
    assert of_date(dt.date(2018, 4, 1)) == MonthOfYear(1, 2018)
