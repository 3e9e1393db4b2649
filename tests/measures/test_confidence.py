from __future__ import annotations

from decimal import Decimal

from recovery.measures.confidence import counted_on
from tests.savings_figures import schemes


def test_value_by_rating_leaves_the_withdrawn_out_and_the_unrated_in():
    found = counted_on(schemes(), "rag", "RAG", ("Red", "Amber", "Green"))
    assert [(row[0], row[1], row[2], row[3], row[4]) for row in found.rows] == [
        ("Red", 1, Decimal(1_200_000), Decimal(720_000), Decimal(480_000)),
        ("Amber", 1, Decimal(1_200_000), Decimal(840_000), Decimal(360_000)),
        ("Green", 0, Decimal(0), Decimal(0), Decimal(0)),
        ("Not rated", 1, Decimal(1_200_000), Decimal(1_200_000), Decimal(0)),
        ("Total", 3, Decimal(3_600_000), Decimal(2_760_000), Decimal(840_000)),
    ]
    assert found.values("counted_on_percent") == [60, 70, None, 100, Decimal("76.666667")]
    assert found.title == "Value by RAG"


def test_value_by_stage_has_its_stages_in_order():
    found = counted_on(schemes(), "stage_name", "Stage", ("Pipeline", "Planning", "Delivery", "Monitoring"))
    assert found.values("stage_name") == ["Pipeline", "Planning", "Delivery", "Monitoring", "Total"]
    assert found.values("schemes") == [0, 1, 1, 1, 3]
    assert found.title == "Value by stage"
    assert found.name == "confidence-by-stage-name"
