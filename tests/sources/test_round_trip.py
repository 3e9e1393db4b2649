"""A table written out in any usual shape is read back exactly: random figures, headers, orders, units and signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from recovery.money import Unit
from recovery.sources.options import Options
from recovery.sources.workbook import CellValue
from tests.sources.grids import column, table_of

FIELDS: Final = (
    "ytd_budget", "ytd_actual", "ytd_variance", "annual_budget", "forecast_outturn", "forecast_variance",
)  # fmt: skip
NAMES: Final = {
    "ytd_budget": ("YTD budget", "Budget to date", "YTD Plan", "Year to date budget", "ytd_budget"),
    "ytd_actual": ("YTD actual", "Actual YTD", "Cumulative spend", "YTD actuals", "ytd_actual"),
    "ytd_variance": ("YTD variance", "YTD Var", "Variance to date", "ytd_variance"),
    "annual_budget": ("Annual budget", "Full year plan", "Full-year budget", "annual_budget"),
    "forecast_outturn": ("Forecast outturn", "FOT", "Forecast", "Full year forecast", "forecast_outturn"),
    "forecast_variance": ("Forecast variance", "FOT var", "Full-year variance", "forecast_variance"),
}
BARE: Final = dict(zip(FIELDS, ("Budget", "Actual", "Variance", "Budget", "Forecast", "Variance"), strict=True))
UNITS: Final = {
    Unit.POUNDS: ("£", "in pounds", "(£)"),
    Unit.THOUSANDS: ("£'000", "£000", "£k", "£000s", "in thousands"),
    Unit.MILLIONS: ("£m", "£ million"),
}
LABELS: Final = (
    "Hospitals",
    "Community",
    "Mental health",
    "Drugs",
    "General practice",
    "Ambulances",
    "Reserves",
    "Estates",
)
NEGATIVE: Final[dict[str, Callable[[str], str]]] = {
    "brackets": "({})".format,
    "minus": "-{}".format,
    "trailing": "{}-".format,
    "unicode": "\u2212{}".format,
    "dash": "–{}".format,
}


@dataclass(frozen=True)
class Shape:
    """How a table is written out."""

    unit: Unit
    said: str
    unit_place: str
    negative: str
    numeric: bool
    adverse: bool
    declared: bool
    order: tuple[str, ...]
    names: dict[str, str]
    two_rows: bool
    titles: int
    extra: bool
    total: str


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    unit = draw(st.sampled_from(list(Unit)))
    two_rows = draw(st.booleans())
    return Shape(
        unit=unit,
        said=draw(st.sampled_from(UNITS[unit])),
        unit_place=draw(st.sampled_from(["title", "heading", "label"])),
        negative=draw(st.sampled_from(list(NEGATIVE))),
        numeric=draw(st.booleans()),
        adverse=draw(st.booleans()),
        declared=draw(st.booleans()),
        order=tuple(draw(st.permutations(FIELDS))),
        names={name: draw(st.sampled_from(NAMES[name])) for name in FIELDS} if not two_rows else dict(BARE),
        two_rows=two_rows,
        titles=draw(st.integers(1, 12)),
        extra=draw(st.booleans()),
        total=draw(st.sampled_from(["Total", "Total expenditure", "Grand total", "TOTAL SPEND"])),
    )


@st.composite
def bodies(draw: st.DrawFn) -> list[dict[str, int]]:
    """Draw lines of figures in hundredths of the unit; the variances follow from the others."""
    rows = []
    for _ in range(draw(st.integers(2, len(LABELS)))):
        budget, actual, annual, forecast = (draw(st.integers(1, 999_999)) for _ in range(4))
        rows.append(_row(budget, actual, annual, forecast))
    return rows


def _row(budget: int, actual: int, annual: int, forecast: int) -> dict[str, int]:
    return dict(zip(FIELDS, (budget, actual, budget - actual, annual, forecast, annual - forecast), strict=True))


def _written(hundredths: int, shape: Shape) -> CellValue:
    amount = Decimal(hundredths) / 100
    if shape.numeric:
        return float(amount)
    digits = f"{abs(amount):,.2f}"
    return NEGATIVE[shape.negative](digits) if amount < 0 else digits


def _heading(name: str, shape: Shape) -> str:
    text = shape.names[name]
    if shape.declared and name.endswith("variance"):
        text += " Adv/(fav)" if shape.adverse else " Fav/(adv)"
    return f"{text} {shape.said}" if shape.unit_place == "heading" else text


def _sheet(rows: list[dict[str, int]], shape: Shape) -> list[list[CellValue]]:
    titles: list[list[CellValue]] = [[f"Line {number} above the table"] for number in range(shape.titles)]
    if shape.unit_place == "title":
        titles.insert(len(titles) // 2, [None, f"All figures {shape.said}"])
    corner = shape.said if shape.unit_place == "label" else "Service"
    header: list[CellValue] = [corner, *(_heading(name, shape) for name in shape.order)]
    signs = {name: -1 if shape.adverse and name.endswith("variance") else 1 for name in FIELDS}
    total = {name: sum(row[name] for row in rows) for name in FIELDS}
    body = [
        [label, *(_written(signs[name] * row[name], shape) for name in shape.order)]
        for label, row in zip((*LABELS[: len(rows)], shape.total), (*rows, total), strict=True)
    ]
    if shape.extra:
        for row in (header, *body):
            row.insert(1, "In month variance" if row is header else 7.0)
            row.append("Comment" if row is header else "as planned")
    return [*titles, *([_group_row(shape)] if shape.two_rows else []), header, *body]


def _group_row(shape: Shape) -> list[CellValue]:
    """Write each group's name over the first of its columns."""
    groups = ["Year to date" if name.startswith("ytd") else "Full year" for name in shape.order]
    first = [None if place and groups[place - 1] == group else group for place, group in enumerate(groups)]
    return [None, *([None] if shape.extra else []), *first]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=bodies(), shape=shapes())
def test_a_position_comes_back_exactly_however_it_is_written(rows, shape):
    spoken = [row for row in rows if abs(row["ytd_variance"]) > 100 and abs(row["forecast_variance"]) > 100]
    assume(shape.declared or len(spoken) == len(rows))
    table = table_of(_sheet(rows, shape), Options())
    assert (table.dataset, table.unit) == ("position", shape.unit)
    assert column(table, "line") == [*LABELS[: len(rows)], shape.total]
    for name in FIELDS:
        expected = [row[name] * shape.unit.pence // 100 for row in rows]
        assert column(table, name) == [*expected, sum(expected)]
    assert column(table, "kind") == ["line"] * len(rows) + ["total"]
    assert column(table, "parts_to")[-1] == len(rows) - 1
