"""Worked by hand: two months of referrals that differ by a working day alone, and a variance as volume and price.

April 2018 has 21 weekdays less Easter Monday, May 23 less two bank holidays:

  month     referrals   working days   a working day
  April         2,000             20             100
  May           2,100             21             100

First attendances were planned at £165 each.  To June 84,302 were planned, 81,006 took place, and they cost £13,500,000:

  planned cost   165 x 84,302                  13,909,830
  volume         165 x (84,302 - 81,006)          543,840   favourable: fewer than planned
  price          165 x 81,006 - 13,500,000      (134,010)   adverse: dearer than planned
  together       13,909,830 - 13,500,000          409,830
"""

from __future__ import annotations

from recovery.measures.figures import figure
from recovery.measures.working_days import working_days
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import everything_published
from tests.measures.looking import VIEW, row


def test_a_longer_month_is_not_more_demand():
    rows = [
        {"code": "E.M.7", "financial_year": 2018, "month": month, "actual": count}
        for month, count in ((1, 2000), (2, 2100))
    ]
    found = figure("spc", FilledEngine(Loaded(table("activity-actuals", rows), 2)), VIEW).records()
    assert [working_days(2018, month) for month in (1, 2)] == [20, 21]
    assert [one["value"] for one in found] == [100, 100]
    assert [one["activity"] for one in found] == [2000, 2100]


def test_a_variance_in_cost_is_volume_and_price():
    firsts = row(figure("activity-cost", everything_published(), VIEW), "E.M.8")
    assert (firsts["ytd_plan"], firsts["ytd_actual"]) == (84_302, 81_006)
    assert firsts["planned_cost"] == 13_909_830
    assert (firsts["volume_variance"], firsts["price_variance"]) == (543_840, -134_010)
    assert firsts["cost_variance"] == 409_830
