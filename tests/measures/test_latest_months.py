from __future__ import annotations

from recovery.engine.queries import Earlier, Position
from recovery.measures.latest_months import latest_months


def loaded(*months: int) -> list[Position]:
    return [Position(2018, month, 10 + month, month == 1) for month in months]


def test_the_latest_months_begin_three_back_or_at_the_nearest_month_before_that():
    held = loaded(1, 2, 4)
    assert latest_months(3, []) == Earlier(0)
    assert latest_months(7, held) == Earlier(4, 14)
    assert latest_months(5, held) == Earlier(2, 12)
    assert latest_months(4, held) == Earlier(1, 11, illustrative=True)
    assert latest_months(6, held) == Earlier(2, 12)
    assert latest_months(12, held) == Earlier(4, 14)


def test_there_are_none_before_month_3_and_none_where_only_later_months_are_loaded():
    assert latest_months(2, loaded(1)) == Earlier(None)
    assert latest_months(6, loaded(4, 5)) == Earlier(None)
