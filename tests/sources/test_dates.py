"""Dates as people type them, and nothing else taken for one."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery.sources.dates import date_of, month_start


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2018, 9, 3), dt.datetime.combine(dt.date(2018, 9, 3), dt.time(23, 59)), "03/09/2018", "3.9.18",
        "3-9-2018", "2018-09-03", "2018-09-03 00:00:00", "3 Sep 2018", "3rd September 2018", "Mon 3 Sept '18", 43346.0,
        "03-Sep-18",
    ],
)  # fmt: skip
def test_a_day_however_it_is_written(cell):
    assert date_of(cell) == dt.date(2018, 9, 3)


@pytest.mark.parametrize(
    "cell",
    [None, "", True, 3, 1e9, float("nan"), float("inf"), "soon", "31/02/2018", "12/13/2018", "0000-01-01", "Marbles 18",
     "3 Sep", "2018", "٣/٩/٢٠١٨", "10000-01-01"],
)  # fmt: skip
def test_what_is_no_day(cell):
    assert date_of(cell) is None


def test_a_month_without_a_day_is_its_first_or_its_last():
    assert date_of("Feb 2020") == dt.date(2020, 2, 1)
    assert date_of("February-20", month_end=True) == dt.date(2020, 2, 29)


def test_months_of_the_financial_year_begin_in_april():
    assert [month_start(2018, month) for month in (1, 9, 10, 12)] == [
        dt.date(2018, 4, 1), dt.date(2018, 12, 1), dt.date(2019, 1, 1), dt.date(2019, 3, 1),
    ]  # fmt: skip
