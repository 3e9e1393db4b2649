"""Stages and ratings in each programme's own words."""

from __future__ import annotations

import pytest

from recovery.programme.importing import wording_of
from tests.registers import EFFICIENCY, QIPP


@pytest.mark.parametrize(
    ("cell", "stage"),
    [(3, 3), (3.0, 3), ("3", 3), ("3 Delivery", 3), ("Stage 3 - Delivery", 3), ("in delivery", 3), ("Idea", 0),
     ("4 Delivery", None), ("9", None), ("-1", None), ("", None), (None, None), ("Plans in progress", None)],
)  # fmt: skip
def test_a_stage_by_number_name_or_both(cell, stage):
    assert wording_of(QIPP).stage_of(cell) == stage


def test_the_words_are_the_organisations_own():
    assert wording_of(EFFICIENCY).stage_of("1 Plans in progress") == 1
    assert wording_of(EFFICIENCY).rating_of("M") == "Medium risk"
    assert wording_of(QIPP).rating_of("amber rated") == "Amber"
    assert wording_of(QIPP).rating_of("Mauve") is None
    assert "0 Opportunity, 1 Plans in progress" in wording_of(EFFICIENCY).stage_choices
