from __future__ import annotations

from recovery.ui.matrix import matrix
from tests.showing import shown
from tests.ui.test_tables import Reader


def test_the_matrix_has_number_and_value_under_every_stage_and_total():
    read = Reader(matrix(shown("qipp-gateway")))
    groups = [attributes for tag, attributes in read.tags if tag == "th" and attributes.get("scope") == "colgroup"]
    assert len(groups) == 8
    assert read.texts.count("No.") == 8
    first = read.texts[read.texts.index("Prescribing") :]
    assert first[:11] == ["Prescribing", "0", "–", "11", "1,955", "13", "2,047", "1", "150", "8", "771"]


def test_targets_and_gaps_end_each_row():
    texts = Reader(matrix(shown("qipp-gateway"))).texts
    totals = texts[texts.index("Totals") : texts.index("Memorandum: Planned")]
    assert totals[-3:] == ["35,000", "509", "(91)"]
