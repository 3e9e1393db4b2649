"""The list of findings, filtered by table and severity."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.figure import Column
from recovery.findings import Severity
from recovery.measures.figures import figure
from recovery.sentences.amounts import many
from recovery.sources.definitions import dataset_named, datasets
from recovery.ui.content import Block, Html, download, heading
from recovery.ui.figures import in_order, only
from recovery.ui.markup import paragraph
from recovery.ui.reasons import Reasons, reasons
from recovery.ui.tables import SMALL, table

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

ALL: Final = "All"
ORDER: Final = ("row", "column", "printed", "computed", "difference", "severity", "checked", "place")
SEVEREST_FIRST: Final = (Severity.DIFFERENCE, Severity.CANNOT_BE_CHECKED, Severity.ROUNDING)
HEADINGS: Final = {
    Severity.DIFFERENCE: "Differences to explain",
    Severity.CANNOT_BE_CHECKED: "Cannot be checked",
    Severity.ROUNDING: "Rounding only",
}
NOTES: Final = {
    Severity.DIFFERENCE: "The printed figure is further from what its parts give than rounding explains.",
    Severity.CANNOT_BE_CHECKED: "The printed figure has nothing to be compared with.",
    Severity.ROUNDING: "The printed figure is as near to what its parts give as rounded figures can be.",
}
LOOK: Final = f"{SMALL} rf-findings"
MOST: Final = 1000
"""How many findings are listed on the page; the download has them all."""


def pick() -> tuple[str, str]:
    """Ask which table and severity to list."""
    left, right = st.columns(2)
    names = [ALL, *datasets()]
    dataset = left.selectbox("Table", names, format_func=_title, key="findings of")
    severity = right.selectbox(
        "Severity", [ALL, *(str(severity) for severity in SEVEREST_FIRST)], key="findings so severe"
    )
    return dataset, severity


def _title(name: str) -> str:
    return ALL if name == ALL else dataset_named(name).title


def build_findings(current: Frame, view: View, dataset: str, severity: str) -> list[Block]:
    """Return the findings chosen, the severest first, in words that people use for tables and columns."""
    found = figure("findings", current.engine, view)
    keep = [
        number
        for number, row in enumerate(found.records())
        if dataset in (ALL, row["dataset"]) and severity in (ALL, row["severity"])
    ]
    chosen = only(found, keep, many(len(keep), "finding"))
    if not keep:
        return [Html(paragraph("No finding of this kind.", "rf-source"))]
    note = f"The first {MOST:,} are listed; the download has them all." if len(keep) > MOST else ""
    return [*listed(chosen, view, reasons(current, view, found), note=note), download(chosen, view)]


def listed(found: Figure, view: View, why: Reasons, *, note: str = "", most: int = MOST) -> list[Block]:
    """Return a heading and a table for each severity that there is, at most so many findings in all."""
    shown = arranged(found, view, why)
    severities = shown.values("severity")
    blocks: list[Block] = []
    for severity in SEVEREST_FIRST:
        rows = [number for number, held in enumerate(severities) if held == severity][:most]
        if rows:
            most -= len(rows)
            title = HEADINGS[severity]
            blocks.append(heading(title, NOTES[severity]))
            in_place = sorted(rows, key=lambda number: _places(shown)[shown.rows[number][-1]])
            own = only(shown, in_place, many(severities.count(severity), "finding"))
            blocks.append(Html(table(own, group="place", look=LOOK)))
    return [*blocks, Html(paragraph(note, "rf-source"))] if note else blocks


def _places(shown: Figure) -> dict[Cell, int]:
    """Return the places of findings in the order in which they are listed."""
    return {place: number for number, place in enumerate(dict.fromkeys(shown.values("place")))}


def arranged(found: Figure, view: View, why: Reasons) -> Figure:
    """Return findings as people read them: where, what is printed, what its parts give, what was checked."""
    spoken = named(found, view)
    columns = (*spoken.columns, Column("checked", "What was checked"), Column("place", "Where"))
    rows = tuple(
        (*row, why.checked(record), why.place(record, str(row[spoken.position("dataset")])))
        for row, record in zip(spoken.rows, found.records(), strict=True)
    )
    return in_order(dataclasses.replace(spoken, columns=columns, rows=rows), ORDER)


def named(found: Figure, view: View) -> Figure:
    """Return a figure with the titles of tables and the headings of columns in place of their short names."""
    names = [column.name for column in found.columns]
    rows = tuple(tuple(_named(dict(zip(names, row, strict=True)), view).values()) for row in found.rows)
    return dataclasses.replace(found, rows=rows)


def _named(row: dict[str, Cell], view: View) -> dict[str, Cell]:
    definition = datasets().get(str(row["dataset"]))
    if definition is None:
        return row
    headings = {field.name: field.heading_in(view.year) for field in definition.fields}
    column = {"column": headings.get(str(row["column"]), row["column"])} if "column" in row else {}
    return {**row, **column, "dataset": definition.title}
