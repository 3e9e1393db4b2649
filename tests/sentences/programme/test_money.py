from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.sentences.programme.money import exact, short


@pytest.mark.parametrize(
    ("pounds", "shown"),
    [(1_250_000, "£1.25m"), (999_600, "£1.00m"), (180_400, "£180k"), (950, "£950"), (-180_000, "(£180k)"), (0, "£0")],
)
def test_a_card_shows_money_short(pounds, shown):
    assert short(Decimal(pounds)) == shown


def test_no_money_is_a_dash():
    assert short(None) == exact(None) == "–"


def test_a_case_shows_money_to_the_penny_where_there_are_pence():
    assert exact(Decimal("12345.67")) == "£12,345.67"
    assert exact(Decimal("12345.00")) == "£12,345"
    assert exact(Decimal(-5)) == "(£5)"
