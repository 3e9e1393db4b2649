"""Figures in pence, exact, with the step in which they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.money import Unit
from recovery.sources.amounts import read_amounts
from recovery.sources.definitions import dataset_named
from recovery.sources.scaling import scale_count, scale_money, scale_percent

MONEY = dataset_named("qipp-targets").field_named("target")
COUNT = dataset_named("activity-plan").field_named("plan")
PERCENT = dataset_named("activity-plan").field_named("change_on_prior")


@given(st.integers(-(10**12), 10**12), st.sampled_from(list(Unit)), st.booleans())
def test_every_amount_of_whole_pence_is_exact_in_every_unit(pence, unit, as_text):
    digits = {Unit.POUNDS: 2, Unit.THOUSANDS: 5, Unit.MILLIONS: 8}[unit]
    text = f"{pence / unit.pence:.{digits}f}"
    scaled = scale_money(MONEY, read_amounts([text if as_text else float(text)]), unit)
    assert scaled.values.tolist() == [pence]
    assert scaled.rounded == ()


@pytest.mark.parametrize(
    ("cells", "unit", "quantum"),
    [
        ([1.0, 2.0], Unit.THOUSANDS, 100_000),
        ([1.5], Unit.THOUSANDS, 10_000),
        (["38.1", "3.0"], Unit.MILLIONS, 10_000_000),
        ([0.123456789], Unit.POUNDS, 1),
        (["£1.2m"], Unit.THOUSANDS, 10_000_000),
        (["£1.2m", "5"], Unit.POUNDS, 100),
    ],
)
def test_the_step_of_a_column_is_that_of_its_finest_figure(cells, unit, quantum):
    assert scale_money(MONEY, read_amounts(cells), unit).quantum == quantum


def test_a_figure_too_large_to_keep_is_named():
    scaled = scale_money(MONEY, read_amounts([1.0, 1e15]), Unit.MILLIONS)
    assert scaled.too_large == (1,)
    assert scaled.filled.tolist() == [True, False]


def test_counts_and_percentages_keep_their_decimals():
    assert scale_count(COUNT, read_amounts([12.5])).values.tolist() == [125_000]
    assert scale_percent(PERCENT, read_amounts([0.033, "5%"]), fractions=True).values.tolist() == [3_300_000, 5_000_000]
    assert scale_percent(PERCENT, read_amounts([3.3]), fractions=False).values.tolist() == [3_300_000]
    assert scale_percent(PERCENT, read_amounts([0.0, 1.0]), fractions=True).quantum == 1_000_000
