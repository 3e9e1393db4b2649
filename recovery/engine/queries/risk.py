"""The risk register, and what the savings schemes have still to deliver."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Asks, Row, about

if TYPE_CHECKING:
    from recovery.engine.kept import Register


def risk_register(engine: Asks, number: int) -> list[Row]:
    """Return the lines of one submission's risk register, in the order of the definition's fields."""
    return engine.ask("risk_register", submission=number)


def scheme_months_to_come(engine: Asks, register: Register) -> list[tuple[str, int, Decimal]]:
    """Return what each kept scheme is forecast to save in each month to come: ref, month, amount."""
    return [(ref, month, amount) for ref, month, amount in about(engine, "scheme_months_to_come", register)]
