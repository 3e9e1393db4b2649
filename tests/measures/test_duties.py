"""Duties as loaded and as they follow from what is held already."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.kept import everything
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row, thousands

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
    assert (row(loaded, "Agency staff")["rag"], row(loaded, "Agency staff")["rule"]) == (
        None,
        "No rule is known for it",
    )


def test_a_loaded_figure_that_the_position_gives_otherwise_is_marked_with_it(loaded):
    place = loaded.values("indicator").index("Control total")
    marks = {
        column: (int(mark.printed), int(mark.computed)) for (row, column), mark in loaded.marks.items() if row == place
    }
    assert marks == {"target": (-35_000_000, -35_069_000), "forecast": (-40_000_000, -35_069_000)}


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


def test_nothing_loaded_is_said():
    with pytest.raises(NothingLoaded, match="Key financial duties"):
        at_month_3(FilledEngine(), "duties")
