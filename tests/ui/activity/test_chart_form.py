from __future__ import annotations

from recovery.ui.activity.chart_form import months_offered


def test_limits_may_begin_anew_from_any_month_charted_and_from_what_is_set_already():
    charted = [(2018, 2), (2018, 3)]
    assert months_offered(charted, None) == [None, (2018, 2), (2018, 3)]
    assert months_offered(charted, (2018, 3)) == [None, (2018, 2), (2018, 3)]


def test_an_earlier_month_that_is_looked_at_does_not_leave_out_a_later_one_that_is_set():
    assert months_offered([(2018, 2)], (2018, 6)) == [None, (2018, 2), (2018, 6)]
