"""The risk weights in force: how much of a scheme's net value is counted on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure

if TYPE_CHECKING:
    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("basis", "By"),
    Column("key", "Stage or RAG"),
    Column("weight", "Weight %", "percent"),
    Column("effective_from", "In force from"),
    Column("reason", "Reason"),
)


def weights(request: Request) -> Figure:
    """Return the weights of the view's day, stage before RAG, with the date from which each holds."""
    found = queries.weights_in_force(request.engine, request.register)
    return request.figure(
        COLUMNS, [(basis, key, weight, since.isoformat(), reason) for basis, key, weight, since, reason in found]
    )
