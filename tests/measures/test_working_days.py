"""Working days, by a second way to find the movable holidays."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from recovery.measures.working_days import bank_holidays, working_days

EXTRA = {2011: 1, 2012: 1, 2022: 2, 2023: 1}
"""A wedding, a jubilee, a jubilee and a funeral, and a coronation."""


def easter(year: int) -> dt.date:
    """Return Easter Sunday, by Gauss as corrected for 1900 to 2099."""
    d = (19 * (year % 19) + 24) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
    days = 22 + d + e
    if (d, e) == (29, 6) or ((d, e) == (28, 6) and year % 19 > 10):
        days -= 7
    return dt.date(year, 3, 1) + dt.timedelta(days=days - 1)


@pytest.mark.parametrize("year", range(2010, 2028))
def test_good_friday_and_easter_monday_are_where_easter_puts_them(year):
    assert {easter(year) - dt.timedelta(days=2), easter(year) + dt.timedelta(days=1)} <= bank_holidays()


def test_there_are_eight_bank_holidays_a_year_and_three_of_their_own_none_at_a_weekend():
    counted = Counter(day.year for day in bank_holidays())
    assert counted == {year: 8 + EXTRA.get(year, 0) for year in range(2010, 2028)}
    assert all(day.weekday() < 5 for day in bank_holidays())


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [
        (2018, 1, 20),
        (2017, 1, 18),
        (2018, 9, 19),
        (2020, 9, 21),
        (2022, 3, 20),
        (2019, 11, 20),
        (2015, 10, 20),
        (2012, 3, 19),
    ],
)
def test_working_days_by_hand(year, month, days):
    """April 2018 has 21 weekdays less Easter Monday; in June 2022 two days went to the jubilee."""
    assert working_days(year, month) == days


def test_a_year_whose_holidays_are_not_listed_has_no_known_working_days():
    assert working_days(2009, 9) is None
    assert working_days(2027, 9) == 21
    assert working_days(2027, 10) is None
