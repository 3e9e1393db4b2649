"""Worked by hand: one line's forecast at month 5 by every method, with two one-off items and risk outside it.

Acute has spent £500k of a budget to date of £450k; the year's budget is £1,080k and the reported forecast £1,300k.
At month 2 it had spent £140k.  In month 4 a settlement of £60k was paid, in month 1 a refund of £20k came in; neither
will recur.  The allocation of £1,440k comes in twelfths.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening
from tests.measures.looking import row, thousands

FIELDS = ("line", "flow", "ytd_budget", "ytd_actual", "annual_budget", "forecast_outturn")
METHODS = ("straight_line", "budget_phased", "last_three_months")
WITHOUT = tuple(f"{method}_without_one_offs" for method in METHODS)
VIEW = View("X01", FinancialYear(2018), 5)


def position(month: int, acute: int, line: str = "Acute") -> Loaded:
    lines = [
        ("Allocation", "income", 120 * month, 120 * month, 1440, 1440),
        (line, "expenditure", 90 * month, acute, 1080, 1300),
    ]
    return Loaded(table("position", [dict(zip(FIELDS, one, strict=True)) for one in lines]), month)


RISKS = Loaded(
    table(
        "risks",
        [
            {"risk": "Beds", "total_risk": -80, "mitigated_risk": -50, "in_forecast": -20},
            {"risk": "Contingency", "kind": "contingency", "mitigated_risk": 10, "in_forecast": 0},
        ],
    ),
    5,
)


def marked(*loads: Loaded, line: str = " acute", **items: tuple[int, int]) -> FilledEngine:
    """Return an engine with one-off items of a line: pounds in its actual, and month."""
    engine, happening = FilledEngine(*loads), Happening()
    for name, (pounds, month) in items.items():
        happening.happens(
            f"one-off/{name}", "judged", dt.date(2018, 8, 31), subject_kind="judgement", reason="Once only",
            line=line, amount=str(pounds), month=month,
        )  # fmt: skip
    engine.happen(*happening.events)
    return engine


def forecast(*loads: Loaded, line: str = " acute", **items: tuple[int, int]):
    """Return the forecast at month 5, with one-off items of a line."""
    return figure("forecast", marked(*loads, line=line, **items), VIEW)


def lines(*rows: tuple) -> Loaded:
    """Return a position of month 5 of lines: name, flow, actual to date, forecast."""
    names = ("line", "flow", "ytd_actual", "forecast_outturn")
    return Loaded(table("position", [dict(zip(names, row, strict=True)) for row in rows]), 5)


def test_the_months_so_far_are_carried_on_in_three_ways():
    found = forecast(position(2, 140), position(5, 500))
    assert thousands(found, "Acute", *METHODS) == [
        1200,  # 500 / 5 × 12
        1200,  # 500 / 450 × 1,080
        1340,  # 500 + 7 × (500 - 140) / 3
    ]
    assert thousands(found, "Net position", *METHODS) == [240, 240, 100]
    assert thousands(found, "Acute", *WITHOUT) == [None] * 3


def test_a_one_off_item_is_taken_off_the_rate_and_put_back_once():
    found = forecast(position(2, 140), position(5, 500), settlement=(60_000, 4), refund=(-20_000, 1))
    assert thousands(found, "Acute", "one_offs", *WITHOUT) == [
        -40,
        1144,  # (500 - 40) / 5 × 12 + 40
        1144,  # (500 - 40) / 450 × 1,080 + 40
        1200,  # 500 + 7 × (500 - 140 - 60) / 3: the refund fell before these months
    ]
    assert thousands(found, "Net position", *WITHOUT) == [296, 296, 240]
    assert thousands(found, "Allocation", "one_offs", *WITHOUT) == [0, 1440, 1440, 1440]


def test_an_item_of_a_month_to_come_is_in_no_rate_yet():
    found = forecast(position(2, 140), position(5, 500), settlement=(60_000, 6))
    assert thousands(found, "Acute", "one_offs", *WITHOUT) == [None] * 4


def test_risk_that_the_forecast_does_not_hold_is_added_to_the_report():
    found = forecast(position(5, 500), RISKS)  # (-50 + 20) + (10 - 0) = -20
    assert thousands(found, "Net position", "reported", "reported_plus_risk") == [140, 120]
    assert thousands(found, "Acute", "reported_plus_risk") == [None]


def test_a_line_has_the_risk_that_the_register_links_with_it():
    register = table(
        "risk-register",
        [
            {"ref": "R1", "title": "Beds", "gross_value": -80, "probability": 50, "in_forecast": -10, "line": "acute"},
            {"ref": "R2", "title": "Flu", "gross_value": -4, "probability": 100},
            {"ref": "R3", "title": "Strike", "gross_value": -9, "probability": 100, "state": "Closed"},
        ],
    )
    found = forecast(position(5, 500), RISKS, Loaded(register, 5))  # the register goes before the risk table
    assert thousands(found, "Acute", "reported", "reported_plus_risk") == [1300, 1330]  # 80 × 50 % less 10
    assert thousands(found, "Net position", "reported", "reported_plus_risk") == [140, 106]  # 30 and 4 worse


def test_a_month_that_is_not_loaded_is_bridged_by_the_nearest_before_it():
    found = forecast(position(1, 60), position(5, 500))
    assert thousands(found, "Acute", "last_three_months") == [1270]  # 500 + 7 × (500 - 60) / 4


def test_without_an_earlier_month_there_is_no_average_of_the_latest():
    found = forecast(position(4, 380), position(5, 500))
    assert thousands(found, "Acute", "last_three_months") == [None]


@pytest.mark.parametrize("then", ["Hospitals", "Acute"])
def test_a_line_that_has_changed_its_name_leaves_its_total_without_an_average(then):
    found = forecast(position(2, 140, then), position(5, 500))
    expected = 1340 if then == "Acute" else None
    assert thousands(found, "Acute", "last_three_months") == [expected]
    assert thousands(found, "Net position", "last_three_months") == [None if expected is None else 100]


def test_the_months_left_have_to_be_better_by_what_the_report_asks_for():
    found = forecast(position(5, 380))
    acute = row(found, "Acute")
    assert thousands(found, "Acute", "ytd_monthly_run_rate") == [76]
    assert acute["required_monthly_run_rate"] == Decimal("131428.57")  # (1,300 - 380) / 7
    assert acute["improvement"] == Decimal("-55428.57")
    assert acute["improvement_rag"] == "Green"


def test_the_improvement_and_its_percentage_are_worked_out_before_anything_is_rounded():
    acute = row(forecast(lines(("Acute", "expenditure", Decimal("0.001"), Decimal("0.002")))), "Acute")  # £1 and £2
    assert (acute["required_monthly_run_rate"], acute["ytd_monthly_run_rate"]) == (Decimal("0.14"), Decimal("0.20"))
    assert acute["improvement"] == Decimal("0.06")  # 1 / 5 - 1 / 7 = 0.0571
    assert acute["improvement_percent"] == Decimal("28.571429")  # 2 / 7, not 6 of 20 pence


def test_a_line_without_a_forecast_asks_for_nothing_and_its_total_cannot_be_told():
    found = forecast(lines(("Acute", "expenditure", 500, 1200), ("Estates", "expenditure", 310, None)))
    asked = ("required_monthly_run_rate", "improvement", "improvement_percent", "improvement_rag")
    for line in ("Estates", "Total"):
        assert [row(found, line)[column] for column in asked] == [None] * 4
    assert thousands(found, "Acute", "required_monthly_run_rate", "improvement") == [100, 0]  # (1,200 - 500) / 7
    unspent = forecast(lines(("Acute", "expenditure", 500, 1200), ("Sale", "expenditure", None, None)))
    assert thousands(unspent, "Total", "required_monthly_run_rate") == [100]  # nothing is missing


def test_what_has_come_to_nothing_so_far_and_has_to_bring_money_is_red():
    net = row(forecast(lines(("Allocation", "income", 500, 1300), ("Acute", "expenditure", 500, 1200))), "Net position")
    assert (net["ytd_monthly_run_rate"], net["improvement_percent"], net["improvement_rag"]) == (0, None, "Red")


TWICE = (
    ("Running Costs", "income", 100, 240),
    ("Running Costs", "expenditure", 200, 480),
    ("Acute Services", "expenditure", 500, 1200),
    ("Acute Services", "expenditure", 50, 120),
)
"""Income and spend of one name, and one name under two headings."""


def test_a_name_that_stands_twice_means_the_first_line_of_expenditure():
    found = forecast(lines(*TWICE), line="running costs", rebate=(-20_000, 1))
    assert found.values("line")[:2] == ["Running Costs", "Running Costs"]
    assert [one["one_offs"] for one in found.records()[:4]] == [0, 20_000, 0, 0]
    assert thousands(found, "Net position", "one_offs") == [20]


def test_a_risk_counts_on_one_line_of_its_name_as_it_counts_once_in_the_total():
    rows = [
        {"ref": "R1", "title": "Beds", "gross_value": -100, "probability": 100, "line": "ACUTE"},
        {"ref": "R2", "title": "Rent", "gross_value": -50, "probability": 100, "line": "Running costs"},
    ]
    found = forecast(lines(*TWICE), Loaded(table("risk-register", rows), 5))
    apart = [one["reported_plus_risk"] - one["reported"] for one in found.records() if one["reported_plus_risk"]]
    assert apart == [50_000, 100_000, 150_000, -150_000]  # running costs, acute, all spend, net position


def test_a_line_that_stood_twice_before_leaves_its_total_without_an_average():
    before = Loaded(lines(*TWICE).table, 2)
    assert thousands(forecast(before, lines(*TWICE)), "Total expenditure", "last_three_months") == [750]
    assert thousands(forecast(before, lines(*TWICE[:3])), "Total expenditure", "last_three_months") == [None]


@pytest.mark.parametrize(("line", "counts"), [("Acute services", True), ("Hospitals", False)])
def test_a_one_off_item_counts_in_the_run_rates_and_in_the_underlying_position_or_in_neither(line, counts):
    engine = marked(position(5, 500), line=line, settlement=(60_000, 4))
    said = "No: the position has no such line", "Not counted: the position has no such line"
    assert row(figure("one-offs", engine, VIEW), "settlement")["counted"] == ("Yes" if counts else said[0])
    assert thousands(figure("forecast", engine, VIEW), "Acute", "one_offs") == [-60 if counts else None]
    underlying = figure("underlying", engine, VIEW)
    assert row(underlying, "settlement")["amount"] == (60_000 if counts else None)
    assert row(underlying, "settlement")["reason"] == ("Once only" if counts else said[1])
    assert underlying.values("amount")[-1] == (200_000 if counts else 140_000)
