from __future__ import annotations

from decimal import Decimal

from recovery.charts.profile import profile
from recovery.programme.scheme import ProfileMonth


def test_a_month_s_recurrent_and_other_lines_are_added_up():
    lines = [
        ProfileMonth(1, Decimal(2000), Decimal(1500)),
        ProfileMonth(1, Decimal(1000), Decimal(1000), recurrent=False),
        ProfileMonth(2, Decimal(3000), None, Decimal(4000)),
        ProfileMonth(3, Decimal(3000)),
    ]
    actual, forecast, plan = profile(lines, 1).data
    assert list(actual.y) == [2.5]
    assert list(forecast.y) == [4, 3]
    assert list(plan.y) == [3, 3, 3]


def test_a_month_that_nobody_has_reported_has_no_bar():
    assert list(profile([ProfileMonth(1, Decimal(2000))], 1).data[0].y) == [None]
