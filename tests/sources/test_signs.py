"""The sign of a variance that a heading declares."""

from __future__ import annotations

import pytest

from recovery.sources.signs import ADVERSE, FAVOURABLE, declared_sign, without_sign
from recovery.sources.words import words

FAVOURABLE_TEXTS = [
    "Variance Fav/(adv) £'000",
    "(Adv)/Fav",
    "Favourable/(Adverse)",
    "F/(A)",
    "fav +ve",
    "+ve fav",
    "favourable = positive",
    "(over)/under",
    "(Over)/underspend",
    "Under/(over)spend",
    "Surplus/(deficit)",
    "Variance (Budget - Actual)",
    "Adverse in brackets",
    "negative = adverse",
    "Under spend/(over spend)",
]
ADVERSE_TEXTS = [
    "Over/(under)spend",
    "Adv/(Fav)",
    "(Fav)/Adv",
    "(Under)/over",
    "Overspend/(underspend)",
    "adverse +ve",
    "Variance (Actual - Budget)",
    "Deficit/(surplus)",
    "(F)/A",
]


@pytest.mark.parametrize("text", FAVOURABLE_TEXTS)
def test_what_stands_in_brackets_is_negative_so_favourable_is_positive(text):
    assert declared_sign(text) == FAVOURABLE


@pytest.mark.parametrize("text", ADVERSE_TEXTS)
def test_a_heading_may_declare_adverse_as_positive(text):
    assert declared_sign(text) == ADVERSE


@pytest.mark.parametrize("text", ["Variance", "Fav/Adv", "Over / under spend", "YTD variance £'000", "", "Forecast"])
def test_a_heading_that_declares_nothing_is_not_guessed_at(text):
    assert declared_sign(text) == ""


@pytest.mark.parametrize("text", ["YTD variance Fav/(adv)", "YTD variance (adv)/fav", "YTD variance over/(under)spend"])
def test_a_heading_without_its_sign_is_its_name(text):
    assert words(without_sign(text)) == ("ytd", "variance")
