"""QIPP by RAG: as published, and from the register."""

from __future__ import annotations

from decimal import Decimal

from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import SCHEMES, everything_published, register
from tests.measures.looking import at_month_3, thousands


def test_the_published_summary_shows_where_one_is_loaded():
    found = at_month_3(everything_published(), "qipp-rag")
    assert thousands(found, "Total", "net_value", "risk_adjusted", "variance") == [35091, 32934, -2157]
    assert found.values("share") == [5, 5, 89, 1, 94]


def test_re_added_it_is_the_register_with_its_weights():
    found = at_month_3(everything_published(), "qipp-rag", computed=True)
    assert found.rows == (
        ("Schemes in delivery", "Red", 300_000, 180_000, Decimal("11.040574"), -120_000),
        ("Schemes in delivery", "Amber", 500_500, 350_350, Decimal("21.489251"), -150_150),
        ("Schemes in delivery", "Green", 1_000_000, 1_000_000, Decimal("61.336523"), 0),
        ("Pipeline", "Green", 200_000, 100_000, Decimal("6.133652"), -100_000),
        ("Total", "", 2_000_500, 1_630_350, Decimal("81.497126"), -370_150),
    )
    assert found.kinds == ("line",) * 4 + ("total",)
    assert found.illustrative


def test_the_register_shows_where_nothing_is_published():
    found = at_month_3(FilledEngine(register()), "qipp-rag")
    assert thousands(found, "Pipeline", "net_value", "risk_adjusted") == [200, 100]


def test_a_published_summary_alone_is_re_added_from_its_own_lines():
    rows = [
        {"status": "Schemes in delivery", "rag": "Red", "net_value": 100, "risk_adjusted": 60},
        {"status": "Total", "kind": "total", "parts": (0, 0), "net_value": 101, "risk_adjusted": 61},
    ]
    engine = FilledEngine(Loaded(table("qipp-rag", rows), 3))
    assert thousands(at_month_3(engine, "qipp-rag"), "Total", "net_value", "variance") == [101, -40]
    found = at_month_3(engine, "qipp-rag", computed=True)
    assert thousands(found, "Total", "net_value", "variance") == [100, -40]
    assert found.values("share") == [100, 60]


def test_a_scheme_without_a_rating_is_shown_and_not_counted_on():
    engine = FilledEngine(Loaded(table("schemes", [*SCHEMES, {**SCHEMES[0], "ref": "Q5", "rag": ""}]), 3))
    assert thousands(at_month_3(engine, "qipp-rag"), "Not rated", "net_value", "risk_adjusted") == [1000, 0]
