"""A load as rows of the record's tables: everything that can be done before the write lock is taken."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recovery import __version__
from recovery.errors import RecordError
from recovery.record import digest as chain
from recovery.record.parquet import encode
from recovery.record.soundness import sound_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.findings import Finding
    from recovery.problems import Problem
    from recovery.record.entries import Load
    from recovery.sources.table import Table

Row = dict[str, Any]


@dataclass(frozen=True)
class Prepared:
    """A load as rows of the record's tables, made before the write lock is taken; ids are still missing."""

    load: Row
    files: list[Row]
    load_files: list[Row]
    submissions: list[Row]
    findings: list[list[Row]]
    problems: list[Row]


def prepare(load: Load) -> Prepared:
    """Do all of a load's work that needs no lock: hashing and packing."""
    if len(load.findings) not in (0, len(load.tables)):
        raise RecordError("A load's findings are given table by table, or not at all.")
    files = [(file, chain.sha256(file.content)) for file in load.files]
    hashes = _hash_by_name([(file.name, sha256) for file, sha256 in files])
    given = {sha256: file.content for file, sha256 in files}
    findings = load.findings or ((),) * len(load.tables)
    return Prepared(
        load=_load_row(load),
        files=[{"sha256": sha256, "size": len(content), "content": content} for sha256, content in given.items()],
        load_files=[{"number": n, "sha256": sha256, "name": file.name} for n, (file, sha256) in enumerate(files)],
        submissions=[_submission_row(load, number, table, hashes) for number, table in enumerate(load.tables)],
        findings=[[_finding_row(*pair) for pair in enumerate(of_table)] for of_table in findings],
        problems=[_problem_row(number, problem) for number, problem in enumerate(load.problems)],
    )


def _hash_by_name(files: Sequence[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, sha256 in files:
        if found.setdefault(name, sha256) != sha256:
            raise RecordError(f"Two different files of one load are called {name}: rename one of them.")
    return found


def _load_row(load: Load) -> Row:
    return {
        "organisation": load.organisation,
        "organisation_name": load.organisation_name,
        "year": load.year.start,
        "month": load.month,
        "by": load.loaded_by,
        "illustrative": load.illustrative,
        "software": __version__,
    }


def _submission_row(load: Load, number: int, table: Table, hashes: dict[str, str]) -> Row:
    if table.file not in hashes:
        raise RecordError(f"The table {table.dataset} comes from {table.file}, which is not among the load's files.")
    rows = encode(sound_rows(table))
    return {
        "number": number,
        "organisation": load.organisation,
        "year": load.year.start,
        "month": load.month if table.month is None else table.month,
        "dataset": table.dataset,
        "sha256": hashes[table.file],
        "file_name": table.file,
        "sheet": table.sheet,
        "unit": table.unit.value if table.unit else None,
        "unit_from": table.unit_from,
        "sign_from": table.sign_from,
        "title": table.title,
        "row_count": table.rows.num_rows,
        "illustrative": load.illustrative,
        "columns": json.dumps(dict(table.columns)),
        "quanta": json.dumps(dict(table.quanta)),
        "unused": json.dumps(table.unused),
        "rows": rows,
        "rows_sha256": chain.sha256(rows),
    }


def _finding_row(number: int, finding: Finding) -> Row:
    return {
        "number": number,
        "dataset": finding.dataset,
        "check": finding.check,
        "row_order": finding.row_order,
        "row_label": finding.row,
        "column_name": finding.column,
        "printed": finding.printed,
        "computed": finding.computed,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "explanation": finding.explanation,
    }


def _problem_row(number: int, problem: Problem) -> Row:
    names = ("rule", "message", "to_do", "file", "sheet", "cell", "value", "dataset")
    return {"number": number, **{name: getattr(problem, name) for name in names}, "weight": problem.weight.value}
