"""The track record of forecasts in words: how far out they were, which way, and what that says of this month's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.measures.accuracy import ALL_YEARS, FROM_PLAN, LAST, NAMES
from recovery.measures.forecast_range import BETWEEN
from recovery.money import THOUSAND, rounded
from recovery.names import name_key
from recovery.period import MONTH_NAMES, month_name
from recovery.rows import Row, amount, bottom_line, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import bracketed, listed, many, millions, percent, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from recovery.figure import Figure


def answer(accuracy: Figure, month: int) -> str:
    """Return how far out the forecasts of this month were, newest year first, and how far all of them."""
    row = newest(accuracy)
    if row is None:
        return "No year's net position or spend can be held against its forecasts."
    return f"{_of_month(row, month)} {_of_year(row)}{_of_all(accuracy)}"


def newest(accuracy: Figure) -> Row | None:
    """Return the bottom line of the newest finished year: the net position, else all spend."""
    for kind in ("net", "total"):
        rows = [row for row in of_kind(accuracy, kind) if text(row, "year") != ALL_YEARS]
        if rows:
            return rows[0]
    return None


def _of_month(row: Row, month: int) -> str:
    year = text(row, "year")
    error = number(row, f"month_{month:02d}") if 1 <= month <= LAST else None
    if error is None:
        return f"Of {year} there is no forecast of this month to hold against what came."
    came, is_net = amount(row, "outturn"), text(row, "line") == NAMES["net"]
    what, verb = ("what the next year's plan expects", "is expected") if _is_expected(row) else ("what came", "came")
    forecast, outturn = _level(came - error if is_net else came + error, is_net=is_net), _level(came, is_net=is_net)
    if not _counts(error):
        return f"In {year} the month {month} forecast was {what}: {outturn}."
    way = "better" if error < 0 else "worse"
    size = millions(error)
    return f"In {year} the month {month} forecast was {size} {way} than {what}: {forecast}, where {outturn} {verb}."


def _is_expected(row: Row) -> bool:
    """Return whether a year's outturn is only what the next year's plan expects of it."""
    return text(row, "outturn_from") == FROM_PLAN


def _level(pounds: Decimal, *, is_net: bool) -> str:
    return surplus_or_deficit(pounds) if is_net else f"spend of {millions(pounds)}"


def _of_year(row: Row) -> str:
    made = int(amount(row, "forecasts"))
    size = millions(amount(row, "mean_absolute_error"))
    verb = "was" if made == 1 else "were"
    out = f"Its {many(made, 'forecast')} before the year's end {verb} out by {size} on average"
    return f"{out}{_which_way(_errors(row), amount(row, 'bias'))}."


def _errors(row: Row) -> list[Decimal]:
    """Return how each forecast of a year came in."""
    found = [number(row, f"month_{month:02d}") for month in range(1, LAST + 1)]
    return [error for error in found if error is not None]


def _which_way(errors: Sequence[Decimal], bias: Decimal) -> str:
    """Return which way forecasts erred: every one, on balance, or as often one way as the other."""
    optimistic = sum(_counts(error) and error < 0 for error in errors)
    cautious = sum(_counts(error) and error > 0 for error in errors)
    if not optimistic + cautious:
        return ""
    for wrong, way in ((optimistic, "optimistic"), (cautious, "cautious")):
        if wrong == len(errors):
            return f", every one too {way}"
    if _counts(bias):
        return f", on balance {millions(bias)} too {'optimistic' if bias < 0 else 'cautious'}"
    if optimistic == cautious:
        return ", as often too optimistic as too cautious"
    return ", on balance neither too optimistic nor too cautious"


def _of_all(accuracy: Figure) -> str:
    rows = of_kind(accuracy, "net")
    whole = [row for row in rows if text(row, "year") == ALL_YEARS]
    if not whole:
        return ""
    errors = [error for row in rows if text(row, "year") != ALL_YEARS for error in _errors(row)]
    size, bias = millions(amount(whole[0], "mean_absolute_error")), amount(whole[0], "bias")
    return f" Over {many(len(rows) - 1, 'year')} they were out by {size} on average{_which_way(errors, bias)}."


def range_said(shown: Figure, month: int) -> str:
    """Return what this month's forecast comes to if it is as far out as those of the same month were."""
    row = bottom_line(shown)
    years = number(row, "forecasts")
    if row is None or years is None:
        return f"No finished year has a forecast of {month_name(month)} to read this one with."
    is_net = last_of_kind(shown, "net") is not None
    low, high = (_level(amount(row, end), is_net=is_net) for end in ("low", "high"))
    bias = amount(row, "bias")
    way = "better" if bias > 0 else "worse"
    came = f"{millions(bias)} {way} than forecast" if _counts(bias) else "as forecast"
    return (
        f"In {many(int(years), 'finished year')} what came was on average {came} at month {month}. As far out again "
        f"either way, this year would end between {low} and {high}."
    )


def counterparts_said(shown: Figure, accuracy: Figure) -> str:
    """Return which lines were taken as one of another name, and which have none; '' where all have one of their own."""
    rows = of_kind(shown, "line")
    called = {text(row, "line"): text(row, "called").split(BETWEEN) for row in rows if text(row, "called")}
    now, then = (_by_key(text(row, "line") for row in lines) for lines in (rows, of_kind(accuracy, "line")))
    taken = _by_key(name for one, earlier in called.items() for name in (one, *earlier))
    new, old = (
        [name for key, name in names.items() if key not in other and key not in taken]
        for names, other in ((now, then), (then, now))
    )
    said = [_taken_as_one(called), _without_counterpart(new, old)]
    return " ".join(["Lines are compared by name.", *filter(None, said)]) if any(said) else ""


def _taken_as_one(called: Mapping[str, Sequence[str]]) -> str:
    pairs = [f"{line} with {listed(earlier)}" for line, earlier in called.items()]
    return f"Taken as one: {', '.join(pairs)}." if pairs else ""


def _without_counterpart(new: Sequence[str], old: Sequence[str]) -> str:
    parts = []
    if new:
        parts.append(f"No earlier year has a line called {listed(new)}")
    if old:
        parts.append(f"{'this one' if new else 'This year'} has none called {listed(old)}")
    return f"{'; '.join(parts)}." if parts else ""


def _by_key(names: Iterable[str]) -> dict[str, str]:
    return {name_key(name): name for name in names}


def key_figures(accuracy: Figure, month: int) -> list[KeyFigure]:
    """Return the newest finished year's outturn, how far out this month's forecast was, and all of its forecasts."""
    row = newest(accuracy)
    if row is None:
        return []
    year, bias = text(row, "year"), amount(row, "bias")
    error = number(row, f"month_{month:02d}") if 1 <= month <= LAST else None
    came = "is expected at" if _is_expected(row) else "came to"
    found = [KeyFigure(f"{year} {came}", bracketed(amount(row, "outturn")))]
    if error is not None:
        found.append(_out(f"Month {month} forecast out by", error))
    size = amount(row, "mean_absolute_error")
    share = number(row, "mean_absolute_percent")
    return [
        *found,
        KeyFigure("Out by on average", millions(size), "" if share is None else f"{percent(share)} of what came"),
        _out("Came in on average", bias),
    ]


def _out(label: str, error: Decimal) -> KeyFigure:
    if not _counts(error):
        return KeyFigure(label, "£0.0m", "As forecast")
    note, tone = ("Came worse", "bad") if error < 0 else ("Came better", "good")
    return KeyFigure(label, bracketed(error), note, tone)


def months_alt(row: Row) -> str:
    """Return the chart of how far out each month was in words."""
    parts = [
        f"{MONTH_NAMES[month - 1]} {bracketed(amount(row, f'month_{month:02d}'))}"
        for month in range(1, LAST + 1)
        if number(row, f"month_{month:02d}") is not None
    ]
    what = f"how {text(row, 'line')} came in against each month's forecast of {text(row, 'year')}"
    return f"Bar chart of {what}. {'; '.join(parts)}."


def _counts(pounds: Decimal) -> bool:
    return rounded(pounds / THOUSAND) != 0
