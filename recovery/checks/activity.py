"""Activity actuals against the activity plan: measures that were counted without being planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.checks.between import figure
from recovery.checks.comparing import unchecked
from recovery.names import code_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.findings import Finding
    from recovery.sources.table import Table

CHECK = "actuals against the plan"


def actuals_without_plan(tables: Mapping[str, Table]) -> list[Finding]:
    """Check that every measure with actuals has a plan."""
    if not {"activity-actuals", "activity-plan"} <= tables.keys():
        return []
    actuals, plan = tables["activity-actuals"], tables["activity-plan"]
    planned = set(_titles(plan))
    return [
        unchecked(figure(actuals, title, "actual", None), CHECK, "The activity plan has no measure of this code")
        for code, title in _titles(actuals).items()
        if code not in planned
    ]


def _titles(table: Table) -> dict[str, str]:
    """Return what each code is called, by the code as it is compared."""
    pairs = table.rows.group_by(["code", "title"], use_threads=False).aggregate([]).to_pylist()
    return {code_key(pair["code"]): f"{pair['code']} {pair['title']}".strip() for pair in pairs if pair["code"]}
