from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from recovery.ui.programme.typed import NotAnAmount, as_typed, number, penny, pounds, text, whole


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("£1,250,000", "1250000"), ("1250000.50", "1250000.50"), ("250k", "250000"), ("1.2m", "1200000"),
        ("(5,000)", "-5000"), ("-5 000", "-5000"), ("−12", "-12"), (".5", "0.50"), ("£ 3.2 K", "3200"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(typed, amount):
    assert pounds(typed) == Decimal(amount)


def test_nothing_typed_is_no_amount():
    assert pounds("  ") is None


@pytest.mark.parametrize("typed", ["lots", "1.2.3", "12%", "5 apples", "--3", "99999999999999"])
def test_what_is_no_amount_is_said_to_be_none(typed):
    with pytest.raises(NotAnAmount, match="as 250,000 or 250k"):
        pounds(typed)


@given(some.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_an_amount_shown_in_a_field_reads_back_as_itself(value):
    assert pounds(as_typed(value)) == value


def test_a_grid_s_cells_are_read_to_the_penny_and_empty_ones_as_none():
    assert penny(1234.5) == Decimal("1234.50")
    assert penny(0.1 + 0.2) == Decimal("0.30")
    assert penny(None) is penny(float("nan")) is penny("") is None
    assert number("seven") is None
    assert whole(None) == 1
    assert whole(4.0) == 4
    assert text(float("nan")) == text(None) == ""
    assert text(" a ") == "a"
