from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.measures.run_rate_limits import NET, SAVINGS, SPEND, limit_of

DAY = dt.date(2018, 6, 30)


def test_an_improvement_is_rated_by_the_limits_of_its_kind():
    limit = limit_of(SPEND, DAY)
    rated = [limit.rag(Decimal(1), Decimal(points)) for points in ("-1", "0.5", "0.51", "2", "2.1")]
    assert rated == ["Green", "Green", "Amber", "Amber", "Red"]
    assert limit.rag(None, None) is None


def test_any_improvement_on_nothing_so_far_is_red_without_a_percentage():
    limit = limit_of(SAVINGS, DAY)
    assert [limit.rag(Decimal(pounds), None) for pounds in (1, 0, -1)] == ["Red", "Green", "Green"]


def test_every_kind_says_its_rule_and_none_holds_before_it_began():
    for kind in (SPEND, NET, SAVINGS):
        assert "{" not in limit_of(kind, DAY).rule
        assert limit_of(kind, dt.date(2000, 1, 1)) is None
    assert limit_of(NET, DAY).rule.startswith("Red when the net position of the months left has to be more than 10%")
