"""The stages that a matrix has columns for, in the words of the programme that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.programme.configuration import Programme

COUNT, VALUE, TOTAL = "_count", "_value", "total_"


@dataclass(frozen=True)
class StageColumn:
    """A stage's pair of columns: its number, its name, and what the names of its columns begin with."""

    number: int
    name: str
    field: str

    @property
    def count(self) -> str:
        """Return the name of the column with the number of schemes."""
        return f"{self.field}{COUNT}"

    @property
    def value(self) -> str:
        """Return the name of the column with their value."""
        return f"{self.field}{VALUE}"

    @property
    def title(self) -> str:
        """Return the stage as a heading: 3 Delivery."""
        return f"{self.number} {self.name}"


def stage_columns(matrix: Figure, programme: Programme) -> tuple[StageColumn, ...]:
    """Return a matrix's stages from left to right; one that the programme does not know keeps its column's words."""
    fields = [
        column.name.removesuffix(COUNT)
        for column in matrix.columns
        if column.name.endswith(COUNT) and not column.name.startswith(TOTAL)
    ]
    known = {field_of(stage.name): stage for stage in programme.stages}
    return tuple(
        StageColumn(known[field].number, known[field].name, field)
        if field in known
        else StageColumn(place, field.replace("_", " ").capitalize(), field)
        for place, field in enumerate(fields)
    )


def field_of(stage: str) -> str:
    """Return what a stage's columns begin with: plans_in_progress."""
    return "_".join(stage.lower().split())
