"""What the activity plan takes out against what schemes say they remove."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from recovery.money import Unit
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, scheme
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row
from tests.savings.triangulation.gathered import engine, happening, published_alone

NAMES = ("activity_reduction_in_plan", "activity_removed_by_schemes", "activity_difference", "schemes", "unit_price",
         "activity_value")  # fmt: skip


def found(made: FilledEngine, code: str) -> tuple[object, ...]:
    one = next(record for record in at_month_3(made, "activity-reductions").records() if record["code"] == code)
    return tuple(one[name] for name in NAMES)


def test_the_plans_reduction_stands_beside_what_schemes_remove_both_positive():
    assert found(engine(), "E.M.8") == (14381, 600, -13781, 1, None, None)
    assert found(engine(), "E.M.9") == (15729, None, -15729, None, None, None)


def test_a_part_is_inside_its_parent_and_a_parent_named_by_itself_adds_to_it():
    made = engine()
    assert found(made, "E.M.10a")[1] == 120
    assert found(made, "E.M.10")[1:4] == (120 + 60, 180 - 1983, 2)
    shown = at_month_3(made, "activity-reductions")
    assert shown.kinds[shown.values("code").index("E.M.10a")] == "part"
    assert shown.kinds[shown.values("code").index("E.M.10")] == "line"


def test_prices_give_values_by_part_and_add_up_in_pounds_alone():
    prices = [{"code": "e.m.10a", "unit_price": 700}, {"code": "E.M.10", "unit_price": 1000}]
    made = FilledEngine(Loaded(table("activity-prices", prices, unit=Unit.POUNDS)))
    made.happen(*happening().events)
    assert found(made, "E.M.10a")[1:] == (120, None, 1, 700, 120 * 700)
    assert found(made, "E.M.10")[1:] == (180, None, 2, 1000, 120 * 700 + 60 * 1000)
    assert found(made, "E.M.8")[1:] == (600, None, 1, None, None)
    assert found(made, "Total")[-1] == 144_000
    assert row(at_month_3(made, "triangulation"), "Total")["activity_value"] == 144_000


def test_numbers_of_different_measures_are_never_added():
    assert found(engine(), "Total") == (None,) * 6


def test_a_code_that_only_schemes_name_has_a_row():
    made = FilledEngine()
    made.happen(*happening().events)
    rows = at_month_3(made, "activity-reductions").records()
    assert [(row["code"], row["activity_removed_by_schemes"]) for row in rows[:-1]] == [
        ("E.M.8", 600), ("E.M.10", 180), ("E.M.10a", 120),
    ]  # fmt: skip


def test_where_no_scheme_says_what_it_removes_there_is_no_difference():
    """Schemes that are kept without activity, and a register that was only loaded, say nothing of any code."""
    silent = FilledEngine(*published_tables())
    quiet = Happening()
    quiet.begin(scheme("Q3", area="Prescribing", net_value=Decimal(100_000)), 3)
    silent.happen(*quiet.events)
    loaded = [{"ref": "Q1", "scheme": "Beds", "area": "Acute", "stage": 2, "net_value": 20}]
    for made in (silent, FilledEngine(*published_tables(), Loaded(table("schemes", loaded), 3)), published_alone()):
        assert found(made, "E.M.8") == (14381, None, None, None, None, None)
        assert set(at_month_3(made, "activity-reductions").values("activity_difference")) == {None}


def test_without_an_activity_plan_and_schemes_there_is_nothing_to_show():
    with pytest.raises(NothingLoaded, match="activity plan"):
        at_month_3(FilledEngine(), "activity-reductions")
