from __future__ import annotations

from decimal import Decimal

from recovery.figure import Column, Figure
from recovery.ui.matrix import matrix
from tests.showing import EFFICIENCY, QIPP, shown
from tests.ui.test_tables import Reader


def test_the_matrix_has_number_and_value_under_every_stage_and_total():
    read = Reader(matrix(shown("qipp-gateway"), QIPP))
    groups = [attributes for tag, attributes in read.tags if tag == "th" and attributes.get("scope") == "colgroup"]
    assert len(groups) == 8
    assert read.texts.count("No.") == 8
    first = read.texts[read.texts.index("Prescribing") :]
    assert first[:11] == ["Prescribing", "0", "–", "11", "1,955", "13", "2,047", "1", "150", "8", "771"]


def test_targets_and_gaps_end_each_row():
    texts = Reader(matrix(shown("qipp-gateway"), QIPP)).texts
    totals = texts[texts.index("Totals") : texts.index("Memorandum: Planned")]
    assert totals[-3:] == ["35,000", "509", "(91)"]


def test_the_matrix_speaks_the_organisation_s_words_and_has_its_stages():
    fields = ("opportunity", "plans_in_progress", "total_excluding_pipeline", "total_including_pipeline")
    pairs = [Column(f"{field}_{what}", field, kind) for field in fields
             for what, kind in (("count", "count"), ("value", "money"))]  # fmt: skip
    columns = (Column("area", "Area"), *pairs, Column("gap_including_pipeline", "Gap", "money"))
    row = (
        "Acute",
        1,
        Decimal(1_000_000),
        2,
        Decimal(2_000_000),
        2,
        Decimal(2_000_000),
        3,
        Decimal(3_000_000),
        Decimal(0),
    )
    texts = Reader(matrix(Figure("pipeline", "QIPP by stage", columns, (row,), ("line",)), EFFICIENCY)).texts
    for heading in ("Efficiency by stage", "0 Opportunity", "1 Plans in progress", "Excluding opportunity",
                    "Including opportunity", "Gap including opportunity"):  # fmt: skip
        assert heading in texts
