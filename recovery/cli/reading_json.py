"""What was read and what stands in the way, as JSON."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.findings import Finding
    from recovery.loading import Outcome
    from recovery.problems import Problem
    from recovery.sources.table import Table


def as_json(outcome: Outcome) -> str:
    """Return receipt, tables, problems and findings as one object; money in findings is pounds."""
    content = {
        "loaded": outcome.receipt is not None,
        "receipt": dataclasses.asdict(outcome.receipt) if outcome.receipt else None,
        "tables": [_table(table) for table in outcome.tables],
        "problems": [_problem(problem) for problem in outcome.problems],
        "findings": [_finding(finding) for finding in outcome.findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _table(table: Table) -> dict[str, Any]:
    return {
        "dataset": table.dataset,
        "file": table.file,
        "sheet": table.sheet,
        "rows": table.rows.num_rows,
        "month": table.month,
        "unit": table.unit and table.unit.value,
        "unit_from": table.unit_from,
        "sign_from": table.sign_from,
        "columns": dict(table.columns),
        "unused": list(table.unused),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {**dataclasses.asdict(problem), "place": problem.place}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "dataset": finding.dataset,
        "check": finding.check,
        "row": finding.row,
        "column": finding.column,
        "printed": _number(finding.printed),
        "computed": _number(finding.computed),
        "difference": _number(finding.difference),
        "severity": finding.severity.value,
        "kind": finding.kind,
        "explanation": finding.explanation,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
