"""What triangulation asks of the register: by area, and the activity that schemes say they remove."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Amount, Asks, about

if TYPE_CHECKING:
    from recovery.engine.kept import Register


def register_by_area(engine: Asks, register: Register) -> list[tuple[str, Decimal, Amount, Amount]]:
    """Return what the register's schemes come to: area, net value, risk-adjusted, delivered to date.

    Nothing is known to be delivered (None) of a register that is not kept in the app.
    """
    rows = about(engine, "register_by_area", register)
    return [(area, net_value, risk_adjusted, delivered) for area, net_value, risk_adjusted, delivered in rows]


def activity_removed(engine: Asks, register: Register) -> list[tuple[str, str, Decimal]]:
    """Return how much activity each kept scheme removes in the year: scheme, code, number (a reduction is positive)."""
    return [(ref, code, removed) for ref, code, removed in about(engine, "activity_removed", register)]
