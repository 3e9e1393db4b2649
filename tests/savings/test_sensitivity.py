"""What hangs on the risk weights, and which common change of them just meets the target."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.savings.sensitivity import closing_change, risk_adjusted
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, scheme
from tests.measures.looking import at_month_3

weights = st.fractions(0, 1, max_denominator=20)
values = st.integers(0, 1_000).map(Fraction)
portfolios = st.lists(st.tuples(values, weights), min_size=1, max_size=6)


def engine(target: int) -> FilledEngine:
    """£100,000 at 60 % (red), £100,000 at 100 % (green): £160,000 is counted on."""
    made, happening = FilledEngine(Loaded(table("qipp-targets", [{"area": "Acute", "target": target}]))), Happening()
    happening.begin(scheme("Q1", net_value=Decimal(100_000), reported_rag="Red"), 1)
    happening.begin(scheme("Q2", net_value=Decimal(100_000), reported_rag="Green"), 1)
    made.happen(*happening.events)
    return made


def test_ten_points_either_way_never_take_a_weight_beyond_0_or_100_percent():
    found = at_month_3(engine(180), "sensitivity")
    assert found.rows == (
        ("weights − 10 points", -10, 200_000, 140_000, 180_000, 40_000),
        ("as they are", 0, 200_000, 160_000, 180_000, 20_000),
        ("weights + 10 points", 10, 200_000, 170_000, 180_000, 10_000),
        ("weights that just close the gap", 20, 200_000, 180_000, 180_000, 0),
    )


@pytest.mark.parametrize(("target", "points"), [(180, 20), (160, 0), (120, -20), (200, 40), (201, None), (0, -100)])
def test_the_closing_change_is_exact_and_na_where_even_100_percent_is_not_enough(target, points):
    closing = at_month_3(engine(target), "sensitivity").records()[3]
    assert closing["weight_change"] == points
    assert closing["gap_to_target"] == (None if points is None else 0)


def test_without_a_target_there_is_nothing_to_close():
    made, happening = FilledEngine(), Happening()
    happening.begin(scheme(reported_rag="Red"), 1)
    made.happen(*happening.events)
    assert at_month_3(made, "sensitivity").rows[3][1:] == (None, 120_000, None, None, None)


@settings(max_examples=200, deadline=None)
@given(portfolios, st.fractions(-1, 1, max_denominator=40))
def test_a_value_that_some_change_gives_is_found_again_by_no_larger_a_change(held, change):
    target = risk_adjusted(held, change)
    found = closing_change(held, target)
    assert found is not None
    assert risk_adjusted(held, found) == target
    assert abs(found) <= abs(change)


@settings(max_examples=100, deadline=None)
@given(portfolios)
def test_more_than_everything_cannot_be_reached(held):
    assert closing_change(held, sum((value for value, _ in held), Fraction(1))) is None
