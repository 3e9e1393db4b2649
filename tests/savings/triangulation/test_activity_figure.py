"""What the activity plan takes out against what schemes say they remove."""

from __future__ import annotations

import pytest

from recovery.errors import NothingLoaded
from tests.engine.filled import FilledEngine
from tests.measures.looking import at_month_3
from tests.savings.triangulation.gathered import engine, happening

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


def test_numbers_of_different_measures_are_never_added():
    assert found(engine(), "Total") == (None,) * 6


def test_a_code_that_only_schemes_name_has_a_row():
    made = FilledEngine()
    made.happen(*happening().events)
    rows = at_month_3(made, "activity-reductions").records()
    assert [(row["code"], row["activity_removed_by_schemes"]) for row in rows[:-1]] == [
        ("E.M.8", 600), ("E.M.10", 180), ("E.M.10a", 120),
    ]  # fmt: skip


def test_without_an_activity_plan_and_schemes_there_is_nothing_to_show():
    with pytest.raises(NothingLoaded, match="activity plan"):
        at_month_3(FilledEngine(), "activity-reductions")
