"""The forecast by hand: the reported one beside run rates, without one-off items, and with the risk outside it."""

from __future__ import annotations

from decimal import Decimal

from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row, thousands

FIELDS = ("line", "flow", "ytd_budget", "ytd_actual", "annual_budget", "forecast_outturn")
LINES = [
    ("Allocation", "income", 300, 300, 1200, 1200),
    ("Acute", "expenditure", 200, 240, 1000, 1050),
    ("Contingency", "expenditure", 0, None, 80, 80),
    ("Total", "expenditure", None, 999, None, 1135),
]
ROWS = [dict(zip(FIELDS, line, strict=True)) for line in LINES]
ROWS[3] |= {"kind": "total", "parts": (1, 2)}
RATES = ("straight_line", "budget_phased", "required_monthly_run_rate", "ytd_monthly_run_rate")


def position(month: int = 3, **more) -> Loaded:
    return Loaded(table("position", ROWS), month, **more)


def test_each_line_is_carried_on_at_its_own_rate():
    found = at_month_3(FilledEngine(position()), "forecast")
    assert thousands(found, "Acute", "reported", *RATES) == [1050, 960, 1200, 90, 80]
    assert thousands(found, "Contingency", "straight_line", "budget_phased") == [None, None]


def test_a_total_is_built_from_lines_and_keeps_a_contingency_that_is_still_to_come():
    found = at_month_3(FilledEngine(position()), "forecast")
    assert thousands(found, "Total", "reported", "straight_line", "budget_phased") == [1135, 960, 1280]
    assert row(found, "Total")["required_monthly_run_rate"] == Decimal("98888.89")  # (1,130 - 240) / 9, not from 999
    assert thousands(found, "Net position", "reported", "straight_line", "budget_phased") == [70, 240, -80]
    re_added = at_month_3(FilledEngine(position()), "forecast", computed=True)
    assert thousands(re_added, "Total", "reported") == [1130]


def test_the_lowest_and_highest_are_of_all_methods_that_give_one():
    found = at_month_3(FilledEngine(position()), "forecast")
    assert thousands(found, "Acute", "lowest", "highest", "range") == [960, 1200, 240]
    assert thousands(found, "Net position", "lowest", "highest", "range") == [-80, 240, 320]


def test_a_forecast_that_asks_the_months_left_to_be_better_is_rated():
    found = at_month_3(FilledEngine(position()), "forecast")
    acute, net = row(found, "Acute"), row(found, "Net position")
    assert (acute["improvement"], acute["improvement_percent"], acute["improvement_rag"]) == (
        Decimal(-10000), Decimal("-12.5"), "Green",
    )  # fmt: skip  # 80 a month so far, 90 allowed
    assert net["improvement"] == Decimal("-18888.89")  # (70 - 60) / 9 needed, 60 / 3 so far
    assert (acute["better_when"], net["better_when"]) == ("lower", "higher")


def test_no_month_is_left_to_make_up_for_anything_at_the_year_end():
    found = at_month_3(FilledEngine(position(12)), "forecast", submission=1)
    assert found.values("required_monthly_run_rate") == found.values("improvement_rag") == [None] * 5
    assert thousands(found, "Acute", "straight_line") == [240]


def test_the_published_month_runs_above_its_forecast():
    found = at_month_3(FilledEngine(*published_tables()), "forecast")
    assert thousands(found, "Total Expenditure", "reported", "straight_line") == [1219839, 1220840]
    assert thousands(found, "In year deficit", "reported", "straight_line") == [-35069, -38340]
    assert thousands(found, "In year deficit", "reported_plus_risk") == [-35069]  # nothing is left outside the forecast
    assert row(found, "In year deficit")["improvement_rag"] == "Red"
    assert not found.marks
