"""The underlying position counts nothing twice, and says what it is in per cent of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.errors import NothingLoaded
from recovery.sentences.underlying import underlying_said
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, scheme
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row
from tests.spec.test_underlying_position import POSITION, SCHEMES, marked


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


def test_only_an_item_that_is_called_after_the_savings_as_a_whole_goes_before_the_register():
    engine = made({"item": "Energy efficiency grant", "line": "Estates", "non_recurrent": 1, "full_year_effect": 2})
    found = amounts(engine)
    assert (found["Savings that do not recur"], found["Full-year effect of the savings"]) == (-190_000, 300_000)
    part, whole = (
        amounts(made({"item": item, "full_year_effect": 2}))["Full-year effect of the savings"]
        for item in ("QIPP in prescribing", "Full-year effect of the efficiency savings, 2018/19")
    )
    assert (part, whole) == (300_000, None)


def planned(*lines):
    rows = [
        {"line": line, "flow": "expenditure", "non_recurrent_investment": amount, "plan": 9000}
        for line, amount in lines
    ]
    return {"financial-plan": rows, "schemes": ()}


def test_the_plans_investment_counts_once_with_a_loaded_cost_of_that_amount_on_that_line_alone():
    def found(amount, line="Estates Services"):
        engine = made({"item": "Move", "line": line, "non_recurrent": amount}, **planned(("Estates", 70)))
        return amounts(engine)["Non-recurrent investment"]

    assert [found(amount) for amount in (-70, 70, -80, -1)] == [None, 70_000, 70_000, 70_000]
    assert found(-70, line="") == found(-70, line="Care") == 70_000


def test_a_small_gain_is_never_taken_for_a_small_cost():
    gain = {"item": "Refund", "line": "Estates", "non_recurrent": "0.2"}
    assert amounts(made(gain, **planned(("Estates", "0.3"))))["Non-recurrent investment"] == 300


def test_a_name_that_every_line_of_the_plan_has_tells_none_of_them():
    item = {"item": "Non-recurrent investment", "line": "Estates", "non_recurrent": -70}
    found = at_month_3(made(item, **planned(("Estates", 70), ("Care", 30))), "underlying")
    assert [(line, amount, source) for _, line, amount, _, source, _ in found.rows[1:4]] == [
        ("Estates", 70_000, "as loaded"), ("Estates", None, "plan"), ("Care", 30_000, "plan"),
    ]  # fmt: skip


def test_a_marked_item_goes_before_the_plan_and_before_the_scheme_of_its_name():
    position = [*POSITION, {"line": "Running Costs", "flow": "expenditure"}]
    engine = made(position=position, **planned(("Running Costs", 1358)) | {"schemes": SCHEMES})
    engine.happen(*marked(("Office move", "Running costs", 1_358_300), ("Sale", "Running Costs", -90_000)))
    found = at_month_3(engine, "underlying")
    assert [(step, amount, source) for step, _, amount, _, source, _ in found.rows[1:5]] == [
        ("Office move", 1_358_300, "marked as one-off"),
        ("Sale", -90_000, "marked as one-off"),
        ("Non-recurrent investment", None, "plan"),
        ("Savings that do not recur", -100_000, "scheme register"),
    ]
    assert row(found, "Non-recurrent investment")["reason"] == "Counted once, marked as one-off"
    assert row(found, "Savings that do not recur")["reason"] == "Without Q2, counted above"


def test_a_marked_item_that_no_line_holds_tells_nothing_of_the_underlying_position():
    engine = made(schemes=())
    engine.happen(*marked(("Office move", "Running Costs", 1_358_300)))
    found = at_month_3(engine, "underlying")
    assert (found.rows[1][0], found.rows[1][2], found.kinds[1]) == ("Office move", None, "memo")
    assert underlying_said(found).endswith("nothing that is loaded or marked says how much of it does not recur.")
    assert row(at_month_3(engine, "duties"), "Underlying position")["rag"] is None


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
