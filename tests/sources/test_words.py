"""What rows and cells speak of, in whatever words."""

from __future__ import annotations

import pytest

from recovery.sources.vocabularies import choice_of
from recovery.sources.words import is_contingency, plain, text_of


@pytest.mark.parametrize(
    "label",
    [
        "Contingency", "0.5% contingency", "CCG contingency", "General Contingency reserve", "Contingency (0.5%)",
        "Contingencies", "0.5 % Contingency - released",
    ],
)  # fmt: skip
def test_a_row_is_a_contingency_wherever_the_word_stands_in_its_name(label):
    assert is_contingency(plain(label))


@pytest.mark.parametrize(
    "label", ["Reserves", "Reserves excluding contingency", "Non-contingency reserve", "Contingent"]
)
def test_a_row_without_the_contingency_is_none(label):
    assert not is_contingency(plain(label))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0.5% contingency", "Contingency"),
        ("CCG contingency", "Contingency"),
        ("Non-recurrent uncommitted funds", "Uncommitted funds"),
        ("Management actions to take", "Actions"),
        ("Claims", "Claims"),
    ],
)
def test_a_kind_of_mitigation_is_known_by_its_own_name_among_other_words(text, kind):
    assert choice_of("mitigation_kind", text) == kind


def test_half_a_character_that_no_text_can_hold_is_left_out_of_a_cell():
    assert text_of("\ud800Acute\x07 beds") == "Acute beds"
