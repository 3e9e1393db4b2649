"""The published 2018/19 tables as tidy tables: their figures from CSV, what each row is written down here."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.sources.definitions import dataset_named
from tests.checks.building import table

if TYPE_CHECKING:
    from recovery.sources.table import Table

FOLDER = Path(__file__).parent / "published"
YEAR = FinancialYear(2018)
EXPENDITURE = "expenditure"


def rows_of(dataset: str, file: str) -> list[dict[str, object]]:
    """Return a published CSV's rows by field name, blank cells left out, percent signs taken off."""
    names = {field.name_in(YEAR): field.name for field in dataset_named(dataset).fields}
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return [
            {names[name]: text.removesuffix("%") for name, text in row.items() if text} for row in csv.DictReader(lines)
        ]


def financial_plan() -> Table:
    rows = rows_of("financial-plan", "financial_plan.csv")
    rows[0] |= {"flow": "income"}
    for row in rows[1:13]:
        row |= {"flow": EXPENDITURE}
    rows[13] |= {"flow": EXPENDITURE, "kind": "total", "parts": (1, 12)}
    rows[14] |= {"kind": "net"}
    return table("financial-plan", rows, steps={"growth_on_recurrent_exit": "0.1"})


def position() -> Table:
    rows = rows_of("position", "month_end_position_m03.csv")
    rows[0] |= {"flow": "income"}
    for row in rows[1:8]:
        row |= {"flow": EXPENDITURE}
    rows[8] |= {"flow": EXPENDITURE, "kind": "total", "parts": (1, 7)}
    rows[9] |= {"kind": "net"}
    return table("position", rows, month=3)


def risks() -> Table:
    rows = rows_of("risks", "risks_and_mitigations_m03.csv")
    rows[0] |= {"kind": "baseline"}
    rows[18] |= {"kind": "total", "parts": (0, 17)}
    rows[19] |= {"kind": "contingency"}
    rows[20] |= {"kind": "net"}
    tenth = dict.fromkeys(("mitigated_risk", "in_forecast", "residual_risk"), "0.1")
    return table("risks", rows, unit=Unit.MILLIONS, steps={"total_risk": "0.01", **tenth}, month=3)


def qipp_rag() -> Table:
    rows = rows_of("qipp-rag", "qipp_rag_m03.csv")
    rows[4] |= {"kind": "total", "parts": (0, 3)}
    return table("qipp-rag", rows, month=3)


def qipp_gateway() -> Table:
    rows = rows_of("qipp-gateway", "qipp_gateway_m03.csv")
    rows[9] |= {"kind": "total", "parts": (0, 8)}
    for row in rows[10:]:
        row |= {"flow": "memorandum"}
    rows[13] |= {"kind": "total", "parts": (10, 12)}
    return table("qipp-gateway", rows, month=3)


def qipp_targets() -> Table:
    rows = [
        {name: row[name] for name in ("area", "target") if name in row}
        for row in rows_of("qipp-gateway", "qipp_gateway_m03.csv")[:10]
    ]
    rows[9] |= {"kind": "total", "parts": (0, 8)}
    return table("qipp-targets", rows)


def activity_plan() -> Table:
    rows = rows_of("activity-plan", "activity_plan.csv")
    parents = {row["code"]: number for number, row in enumerate(rows)}
    for row in rows:
        parent = str(row["code"]).rstrip("ab")
        if parent != row["code"]:
            row |= {"kind": "part", "parent": parents[parent]}
    return table("activity-plan", rows)
