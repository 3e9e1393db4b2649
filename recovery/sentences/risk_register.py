"""The risk register in words: what it holds, what counts of it outside the forecast, the cases, and how it moved."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.measures.risk.register import SCHEMES
from recovery.period import month_name
from recovery.rows import Row, amount, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import bracketed, listed, many, millions, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from recovery.figure import Figure

MITIGATION, CLOSED = "Mitigation", "Closed"
NO_SCHEMES = " without the delivery of savings schemes, of which none are known"
NOT_ALIKE = {True: "with the delivery of savings schemes", False: "without the delivery of savings schemes"}


def answer(register: Figure) -> str:
    """Return how many risks and mitigations there are, what counts of them, and what somebody has to look at."""
    risks, mitigations = _alive(register, is_mitigation=False), _alive(register, is_mitigation=True)
    gross = sum((amount(row, "gross_value") for row in risks), Decimal(0))
    counted = amount(last_of_kind(register, "total"), "counted")
    held = f"{many(len(risks), 'risk')} of {millions(gross)} in full and {many(len(mitigations), 'mitigation')}"
    net = (
        f"{millions(counted)} {'of net risk' if counted < 0 else 'more mitigation than risk'}" if counted else "nothing"
    )
    of_schemes = last_of_kind(register, SCHEMES)
    delivery = (
        f", with {bracketed(amount(of_schemes, 'counted'))} of the delivery of savings schemes" if of_schemes else ""
    )
    late = sum(1 for row in mitigations if text(row, "attention"))
    late_said = f" {many(late, 'mitigation')} had to begin already." if late else ""
    return f"There are {held}; at expected values {net} counts outside the forecast{delivery}.{late_said}"


def key_figures(register: Figure) -> list[KeyFigure]:
    """Return gross risk, expected risk and mitigation, the schemes' delivery where it is known, and what counts net."""
    risks, mitigations = _alive(register, is_mitigation=False), _alive(register, is_mitigation=True)
    counted, of_schemes = amount(last_of_kind(register, "total"), "counted"), last_of_kind(register, SCHEMES)
    delivery = [KeyFigure("Delivery of schemes", bracketed(amount(of_schemes, "counted")), "Beside the forecast")]
    note = ("Net risk", "bad") if counted < 0 else ("Net mitigation", "") if counted else ("Balanced", "")
    return [
        KeyFigure("Risk in full", bracketed(_sum(risks, "gross_value")), many(len(risks), "risk")),
        KeyFigure("Risk expected", bracketed(_sum(risks, "residual")), "Outside the forecast"),
        KeyFigure(
            "Mitigation expected", bracketed(_sum(mitigations, "residual")), many(len(mitigations), "mitigation")
        ),
        *(delivery if of_schemes else []),
        KeyFigure("Counts outside the forecast", bracketed(counted), *note),
    ]


def _alive(register: Figure, *, is_mitigation: bool) -> list[Row]:
    rows = of_kind(register, "line")
    return [row for row in rows if text(row, "state") != CLOSED and (text(row, "type") == MITIGATION) == is_mitigation]


def _sum(rows: list[Row], column: str) -> Decimal:
    return sum((amount(row, column) for row in rows), Decimal(0))


def cases_said(cases: Figure) -> str:
    """Return the outturn of each case in one sentence."""
    rows = {text(row, "case"): surplus_or_deficit(amount(row, "outturn")) for row in cases.records()}
    return f"From {rows['Worst']} at worst over {rows['Likely']} as likely to {rows['Best']} at best."


def months_said(months: Figure) -> str:
    """Return where net risk stands and how it moved since the month before."""
    rows = months.records()
    now = rows[-1]
    moved = number(now, "movement")
    standing = f"Net risk outside the forecast stands at {bracketed(amount(now, 'net_risk'))}"
    without = "" if number(now, "delivery") is not None else NO_SCHEMES
    if len(rows) == 1:
        return f"{standing}{without}; no earlier month is loaded."
    before = month_name(int(amount(rows[-2], "month")))
    if moved is None:
        return (
            f"{standing}{without}; in {before} it was reckoned {NOT_ALIKE[bool(without)]}, so that no movement is told."
        )
    way = "better" if moved > 0 else "worse"
    return f"{standing}{without}, {f'{millions(moved)} {way} than' if moved else 'as'} in {before}."


def months_alt(months: Figure) -> str:
    """Return the chart of net risk by month in words."""
    parts = [f"{text(row, 'month_name')} {bracketed(amount(row, 'net_risk'))}" for row in months.records()]
    return f"Bar chart of net risk outside the forecast. {listed(parts)}."
