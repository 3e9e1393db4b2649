from __future__ import annotations

import datetime as dt

import pytest

from recovery.period import FinancialYear
from recovery.programme.working_day import today, working_day

YEAR = FinancialYear(2018)
NEWEST = dt.date(2019, 2, 14)


@pytest.mark.parametrize("now", [dt.date(2018, 2, 1), dt.date(2018, 4, 1), dt.date(2019, 3, 31), dt.date(2019, 7, 1)])
def test_it_is_today_until_three_months_after_the_year(now: dt.date):
    assert working_day(YEAR, now, NEWEST) == now


@pytest.mark.parametrize("now", [dt.date(2019, 7, 2), dt.date(2026, 11, 24)])
def test_after_that_it_is_the_day_of_the_newest_event(now: dt.date):
    assert working_day(YEAR, now, NEWEST) == NEWEST
    assert working_day(YEAR, now, None) == dt.date(2019, 3, 31)


def test_today_is_the_day_of_this_machine():
    assert today() == dt.date.today()  # noqa: DTZ011
