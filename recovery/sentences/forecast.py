"""The forecast outturn in words: what is reported, what the run rate gives, what the forecast needs."""

from __future__ import annotations

from decimal import Decimal

from recovery.figure import Figure
from recovery.period import MONTHS_IN_YEAR
from recovery.rows import Row, amount, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import listed, many, millions, percent
from recovery.sentences.key_figure import KeyFigure, position_figure
from recovery.view import View


def answer(figure: Figure, view: View) -> str:
    """Return whether the reported forecast holds at the rate of the months so far."""
    total = last_of_kind(figure, "total")
    left = MONTHS_IN_YEAR - view.month
    if number(total, "reported") is None or number(total, "straight_line") is None:
        return f"At {view.title} there is no reported total that a run rate can be set beside."
    ahead = amount(total, "straight_line") - amount(total, "reported")
    if not left:
        return f"The year is complete: spend is {millions(amount(total, 'reported'))}."
    if ahead <= 0:
        return (
            f"At the rate of the months so far spend would end the year {millions(ahead)} under the reported forecast "
            f"of {millions(amount(total, 'reported'))}: the forecast holds with room."
        )
    return (
        f"At the rate of the months so far spend would end the year {millions(ahead)} over the reported forecast of "
        f"{millions(amount(total, 'reported'))}. For the forecast to hold, the {many(left, 'month')} left may spend "
        f"{millions(amount(total, 'required_monthly_run_rate'))} each, "
        f"{percent(_less(total))} less than the months so far."
    )


def _less(row: Row | None) -> Decimal | None:
    rate = amount(row, "ytd_monthly_run_rate")
    return 100 * (rate - amount(row, "required_monthly_run_rate")) / rate if rate else None


def key_figures(figure: Figure) -> list[KeyFigure]:
    """Return the reported forecast beside both projections, and the rates."""
    total, net = last_of_kind(figure, "total"), last_of_kind(figure, "net")
    found = []
    if net is not None:
        found += [
            position_figure("Reported forecast", amount(net, "reported")),
            position_figure("Straight line", amount(net, "straight_line")),
            position_figure("Budget-phased", amount(net, "budget_phased")),
        ]
    if total is not None:
        found += [
            _money("Spend a month so far", total, "ytd_monthly_run_rate"),
            _money("Spend a month left to hold", total, "required_monthly_run_rate"),
        ]
    return found


def _money(label: str, row: Row, column: str) -> KeyFigure:
    value = number(row, column)
    return KeyFigure(label, "n/a" if value is None else millions(value))


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


def outside_forecast(figure: Figure) -> list[tuple[str, Decimal]]:
    """Return the lines whose straight line passes the reported forecast, furthest first."""
    found = [
        (text(row, "line"), amount(row, "straight_line") - amount(row, "reported"))
        for row in of_kind(figure, "line")
        if number(row, "straight_line") is not None and number(row, "reported") is not None
    ]
    return sorted([pair for pair in found if pair[1] > 0], key=lambda pair: -pair[1])


def outside_words(figure: Figure, most: int = 3) -> str:
    """Return the lines that would pass their forecast, in words, '' if none would."""
    return listed([f"{line} by {millions(over)}" for line, over in outside_forecast(figure)[:most]])
