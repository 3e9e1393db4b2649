"""Reconciliation within one table: every rule, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from recovery.checks.columns import net, totals
from recovery.checks.grid import grid_of
from recovery.checks.mitigations import mitigations_within_risks
from recovery.checks.parts import parts_against_lines
from recovery.checks.rag_table import shares, weighted
from recovery.checks.rates import percentages
from recovery.checks.risk_register import (
    held_in_position,
    held_though_mitigated,
    linked_risks,
    months_in_order,
    potential_values,
    probabilities,
    value_ranges,
    values_given,
)
from recovery.checks.risk_rows import risk_net, risk_totals
from recovery.checks.rows import rows_across
from recovery.checks.weights import Weights, weights_in_force
from recovery.findings import Finding

if TYPE_CHECKING:
    from recovery.sources.table import Table

Rule = Callable[..., list[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    rows_across,
    percentages,
    totals,
    net,
    risk_totals,
    risk_net,
    parts_against_lines,
    weighted,
    shares,
    potential_values,
    value_ranges,
    values_given,
    probabilities,
    held_though_mitigated,
    held_in_position,
    months_in_order,
    linked_risks,
    mitigations_within_risks,
)
WITH_WEIGHTS: Final = frozenset({weighted})
"""The rules that are given the risk weights beside the table."""


def reconcile(table: Table, weights: Weights | None = None) -> list[Finding]:
    """Return everything in a table that its own figures do not bear out, from top to bottom.

    `weights` are the risk weights of the day; the newest of the reference data where none are given.
    """
    grid = grid_of(table)
    in_force = weights_in_force() if weights is None else weights
    given = {rule: (grid, in_force) if rule in WITH_WEIGHTS else (grid,) for rule in RULES}
    found = [finding for rule in RULES for finding in rule(*given[rule])]
    return sorted(found, key=lambda finding: finding.row_order or 0)
