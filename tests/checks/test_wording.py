from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from recovery.checks.grid import grid_of
from recovery.checks.wording import decimal_of, row_label, spoken, unit_note
from recovery.money import Unit
from tests.checks.building import table


@pytest.mark.parametrize(
    ("value", "kind", "unit", "expected"),
    [
        (-123_456_700_000, "money", Unit.THOUSANDS, "-1,234,567"),
        (123_450_000, "money", Unit.THOUSANDS, "1,234.5"),
        (-7_500_000, "money", Unit.MILLIONS, "-0.075"),
        (1_200, "money", Unit.POUNDS, "12"),
        (1_250, "money", None, "12.5"),
        (120_000, "count", None, "12"),
        (125_000, "count", None, "12.5"),
        (Fraction(174_540_000), "money", Unit.THOUSANDS, "1,745.4"),
        (-3_358_381, "percent", None, "-3.36%"),
    ],
)
def test_figures_are_said_as_the_table_prints_them(value, kind, unit, expected):
    assert spoken(value, kind, unit) == expected


def test_fractions_are_kept_to_the_last_place_rounded_half_up():
    assert decimal_of(Fraction(1, 2), "money") == Decimal("0.01")
    assert decimal_of(Fraction(-1, 2), "money") == Decimal("-0.01")
    assert decimal_of(Fraction(200_000_000, 3), "percent") == Decimal("66.666667")


def test_only_money_has_a_unit():
    assert unit_note("money", Unit.MILLIONS) == " (£m)"
    assert unit_note("money", None) == " (£)"
    assert unit_note("count", Unit.MILLIONS) == ""


def test_a_row_is_named_by_key_and_label_and_what_tells_it_from_others():
    scheme = table("schemes", [{"ref": "Q1", "scheme": "Beds", "stage": 1}])
    summary = table("qipp-rag", [{"status": "Delivery", "rag": "Red"}, {"status": "Total"}])
    actual = table("activity-actuals", [{"code": "X", "title": "All", "month": 12, "financial_year": 2018}])
    assert row_label(grid_of(scheme), 0) == "Q1 Beds"
    assert [row_label(grid_of(summary), row) for row in (0, 1)] == ["Delivery, Red", "Total"]
    assert row_label(grid_of(actual), 0) == "X All, March 2018/19"
