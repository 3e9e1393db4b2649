"""Worked by hand: two finished years' forecasts against what came, and this year's month 3 read with them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.measures.looking import row, thousands

FIELDS = ("line", "flow", "ytd_actual", "forecast_outturn")
VIEW = View("X01", FinancialYear(2018), 3)


def position(year: int, month: int, outturn: int, actual: int = 0, line: str = "Acute", **more) -> Loaded:
    lines = [("Allocation", "income", 100, 100), (line, "expenditure", actual, outturn)]
    return Loaded(table("position", [dict(zip(FIELDS, one, strict=True)) for one in lines]), month, year=year, **more)


LAST_YEAR = (position(2017, 3, 110), position(2017, 6, 124), position(2017, 12, 120, 120))
"""Acute was forecast at 110 in June and 124 in September; 120 came, against an allocation of 100."""
THE_YEAR_BEFORE = (position(2016, 3, 105), position(2016, 12, 90, 100, illustrative=True))
NOW = position(2018, 3, 150, line="ACUTE ")
PLAN = Loaded(
    table(
        "financial-plan",
        [
            {"line": "Allocation", "flow": "income", "forecast_outturn_prior": 100, "recurrent_exit_prior": 100},
            {"line": "Acute", "flow": "expenditure", "forecast_outturn_prior": 121, "recurrent_exit_prior": 121},
        ],
    )
)


def test_each_month_is_held_against_what_came():
    found = figure("accuracy", FilledEngine(*LAST_YEAR, NOW), VIEW)
    assert thousands(found, "Acute", "outturn", "month_01", "month_03", "month_06") == [120, None, -10, 4]
    acute = row(found, "Acute")
    assert (acute["forecasts"], acute["bias"], acute["mean_absolute_error"]) == (2, -3000, 7000)
    assert acute["mean_absolute_percent"] == Decimal("5.833333")  # the mean of 10 / 120 and 4 / 120
    assert thousands(found, "Net position", "outturn", "month_03", "month_06") == [-20, -10, 4]


def test_years_are_told_apart_and_taken_together():
    found = figure("accuracy", FilledEngine(*LAST_YEAR, *THE_YEAR_BEFORE, NOW), VIEW)
    assert list(dict.fromkeys(found.values("year"))) == ["All years", "2017/18", "2016/17"]
    acute = [record for record in found.records() if record["line"] == "Acute"]
    # out by -10 and 4 in 2017/18, by 5 in 2016/17
    assert [record["forecasts"] for record in acute] == [3, 2, 1]
    assert [record["bias"] for record in acute] == [Decimal("-333.33"), -3000, 5000]
    assert [record["month_03"] for record in acute] == [-2500, -10000, 5000]
    assert found.illustrative


def test_without_month_12_the_next_years_plan_says_what_came():
    found = figure("accuracy", FilledEngine(*LAST_YEAR[:2], NOW, PLAN), VIEW)
    assert thousands(found, "Acute", "outturn", "month_03", "month_06") == [121, -11, 3]
    assert row(found, "Acute")["outturn_from"] == "next year's plan"
    both = figure("accuracy", FilledEngine(*LAST_YEAR, NOW, PLAN), VIEW)
    assert row(both, "Acute")["outturn_from"] == "month 12"


def test_this_months_forecast_is_as_far_out_again():
    found = figure("forecast-range", FilledEngine(*LAST_YEAR, *THE_YEAR_BEFORE, NOW), VIEW)
    acute, net = row(found, "ACUTE "), row(found, "Net position")
    # of 150: the mean of 10 / 120 and 5 / 100, that is 6 2/3 %
    assert (acute["forecasts"], acute["low"], acute["high"]) == (2, Decimal("140000.00"), Decimal("160000.00"))
    assert (net["reported"], net["low"], net["high"]) == (-50000, -57500, -42500)  # 10 and 5 out: 7.5


def test_a_line_that_no_earlier_year_has_is_read_with_nothing():
    found = figure("forecast-range", FilledEngine(*LAST_YEAR, position(2018, 3, 150, line="Hospitals")), VIEW)
    assert thousands(found, "Hospitals", "reported", "low") == [150, None]
    assert thousands(found, "Net position", "reported", "low", "high") == [-50, -60, -40]


def test_a_year_of_which_nobody_knows_the_end_is_no_history():
    with pytest.raises(NothingLoaded, match="says how a forecast came out"):
        figure("accuracy", FilledEngine(*LAST_YEAR[:2], NOW), VIEW)
