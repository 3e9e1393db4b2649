"""Control charts against a plain second way of working them out, in floats and one point at a time."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.measures.spc import Options, chart, limits

SERIES = st.lists(st.integers(-20, 20), min_size=1, max_size=40)


def plain_limits(values, screen):
    mean = Fraction(sum(values), len(values))
    moves = [abs(values[place] - values[place - 1]) for place in range(1, len(values))]
    if not moves:
        return mean, None
    if screen:
        bound = Fraction(3267, 1000) * Fraction(sum(moves), len(moves))
        left = [move for move in moves if move < bound]
        moves = left if any(left) else moves
    return mean, Fraction(266, 100) * Fraction(sum(moves), len(moves))


def plain_rule(values, place, screen, points):  # noqa: C901 - one rule after the other, as they are told
    """Return the rule of one point, looked for window by window about it."""
    mean, reach = plain_limits(values, screen)
    size = len(values)

    def far(other):
        return reach is not None and abs(values[other] - mean) > reach

    def near(other):
        return reach is not None and not far(other) and abs(values[other] - mean) > reach * 2 / 3

    def around(length):
        return [range(first, first + length) for first in range(place - length + 1, place + 1)
                if first >= 0 and first + length <= size]  # fmt: skip

    if far(place):
        return "outside"
    for window in around(points):
        steps = [values[later] - values[later - 1] for later in window[1:]]
        if all(step > 0 for step in steps) or all(step < 0 for step in steps):
            return "trend"
    for window in around(3):
        one_side = all(values[other] > mean for other in window) or all(values[other] < mean for other in window)
        if near(place) and one_side and sum(near(other) for other in window) >= 2:
            return "two-of-three"
    for window in around(points):
        if all(values[other] > mean for other in window) or all(values[other] < mean for other in window):
            return "shift"
    return "none"


@settings(max_examples=150)
@given(SERIES, st.booleans(), st.sampled_from([6, 7]))
def test_every_point_has_the_rule_that_a_plain_search_finds(values, screen, points):
    mean, reach = plain_limits(values, screen)
    found = chart(values, Options(screen=screen, points=points))
    assert [point.rule for point in found] == [
        plain_rule(values, place, screen, points) for place in range(len(values))
    ]
    assert {point.mean for point in found} == {mean}
    assert {point.upper for point in found} == {None if reach is None else mean + reach}


@settings(max_examples=50)
@given(SERIES, SERIES, st.booleans())
def test_two_segments_are_two_charts_one_after_the_other(before, after, screen):
    whole = chart([*before, *after], Options(screen=screen, rebase=(len(before),)))
    assert whole == [*chart(before, Options(screen=screen)), *chart(after, Options(screen=screen))]


@settings(max_examples=50)
@given(SERIES, st.integers(1, 9), st.integers(-50, 50))
def test_neither_the_unit_nor_the_origin_of_a_series_changes_its_signals(values, scale, shift):
    assert [point.rule for point in chart([scale * value + shift for value in values])] == [
        point.rule for point in chart(values)
    ]


@settings(max_examples=50)
@given(SERIES)
def test_a_series_upside_down_signals_the_same_the_other_way(values):
    assert [(point.rule, -point.way) for point in chart([-value for value in values])] == [
        (point.rule, point.way) for point in chart(values)
    ]


def test_a_re_base_outside_the_series_changes_nothing():
    assert chart([1, 2, 3], Options(rebase=(0, 3, 9))) == chart([1, 2, 3])


def test_screening_is_done_once_and_never_takes_every_movement_away():
    assert limits([0, 0, 0, 0, 1]).moving_range == Fraction(1, 4)
    assert limits([0, 0, 0, 0]).moving_range == 0
    assert limits([0, 5]).moving_range == 5


def test_one_movement_in_a_long_series_signals_where_it_is():
    """Mean 149/21 = 7.095 and limits 0.266 away: 9 lies outside, the 7s below the mean are a shift, none is outside."""
    assert [point.rule for point in chart([7] * 20 + [9])] == ["shift"] * 20 + ["outside"]


def test_the_way_of_a_trend_is_where_it_goes_and_at_a_peak_where_it_goes_next():
    points = chart([*range(1, 8), *range(6, 0, -1)] * 1 + [30, -20, 30, -20])
    assert [point.way for point in points if point.rule == "trend"] == [1] * 6 + [-1] * 7
