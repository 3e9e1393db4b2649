"""What was loaded before: who, when, which file; the original to take away, a superseded table to look at."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Figure
from recovery.measures.figures import figure
from recovery.money import Unit
from recovery.rows import Row, text
from recovery.sources.definitions import datasets
from recovery.ui.content import context, download
from recovery.ui.content import heading as headed
from recovery.ui.figures import as_loaded, in_order, only
from recovery.ui.markup import paragraph
from recovery.ui.quality import named
from recovery.ui.services import shelf
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame

SHOWN_AS: Final = {
    "financial-plan": "plan", "position": "position", "risks": "risks", "schemes": "schemes",
    "qipp-targets": "qipp-targets", "qipp-rag": "qipp-rag", "qipp-gateway": "qipp-gateway",
    "activity-plan": "activity-plan",
}  # fmt: skip
HASH: Final = 8
MINUTE: Final = len("2018-07-12 09:30")
MOST: Final = 300
"""How many rows of a submission are listed on the page."""
ORDER: Final = (
    "dataset", "month", "file", "sheet", "rows", "unit", "findings", "loaded_by", "loaded_at", "sha256", "current",
    "illustrative", "id",
)  # fmt: skip


def show(current: Frame) -> None:
    """Show the organisation's submissions, newest first, and one of them in full."""
    if current.view is None:
        st.html(paragraph("Nothing has been loaded yet.", "rf-source"))
        return
    key = ("submissions", current.view, current.change)
    newest_first: Figure = shelf().get(key, lambda: _newest_first(current))
    st.html(headed("What was loaded before", context(current)).body)
    st.html(table(in_order(_short(named(newest_first, current.view)), ORDER), caption="Submissions, newest first"))
    file = download(newest_first, current.view)
    st.download_button(file.label, file.content, file_name=file.name, mime="text/csv", on_click="ignore")
    _one(current, newest_first)


def _newest_first(current: Frame) -> Figure:
    assert current.view  # noqa: S101 - the caller has looked
    try:
        found = figure("submissions", current.engine, current.view)
    except NothingLoaded:
        return Figure("submissions", "Submissions", (), ())
    return only(found, list(reversed(range(len(found.rows)))))


def _short(found: Figure) -> Figure:
    """Return the submissions with the unit as finance writes it, the minute of loading, and the start of the hash."""
    names = [column.name for column in found.columns]
    columns = tuple(dataclasses.replace(one, heading="No.") if one.name == "id" else one for one in found.columns)
    rows = tuple(tuple(_shorter(name, cell) for name, cell in zip(names, row, strict=True)) for row in found.rows)
    return dataclasses.replace(found, columns=columns, rows=rows)


def _shorter(name: str, cell: Cell) -> Cell:
    match name:
        case "unit" if cell:
            return _symbol(str(cell))
        case "loaded_at":
            return str(cell)[:MINUTE]
        case "sha256":
            return str(cell)[:HASH]
    return cell


def _symbol(unit: str) -> str:
    return Unit(unit).symbol if unit in set(Unit) else unit


def _one(current: Frame, submissions: Figure) -> None:
    rows = {int(str(row["id"])): row for row in submissions.records()}
    number = st.selectbox(
        "Look at a submission", list(rows), index=None, placeholder="Choose one", key="submission looked at",
        format_func=lambda number: _label(rows[number]),
    )  # fmt: skip
    if number is None or current.view is None:
        return
    row = rows[number]
    original = current.record.file(text(row, "sha256"))
    st.download_button("Download the original file", original.content, file_name=original.name, on_click="ignore")
    superseded = "" if text(row, "current") == "yes" else " This is not what the pages show for this month."
    st.html(paragraph(f"SHA-256 {text(row, 'sha256')}.{superseded}", "rf-source"))
    shown = _as_loaded(current, number, text(row, "dataset"))
    first = only(shown, list(range(len(shown.rows)))[:MOST])
    note = f"The first {MOST:,} of {len(shown.rows):,} rows; the original file has them all." if first != shown else ""
    st.html(table(first, caption=f"{shown.title}, submission {number}", note=note))


def _as_loaded(current: Frame, number: int, dataset: str) -> Figure:
    """Return a submission as its figure shows it, or row by row where no figure shows one alone."""
    assert current.view  # noqa: S101 - the caller has looked
    if dataset in SHOWN_AS:
        return figure(SHOWN_AS[dataset], current.engine, current.view, submission=number)
    return as_loaded(current.engine.submission_table(number), current.view)


def _label(row: Row) -> str:
    title = datasets()[text(row, "dataset")].title if text(row, "dataset") in datasets() else text(row, "dataset")
    month = f", month {text(row, 'month')}" if text(row, "month") else ""
    return f"{text(row, 'id')}: {title}{month}, {text(row, 'loaded_at')}"
