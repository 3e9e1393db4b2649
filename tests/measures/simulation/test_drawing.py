"""Drawn outturns beside what formulas give, and that only what is changed moves them."""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.measures.simulation.assumptions import Delivery, assumptions
from recovery.measures.simulation.drawing import draw, normal_quantiles
from recovery.measures.simulation.drivers import Driver, delivery_driver

RISK = Driver("risk:R1", "Risk", "risk", 0.5, -400.0, -400.0, -400.0)


@st.composite
def drivers(draw_from: st.DrawFn) -> list[Driver]:
    """Draw a few risks, mitigations and schemes."""
    found = []
    for number in range(draw_from(st.integers(1, 6))):
        chance = draw_from(st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]))
        size = sorted(draw_from(st.lists(st.integers(0, 900), min_size=3, max_size=3)))
        sign = draw_from(st.sampled_from([-1, 1]))
        low, likely, high = sorted(float(sign * one) for one in size)
        held = float(draw_from(st.integers(-50, 50)))
        found.append(Driver(f"one:{number}", "One", "risk", chance, low, likely, high, held, f"g{number % 2}"))
    delivery = Delivery(0.2, 0.4)
    weight = draw_from(st.sampled_from([0.0, 0.3, 0.6, 1.0]))
    return [*found, delivery_driver("scheme:Q", "Q", 500.0, weight, delivery, "schemes")]


def test_a_risk_of_one_half_is_there_in_half_of_the_runs():
    drawn = draw([RISK], -1000.0, 10_000, 1)
    assert set(drawn.outturns.tolist()) == {-1000.0, -1400.0}
    assert drawn.closed_form_mean == -1200.0
    assert abs(drawn.mean + 1200.0) < 4 * drawn.standard_deviation / 100
    assert abs(drawn.chance_of(-1000.0) - 0.5) < 0.02


def test_the_variance_of_a_driver_is_that_of_whether_it_happens_and_of_its_size():
    assert RISK.variance == 0.5 * 0.5 * 400**2
    assert Driver("a", "", "risk", 1.0, 0.0, 3.0, 6.0).variance == pytest.approx(6**2 / 24)


@settings(max_examples=15)
@given(several=drivers(), correlation=st.sampled_from([0.0, 0.5, 1.0]))
def test_the_mean_agrees_with_the_closed_form_to_its_standard_error(several, correlation):
    drawn = draw(several, -1000.0, 4000, 7, correlation)
    error = drawn.standard_deviation / math.sqrt(drawn.runs)
    assert abs(drawn.mean - drawn.closed_form_mean) <= 4.5 * error + 1e-6


@settings(max_examples=15)
@given(several=drivers())
def test_independent_drivers_spread_as_their_variances_say(several):
    drawn = draw(several, 0.0, 4000, 11)
    assert drawn.standard_deviation == pytest.approx(
        math.sqrt(sum(one.variance for one in several)), rel=0.12, abs=1e-6
    )
    assert sum(drawn.shares.tolist()) == pytest.approx(1.0 if any(one.variance for one in several) else 0.0)


@settings(max_examples=10)
@given(several=drivers(), correlation=st.sampled_from([0.0, 0.4]), order=st.randoms())
def test_the_order_of_drivers_moves_nothing(several, correlation, order):
    shuffled = list(several)
    order.shuffle(shuffled)
    one, other = (draw(each, -5.0, 500, 3, correlation) for each in (several, shuffled))
    assert np.array_equal(one.outturns, other.outturns)


@settings(max_examples=15)
@given(several=drivers(), correlation=st.sampled_from([0.0, 0.4]), target=st.integers(-2000, 2000))
def test_a_mitigation_that_is_dropped_never_raises_the_chance(several, correlation, target):
    answer = Driver("mitigation:M", "M", "mitigation", 0.6, 100.0, 200.0, 500.0, 50.0, "g0")
    with_it = draw([*several, answer], 0.0, 800, 5, correlation)
    without = draw([*several, replace(answer, probability=0.0)], 0.0, 800, 5, correlation)
    assert without.chance_of(target) <= with_it.chance_of(target)
    assert (without.outturns <= with_it.outturns + 1e-9).all()


@settings(max_examples=15)
@given(several=drivers(), correlation=st.sampled_from([0.0, 0.9]))
def test_every_run_lies_between_worst_and_best(several, correlation):
    drawn = draw(several, 0.0, 500, 9, correlation)
    assert drawn.outturns.min() >= sum(one.worst for one in several) - 1e-6
    assert drawn.outturns.max() <= sum(one.best for one in several) + 1e-6


def test_risks_of_one_group_that_go_together_spread_further_and_keep_their_mean():
    together = [replace(RISK, key=f"risk:{number}", group="acute") for number in range(10)]
    apart, near, one = (draw(together, 0.0, 10_000, 2, r) for r in (0.0, 0.5, 1.0))
    assert apart.standard_deviation < near.standard_deviation < one.standard_deviation
    assert one.standard_deviation == pytest.approx(2000, rel=0.02)
    assert abs(near.mean - near.closed_form_mean) < 4 * near.standard_deviation / 100
    assert near.shares.sum() == pytest.approx(1)


def test_the_same_seed_draws_the_same_and_another_does_not():
    first, again, other = (draw([RISK], 0.0, 200, seed).outturns for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("weight", [0.0, 0.25, 0.5, 0.6, 0.7, 0.95, 1.0])
@pytest.mark.parametrize("tone", ["red", "amber", "green", ""])
def test_the_mean_share_that_a_scheme_delivers_is_its_weight(weight, tone):
    driver = delivery_driver("scheme:Q", "Q", 1000.0, weight, assumptions().delivery_of(tone), "schemes")
    assert driver.mean == pytest.approx(1000 * (weight - 1))
    assert driver.low >= 0


def test_the_table_of_the_normal_distribution_is_as_near_as_it_says():
    points = np.linspace(-9, 9, 1999)
    exact = np.array([NormalDist().cdf(point) for point in points.tolist()])
    assert np.abs(normal_quantiles(points) - exact).max() < 6e-7


def test_a_triangle_has_half_of_its_amounts_below_its_middle():
    driver = Driver("a", "", "risk", 1.0, -6.0, -3.0, 0.0)
    assert driver.at(np.array([0.0, 0.5, 1.0])).tolist() == pytest.approx([-6.0, -3.0, 0.0])
