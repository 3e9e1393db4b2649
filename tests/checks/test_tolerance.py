from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.checks.tolerance import judge, printed_step, rounding_step
from recovery.findings import Severity
from tests.checks.building import table

THOUSAND = 100_000
MILLION_TENTH = 10_000_000


@pytest.mark.parametrize(
    ("parts", "apart", "expected"),
    [
        (1, 0, None),
        (1, 1, Severity.DIFFERENCE),
        (2, 1, Severity.ROUNDING),
        (2, 2, Severity.DIFFERENCE),
        (3, 1, Severity.ROUNDING),
        (3, 2, Severity.DIFFERENCE),
        (9, 4, Severity.ROUNDING),
        (9, 5, Severity.DIFFERENCE),
    ],
)
def test_n_parts_rounded_to_the_unit_can_differ_by_half_as_many_units(parts, apart, expected):
    for sign in (1, -1):
        assert judge(500 * THOUSAND + sign * apart * THOUSAND, 500 * THOUSAND, THOUSAND, parts * THOUSAND) == expected


def test_a_figure_printed_coarser_than_its_parts_is_compared_after_rounding():
    assert judge(35 * MILLION_TENTH, 3_549 * THOUSAND, MILLION_TENTH, 0) is None
    assert judge(35 * MILLION_TENTH, 3_551 * THOUSAND, MILLION_TENTH, 0) == Severity.DIFFERENCE


def test_a_figure_printed_coarser_than_its_parts_may_turn_on_the_rounding_of_the_parts():
    assert judge(35 * MILLION_TENTH, 3_551 * THOUSAND, MILLION_TENTH, 3 * THOUSAND) == Severity.ROUNDING
    assert judge(35 * MILLION_TENTH, 3_552 * THOUSAND, MILLION_TENTH, 3 * THOUSAND) == Severity.DIFFERENCE


@pytest.mark.parametrize("sign", [1, -1])
def test_a_half_is_rounded_away_from_zero(sign):
    half = sign * Fraction(25, 10)
    assert judge(sign * 3, half, 1, 0) is None
    assert judge(sign * 2, half, 1, 0) == Severity.DIFFERENCE
    assert judge(sign * 2, half, 1, 1) == Severity.ROUNDING


def test_whole_counts_do_not_round():
    assert judge(11 * 10_000, 10 * 10_000, 10_000, 0) == Severity.DIFFERENCE


@given(
    st.lists(st.integers(-(10**7), 10**7), min_size=1, max_size=20),
    st.sampled_from([100, 100_000, 10_000_000]),
)
@settings(deadline=None, derandomize=True)
def test_rounding_true_parts_and_their_true_total_is_never_called_a_difference(parts, step):
    def rounded(value):
        return (abs(value) * 2 + step) // (2 * step) * step * (1 if value >= 0 else -1)

    printed, computed = rounded(sum(parts)), sum(map(rounded, parts))
    # On the very edge, where every part is an exact half, rounding half up can add one step more.
    if all(abs(part) * 2 % step or not part for part in parts):
        assert judge(printed, computed, step, len(parts) * step) in {None, Severity.ROUNDING}


def test_steps_are_those_of_the_table_and_none_for_whole_counts():
    made = table("qipp-gateway", [{"area": "A", "planning_count": 2, "planning_value": 5}])
    assert (printed_step(made, "planning_value"), rounding_step(made, "planning_value")) == (THOUSAND, THOUSAND)
    assert (printed_step(made, "planning_count"), rounding_step(made, "planning_count")) == (10_000, 0)


def test_counts_with_decimals_do_round():
    made = table("activity-plan", [{"code": "A", "apr": "2.5"}], steps={"apr": "0.1"})
    assert rounding_step(made, "apr") == 1_000


def test_a_column_without_a_known_step_is_exact_to_the_last_place_kept():
    made = replace(table("qipp-targets", [{"area": "A", "target": 1}]), quanta={})
    assert (printed_step(made, "target"), rounding_step(made, "target")) == (1, 1)
