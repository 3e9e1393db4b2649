"""The scheme register against the published summary by RAG."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.between import against, figure, printed_figure
from recovery.checks.comparing import unchecked
from recovery.checks.grid import Grid, grid_of
from recovery.checks.labels import same_name
from recovery.checks.register import Group, groups_of, value_of, weighted_value_of
from recovery.checks.weights import Weights, pipeline, stage_of_status
from recovery.reference import stages
from recovery.sources.words import holds, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from recovery.findings import Finding
    from recovery.sources.table import Table

CHECK = "register against control table"


def register_by_rag(tables: Mapping[str, Table], weights: Weights) -> list[Finding]:
    """Check the summary's net and risk-adjusted values against the register's schemes of each status and RAG."""
    if not {"schemes", "qipp-rag"} <= tables.keys():
        return []
    grid, groups = grid_of(tables["qipp-rag"]), groups_of(tables["schemes"])
    members = _members(grid, groups)
    found = [finding for row, chosen in members.items() for finding in _row(grid, row, chosen, weights)]
    return found + _totals(grid, groups, members, weights) + _unlisted(grid, groups, members)


def _members(grid: Grid, groups: Iterable[Group]) -> dict[int, list[Group] | None]:
    """Return the register's groups behind every line of the summary; None where its status cannot be told."""
    statuses, rags = grid.texts("status"), grid.texts("rag")
    lines = [int(row) for row in np.flatnonzero(grid.where("kind", "line"))]
    others = {same_name(statuses[row]) for row in lines if not stage_of_status(statuses[row])}
    chosen: dict[int, list[Group] | None] = {}
    for row in lines:
        numbers = _stages_of(statuses[row], alone=len(others) == 1)
        chosen[row] = (
            [group for group in groups if group.stage in numbers and group.rag == rags[row]] if numbers else None
        )
    return chosen


def _stages_of(status: str, *, alone: bool) -> set[int]:
    """Return the numbers of the stages that a status means; all past the pipeline where it is the only other one."""
    if stage_of_status(status):
        return {pipeline().number}
    past = [stage for stage in stages() if stage != pipeline()]
    if alone:
        return {stage.number for stage in past}
    named = [stage for stage in past if holds(plain(status), {plain(stage.name)})]
    return {stage.number for stage in named[:1]}


def _row(grid: Grid, row: int, members: list[Group] | None, weights: Weights) -> list[Finding]:
    if members is None:
        reason = "The status does not say which stages of the register it means"
        return [unchecked(printed_figure(grid, "net_value", row), CHECK, reason)]
    return _compared(grid, row, members, weights, nil_is_none=True)


def _compared(grid: Grid, row: int, members: list[Group], weights: Weights, *, nil_is_none: bool) -> list[Finding]:
    schemes = sum(group.schemes for group in members)
    amounts = {"net_value": value_of(members), "risk_adjusted": weighted_value_of(members, weights)}
    words = {"net_value": "add to", "risk_adjusted": "after their risk weights add to"}
    return [
        finding
        for field, amount in amounts.items()
        if field in grid.amounts
        for finding in against(
            grid.table,
            printed_figure(grid, field, row, nil_is_none=nil_is_none),
            CHECK,
            amount,
            f"the register's {schemes:,} schemes here {words[field]}",
        )
    ]


def _totals(
    grid: Grid, groups: list[Group], members: Mapping[int, list[Group] | None], weights: Weights
) -> list[Finding]:
    first, last = grid.integers("parts_from"), grid.integers("parts_to")
    found: list[Finding] = []
    for row in np.flatnonzero(grid.where("kind", "total")):
        inside = [line for line in members if first[row] <= grid.order[line] <= last[row]]
        chosen = groups if len(inside) == len(members) else _joined(members[line] for line in inside)
        found += _compared(grid, int(row), chosen, weights, nil_is_none=False)
    return found


def _joined(members: Iterable[list[Group] | None]) -> list[Group]:
    return [group for chosen in members for group in chosen or ()]


def _unlisted(grid: Grid, groups: list[Group], members: Mapping[int, list[Group] | None]) -> list[Finding]:
    if None in members.values():
        return []
    shown = _joined(members.values())
    left = [group for group in groups if group not in shown and group.value]
    return [finding for key in dict.fromkeys(map(_key, left)) for finding in _no_row(grid, key, left)]


def _key(group: Group) -> tuple[str, str]:
    return (pipeline().name if group.stage == pipeline().number else f"Past the {pipeline().name.lower()}", group.rag)


def _no_row(grid: Grid, key: tuple[str, str], groups: Iterable[Group]) -> list[Finding]:
    cell = figure(grid.table, ", ".join(filter(None, key)), "net_value", 0)
    amount = value_of(group for group in groups if _key(group) == key)
    return against(grid.table, cell, CHECK, amount, "the table has no such row; the register's schemes add to")
