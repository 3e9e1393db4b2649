"""The risk weights in force: how much of a scheme's net value is counted on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.reference import risk_weights

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
    """Return the weights at the view's month end, stage before RAG, with the date from which each holds."""
    reasons = {(weight.basis, weight.key, weight.effective_from): weight.reason for weight in risk_weights()}
    rows = [
        (basis, key, weight, since.isoformat(), reasons[basis, key, since])
        for basis, key, weight, since in queries.weights_in_force(request.engine, request.view)
    ]
    return request.figure(COLUMNS, rows)
