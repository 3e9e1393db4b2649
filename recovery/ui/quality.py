"""The list of findings, filtered by table and severity."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.findings import Severity
from recovery.measures.figures import figure
from recovery.sentences.amounts import many
from recovery.sources.definitions import dataset_named, datasets
from recovery.ui.content import Block, Html, download
from recovery.ui.figures import in_order, only
from recovery.ui.markup import paragraph
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

ALL: Final = "All"
ORDER: Final = ("row", "column", "printed", "computed", "difference", "severity", "check", "dataset")
MOST: Final = 1000
"""How many findings are listed on the page; the download has them all."""


def pick() -> tuple[str, str]:
    """Ask which table and severity to list."""
    left, right = st.columns(2)
    names = [ALL, *datasets()]
    dataset = left.selectbox("Table", names, format_func=_title, key="findings of")
    severity = right.selectbox("Severity", [ALL, *(str(severity) for severity in Severity)], key="findings so severe")
    return dataset, severity


def _title(name: str) -> str:
    return ALL if name == ALL else dataset_named(name).title


def build_findings(current: Frame, view: View, dataset: str, severity: str) -> list[Block]:
    """Return the findings chosen, in words that people use for tables and columns."""
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
    listed = arranged(only(chosen, list(range(len(keep)))[:MOST]), view)
    return [Html(table(listed, group="dataset", note=note)), download(chosen, view)]


def arranged(found: Figure, view: View) -> Figure:
    """Return findings as people read them: where, what is printed, what its parts give, and only then the check."""
    return in_order(named(found, view), ORDER)


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
