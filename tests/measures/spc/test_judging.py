"""What a point means depends on which way is better."""

from __future__ import annotations

import pytest

from recovery.measures.spc import Assurance, Direction, Variation, assurance, chart, variation

HIGH, USUAL, LOW = (chart([1, 2] * 8 + [last])[-1] for last in (9, 1, -9))


@pytest.mark.parametrize(
    ("direction", "high", "low"),
    [
        (Direction.INCREASE, Variation.IMPROVEMENT, Variation.CONCERN),
        (Direction.DECREASE, Variation.CONCERN, Variation.IMPROVEMENT),
        (Direction.NEUTRAL, Variation.NEUTRAL, Variation.NEUTRAL),
    ],
)
def test_a_signal_is_improvement_or_concern_by_the_direction_and_chance_is_neither(direction, high, low):
    assert [variation(point, direction) for point in (HIGH, USUAL, LOW)] == [high, Variation.COMMON_CAUSE, low]


@pytest.mark.parametrize(
    ("target", "expected"),
    [(0, Assurance.FAIL), (5, Assurance.HIT_OR_MISS), (1, Assurance.HIT_OR_MISS), (10, Assurance.PASS)],
)
def test_where_less_is_better_a_target_above_the_limits_is_always_met(target, expected):
    assert assurance(target, 1, 9, Direction.DECREASE) is expected


def test_nothing_is_assured_without_a_target_without_limits_or_where_neither_way_is_better():
    assert assurance(None, 1, 9, Direction.INCREASE) is None
    assert assurance(5, None, None, Direction.INCREASE) is None
    assert assurance(5, 1, 9, Direction.NEUTRAL) is None
