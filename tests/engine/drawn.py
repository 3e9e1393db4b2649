"""Tables drawn at random, with income, totals, sub-totals, parts of lines, a net position and nil cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from recovery.sources.definitions import dataset_named
from tests.checks.building import table

if TYPE_CHECKING:
    from recovery.sources.table import Table

amounts = st.one_of(st.none(), st.just(0), st.integers(-2_000_000, 2_000_000))
DRAWN_KINDS = st.sampled_from(["line", "line", "line", "part", "total"])


@st.composite
def flow_tables(draw: st.DrawFn, dataset: str) -> Table:
    """Draw a table of income and expenditure in that order."""
    rows: list[dict[str, Any]] = []
    for flow in draw(st.sampled_from([("expenditure",), ("income",), ("income", "expenditure")])):
        _add_flow(draw, rows, flow)
    if draw(st.booleans()):
        rows.append({"kind": "net"})
    return _table(draw, dataset, rows)


@st.composite
def plain_tables(draw: st.DrawFn, dataset: str) -> Table:
    """Draw a table without flows, with a memorandum block below it or not."""
    rows: list[dict[str, Any]] = []
    _add_flow(draw, rows, "")
    if draw(st.booleans()):
        _add_flow(draw, rows, "memorandum")
    return _table(draw, dataset, rows)


def _add_flow(draw: st.DrawFn, rows: list[dict[str, Any]], flow: str) -> None:
    """Add a line, then lines, parts of the line above and totals of the lines since some row of the flow."""
    first = line = len(rows)
    rows.append({"flow": flow})
    for kind in draw(st.lists(DRAWN_KINDS, max_size=6)):
        row: dict[str, Any] = {"flow": flow, "kind": kind}
        if kind == "part":
            row["parent"] = line
        if kind == "total":
            row["parts"] = (draw(st.integers(first, len(rows) - 1)), len(rows) - 1)
        if kind == "line":
            line = len(rows)
        rows.append(row)


def _table(draw: st.DrawFn, dataset: str, rows: list[dict[str, Any]]) -> Table:
    definition = dataset_named(dataset)
    for number, row in enumerate(rows):
        row[definition.label] = f"Row {number}"
        row |= {field.name: draw(amounts) for field in definition.numbers}
    return table(dataset, rows)
