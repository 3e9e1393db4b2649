"""Reconciliation between tables: every rule that finds the tables it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from recovery.checks.activity import actuals_without_plan
from recovery.checks.allocations import limit_against_position, opening_against_plan
from recovery.checks.budget import budget_against_plan
from recovery.checks.duties import duties_against_position, savings_duty_against_targets
from recovery.checks.register_by_rag import register_by_rag
from recovery.checks.register_by_stage import register_by_stage
from recovery.checks.risk_links import register_against_summary, register_links
from recovery.checks.targets import plan_against_targets, targets_in_matrix
from recovery.checks.weights import Weights, weights_in_force
from recovery.findings import Finding
from recovery.sources.table import Table

Tables = Mapping[str, Table]
Rule = Callable[..., list[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    register_by_rag,
    register_by_stage,
    targets_in_matrix,
    plan_against_targets,
    budget_against_plan,
    actuals_without_plan,
    register_links,
    register_against_summary,
    duties_against_position,
    savings_duty_against_targets,
    opening_against_plan,
    limit_against_position,
)
WITH_WEIGHTS: Final = frozenset({register_by_rag})
"""The rules that are given the risk weights beside the tables."""


def reconcile_across(tables: Tables, weights: Weights | None = None) -> list[Finding]:
    """Return everything in which tables, by dataset name, do not bear each other out.

    `weights` are the risk weights of the day; the newest of the reference data where none are given.
    """
    in_force = weights_in_force() if weights is None else weights
    given = {rule: (tables, in_force) if rule in WITH_WEIGHTS else (tables,) for rule in RULES}
    return [finding for rule in RULES for finding in rule(*given[rule])]
