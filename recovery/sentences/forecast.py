"""The forecast outturn in words: how far the methods stand apart, where the report stands, what it needs to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.measures.forecast import HIGHER, METHODS
from recovery.measures.methods_apart import Spread, spread
from recovery.money import THOUSAND, rounded
from recovery.period import MONTHS_IN_YEAR, month_name
from recovery.rows import Row, amount, bottom_line, last_of_kind, number, of_kind, text, total_spend
from recovery.sentences.amounts import many, millions, percent, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure, position_figure

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.engine.queries import Earlier
    from recovery.figure import Figure
    from recovery.view import View

IN_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ORDINALS: Final = ("", "", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ")


def answer(figure: Figure, view: View) -> str:
    """Return where the reported forecast stands among the methods, and what it needs to hold."""
    row = bottom_line(figure)
    if number(row, "reported") is None or number(row, "straight_line") is None:
        return f"At {view.title}, there is no reported total that a run rate can be set beside."
    if view.month >= MONTHS_IN_YEAR:
        return f"The year is complete at {_level(amount(row, 'reported'), '' if _is_net(figure) else 'spend')}."
    return f"{spread_said(row, is_net=_is_net(figure))}{_needed(figure, view)}"


def spread_said(row: Row | None, *, is_net: bool) -> str:
    """Return where a row's reported forecast stands among all methods that give one, and how far the others run."""
    found = spread(row)
    if row is None or found is None:
        return "No method can be set beside the reported forecast."
    noun = "" if is_net else "income" if row["better_when"] == HIGHER else "spend"
    start = f"The reported {_level(found.reported, noun).removeprefix('a ')} is {_rank(found)}"
    if found.is_same:
        return f"{start}."
    low, high = (_level(value, noun) for value in (found.worst_other, found.best_other))
    if low == high:
        return f"{start}; the {'other comes' if found.methods == 2 else 'others come'} to {low}."  # noqa: PLR2004
    return f"{start}; the others run from {low} to {high}."


def _rank(found: Spread) -> str:
    methods = f"{IN_WORDS[found.methods]} methods"
    if found.is_same:
        return f"what all {methods} give"
    if found.rank == 1:
        return f"the best of {methods}"
    if found.rank == found.methods:
        return f"the worst of {methods}"
    return f"the {ORDINALS[found.rank]}best of {methods}"


def _level(pounds: Decimal, noun: str) -> str:
    """Return an amount as what it is: income or spend, a deficit or surplus where `noun` is ''."""
    return f"{noun} of {millions(pounds)}" if noun else surplus_or_deficit(pounds)


def _is_net(figure: Figure) -> bool:
    return last_of_kind(figure, "net") is not None


def _needed(figure: Figure, view: View) -> str:
    total, row = total_spend(figure), bottom_line(figure)
    if number(total, "required_monthly_run_rate") is None:
        return ""
    needed, rate = amount(total, "required_monthly_run_rate"), amount(total, "ytd_monthly_run_rate")
    left = many(MONTHS_IN_YEAR - view.month, "month")
    spend = (
        f" For it to hold, spend in the {left} left {'must' if needed < rate else 'may'} average {millions(needed)} "
        f"a month, against {millions(rate)} so far"
    )
    better = number(row, "improvement")
    if not _is_net(figure) or better is None or rounded(better / THOUSAND) <= 0:
        return f"{spend}."
    share = number(row, "improvement_percent")
    share_said = "" if share is None else f", {percent(share)} of the rate so far"
    return f"{spend}, and the net position of each has to be {millions(better)} better{share_said}."


def counted_on(figure: Figure) -> Decimal:
    """Return the improvement on the straight line that the reported forecast counts on; none is nought or less."""
    net, total = last_of_kind(figure, "net"), total_spend(figure)
    if number(net, "straight_line") is not None:
        return amount(net, "reported") - amount(net, "straight_line")
    return amount(total, "straight_line") - amount(total, "reported")


def key_figures(figure: Figure) -> list[KeyFigure]:
    """Return the reported forecast, the ends of the spread, and the monthly rates so far and needed."""
    row, total = bottom_line(figure), total_spend(figure)
    is_net = _is_net(figure)
    ends = (
        ("reported", "Reported forecast"),
        ("lowest", "Lowest of the methods"),
        ("highest", "Highest of the methods"),
    )
    found = [_level_figure(label, number(row, column), is_net=is_net) for column, label in ends if row]
    if total is None:
        return found
    return [
        *found,
        _money("Monthly spend so far", total, "ytd_monthly_run_rate"),
        _money("Monthly spend to hold forecast", total, "required_monthly_run_rate"),
    ]


def _level_figure(label: str, pounds: Decimal | None, *, is_net: bool) -> KeyFigure:
    if pounds is None:
        return KeyFigure(label, "n/a")
    return position_figure(label, pounds) if is_net else KeyFigure(label, millions(pounds), "Spend for the year")


def _money(label: str, row: Row, column: str) -> KeyFigure:
    value = number(row, column)
    return KeyFigure(label, "n/a" if value is None else millions(value))


def latest_said(earlier: Earlier, month: int) -> str:
    """Return which months the average of the last three is of, or why there is none."""
    if earlier.month is None:
        reason = (
            "fewer than three months have gone"
            if month < 3  # noqa: PLR2004
            else f"no position of {month_name(month - 3)} or before is loaded"
        )
        return f"Last three months: not available, as {reason}."
    first, last = month_name(earlier.month + 1), month_name(month)
    months = month - earlier.month
    if months > 3:  # noqa: PLR2004
        wanted = month_name(month - 3)
        return f"Last three months: as {wanted} is not loaded, the average of the {months} months {first} to {last}."
    same = (
        " At month 3 these are all the months so far, which the straight line carries on too."
        if month == months
        else ""
    )
    return f"Last three months: the months left are as the average of {first} to {last}.{same}"


def one_offs_said(figure: Figure) -> str:
    """Return what is left out of the run rates as one-off, or that nothing is."""
    value = number(bottom_line(figure), "one_offs")
    if value is None:
        return "No one-off item to date is of a line shown here, so that no method leaves any out."
    way = "favourable" if value > 0 else "adverse"
    size = f"{millions(value)} {way} in all" if value else "nothing in all"
    return f"One-off items to date come to {size}: they happened, but no run rate carries them on."


def alt(figure: Figure) -> str:
    """Return the chart of lines in words."""
    parts = [
        f"{text(row, 'line')}: straight line {_against(row, 'straight_line')}, "
        f"budget-phased {_against(row, 'budget_phased')}, last three months {_against(row, 'last_three_months')}"
        for row in of_kind(figure, "line")
        if number(row, "reported") is not None
    ]
    return f"Dot chart of what three run rates give, against the reported forecast. {'; '.join(parts)}."


def methods_alt(row: Row) -> str:
    """Return the chart of one row's methods in words."""
    parts = [
        f"{method.heading} {bracketed_or_none(number(row, method.name))}"
        for method in METHODS
        if number(row, method.name) is not None
    ]
    return f"Dot chart of {text(row, 'line')} by every method. {'; '.join(parts)}."


def bracketed_or_none(pounds: Decimal | None) -> str:
    """Return an amount with its sign, n/a where there is none."""
    if pounds is None:
        return "n/a"
    return f"({millions(pounds)})" if pounds < 0 else millions(pounds)


def _against(row: Row, column: str) -> str:
    value = number(row, column)
    if value is None:
        return "cannot be told"
    ahead = value - amount(row, "reported")
    return f"{millions(ahead)} {'higher' if ahead > 0 else 'lower'}" if ahead else "the same"
