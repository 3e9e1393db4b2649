"""Worked by hand: the limits of five months, and what one month far out does to them.

  month           1     2     3     4     5
  value          10    12    11    15    12    mean 60 / 5 = 12
  moving range          2     1     4     3    mean 10 / 4 = 2.5
  limits         12 - 2.66 x 2.5 = 5.35 and 12 + 2.66 x 2.5 = 18.65

Ten months of 1 and 2 in turn, the last of them 21, have nine ranges: eight of 1 and one of 20.  Their mean is
28 / 9 = 3.11, and 20 is more than 3.267 times that, so that it is left out: the mean range is 1 and the limits are
3.4 - 2.66 and 3.4 + 2.66.  Without screening they are 3.4 - 8.28 and 3.4 + 8.28.  Below stand every reference case of
NHSRplotthedots and nhspy-plotthedots.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from recovery.measures.spc import Assurance, Direction, Options, assurance, chart, limits
from recovery.measures.spc.rules import part_of, run_ends, trend_ends, two_of_three, windows
from tests.spec import statistical_process_control as reference

WORDS = {"consistent_pass": Assurance.PASS, "consistent_fail": Assurance.FAIL, "inconsistent": Assurance.HIT_OR_MISS}
PROVIDED = Path(__file__).resolve().parents[3] / "shared" / "reference" / "spc" / "spc_reference_cases.json"


def rules(values, **how):
    return [point.rule for point in chart(values, Options(**how))]


def test_five_months_by_hand():
    held = limits([10, 12, 11, 15, 12])
    assert (held.mean, held.moving_range) == (12, Fraction("2.5"))
    assert (held.lower, held.upper) == (Fraction("5.35"), Fraction("18.65"))


def test_an_outlying_moving_range_by_hand():
    held = limits([1, 2, 1, 2, 1, 2, 1, 2, 1, 21])
    assert (held.mean, held.moving_range) == (Fraction("3.4"), 1)
    assert limits([1, 2, 1, 2, 1, 2, 1, 2, 1, 21], screen=False).moving_range == Fraction(28, 9)


def test_seven_months_above_the_mean_are_a_shift_and_six_are_for_those_who_want_to_hear_earlier():
    seven = [8, 12, 8, 12, 8, 12, 8, 11, 12, 11, 12, 11, 12, 11, 8]
    assert rules(seven) == ["none"] * 7 + ["shift"] * 7 + ["none"]
    six = [*seven[:-2], 8]
    assert rules(six) == ["none"] * 14
    assert rules(six, points=6) == ["none"] * 7 + ["shift"] * 6 + ["none"]


def test_seven_rising_months_are_a_trend_and_two_equal_ones_break_it():
    assert rules([20, 1, 2, 3, 4, 5, 6, 7, 1])[1:8] == ["trend"] * 7
    assert set(rules([5, 1, 2, 3, 3, 4, 5, 6, 5, 0])) == {"none"}


def test_the_first_rule_that_applies_names_the_point():
    """Ten rising months lie beyond the limits at both ends, and are a trend all along."""
    assert rules(range(1, 11)) == ["outside"] * 2 + ["trend"] * 6 + ["outside"] * 2


def test_a_month_exactly_on_the_mean_breaks_a_run():
    broken = [8, 12, 8, 11, 12, 11, 10, 12, 11, 12, 8, 12, 8, 8, 8, 11, 8]
    assert limits(broken).mean == 10
    assert set(rules(broken)) == {"none"}
    assert rules([11 if month == 10 else month for month in broken])[3:10] == ["shift"] * 7


@pytest.mark.parametrize("value", [0, 0.1, 7, 1e9 / 3])
@pytest.mark.parametrize("length", [1, 2, 7, 49, 60])
def test_equal_months_never_signal(value, length):
    assert set(rules([value] * length)) == {"none"}


@pytest.mark.parametrize("case", reference.CASES, ids=lambda case: case.name)
def test_mean_and_limits_are_those_of_the_reference(case):
    held = limits(case.values, screen=case.screen)
    found = [float(one) for one in (held.mean, held.lower, held.upper)]
    assert found == pytest.approx([case.mean, case.lower, case.upper], abs=case.within)
    if case.near:
        assert (float(held.near_lower), float(held.near_upper)) == pytest.approx(case.near, abs=case.within)
    if case.signals is not None:
        signals = [place for place, rule in enumerate(rules(case.values, screen=case.screen)) if rule != "none"]
        assert signals == list(case.signals)


@pytest.mark.parametrize(("values", "expected"), reference.TRENDS)
def test_the_end_of_a_trend_is_that_of_the_reference(values, expected):
    assert trend_ends(values, 7) == list(expected)


@pytest.mark.parametrize(("sides", "expected"), reference.ONE_SIDE)
def test_the_end_of_a_run_is_that_of_the_reference(sides, expected):
    assert run_ends(sides, 7) == list(expected)


@pytest.mark.parametrize(("ends", "expected"), reference.PART_OF_SEVEN)
def test_the_points_of_a_run_are_those_of_the_reference(ends, expected):
    assert part_of(ends, 7) == list(expected)


@pytest.mark.parametrize(("close", "sides", "expected", "marked"), reference.TWO_IN_THREE)
def test_two_of_three_is_that_of_the_reference(close, sides, expected, marked):
    assert windows(close, sides) == list(expected)
    assert two_of_three(close, sides) == list(marked)


@pytest.mark.parametrize(("direction", "target", "lower", "upper", "expected"), reference.ASSURANCE)
def test_assurance_is_that_of_the_reference(direction, target, lower, upper, expected):
    assert assurance(target, lower, upper, Direction(direction)) is WORDS[expected]


@pytest.mark.skipif(not PROVIDED.exists(), reason="the reference file stands beside the repository only here")
def test_the_cases_written_down_here_are_all_that_the_reference_has():
    provided = json.loads(PROVIDED.read_text(encoding="utf-8"))
    assert [tuple(one["values"]) for one in provided["limits"]] == [case.values for case in reference.CASES]
    held = {
        "seven_point_trend": reference.TRENDS,
        "seven_one_side": reference.ONE_SIDE,
        "part_of_seven": reference.PART_OF_SEVEN,
        "two_in_three": reference.TWO_IN_THREE,
        "assurance": reference.ASSURANCE,
    }
    assert {
        name: [tuple(tuple(part) if isinstance(part, list) else part for part in one.values()) for one in cases]
        for name, cases in provided["rules"].items()
    } == {name: list(cases) for name, cases in held.items()}
