"""A published figure that the register does not give is marked with what the register gives."""

from __future__ import annotations

from decimal import Decimal

from recovery.figure import Mark
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import SCHEMES, everything_published, published_tables, register
from tests.measures.looking import at_month_3

RAG = [
    {"status": "Schemes in delivery", "rag": "Red", "net_value": 300, "risk_adjusted": 180},
    {"status": "Schemes in delivery", "rag": "Amber", "net_value": 501, "risk_adjusted": 350},
    {"status": "Schemes in delivery", "rag": "Green", "net_value": 1100, "risk_adjusted": 1100},
    {"status": "Pipeline", "rag": "Green", "net_value": 200, "risk_adjusted": 100},
]


def test_only_what_the_register_does_not_give_is_marked():
    found = at_month_3(FilledEngine(register(), Loaded(table("qipp-rag", RAG), 3)), "qipp-rag")
    assert found.marks == {
        (2, "net_value"): Mark(Decimal(1_100_000), Decimal(1_000_000), "difference"),
        (2, "risk_adjusted"): Mark(Decimal(1_100_000), Decimal(1_000_000), "difference"),
    }


def test_every_cell_of_the_matrix_is_held_against_the_register():
    found = at_month_3(everything_published(), "qipp-gateway")
    assert found.marks[0, "initiation_value"] == Mark(Decimal(1_955_000), Decimal(500_500), "difference")
    assert found.marks[9, "total_including_pipeline_count"] == Mark(Decimal(55), Decimal(4), "difference")


def test_without_a_register_and_re_added_there_is_nothing_to_hold_against():
    assert not at_month_3(FilledEngine(*published_tables()), "qipp-rag").marks
    assert not at_month_3(everything_published(), "qipp-rag", computed=True).marks
    assert len(SCHEMES) == 4
