"""Worked by hand: two finished years' forecasts against what came, and this year's month 3 read with them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening
from tests.measures.looking import row, thousands
from tests.savings.triangulation.test_held_map import judged

FIELDS = ("line", "flow", "ytd_actual", "forecast_outturn")
VIEW = View("X01", FinancialYear(2018), 3)


def position(year: int, month: int, outturn: int, actual: int = 0, line: str = "Acute", **more) -> Loaded:
    lines = [("Allocation", "income", 100, 100), (line, "expenditure", actual, outturn)]
    return Loaded(table("position", [dict(zip(FIELDS, one, strict=True)) for one in lines]), month, year=year, **more)


LAST_YEAR = (position(2017, 3, 110), position(2017, 6, 124), position(2017, 12, 120, 120))
"""Acute was forecast at 110 in June and 124 in September; 120 came, against an allocation of 100."""
THE_YEAR_BEFORE = (position(2016, 3, 105), position(2016, 12, 90, 100, illustrative=True))
NOW = position(2018, 3, 150, line="ACUTE ")
PLAN_LINES = (
    {"line": "Allocation", "flow": "income", "forecast_outturn_prior": 100, "recurrent_exit_prior": 100},
    {"line": "Acute", "flow": "expenditure", "forecast_outturn_prior": 121, "recurrent_exit_prior": 121},
)
PLAN, NEXT_PLAN = (Loaded(table("financial-plan", list(PLAN_LINES)), year=year) for year in (2018, 2019))


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
    assert row(found, "Acute")["outturn_from"] == "expected by next year's plan"
    both = figure("accuracy", FilledEngine(*LAST_YEAR, NOW, PLAN), VIEW)
    assert row(both, "Acute")["outturn_from"] == "month 12"


def test_this_months_forecast_is_as_far_out_again():
    found = figure("forecast-range", FilledEngine(*LAST_YEAR, *THE_YEAR_BEFORE, NOW), VIEW)
    acute, net = row(found, "ACUTE "), row(found, "Net position")
    # of 150: the mean of 10 / 110 and 5 / 105, that is 6.926407 % of what was forecast
    assert (acute["forecasts"], acute["low"], acute["high"]) == (2, Decimal("139610.39"), Decimal("160389.61"))
    assert acute["percent_of_forecast"] == Decimal("6.926407")
    assert (net["reported"], net["low"], net["high"]) == (-50000, -57500, -42500)  # 10 and 5 out: 7.5
    assert net["percent_of_forecast"] is None


def test_as_far_out_again_is_of_what_was_forecast_not_of_what_came():
    engine = FilledEngine(position(2017, 3, 80), position(2017, 12, 100, 100), position(2018, 3, 100))
    # a quarter was added to last year's forecast, so that a quarter may come to this one
    assert thousands(figure("forecast-range", engine, VIEW), "Acute", "low", "high") == [75, 125]


def test_only_years_before_the_one_looked_at_are_history():
    engine = FilledEngine(*LAST_YEAR, *THE_YEAR_BEFORE, NOW, NEXT_PLAN)
    # the plan of 2019/20 says what 2018/19 is expected to come to, which is no outturn as long as 2018/19 runs
    assert set(figure("accuracy", engine, VIEW).values("year")) == {"All years", "2017/18", "2016/17"}
    a_year_ago = replace(VIEW, year=FinancialYear(2017))
    assert row(figure("forecast-range", engine, a_year_ago), "Net position")["low"] == -15000  # 5 out, never 10
    in_a_year = row(figure("accuracy", engine, replace(VIEW, year=FinancialYear(2019))), "2018/19")
    assert (in_a_year["line"], in_a_year["outturn_from"]) == ("Allocation", "expected by next year's plan")
    with pytest.raises(NothingLoaded, match="in a year before 2016/17"):
        figure("accuracy", engine, replace(VIEW, year=FinancialYear(2016)))


def test_a_line_that_is_called_otherwise_at_the_years_end_is_shown_without_what_came():
    found = figure("accuracy", FilledEngine(*LAST_YEAR, position(2017, 9, 122, line="Hospitals"), NOW), VIEW)
    renamed = row(found, "Hospitals")
    assert (renamed["outturn"], renamed["outturn_from"]) == (None, "no outturn under this name")
    assert (renamed["forecasts"], renamed["bias"], renamed["month_09"]) == (0, None, None)
    assert thousands(found, "Total spend", "outturn", "month_09") == [120, 2]


TWICE = ("Running Costs", "Running Costs", "Pay", "Running Costs")


def twice(year: int, month: int, *outturns: int) -> Loaded:
    """Income for running costs, then spend on running costs, pay, and running costs again."""
    flows = ("income", *["expenditure"] * 3)
    rows = [dict(zip(FIELDS, one, strict=True)) for one in zip(TWICE, flows, outturns, outturns, strict=True)]
    return Loaded(table("position", rows), month, year=year)


def test_lines_of_one_name_are_told_apart_by_flow_and_order():
    engine = FilledEngine(twice(2017, 3, 24, 20, 5, 4), twice(2017, 12, 25, 18, 5, 8), twice(2018, 3, 24, 22, 5, 5))
    record = figure("accuracy", engine, VIEW)
    assert list(record.values("month_03"))[:4] == [1000, 2000, 0, -4000]
    found = figure("forecast-range", engine, VIEW)
    assert [(one["forecasts"], one["bias"]) for one in found.records() if one["line"] == "Running Costs"] == [
        (1, 1000),
        (1, 2000),
        (1, -4000),
    ]


def test_totals_of_income_and_of_part_of_the_spend_have_no_record():
    def total(name: str, flow: str, *parts: int) -> dict:
        return {"line": name, "flow": flow, "kind": "total", "parts": parts, "forecast_outturn": 100}

    acute, pay, fees, grants = (
        {"line": name, "flow": flow, "ytd_actual": 50, "forecast_outturn": 50}
        for name, flow in (("Acute", "expenditure"), ("Pay", "expenditure"), ("Fees", "income"), ("Grants", "income"))
    )
    spend = [acute, total("Programme", "expenditure", 0, 0), pay, total("Spend", "expenditure", 0, 2)]
    whole = table("position", [*spend, fees, grants, total("Income", "income", 4, 5)])
    engine = FilledEngine(*(Loaded(whole, month, year=year) for year, month in ((2017, 3), (2017, 12), (2018, 3))))
    found = figure("forecast-range", engine, VIEW)
    assert [row(found, name)["forecasts"] for name in ("Programme", "Spend", "Income")] == [None, 1, None]


RENAMED = (
    position(2018, 3, 90, line="Acute Services"),
    position(2017, 3, 60, line="Acute"),
    position(2017, 12, 80, 80),
)


def test_a_line_that_is_plainly_called_otherwise_now_is_read_with_its_history():
    acute = row(figure("forecast-range", FilledEngine(*RENAMED), VIEW), "Acute Services")
    assert (acute["called"], acute["bias"], acute["low"]) == ("Acute", -20000, 60000)  # out by a third of 60


def test_a_line_that_the_map_of_areas_puts_with_one_of_another_name_is_read_with_its_history():
    happening, now = Happening(), position(2018, 3, 90, line="Hospitals")
    judged(happening, "Hospital care", plan_lines=["Acute"], position_lines=["HOSPITALS"])
    engine = FilledEngine(*LAST_YEAR, now)
    assert row(figure("forecast-range", engine, VIEW), "Hospitals")["forecasts"] is None
    engine.happen(*happening.events)
    hospitals = row(figure("forecast-range", engine, VIEW), "Hospitals")
    assert (hospitals["called"], hospitals["forecasts"], hospitals["bias"]) == ("Acute", 1, -10000)


def test_a_line_that_no_earlier_year_has_is_read_with_nothing():
    found = figure("forecast-range", FilledEngine(*LAST_YEAR, position(2018, 3, 150, line="Hospitals")), VIEW)
    assert thousands(found, "Hospitals", "reported", "low") == [150, None]
    assert thousands(found, "Net position", "reported", "low", "high") == [-50, -60, -40]


def test_a_year_of_which_nobody_knows_the_end_is_no_history():
    with pytest.raises(NothingLoaded, match="says how a forecast came out"):
        figure("accuracy", FilledEngine(*LAST_YEAR[:2], NOW), VIEW)
