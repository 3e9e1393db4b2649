"""A small register and the control tables that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.money import Unit
from tests.checks.building import Row, table

if TYPE_CHECKING:
    from recovery.sources.table import Table

SCHEMES: tuple[tuple[str, int, str, int], ...] = (
    ("Community", 0, "Red", 600_400),
    ("Community", 1, "Red", 250_300),
    ("Prescribing Services", 3, "Green", 1_000_000),
    ("Prescribing Services", 3, "Amber", 100_200),
)


def register(*changed: tuple[str, int, str, int | None]) -> Table:
    """Return SCHEMES and any others as a register in pounds."""
    names = ("area", "stage", "rag", "net_value")
    rows = [dict(zip(names, scheme, strict=True)) for scheme in (*SCHEMES, *changed)]
    return table(
        "schemes", [{"ref": f"Q{number}", "scheme": "S", **row} for number, row in enumerate(rows)], unit=Unit.POUNDS
    )


def summary(*rows: Row) -> Table:
    """Return the summary by RAG in £'000; without rows, the one that SCHEMES make."""
    names = ("status", "rag", "net_value", "risk_adjusted")
    made = [
        ("Schemes in delivery", "Red", 250, 150),
        ("Schemes in delivery", "Amber", 100, 70),
        ("Schemes in delivery", "Green", 1000, 1000),
        ("Pipeline", "Red", 600, 300),
        ("Total", "", 1951, 1521),
    ]
    own: list[dict[str, object]] = [dict(zip(names, row, strict=True)) for row in made]
    own[4] |= {"kind": "total", "parts": (0, 3)}
    return table("qipp-rag", rows or own)


def matrix(**changed: object) -> Table:
    """Return the matrix in £'000 that SCHEMES make; `changed` are other figures of its first row, the community."""
    community = {
        "area": "COMMUNITY", "pipeline_count": 1, "pipeline_value": 600, "initiation_count": 1, "initiation_value": 250,
        "total_excluding_pipeline_count": 1, "total_excluding_pipeline_value": 250,
        "total_including_pipeline_count": 2, "total_including_pipeline_value": 851,
    }  # fmt: skip
    prescribing = {
        "area": "Prescribing", "delivery_count": 2, "delivery_value": 1100,
        "total_excluding_pipeline_count": 2, "total_excluding_pipeline_value": 1100,
        "total_including_pipeline_count": 2, "total_including_pipeline_value": 1100,
    }  # fmt: skip
    total = {
        "area": "Total", "kind": "total", "parts": (0, 1), "pipeline_count": 1, "pipeline_value": 600,
        "initiation_count": 1, "initiation_value": 250, "delivery_count": 2, "delivery_value": 1100,
        "total_excluding_pipeline_count": 3, "total_excluding_pipeline_value": 1351,
        "total_including_pipeline_count": 4, "total_including_pipeline_value": 1951,
    }  # fmt: skip
    return table("qipp-gateway", [community | changed, prescribing, total])
