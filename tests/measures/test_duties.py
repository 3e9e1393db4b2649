"""Duties as loaded and as they follow from what is held already."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.measures.position_ends import FIELDS
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, scheme
from tests.engine.kept import everything
from tests.engine.published import published_tables
from tests.measures.looking import VIEW, at_month_3, row, thousands
from tests.spec import published_tables as published

LOADED = (
    {"indicator": "BPPC NHS by value", "target_percent": 95, "actual_percent": 92, "reported_rag": "G"},
    {"indicator": "BPPC non-NHS by value", "target_percent": 95, "actual_percent": 99},
    {"indicator": "Control total", "target": -35000, "forecast": -40000, "reported_rag": "On watch"},
    {"indicator": "Agency staff", "target": 100, "actual": 30},
)


@pytest.fixture(scope="module")
def loaded():
    engine = FilledEngine(*published_tables(), Loaded(table("duties", LOADED), 3, illustrative=True))
    return at_month_3(engine, "duties")


def test_a_loaded_row_goes_before_what_follows_and_what_it_lacks_is_filled_in(loaded):
    assert thousands(loaded, "Control total", "target", "target_to_date", "actual", "forecast") == [
        -35000, -8767, -9585, -40000,
    ]  # fmt: skip
    total = row(loaded, "Control total")
    assert total["source"] == "as loaded; the rest from the position: net budget"
    assert (total["rag"], total["rated_on"], total["reported_rag"]) == ("Amber", "forecast", "On watch")


def test_two_rows_of_one_duty_both_stand_and_are_rated_alone(loaded):
    names = [name for name in loaded.values("indicator") if str(name).startswith("BPPC")]
    assert names == ["BPPC NHS by value", "BPPC non-NHS by value"]
    assert [row(loaded, name)["rag"] for name in names] == ["Amber", "Green"]
    assert row(loaded, "BPPC NHS by value")["reported_rag"] == "Green"


def test_percentages_are_told_from_money(loaded):
    kinds = dict(zip(loaded.values("indicator"), loaded.kinds, strict=True))
    assert kinds["BPPC NHS by value"] == "percent"
    assert kinds["Agency staff"] == kinds["Control total"] == "money"
    assert row(loaded, "BPPC NHS by value")["variance"] == Decimal(-3)


def test_an_indicator_without_a_rule_stands_last_and_is_not_rated(loaded):
    assert loaded.values("indicator")[-1] == "Agency staff"
    assert [row(loaded, "Agency staff")[name] for name in ("rag", "rule_kind", "rule")] == [
        None, "Not rated", "No rule is known for it",
    ]  # fmt: skip


def test_a_loaded_figure_that_the_position_gives_otherwise_is_marked_with_it(loaded):
    place = loaded.values("indicator").index("Control total")
    marks = {
        column: (int(mark.printed), int(mark.computed)) for (row, column), mark in loaded.marks.items() if row == place
    }
    assert marks == {"target": (-35_000_000, -35_069_000), "forecast": (-40_000_000, -35_069_000)}


def test_a_figure_is_marked_in_its_own_row_where_two_have_one_name():
    rows = (
        {"indicator": "Agency staff", "target": 100},
        {"indicator": "Control total", "target": -35069},
        {"indicator": "Control total", "target": -35000, "actual_percent": 3},
        {"indicator": "Control total", "target": -30000},
    )
    found = at_month_3(FilledEngine(*published_tables(), Loaded(table("duties", rows), 3)), "duties")
    assert found.values("indicator")[1:4] == ["Control total"] * 3
    assert {place: (int(mark.printed), int(mark.computed)) for place, mark in found.marks.items()} == {
        (3, "target"): (-30_000_000, -35_069_000)
    }


def test_duties_that_nobody_loads_and_are_not_missed_do_not_show(loaded):
    assert "Capital resource limit" not in loaded.values("indicator")
    assert loaded.illustrative


def test_kept_schemes_give_savings_to_date_and_forecast():
    found = at_month_3(everything(), "duties")
    delivered = at_month_3(everything(), "delivery")
    total = delivered.records()[delivered.kinds.index("total")]
    savings = row(found, "QIPP")
    assert [savings[name] for name in ("target_to_date", "actual", "forecast")] == [
        total[name] for name in ("plan_ytd", "actual_ytd", "forecast_year")
    ]
    assert savings["source"] == "from the scheme register and its target"


def test_published_savings_alone_are_counted_after_risk():
    found = row(at_month_3(FilledEngine(*published_tables()), "duties"), "QIPP")
    assert (int(found["target"]), found["actual"], int(found["forecast"])) == (35_000_000, None, 32_934_000)


def test_duties_alone_need_no_position():
    found = at_month_3(FilledEngine(Loaded(table("duties", LOADED[:1]), 3)), "duties")
    assert row(found, "BPPC NHS by value")["rag"] == "Amber"
    assert row(found, "Revenue resource limit")["source"] == "not loaded"


def test_without_a_position_the_loaded_limit_is_what_a_variance_is_measured_against():
    rows = ({"indicator": "Control total", "target": -100, "forecast": -150},)
    limit = {"indicator": "Revenue resource limit", "target": 10_000, "forecast": 10_000}
    rated = []
    for held in (rows, (*rows, limit)):
        found = at_month_3(FilledEngine(Loaded(table("duties", held), 3)), "duties")
        rated.append(row(found, "Control total")["rag"])
    assert rated == [None, "Amber"]


def test_movements_without_an_opening_are_no_allocation_that_a_variance_is_measured_against():
    rows = ({"indicator": "Control total", "target": -100, "forecast": -150},)
    opening, pilot = {"movement": "Opening allocation", "amount": 10_000}, {"movement": "Pilot", "amount": 100_000}
    rated = []
    for moves in ((pilot,), (opening, pilot)):
        tables = {"duties": rows, "allocations": moves}
        engine = FilledEngine(*(Loaded(table(name, held), 3) for name, held in tables.items()))
        rated.append(row(at_month_3(engine, "duties"), "Control total")["rag"])
    assert rated == [None, "Amber"]


def test_the_line_that_a_loaded_duty_is_checked_with_is_the_line_that_one_follows_from():
    line = {"line": "Running Costs Services", "flow": "expenditure", "annual_budget": 240, "forecast_outturn": 220}
    loaded = Loaded(table("duties", [{"indicator": "Running costs allowance", "target": 300}]), 3)
    position = Loaded(table("position", [line]), 3)
    alone, both = (at_month_3(FilledEngine(*loads), "duties") for loads in ([position], [position, loaded]))
    assert thousands(alone, "Running costs allowance", "target", "forecast") == [240, 220]
    assert row(alone, "Running costs allowance")["source"] == "from the position: budget of Running Costs Services"
    assert [int(mark.computed) for mark in both.marks.values()] == [240_000]


def test_a_position_of_spend_alone_rates_what_needs_no_allocation():
    rows = (
        {"line": "Acute", "flow": "expenditure", "annual_budget": 900, "forecast_outturn": 950},
        {"line": "Running costs", "flow": "expenditure", "annual_budget": 100, "forecast_outturn": 90},
    )
    found = at_month_3(FilledEngine(Loaded(table("position", rows), 3)), "duties")
    assert [(row(found, name)["rag"], row(found, name)["source"]) for name in (
        "Revenue resource limit", "Control total", "Running costs allowance",
    )] == [
        (None, "not loaded"), (None, "not loaded"), ("Green", "from the position: budget of Running costs"),
    ]  # fmt: skip


def test_at_the_year_end_the_actual_and_the_forecast_are_both_the_years_and_the_newest_load_counts():
    position = {"flow": "income", "line": "Allocation", **dict.fromkeys(FIELDS, 1000)}, {
        "flow": "expenditure", "line": "Acute", **dict.fromkeys(FIELDS, 1000)
    }  # fmt: skip
    older, newer = (({"indicator": "Cash at month end", "target": 10, "actual": actual},) for actual in (30, 5))
    engine = FilledEngine(*(Loaded(table("duties", rows), 12) for rows in (older, newer)))
    engine.load(Loaded(table("position", position), 12))
    found = figure("duties", engine, replace(VIEW, month=12))
    cash, limit = (row(found, name) for name in ("Cash at month end", "Revenue resource limit"))
    assert (cash["actual"], cash["rag"]) == (5_000, "Green")
    assert (limit["actual"], limit["forecast"], limit["rag"], limit["variance"]) == (1_000_000, 1_000_000, "Green", 0)


def test_nothing_loaded_is_said():
    with pytest.raises(NothingLoaded, match="Key financial duties"):
        at_month_3(FilledEngine(), "duties")


LIMIT_TO_DATE = {
    "indicator": "Revenue resource limit", "target_to_date": 125_300, "actual": 127_990, "target": 501_200,
    "forecast": 507_500,
}  # fmt: skip
CONTROL = {"indicator": "Control total", "target_to_date": -75, "actual": -2690, "target": -4000, "forecast": -6300}


def alone(*rows, month=3):
    engine = FilledEngine(Loaded(table("duties", rows), month))
    return figure("duties", engine, View("X01", FinancialYear(2018), month))


def test_to_date_too_a_variance_is_measured_against_the_loaded_limit_where_no_position_is():
    """2,615 short is 2.09 % of the 125,300 to date: red; 2,300 short of the year is 0.46 % of 501,200: amber."""
    total = row(alone(CONTROL, LIMIT_TO_DATE), "Control total")
    assert (total["rag"], total["rated_on"], int(total["variance"])) == ("Red", "to date", -2_615_000)


@pytest.mark.parametrize(("actual", "rag"), [(507_500, "Red"), (501_200, "Green")])
def test_at_the_end_of_the_year_what_is_achieved_is_the_outturn(actual, rag):
    rows = ({"indicator": "Expenditure not to exceed income", "target": 501_200, "actual": actual},)
    ended = row(alone(*rows, month=12), "Expenditure not to exceed income")
    assert (ended["rag"], int(ended["forecast"]), ended["rated_on"]) == (rag, actual * 1000, "forecast")
    before = row(alone(*rows, month=11), "Expenditure not to exceed income")
    assert (before["rag"], before["forecast"]) == (None, None)


def test_at_the_end_of_the_year_the_outturn_is_what_is_achieved():
    found = row(alone({"indicator": "Cash", "target": 100, "forecast": 90}, month=12), "Cash")
    assert (found["rag"], int(found["actual"])) == ("Green", 90_000)


def test_every_rating_that_is_blank_says_why():
    rows = (
        {"indicator": "Control total", "target": -4000, "forecast": -6300},
        {"indicator": "Cash", "target": 100},
        {"indicator": "MHIS", "forecast": 100},
        {"indicator": "QIPP", "target": 100, "actual": 10},
        {"indicator": "Agency", "target": 100, "actual": 30},
    )
    found = alone(*rows)
    assert [row(found, str(one["indicator"]))["rated_on"] for one in rows] == [
        "not rated: no actual to date; the allocation is not known",
        "not rated: no actual to date",
        "not rated: no target",
        "not rated: no target to date; no forecast",
        "not rated: no rule is known for it",
    ]
    assert row(found, "Running costs allowance")["rated_on"] == "not rated: not loaded"
    assert all(found.values("rated_on"))


def test_a_loaded_underlying_position_is_marked_where_the_bridge_brings_another():
    """Outturn -35,069, of which 200 does not recur, and 400 more in a full year: -34,869."""
    items = [{"item": "Release", "line": "Acute", "non_recurrent": 200, "full_year_effect": 400, "reason": "Once"}]
    for loaded, marked in ((-35_869, {"forecast": -34_869_000}), (-34_869, {})):
        duty = {"indicator": "Underlying position", "forecast": loaded}
        tables = [Loaded(published.position(), 3), Loaded(table("underlying", items), 3)]
        found = at_month_3(FilledEngine(*tables, Loaded(table("duties", [duty]), 3)), "duties")
        place = found.values("indicator").index("Underlying position")
        assert {column: int(mark.computed) for (row, column), mark in found.marks.items() if row == place} == marked


@pytest.mark.parametrize(("loaded", "severity"), [(4, "rounding"), (5, "rounding"), (6, "difference")])
def test_every_item_printed_in_thousands_may_be_half_a_thousand_off_the_underlying_position(loaded, severity):
    """Outturn -12 and 15 of three planned items give 3; five figures printed in £'000 explain up to £2,500."""
    position = [
        {"line": "Estates", "flow": "expenditure", "forecast_outturn": 1012},
        {"line": "Allocation", "flow": "income", "forecast_outturn": 1000},
        {"line": "Deficit", "kind": "net", "forecast_outturn": -12},
    ]
    plan = [
        {"line": line, "flow": "expenditure", "non_recurrent_investment": 5} for line in ("Estates", "Care", "Acute")
    ]
    duty = {"indicator": "Underlying position", "forecast": loaded}
    tables = [Loaded(table("position", position), 3), Loaded(table("financial-plan", plan))]
    found = at_month_3(FilledEngine(*tables, Loaded(table("duties", [duty]), 3)), "duties")
    assert [mark.severity for (_, column), mark in found.marks.items() if column == "forecast"] == [severity]


def test_savings_without_a_profile_have_neither_a_target_to_date_nor_anything_delivered():
    engine, happening = FilledEngine(Loaded(published.position(), 3)), Happening()
    happening.begin(scheme(), 3)
    engine.happen(*happening.events)
    found = row(at_month_3(engine, "duties"), "QIPP")
    assert [found[name] for name in ("target_to_date", "actual", "forecast")] == [None, None, 120_000]
