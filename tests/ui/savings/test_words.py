from __future__ import annotations

from recovery.figure import Column
from recovery.ui.savings.words import title_of, worded
from tests.showing import EFFICIENCY, QIPP, small


def test_a_page_s_title_is_in_the_organisation_s_words():
    assert title_of("QIPP gap", EFFICIENCY) == "Efficiency gap"
    assert title_of("QIPP gap", QIPP) == "QIPP gap"
    assert title_of("QIPP gap", None) == "QIPP gap"
    assert title_of("Delivery", EFFICIENCY) == "Delivery"


def test_headings_are_in_the_organisation_s_words_and_what_people_wrote_is_not():
    shown = worded(small([("RAG review of QIPP pipeline",)], Column("scheme", "QIPP scheme")), EFFICIENCY)
    assert shown.columns[0].heading == "Efficiency scheme"
    assert shown.rows == (("RAG review of QIPP pipeline",),)
