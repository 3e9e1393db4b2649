"""The underlying position counts nothing twice, and says what it is in per cent of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.errors import NothingLoaded
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, scheme
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row
from tests.spec.test_underlying_position import POSITION, SCHEMES


def made(*items, schemes=SCHEMES, **more):
    tables = {"position": POSITION, "schemes": schemes, "underlying": items, **more}
    return FilledEngine(*(Loaded(table(name, rows), 3) for name, rows in tables.items() if rows))


def amounts(engine):
    return {step: amount for step, _, amount, *_ in at_month_3(engine, "underlying").rows}


def test_a_scheme_that_the_loaded_table_names_is_left_out_of_the_registers_part():
    engine = made({"item": "Sale", "line": "Estates", "non_recurrent": 90})
    assert amounts(engine)["Savings that do not recur"] == -100_000
    assert row(at_month_3(engine, "underlying"), "Savings that do not recur")["reason"] == "Without Q2, counted above"


def test_a_loaded_item_for_the_savings_as_a_whole_goes_before_the_register():
    engine = made(
        {"item": "Non-recurrent QIPP", "non_recurrent": 250}, {"item": "QIPP full year", "full_year_effect": 40}
    )
    assert amounts(engine) == {
        "Reported outturn": -900_000,
        "Non-recurrent QIPP": -250_000,
        "Savings that do not recur": None,
        "Outturn without what does not recur": -1_150_000,
        "QIPP full year": 40_000,
        "Full-year effect of the savings": None,
        "Underlying position": -1_110_000,
    }


def test_a_register_that_does_not_say_what_recurs_adds_only_what_a_full_year_has_beyond_this_year():
    schemes = [
        {"ref": "S1", "scheme": "Biosimilars", "net_value": 100, "full_year_effect": 120},
        {"ref": "S2", "scheme": "Beds", "net_value": 50, "full_year_effect": 60},
    ]
    found = made(schemes=schemes)
    assert amounts(found) == {
        "Reported outturn": -900_000,
        "Outturn without what does not recur": -900_000,
        "Full-year effect of the savings": 30_000,
        "Underlying position": -870_000,
    }
    assert row(at_month_3(found, "underlying"), "Full-year effect of the savings")["reason"] == (
        "All of this year's value of 2 schemes is taken to recur, as the register does not say"
    )


def test_a_kept_scheme_without_months_or_a_recurrent_part_is_taken_to_recur_too():
    engine = made(schemes=())
    happening = Happening()
    happening.begin(scheme("Q1", net_value=Decimal(100_000), full_year_effect=Decimal(120_000)))
    happening.begin(scheme("Q2", net_value=Decimal(50_000), non_recurrent_value=Decimal(20_000)))
    engine.happen(*happening.events)
    found = amounts(engine)
    assert found["Savings that do not recur"] == -20_000
    assert found["Full-year effect of the savings"] == 20_000
    assert found["Underlying position"] == -900_000


def test_the_loaded_cost_on_a_line_goes_before_the_plans_and_a_benefit_does_not():
    plan = [{"line": "Estates", "flow": "expenditure", "non_recurrent_investment": 70, "plan": 70}]
    cost = made({"item": "Move", "line": "Estates", "non_recurrent": -80}, schemes=(), **{"financial-plan": plan})
    gain = made({"item": "Sale", "line": "Estates", "non_recurrent": 80}, schemes=(), **{"financial-plan": plan})
    assert [amounts(engine)["Non-recurrent investment"] for engine in (cost, gain)] == [None, 70_000]


def test_recurrent_movements_go_before_the_plan_as_what_the_position_is_in_per_cent_of():
    moves = [{"movement": "Opening allocation", "recurrent": 90_000, "non_recurrent": 10_000, "amount": 100_000}]
    found = row(at_month_3(made(allocations=moves), "underlying"), "Reported outturn")
    assert found["percent"] == Decimal(-1)
    assert at_month_3(made(), "underlying").rows[-1][-1].endswith("as nothing says what of it recurs")


def test_without_a_register_the_published_month_has_the_plans_items_alone():
    found = amounts(FilledEngine(*published_tables()))
    assert found["Outturn without what does not recur"] == found["Underlying position"] == -35_069_000 + 1_858_000


def test_without_a_position_there_is_no_outturn_to_begin_with():
    with pytest.raises(NothingLoaded, match="Underlying position"):
        at_month_3(FilledEngine(Loaded(table("underlying", [{"item": "Rebate", "non_recurrent": 1}]), 3)), "underlying")


@settings(max_examples=4, deadline=None)
@given(st.lists(st.tuples(st.integers(-99, 99), st.integers(-99, 99)), min_size=1, max_size=6))
def test_the_bridge_is_the_outturn_less_all_that_goes_plus_all_that_comes(pairs):
    items = [
        {"item": f"Item {place}", "line": f"Line {place}", "non_recurrent": once or None, "full_year_effect": more}
        for place, (once, more) in enumerate(pairs)
    ]
    found = amounts(made(*items, schemes=()))
    expected = -900 - sum(once for once, _ in pairs) + sum(more for _, more in pairs)
    assert found["Underlying position"] == 1000 * expected
