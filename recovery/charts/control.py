"""Control charts: a measure over all years, its mean and limits, its points in colour and shape by what they say."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from recovery.charts.style import ASIDE, BLUE, BROWN, INK, LEVEL, MUTED, RULE, Drawing, framed
from recovery.period import FinancialYear, month_name, month_number
from recovery.rows import Row, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

PURPLE: Final = "#6b3fa0"
SIGNALS: Final = {
    "improvement": ("Improvement", "diamond", BLUE),
    "concern": ("Concern", "square", BROWN),
    "neutral": ("Changed, neither better nor worse", "triangle-up", PURPLE),
    "": ("Within chance", "circle", ASIDE),
}
"""What a point says: its name in the legend, its shape and its colour; a line is (colour, dash, width)."""
SMALL_HEIGHT, HEIGHT = 130, 420
AMOUNTS: Final = {"tickformat": ",.2~f"}
YEARS_APART: Final = 3
"""Years up to which an axis has a tick every quarter."""


def small(rows: Sequence[Row], unit: str) -> Drawing:
    """Return one measure as a small chart without legend: points, mean and limits."""
    held = [row for row in rows if number(row, "value") is not None]
    traces = [
        _line(held, "lower", "Limits", (MUTED, "dot", 1)),
        _line(held, "upper", "Limits", (MUTED, "dot", 1)),
        _line(held, "mean", "Mean", (LEVEL, "solid", 1)),
        _line(held, "value", "", (ASIDE, "solid", 1)) | {"hoverinfo": "skip", "hovertemplate": None},
    ]
    traces += [_points(held, said, unit, small=True) for said in SIGNALS if any(_said(row) == said for row in held)]
    return framed(
        traces,
        height=SMALL_HEIGHT,
        showlegend=False,
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        xaxis=_axis(held, ticks=2) | {"tickfont": {"size": 11}},
        yaxis={**AMOUNTS, "nticks": 3, "tickfont": {"size": 11}},
    )


def control(rows: Sequence[Row], unit: str) -> Drawing:
    """Return one measure as a control chart: mean, limits, the plan, and points by what they say; year ends marked."""
    held = [row for row in rows if number(row, "value") is not None]
    plan = "Current plan" if any(number(row, "original_plan") is not None for row in rows) else "Plan"
    lines = [
        _line(held, "upper", "Process limits", (MUTED, "dash", 1.5)),
        _line(held, "lower", "Process limits", (MUTED, "dash", 1.5)) | {"showlegend": False},
        _line(held, "mean", "Mean", (LEVEL, "solid", 1.5)),
        _line(rows, "original_plan", "Original plan", (PURPLE, "dot", 1.5)),
        _line(rows, "plan", plan, (INK, "dot", 2)),
        _line(held, "value", "", (ASIDE, "solid", 1.5))
        | {"showlegend": False, "hoverinfo": "skip", "hovertemplate": None},
    ]
    traces = [line for line in lines if any(value is not None for value in line["y"])]
    traces += [_points(held, said, unit) for said in SIGNALS if any(_said(row) == said for row in held)]
    return framed(
        traces,
        height=HEIGHT,
        xaxis=_axis(held, ticks=0),
        yaxis={**AMOUNTS, "nticks": 6} | {"title": {"text": f"Number {unit}", "font": {"size": 13, "color": MUTED}}},
        shapes=[
            {"type": "line", "x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
             "line": {"color": RULE, "width": 2}}
            for day in _year_starts(held)
        ],
    )  # fmt: skip


def _points(rows: Sequence[Row], said: str, unit: str, *, small: bool = False) -> dict[str, Any]:
    name, symbol, colour = SIGNALS[said]
    chosen = [row for row in rows if _said(row) == said]
    return {
        "type": "scatter", "mode": "markers", "name": name,
        "x": [_date(row) for row in chosen], "y": _numbers(chosen, "value"),
        "marker": {"symbol": symbol, "color": colour, "size": (9 if said else 4) if small else 12 if said else 8},
        "customdata": [[_month(row), text(row, "rule")] for row in chosen],
        "hovertemplate": f"%{{customdata[0]}}: %{{y:,.2~f}} {unit}"
        f"{'<br>rule: %{customdata[1]}' if said else ''}<extra></extra>",
    }  # fmt: skip


def _line(rows: Sequence[Row], column: str, name: str, stroke: tuple[str, str, float]) -> dict[str, Any]:
    """Return a column as a line that is broken where its level is set anew, or where months are missing."""
    colour, dash, width = stroke
    months, values = [_date(row) for row in rows], _numbers(rows, column)
    for place in reversed(_breaks(rows) if column in {"mean", "lower", "upper"} else _gaps(rows)):
        months.insert(place, months[place])
        values.insert(place, None)
    return {
        "type": "scatter", "mode": "lines", "name": name, "x": months, "y": values,
        "line": {"color": colour, "dash": dash, "width": width},
        "hovertemplate": f"{name} %{{y:,.2~f}}<extra></extra>",
    }  # fmt: skip


def _breaks(rows: Sequence[Row]) -> list[int]:
    """Return the places at which mean and limits begin anew."""
    return [place for place, (before, after) in enumerate(pairwise(rows), 1) if before["mean"] != after["mean"]]


def _gaps(rows: Sequence[Row]) -> list[int]:
    """Return the places before which months are missing."""
    months = [month_number(text(row, "year"), int(number(row, "month") or 1)) for row in rows]
    return [place for place, (before, after) in enumerate(pairwise(months), 1) if after > before + 1]


def _said(row: Row) -> str:
    said = text(row, "variation")
    return said if said in SIGNALS else ""


def _numbers(rows: Sequence[Row], column: str) -> list[float | None]:
    found = (number(row, column) for row in rows)
    return [None if value is None else float(value) for value in found]


def _date(row: Row) -> str:
    """Return a month as the first day of it."""
    return _first_day(text(row, "year"), int(number(row, "month") or 1))


@cache
def _first_day(year: str, month: int) -> str:
    start = FinancialYear.parse(year).start
    return f"{start + (month + 2) // 12}-{(month + 2) % 12 + 1:02d}-01"


def _month(row: Row) -> str:
    return f"{month_name(int(number(row, 'month') or 1))} {text(row, 'year')}"


def _year_starts(rows: Sequence[Row]) -> list[str]:
    """Return the first of April of every year but the first."""
    years = sorted({text(row, "year") for row in rows})
    return [_first_day(year, 1) for year in years[1:]]


def _axis(rows: Sequence[Row], *, ticks: int) -> dict[str, Any]:
    years = {text(row, "year") for row in rows}
    axis: dict[str, Any] = {"type": "date", "showgrid": False, "tickangle": 0, "tickformat": "%b<br>%Y"}
    if ticks:
        return axis | {"nticks": ticks + 1, "tickformat": "%b %Y"}
    return axis | {"dtick": "M3" if len(years) <= YEARS_APART else "M12", "tick0": "2016-04-01"}
