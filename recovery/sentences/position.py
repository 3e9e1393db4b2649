"""The month-end position in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.rows import Row, amount, last_of_kind, number, of_kind, overall, text
from recovery.sentences.amounts import capital, direction, listed, millions, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure, position_figure, variance_figure

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.view import View


def answer(figure: Figure, view: View) -> str:
    """Return how the position stands to budget, so far and for the year, and which lines carry it."""
    so_far, year = overall(figure, "ytd_variance"), overall(figure, "forecast_variance")
    net = last_of_kind(figure, "net")
    ending = f", {surplus_or_deficit(amount(net, 'forecast_outturn'))}" if net else ""
    return (
        f"At {view.title}, the position is {direction(so_far)} for the year to date, "
        f"and the forecast for the year is {direction(year)}{ending}.{_carried(figure)}"
    )


def _carried(figure: Figure) -> str:
    worst = [row for row in by_variance(figure, "ytd_variance")[:2] if amount(row, "ytd_variance") < 0]
    if not worst:
        return ""
    lines = [f"{text(row, 'line')} ({millions(amount(row, 'ytd_variance'))})" for row in worst]
    return f" The largest adverse variances so far are in {listed(lines)}."


def by_variance(figure: Figure, column: str) -> list[Row]:
    """Return the lines that have a variance, the most adverse first."""
    rows = [row for row in of_kind(figure, "line") if number(row, column) is not None]
    return sorted(rows, key=lambda row: amount(row, column))


def key_figures(figure: Figure) -> list[KeyFigure]:
    """Return the variance so far and for the year, the net position, and the line furthest from budget."""
    found = [
        variance_figure("Year to date variance", overall(figure, "ytd_variance")),
        variance_figure("Full-year forecast variance", overall(figure, "forecast_variance")),
    ]
    net = last_of_kind(figure, "net")
    if net is not None:
        found.append(position_figure("Position so far", amount(net, "ytd_actual")))
        found.append(position_figure("Forecast for the year", amount(net, "forecast_outturn")))
    worst = by_variance(figure, "ytd_variance")[:1]
    if worst and amount(worst[0], "ytd_variance") < 0:
        row = worst[0]
        value = f"({millions(amount(row, 'ytd_variance'))})"
        found.append(KeyFigure("Furthest over so far", value, f"{text(row, 'line')}, adverse", "bad"))
    return found


def alt(figure: Figure, column: str, what: str) -> str:
    """Return the variance chart in words: every line with its variance, most adverse first."""
    parts = [f"{text(row, 'line')} {direction(amount(row, column))}" for row in by_variance(figure, column)]
    return f"Bar chart of the {what} variance by line. {capital(listed(parts))}." if parts else f"No {what} variance."
