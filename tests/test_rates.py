from __future__ import annotations

from decimal import Decimal

from recovery.rates import divided, percentage


def test_a_percentage_has_six_decimals_and_there_is_none_of_nothing():
    assert percentage(Decimal(1), Decimal(3)) == Decimal("33.333333")
    assert percentage(Decimal(-2), Decimal(3)) == Decimal("-66.666667")
    assert percentage(None, Decimal(3)) is percentage(Decimal(1), Decimal(0)) is percentage(Decimal(1), None) is None


def test_an_amount_is_divided_to_the_penny_with_halves_away_from_nought():
    assert divided(Decimal("0.25"), 50) == Decimal("0.01")
    assert divided(Decimal("-0.25"), 50) == Decimal("-0.01")
    assert divided(Decimal(5), 0) is divided(None, 3) is None
