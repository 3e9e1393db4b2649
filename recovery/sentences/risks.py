"""Risks and mitigations in words: gross, what mitigation takes off, what the forecast holds, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.rows import Row, amount, last_of_kind, number, of_kind, summed, text
from recovery.sentences.amounts import bracketed, listed, many, millions
from recovery.sentences.key_figure import KeyFigure, position_figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from recovery.figure import Figure
    from recovery.measures.bridge import Step


def lines(figure: Figure) -> list[Row]:
    """Return the risks themselves, without the plan's own row, contingency or totals."""
    return of_kind(figure, "line")


def answer(figure: Figure) -> str:
    """Return the risks before and after mitigation, and where contingency leaves the position."""
    gross, left = summed(figure, "total_risk"), summed(figure, "mitigated_risk")
    in_forecast, residual = summed(figure, "in_forecast"), summed(figure, "residual_risk")
    opening = (
        f"Risks of {millions(gross)} before mitigation come down to {millions(left)}; "
        f"the forecast already holds {millions(in_forecast)}"
    )
    rest = f" and {_residual(residual)}" if residual else ""
    return f"{opening}{rest}. {_covered(figure)}"


def _residual(residual: Decimal) -> str:
    return f"{millions(residual)} {'stands outside it' if residual < 0 else 'of mitigation stands outside it'}"


def _covered(figure: Figure) -> str:
    net = last_of_kind(figure, "net")
    if net is None or "contingency" not in figure.kinds:
        return "The table gives no net position after contingency."
    after = amount(net, "mitigated_risk")
    held = millions(summed(figure, "mitigated_risk", "contingency"))
    if not after:
        return f"Contingency of {held} covers what is left."
    if after > 0:
        return f"Contingency of {held} covers what is left with {millions(after)} to spare."
    return f"Contingency of {held} leaves {millions(after)} uncovered."


def key_figures(figure: Figure) -> list[KeyFigure]:
    """Return gross, mitigated, in forecast, residual and the net position after contingency."""
    count = sum(1 for row in lines(figure) if amount(row, "total_risk") < 0)
    found = [
        KeyFigure("Risk before mitigation", bracketed(summed(figure, "total_risk")), many(count, "risk")),
        KeyFigure("After mitigation", bracketed(summed(figure, "mitigated_risk"))),
        KeyFigure("Held in the forecast", bracketed(summed(figure, "in_forecast"))),
        KeyFigure("Outside the forecast", bracketed(summed(figure, "residual_risk")), "Residual"),
    ]
    net = last_of_kind(figure, "net")
    if net is not None:
        after = position_figure("Net after contingency", amount(net, "mitigated_risk"))
        note = {"Break-even": "Covered", "Deficit": "Not covered", "Surplus": "Covered"}[after.note]
        found.append(KeyFigure(after.label, after.value, note, "bad" if note == "Not covered" else ""))
    return found


def alt(figure: Figure) -> str:
    """Return the risk chart in words, largest risk first."""
    rows = sorted(lines(figure), key=lambda row: amount(row, "total_risk"))
    parts = [
        f"{text(row, 'risk')} {millions(amount(row, 'total_risk'))} before, "
        f"{millions(amount(row, 'mitigated_risk'))} after"
        for row in rows
        if number(row, "total_risk")
    ]
    return f"Bar chart of each risk before and after mitigation. {listed(parts)}."


def steps_alt(steps: Sequence[Step]) -> str:
    """Return the way from gross to net in words."""
    return f"Waterfall chart. {'; '.join(f'{step.label} {bracketed(step.amount)}' for step in steps)}."
