"""Small loads for the record's and the engine's tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.findings import Finding, Severity
from recovery.period import FinancialYear
from recovery.problems import Problem, Weight
from recovery.record import Event, Load, Subject
from recovery.sources.workbook import SourceFile
from tests.checks.building import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.record import Record
    from recovery.sources.table import Table

YEAR = FinancialYear(2018)
NOTICE = Problem("hidden-sheet", "A hidden sheet was left out.", "Nothing.", "made.xlsx", "made", weight=Weight.NOTICE)
DIFFERENCE = Finding(
    dataset="position",
    check="variance against its parts",
    row="Acute",
    column="ytd_variance",
    printed=Decimal(-8_000),
    computed=Decimal(-7_000),
    severity=Severity.DIFFERENCE,
    row_order=0,
    explanation="Budget less actual is (7).",
)
SCHEME = Subject("06H", 2018, "scheme", "Q18-001")
DAY = dt.date(2018, 7, 30)


def happened(version: int, subject: Subject = SCHEME, *, kind: str = "edited", on: dt.date = DAY) -> Event:
    """Return a small event of a scheme."""
    return Event(subject, version, kind, on, reason="As agreed", body=f'{{"net":{version}}}')


def appended(record: Record, *events: Event) -> int:
    """Append events in one write and return its change."""
    return record.write(lambda writing: writing.append(events), by="pmo@x.example", via="command line")[1]


def position(month: int | None = 3, *, actual: int = 107) -> Table:
    """Return a month-end position of two lines, in £'000."""
    rows = [
        {"line": "Acute", "flow": "expenditure", "ytd_budget": 100, "ytd_actual": actual, "ytd_variance": -8},
        {"line": "Community", "flow": "expenditure", "ytd_budget": 50, "ytd_actual": 49, "ytd_variance": 1},
    ]
    return replace(table("position", rows, month=month), title="Position", unused=("Notes",), sign_from="file")


def targets(month: int | None = None, *, target: int = 900) -> Table:
    """Return the savings target of one area."""
    return table("qipp-targets", [{"area": "Acute", "target": target}], month=month)


def actuals(month: int, counts: Sequence[int | None], *, code: str = "E.M.7") -> Table:
    """Return activity actuals of 2018/19 from April on, loaded in `month`."""
    rows = [
        {"code": code, "title": "Referrals", "financial_year": 2018, "month": number, "actual": count}
        for number, count in enumerate(counts, start=1)
    ]
    return table("activity-actuals", rows, month=month)


def load(  # noqa: PLR0913 - each is given by its name
    *tables: Table,
    organisation: str = "06H",
    year: FinancialYear = YEAR,
    month: int | None = None,
    content: bytes = b"a workbook",
    illustrative: bool = False,
    findings: Sequence[Sequence[Finding]] = (),
    problems: Sequence[Problem] = (),
) -> Load:
    """Return a load of these tables out of one file."""
    return Load(
        organisation=organisation,
        organisation_name="A commissioner",
        year=year,
        month=month,
        loaded_by="analyst",
        illustrative=illustrative,
        files=(SourceFile("made.xlsx", content),),
        tables=tables,
        problems=tuple(problems),
        findings=tuple(tuple(of_table) for of_table in findings),
    )
