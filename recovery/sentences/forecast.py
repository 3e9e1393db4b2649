"""The forecast outturn in words: what is reported, what the run rate gives, what the forecast needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.period import MONTHS_IN_YEAR
from recovery.rows import Row, amount, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import many, millions, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure, position_figure

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.figure import Figure
    from recovery.view import View


LEVELS: Final = (
    ("Reported forecast", "reported"),
    ("Straight line", "straight_line"),
    ("Budget-phased", "budget_phased"),
)


def answer(figure: Figure, view: View) -> str:
    """Return the reported forecast beside what the rates so far come to, and what it needs to hold."""
    row = last_of_kind(figure, "net") or last_of_kind(figure, "total")
    if number(row, "reported") is None or number(row, "straight_line") is None:
        return f"At {view.title}, there is no reported total that a run rate can be set beside."
    if view.month >= MONTHS_IN_YEAR:
        return f"The year is complete at {_level(figure, 'reported')}."
    return (
        f"The reported forecast is {_level(figure, 'reported')}; at the rate of the months so far it would be "
        f"{_level(figure, 'straight_line')} (straight line) or {_level(figure, 'budget_phased')} (budget-phased)."
        f"{_needed(figure, view)}"
    )


def _level(figure: Figure, column: str) -> str:
    """Return the net position of a column in words, the total spend where there is no net position."""
    net = last_of_kind(figure, "net")
    row = net or last_of_kind(figure, "total")
    if number(row, column) is None:
        return "unknown"
    return surplus_or_deficit(amount(row, column)) if net else f"spend of {millions(amount(row, column))}"


def _needed(figure: Figure, view: View) -> str:
    total = last_of_kind(figure, "total")
    if number(total, "required_monthly_run_rate") is None:
        return ""
    needed, rate = amount(total, "required_monthly_run_rate"), amount(total, "ytd_monthly_run_rate")
    left = many(MONTHS_IN_YEAR - view.month, "month")
    return (
        f" For it to hold, spend in the {left} left {'must' if needed < rate else 'may'} average {millions(needed)} "
        f"a month, against {millions(rate)} so far."
    )


def counted_on(figure: Figure) -> Decimal:
    """Return the improvement on the straight line that the reported forecast counts on; none is nought or less."""
    net, total = last_of_kind(figure, "net"), last_of_kind(figure, "total")
    if number(net, "straight_line") is not None:
        return amount(net, "reported") - amount(net, "straight_line")
    return amount(total, "straight_line") - amount(total, "reported")


def key_figures(figure: Figure) -> list[KeyFigure]:
    """Return the reported forecast beside both projections, of the net position else of the spend, and the rates."""
    total, net = last_of_kind(figure, "total"), last_of_kind(figure, "net")
    found = []
    for label, column in LEVELS:
        if net is not None:
            found.append(position_figure(label, amount(net, column)))
        elif total is not None:
            found.append(_money(label, total, column, "Spend for the year"))
    if total is not None:
        found += [
            _money("Monthly spend so far", total, "ytd_monthly_run_rate"),
            _money("Monthly spend to hold forecast", total, "required_monthly_run_rate"),
        ]
    return found


def _money(label: str, row: Row, column: str, note: str = "") -> KeyFigure:
    value = number(row, column)
    return KeyFigure(label, "n/a" if value is None else millions(value), note)


def alt(figure: Figure) -> str:
    """Return the forecast chart in words."""
    parts = [
        f"{text(row, 'line')}: straight line {_against(row, 'straight_line')}, "
        f"budget-phased {_against(row, 'budget_phased')}"
        for row in of_kind(figure, "line")
        if number(row, "reported") is not None
    ]
    return f"Dot chart of what two run rates give, against the reported forecast. {'; '.join(parts)}."


def _against(row: Row, column: str) -> str:
    value = number(row, column)
    if value is None:
        return "cannot be told"
    ahead = value - amount(row, "reported")
    return f"{millions(ahead)} {'higher' if ahead > 0 else 'lower'}" if ahead else "the same"
