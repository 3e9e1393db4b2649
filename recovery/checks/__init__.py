"""Reconciliation: every printed figure beside the one that its parts give, as a list of small named rules."""

from recovery.checks.across import reconcile_across
from recovery.checks.within import reconcile

__all__ = ["reconcile", "reconcile_across"]
