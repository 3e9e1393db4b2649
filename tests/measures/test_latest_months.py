from __future__ import annotations

from recovery.engine.queries import Earlier
from recovery.measures.latest_months import latest_months


def test_the_latest_months_begin_three_back_or_at_the_nearest_month_before_that():
    loaded = {1: 11, 2: 12, 4: 14}
    assert latest_months(3, {}) == Earlier(0)
    assert latest_months(7, loaded) == Earlier(4, 14)
    assert latest_months(6, loaded) == Earlier(2, 12)
    assert latest_months(12, loaded) == Earlier(4, 14)


def test_there_are_none_before_month_3_and_none_where_only_later_months_are_loaded():
    assert latest_months(2, {1: 11}) == Earlier(None)
    assert latest_months(6, {4: 14, 5: 15}) == Earlier(None)
