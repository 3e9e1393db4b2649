from __future__ import annotations

import pytest

from recovery.sentences.vocabulary import in_words, savings_named, within
from tests.showing import EFFICIENCY, QIPP


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("QIPP gap", "Efficiency gap"),
        ("QIPP by RAG", "Efficiency by risk rating"),
        ("Value by RAG", "Value by risk rating"),
        ("RAG", "Risk rating"),
        ("Gap excluding pipeline", "Gap excluding opportunity"),
        ("0 Pipeline", "0 Opportunity"),
        ("Planned QIPP of £1.0m", "Planned efficiency of £1.0m"),
        ("Dragging RAGS and pipelines", "Dragging RAGS and pipelines"),
    ],
)
def test_our_words_become_the_organisation_s(ours, theirs):
    assert in_words(ours, EFFICIENCY) == theirs
    assert in_words(ours, QIPP) == ours


def test_savings_are_named_at_the_start_of_a_sentence():
    assert savings_named(QIPP) == "QIPP"
    assert savings_named(EFFICIENCY) == "Efficiency saving"


def test_an_abbreviation_stays_large_within_a_sentence():
    assert within("RAG") == "RAG"
    assert within("Risk rating") == "risk rating"
