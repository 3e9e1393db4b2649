"""Where a published summary and the register behind it differ: marks on the published figures."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from recovery.checks import reconcile_across
from recovery.figure import Mark
from recovery.findings import Severity

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.findings import Finding
    from recovery.measures.request import Request

REGISTER: Final = "schemes"


def with_register_marks(request: Request, control: Figure, dataset: str) -> Figure:
    """Return a published summary with a mark on every figure that the register's schemes do not give."""
    if request.computed or not {REGISTER, dataset} <= request.sources.keys():
        return control
    tables = {name: request.engine.submission_table(request.need(name).id) for name in (REGISTER, dataset)}
    found = {(finding.row, finding.column): finding for finding in reconcile_across(tables)}
    marks = {
        (number, column.name): _mark(found[label, column.name])
        for number, label in enumerate(_labels(control))
        for column in control.columns
        if (label, column.name) in found
    }
    return dataclasses.replace(control, marks={**control.marks, **{cell: mark for cell, mark in marks.items() if mark}})


def _labels(control: Figure) -> list[str]:
    """Return each row's label as findings give it: its texts, one after the other."""
    places = [place for place, column in enumerate(control.columns) if column.kind == "text"]
    return [", ".join(str(row[place]) for place in places if row[place]) for row in control.rows]


def _mark(finding: Finding) -> Mark | None:
    if finding.printed is None or finding.computed is None or finding.severity is Severity.CANNOT_BE_CHECKED:
        return None
    return Mark(finding.printed, finding.computed, finding.severity.value)
