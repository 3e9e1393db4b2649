"""The register, scheme by scheme."""

from __future__ import annotations

from decimal import Decimal

from tests.engine.filled import FilledEngine
from tests.engine.published import register
from tests.measures.looking import at_month_3


def test_the_weight_of_the_pipeline_goes_before_that_of_the_rag():
    found = at_month_3(FilledEngine(register()), "schemes")
    assert [(row["ref"], row["stage_name"], row["risk_weight"], row["risk_adjusted"]) for row in found.records()] == [
        ("Q1", "Delivery", 100, 1_000_000),
        ("Q2", "Initiation", 70, 350_350),
        ("Q3", "Planning", 60, 180_000),
        ("Q4", "Pipeline", 50, 100_000),
    ]
    assert isinstance(found.records()[0]["risk_adjusted"], Decimal)
