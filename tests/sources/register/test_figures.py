"""Numbers of cells, exactly as a spreadsheet shows them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.sources.register.figures import figure_of, fits_a_cell


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (0.1 + 0.2, "0.3"), (1e5, "100000"), ("(1,976.50)", "-1976.50"), ("£1.2m", "1200000"), ("12k", "12000"),
        ("0.1234567890123456789", "0.1234567890123456789"), (-0.0, "0"), ("5%", "5"),
    ],
)  # fmt: skip
def test_a_number_without_a_spreadsheets_noise(cell, number):
    assert figure_of(cell) == Decimal(number)


@pytest.mark.parametrize("cell", [None, True, float("nan"), float("inf"), "lots", "", "-", "1e999", "#REF!"])
def test_what_is_no_number(cell):
    assert figure_of(cell) is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_every_amount_of_money_that_fits_a_cell_comes_back_to_the_penny(amount):
    assert fits_a_cell(amount)
    assert figure_of(float(amount)) == amount


def test_a_number_of_too_many_digits_does_not_fit():
    assert not fits_a_cell(Decimal("123456789012.1234"))
