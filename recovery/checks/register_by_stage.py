"""The scheme register against the published matrix of areas by stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.checks.between import against, figure, printed_figure
from recovery.checks.comparing import unchecked
from recovery.checks.grid import Grid, grid_of
from recovery.checks.labels import same_name
from recovery.checks.register import Amount, Group, by_area, count_of, groups_of, value_of
from recovery.checks.register_by_rag import CHECK
from recovery.reference import stages
from recovery.sources.definitions import stage_field

if TYPE_CHECKING:
    from recovery.findings import Finding
    from recovery.sources.table import Table

ALL: Final = "total_including_pipeline_value"
AreaGroups = Mapping[str, list[Group]]


def register_by_stage(tables: Mapping[str, Table]) -> list[Finding]:
    """Check the matrix's counts and values by area and stage, and its totals, against the register's schemes."""
    if not {"schemes", "qipp-gateway"} <= tables.keys():
        return []
    grid, areas = grid_of(tables["qipp-gateway"]), by_area(groups_of(tables["schemes"]))
    labels = [same_name(label) for label in grid.texts("area")]
    lines = [int(row) for row in np.flatnonzero(grid.where("kind", "line") & ~_memorandum(grid))]
    found = [finding for row in lines for finding in _row(grid, row, areas.get(labels[row], []), nil_is_none=True)]
    return [
        *found,
        *_memoranda(grid, areas, labels),
        *_totals(grid, areas, labels, lines),
        *_unlisted(grid, areas, {labels[row] for row in lines}),
    ]


def _memorandum(grid: Grid) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return grid.where("flow", "memorandum")


def _row(grid: Grid, row: int, groups: list[Group], *, nil_is_none: bool) -> list[Finding]:
    return [
        finding
        for field, amount in _amounts(groups)
        if field in grid.amounts
        for finding in against(
            grid.table,
            printed_figure(grid, field, row, nil_is_none=nil_is_none),
            CHECK,
            amount,
            "the register gives" if groups else "the register has no schemes in an area of this name and gives",
        )
    ]


def _amounts(groups: list[Group]) -> Iterator[tuple[str, Amount]]:
    for stage in stages():
        at_stage = [group for group in groups if group.stage == stage.number]
        yield stage_field(stage, "count"), count_of(at_stage)
        yield stage_field(stage, "value"), value_of(at_stage)
    past = [group for group in groups if group.stage != stages()[0].number]
    for name, members in (("excluding", past), ("including", groups)):
        yield f"total_{name}_pipeline_count", count_of(members)
        yield f"total_{name}_pipeline_value", value_of(members)


def _memoranda(grid: Grid, areas: AreaGroups, labels: list[str]) -> list[Finding]:
    found: list[Finding] = []
    for row in np.flatnonzero(grid.where("kind", "line") & _memorandum(grid)):
        if labels[row] in areas:
            found += _row(grid, int(row), areas[labels[row]], nil_is_none=True)
        elif ALL in grid.amounts:
            reason = "The register has no schemes in an area of this name"
            found.append(unchecked(printed_figure(grid, ALL, int(row)), CHECK, reason))
    return found


def _totals(grid: Grid, areas: AreaGroups, labels: list[str], lines: list[int]) -> list[Finding]:
    first, last = grid.integers("parts_from"), grid.integers("parts_to")
    found: list[Finding] = []
    for row in np.flatnonzero(grid.where("kind", "total") & ~_memorandum(grid)):
        inside = [labels[line] for line in lines if first[row] <= grid.order[line] <= last[row]]
        chosen = areas if len(inside) == len(lines) else dict.fromkeys(inside)
        members = [group for area in chosen for group in areas.get(area, [])]
        found += _row(grid, int(row), members, nil_is_none=False)
    return found


def _unlisted(grid: Grid, areas: AreaGroups, shown: set[str]) -> list[Finding]:
    left = [groups for area, groups in areas.items() if area not in shown]
    source = "the table has no such area; the register's schemes add to"
    return [
        finding
        for groups in left
        for finding in against(grid.table, figure(grid.table, groups[0].area, ALL, 0), CHECK, value_of(groups), source)
    ]
