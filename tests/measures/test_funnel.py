"""A funnel of growth against size, worked by hand where the numbers allow it."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import pytest

from recovery.measures.funnel import (
    HIGH,
    LOW,
    VERY_HIGH,
    VERY_LOW,
    WITHIN,
    Funnel,
    drawn_in,
    funnel_of,
    score,
    standard_error,
)
from recovery.reference import FunnelRule

RULE = FunnelRule(Decimal("1.96"), Decimal("3.09"), Decimal("0.1"), 10)
SAME = [(Fraction(200), Fraction(200))] * 10


def test_the_standard_error_of_a_ratio_of_two_counts():
    assert standard_error(Fraction(200), Fraction(1)) == pytest.approx(0.1)  # √(1/200 + 1/200)
    assert standard_error(Fraction(100), Fraction(4)) == pytest.approx(math.sqrt(0.01 + 0.0025))


def test_a_members_score_is_its_distance_from_the_whole_in_standard_errors():
    # ln(242 / 200 / 1.1) = ln 1.1 = 0.09531; √(1/200 + 1/220) = 0.097701
    assert score(Fraction(200), Fraction(242), Fraction(11, 10)) == pytest.approx(0.97554, abs=1e-5)


def test_limits_narrow_with_size_and_close_in_on_the_whole():
    funnel = funnel_of(SAME, Fraction(1), RULE)
    widths = [(one := funnel.limits(Fraction(size))).upper - one.lower for size in (100, 1_000, 10_000, 10**12)]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < Decimal("0.001")


def test_a_member_too_small_for_limits_that_say_anything_has_none():
    funnel = Funnel(Fraction(1), 160.0, RULE)
    assert [funnel.limits(Fraction(size)) for size in (0, 1, 1000)] == [None, None, None]
    wide = funnel.limits(Fraction(30_000))  # 3.09 × 160 × √(2 / 30 000) = 4.037, which is less than ln 100 = 4.605
    assert wide.upper_outer == pytest.approx(Decimal(100 * (math.exp(4.0369) - 1)), abs=2)


def test_standings_are_beyond_the_inner_and_the_outer_limits():
    limits = funnel_of(SAME, Fraction(1), RULE).limits(Fraction(200))
    said = [limits.standing(Fraction(growth)) for growth in (-30, -20, 0, 25, 40)]
    assert said == [VERY_LOW, LOW, WITHIN, HIGH, VERY_HIGH]


def test_scores_at_each_end_are_drawn_in_to_the_next():
    scores = [-9.0, -2.0, -1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 9.0]
    assert drawn_in(scores, 0.1) == [-2.0, -2.0, -1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 2.0]


def test_members_that_differ_by_more_than_chance_widen_the_limits_by_their_spread():
    # half grow by a quarter, half shrink to four fifths: every score is ± ln 1.25 / √(2 / 20 000) = ± 22.314
    pairs = [(Fraction(20_000), Fraction(25_000))] * 5 + [(Fraction(20_000), Fraction(16_000))] * 5
    funnel = funnel_of(pairs, Fraction(1), RULE)
    assert funnel.spread == pytest.approx(22.3144, abs=1e-4)
    assert funnel.limits(Fraction(20_000)).upper == pytest.approx(Decimal("54.861"), abs=Decimal("0.01"))


def test_too_few_members_or_none_the_year_before_have_no_limits():
    assert funnel_of(SAME[:9], Fraction(1), RULE) is None
    assert funnel_of(SAME, Fraction(0), RULE) is None
    assert funnel_of(SAME, Fraction(1), RULE).limits(Fraction(0)) is None


def test_a_member_that_counts_nothing_any_more_is_very_low_and_leaves_the_spread_alone():
    funnel = funnel_of([*SAME, (Fraction(200), Fraction(0))], Fraction(1), RULE)
    assert funnel.spread == 1
    assert funnel.limits(Fraction(200)).standing(Fraction(-100)) == VERY_LOW
