"""Activity against plan in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.period import month_name
from recovery.rows import Row, amount, number, of_kind, text
from recovery.sentences.amounts import count, many, percent
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure
    from recovery.view import View


def at_month(figure: Figure, month: int) -> list[Row]:
    """Return every measure's row of one month."""
    return [row for row in figure.records() if amount(row, "month") == month]


def parents(figure: Figure, month: int) -> list[Row]:
    """Return the month's rows of measures that are not a part of another."""
    return [row for row in of_kind(figure, "line") if amount(row, "month") == month]


def family(figure: Figure, code: str) -> list[str]:
    """Return a measure's code and, where it is not itself a part, those of its parts, which stand below it."""
    kinds = dict(zip(map(str, figure.values("code")), figure.kinds, strict=True))
    codes = list(kinds)
    found = [code]
    if kinds.get(code) == "line":
        for other in codes[codes.index(code) + 1 :]:
            if kinds[other] != "part":
                break
            found.append(other)
    return found


def last_month(figure: Figure, view: View) -> int:
    """Return the newest month up to the view's that has actuals, 0 if none has."""
    held = [int(amount(row, "month")) for row in figure.records() if number(row, "actual") is not None]
    return max((month for month in held if not view.month or month <= view.month), default=0)


def answer(figure: Figure, view: View) -> str:
    """Return which measures run above and below plan for the year to date."""
    month = last_month(figure, view)
    if not month:
        return f"The activity plan of {view.year} is loaded; no actuals are, so there is nothing to set against it."
    measured = [row for row in parents(figure, month) if number(row, "ytd_variance") is not None]
    over = sorted((row for row in measured if amount(row, "ytd_variance") < 0), key=_rate)
    until = f"{month_name(month)} {view.year}"
    if not over:
        return f"To {until}, none of the {many(len(measured), 'activity measure')} is above plan."
    furthest = f"{short_title(over[0])} ({percent(-_rate(over[0]))} above)"
    verb = "is" if len(over) == 1 else "are"
    return f"To {until}, {len(over)} of {len(measured)} activity measures {verb} above plan, furthest {furthest}."


def short_title(row: Row) -> str:
    """Return a measure's title without what stands in brackets at its end."""
    return text(row, "title").split(" (")[0].split(" [")[0]


def _rate(row: Row) -> Decimal:
    plan = amount(row, "ytd_plan")
    return 100 * amount(row, "ytd_variance") / plan if plan else Decimal(0)


def key_figures(figure: Figure, view: View) -> list[KeyFigure]:
    """Return the five measures furthest from plan for the year to date."""
    month = last_month(figure, view)
    rows = [
        row for row in parents(figure, month) if number(row, "ytd_variance") is not None and amount(row, "ytd_plan")
    ]
    rows.sort(key=lambda row: -abs(_rate(row)))
    return [_figure(row) for row in rows[:5]]


def _figure(row: Row) -> KeyFigure:
    rate = _rate(row)
    if not rate:
        return KeyFigure(f"{text(row, 'code')} {short_title(row)}", "0.0%", "On plan")
    above = rate < 0
    note = f"{count(abs(amount(row, 'ytd_variance')))} {'above' if above else 'below'} plan"
    return KeyFigure(f"{text(row, 'code')} {short_title(row)}", f"{'+' if above else '−'}{percent(abs(rate))}", note)


def alt(rows: Sequence[Row], title: str) -> str:
    """Return one measure's chart in words, month by month."""
    parts = [f"{month_name(int(amount(row, 'month')))} {_pair(row)}" for row in rows if number(row, "plan") is not None]
    return f"Bars of actual and a line of plan for {title}. {'; '.join(parts)}."


def _pair(row: Row) -> str:
    plan = f"plan {count(amount(row, 'plan'))}"
    return plan if number(row, "actual") is None else f"actual {count(amount(row, 'actual'))}, {plan}"
