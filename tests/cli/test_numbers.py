"""Numbers as scripts and people get them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.cli.numbers import plain, pretty
from recovery.money import Unit


@pytest.mark.parametrize(
    ("value", "kind", "unit", "text"),
    [
        (Decimal("1149272000.00"), "money", Unit.THOUSANDS, "1149272"),
        (Decimal("-63250000.00"), "money", Unit.MILLIONS, "-63.25"),
        (Decimal("0.01"), "money", Unit.MILLIONS, "0.00000001"),
        (Decimal("1E+9"), "money", Unit.POUNDS, "1000000000"),
        (Decimal("-0.00"), "money", Unit.THOUSANDS, "0"),
        (Decimal("3.300000"), "percent", Unit.THOUSANDS, "3.3"),
        (Decimal("-0.669337"), "percent", Unit.THOUSANDS, "-0.6693"),
        (Decimal("25761.0000"), "count", Unit.THOUSANDS, "25761"),
        (12, "number", Unit.THOUSANDS, "12"),
        (None, "money", Unit.THOUSANDS, ""),
        ("Acute", "text", Unit.THOUSANDS, "Acute"),
    ],
)
def test_a_plain_number_has_no_separator_bracket_or_exponent(value, kind, unit, text):
    assert plain(value, kind, unit) == text


@pytest.mark.parametrize(
    ("value", "kind", "unit", "text"),
    [
        (Decimal(-1976000), "money", Unit.THOUSANDS, "(1,976)"),
        (Decimal(-499), "money", Unit.THOUSANDS, "0"),
        (Decimal(500), "money", Unit.THOUSANDS, "1"),
        (Decimal(-35069000), "money", Unit.MILLIONS, "(35.07)"),
        (Decimal("5.25"), "percent", Unit.THOUSANDS, "5.3%"),
        (Decimal("25761.0000"), "count", Unit.THOUSANDS, "25,761"),
        (2018, "number", Unit.THOUSANDS, "2018"),
        (None, "count", Unit.THOUSANDS, "–"),
        ("two\nlines", "text", Unit.THOUSANDS, "two lines"),
    ],
)
def test_a_number_for_people_is_separated_rounded_and_bracketed(value, kind, unit, text):
    assert pretty(value, kind, unit) == text
