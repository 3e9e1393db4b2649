"""Mitigations of the risk register beside the risks that they answer: no more can be covered than is at risk."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.checks.comparing import unchecked
from recovery.checks.risk_register import OVER, REGISTER
from recovery.checks.risk_values import expected, value_cell
from recovery.checks.wording import spoken, unit_note
from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.checks.grid import Grid
    from recovery.findings import Finding

CHECK: Final = "mitigation against its risk"
PENNY: Final = 1


def mitigations_within_risks(grid: Grid) -> list[Finding]:
    """Check that mitigations are expected to bring no more than is expected of the risk that they are linked with.

    Rows of one name are one risk, as where they are counted: a part of it may be in the position, or a scheme's.
    """
    if grid.table.dataset != REGISTER or "linked_risk" not in grid.table.columns:
        return []
    titles, found = [name_key(title) for title in grid.texts("title")], list["Finding"]()
    named = {name_key(ref): title for ref, title in zip(grid.texts("ref"), titles, strict=True) if ref}
    left = Counter[str]()
    for row in _open(grid, "Risk"):
        left[titles[row]] += abs(round(expected(grid, row)))
    for row in _open(grid, "Mitigation"):
        risk, brings = named.get(name_key(grid.texts("linked_risk")[row])), abs(round(expected(grid, row)))
        if risk is None or risk not in left:
            continue
        if brings > left[risk] + PENNY:
            found.append(_more_than_left(grid, row, brings, left[risk]))
        left[risk] = max(left[risk] - brings, 0)
    return found


def _open(grid: Grid, kind: str) -> Iterator[int]:
    """Yield the rows of a type of which something is left."""
    states, types = grid.texts("state"), grid.texts("type")
    rows = np.flatnonzero(grid.where("kind", "line")).tolist()
    return (row for row in rows if states[row] not in OVER and (types[row] or "Risk") == kind)


def _more_than_left(grid: Grid, row: int, brings: int, left: int) -> Finding:
    cell, risk = value_cell(grid, row), grid.texts("linked_risk")[row]
    share, rest = (spoken(value, "money", cell.unit) for value in (brings, left))
    said = f"It is expected to bring {share}, and of what is expected of the risk {risk} only {rest} is left to cover"
    return unchecked(cell, CHECK, f"{said}{unit_note('money', cell.unit)}")
