"""The invented risk register comes to the summary of risks, line by line, in every month."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo"
MILLION = Decimal(1_000_000)


def rows(month: int, name: str) -> list[dict[str, str]]:
    with (DEMO / f"month-0{month}" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert name != "risk-register" or "illustrative" in next(file)
        if name != "risk-register":
            next(file)
        return list(csv.DictReader(file))


def number(text: str) -> Decimal:
    return Decimal(text.removesuffix("%") or 0)


@pytest.mark.parametrize("month", [1, 2, 3])
def test_gross_mitigated_and_in_forecast_are_those_of_the_summary(month):
    found: dict[int, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
    for row in rows(month, "risk-register"):
        line = int(re.sub(r"\D", "", row["ref"]))
        expected = number(row["gross_value"]) * number(row["probability"]) / 100
        gross = number(row["gross_value"]) if row["type"] == "Risk" else Decimal(0)
        parts = (gross, expected, number(row["in_forecast"]))
        found[line] = [one + other for one, other in zip(found[line], parts, strict=True)]
    summary = [
        row for row in rows(month, "risks") if row["group"] not in {"Plan", "Total"} or row["risk"] == "Contingency"
    ]
    printed = {
        line: [number(row[name]) * MILLION for name in ("total_risk", "mitigated_risk", "in_forecast")]
        for line, row in enumerate(summary, start=1)
    }
    assert dict(found) == printed
    assert len(printed) == 18


def test_links_lead_to_lines_schemes_and_risks_that_are_there():
    register = rows(3, "risk-register")
    lines, schemes = (
        {row[name] for row in rows(3, table)} for table, name in (("position", "line"), ("schemes", "ref"))
    )
    refs = {row["ref"] for row in register}
    assert {row["line"] for row in register} <= lines
    assert {row["scheme_ref"] for row in register} - {""} <= schemes
    assert {row["linked_risk"] for row in register} - {""} <= refs
    assert sum(bool(row["scheme_ref"]) for row in register) == 10
