"""Reconciliation between tables: every rule that finds the tables it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from recovery.checks.activity import actuals_without_plan
from recovery.checks.budget import budget_against_plan
from recovery.checks.register_by_rag import register_by_rag
from recovery.checks.register_by_stage import register_by_stage
from recovery.checks.targets import plan_against_targets, targets_in_matrix
from recovery.findings import Finding
from recovery.sources.table import Table

Tables = Mapping[str, Table]
Rule = Callable[[Tables], list[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    register_by_rag,
    register_by_stage,
    targets_in_matrix,
    plan_against_targets,
    budget_against_plan,
    actuals_without_plan,
)


def reconcile_across(tables: Tables) -> list[Finding]:
    """Return everything in which tables, by dataset name, do not bear each other out."""
    return [finding for rule in RULES for finding in rule(tables)]
