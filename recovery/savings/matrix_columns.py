"""The columns of the stage by area matrix: as in the published table, but of the programme's own stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.figure import Column
from recovery.measures.request import column_of
from recovery.measures.stage_columns import field_of
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from recovery.engine.kept import Register
    from recovery.programme.configuration import ProgrammeStage
    from recovery.view import View

TOTALS = ("total_", "target", "gap_")


def matrix_columns(register: Register, view: View) -> list[Column]:
    """Return area, a number and a value for each stage, totals, target and gaps."""
    published = [column_of(field, view) for field in dataset_named("qipp-gateway").fields]
    if not register.is_kept:
        return published
    stages = [column for stage in register.programme.stages for column in _stage(stage)]
    return [published[0], *stages, *(column for column in published if column.name.startswith(TOTALS))]


def _stage(stage: ProgrammeStage) -> tuple[Column, Column]:
    field, heading = field_of(stage.name), f"{stage.number} {stage.name}"
    return Column(f"{field}_count", f"{heading}, number", "count"), Column(f"{field}_value", heading, "money")
