"""Where a published summary and the register behind it differ: marks on the published figures."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from recovery.checks import reconcile_across
from recovery.engine.kept_table import kept_table, weights_of
from recovery.figure import Mark
from recovery.findings import Severity

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.findings import Finding
    from recovery.measures.request import Request
    from recovery.sources.table import Table

REGISTER: Final = "schemes"


def with_register_marks(request: Request, control: Figure, dataset: str) -> Figure:
    """Return a published summary with a mark on every figure that the register's schemes do not give."""
    if request.computed or not {REGISTER, dataset} <= request.sources.keys():
        return control
    register = request.register
    table = kept_table(request.engine, register) if register.is_kept else _loaded(request, REGISTER)
    tables = {REGISTER: table, dataset: _loaded(request, dataset)}
    weights = weights_of(request.engine, register)
    found = {(finding.row, finding.column): finding for finding in reconcile_across(tables, weights)}
    marks = {
        (number, column.name): _mark(found[label, column.name])
        for number, label in enumerate(_labels(control))
        for column in control.columns
        if (label, column.name) in found
    }
    return dataclasses.replace(control, marks={**control.marks, **{cell: mark for cell, mark in marks.items() if mark}})


def _loaded(request: Request, dataset: str) -> Table:
    return request.engine.submission_table(request.need(dataset).id)


def _labels(control: Figure) -> list[str]:
    """Return each row's label as findings give it: its texts, one after the other."""
    places = [place for place, column in enumerate(control.columns) if column.kind == "text"]
    return [", ".join(str(row[place]) for place in places if row[place]) for row in control.rows]


def _mark(finding: Finding) -> Mark | None:
    if finding.printed is None or finding.computed is None or finding.severity is Severity.CANNOT_BE_CHECKED:
        return None
    return Mark(finding.printed, finding.computed, finding.severity.value)
