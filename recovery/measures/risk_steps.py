"""The summary of risks, and its steps from gross risk, through mitigation and contingency, to the net position."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.errors import NothingLoaded
from recovery.figure import Column, Figure
from recovery.measures.bridge import Step
from recovery.measures.printed_tables import printed_table
from recovery.measures.risk.items import REGISTER, SUMMARY
from recovery.rows import summed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.request import Request


def risks_summary(request: Request) -> Figure:
    """Return the summary of risks as a figure; where only a risk register is loaded, a NothingLoaded that names it."""
    if SUMMARY not in request.sources and REGISTER in request.sources:
        raise NothingLoaded(
            f"{request.title}: only a risk register is loaded for {request.view.organisation}, {request.view.title}. "
            f"Show it as {REGISTER}, or load the summary of risks ({SUMMARY})."
        )
    return printed_table(request, SUMMARY)


def risk_steps(figure: Figure) -> tuple[Step, ...]:
    """Return gross, mitigation, what is left, the contingency held and the net position, added up from the lines."""
    gross, left = summed(figure, "total_risk"), summed(figure, "mitigated_risk")
    in_forecast, residual = summed(figure, "in_forecast"), summed(figure, "residual_risk")
    contingency = summed(figure, "mitigated_risk", "contingency")
    return (
        Step("Before mitigation", gross, level=True),
        Step("Mitigation", left - gross),
        Step("After mitigation", left, level=True),
        Step("of which in the forecast", in_forecast, level=True, aside=True),
        Step("of which outside the forecast", residual, level=True, aside=True),
        Step("Contingency", contingency),
        Step("Net after contingency", left + contingency, level=True),
    )


def as_figure(steps: Sequence[Step], risks: Figure) -> Figure:
    """Return the steps as a table; levels stand as totals."""
    return replace(
        risks,
        name="risk-steps",
        title="From gross to net",
        columns=(Column("step", "Step"), Column("amount", "Amount", "money")),
        rows=tuple((step.label, step.amount) for step in steps),
        kinds=tuple("part" if step.aside else "total" if step.level else "line" for step in steps),
        marks={},
    )
