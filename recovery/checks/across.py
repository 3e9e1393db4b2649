"""Reconciliation between tables: every rule that finds the tables it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from recovery.findings import Finding
from recovery.sources.table import Table

Tables = Mapping[str, Table]
Rule = Callable[[Tables], list[Finding]]

RULES: Final[tuple[Rule, ...]] = ()


def reconcile_across(tables: Tables) -> list[Finding]:
    """Return everything in which tables, by dataset name, do not bear each other out."""
    return [finding for rule in RULES for finding in rule(tables)]
