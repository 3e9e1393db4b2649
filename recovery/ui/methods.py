"""The methods page: every measure from the one catalogue."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.figure import Column, Figure
from recovery.measures.catalogue import Measure, catalogue
from recovery.sentences.amounts import many
from recovery.ui.cards import head
from recovery.ui.content import context
from recovery.ui.downloads import csv_of
from recovery.ui.markup import anchor, escape

if TYPE_CHECKING:
    from recovery.ui.gate import Frame

TITLE: Final = "Methods"
PARTS: Final = ("definition", "formula", "sign", "unit", "source", "why")
HEADINGS: Final = ("What it is", "How it is worked out", "Sign", "Unit", "From", "Why it matters")


def show(current: Frame) -> None:
    """Show every measure, and the way to take them all away."""
    answer = f"{many(len(catalogue()), 'measure')} are shown; each is worked out in one place, and this is how."
    st.html(head(TITLE, context(current), answer))
    st.html(_measures())
    st.download_button("Download the measures (CSV)", _file(), "measures.csv", mime="text/csv", on_click="ignore")


@cache
def _measures() -> str:
    return "".join(_measure(measure) for measure in catalogue())


def _measure(measure: Measure) -> str:
    parts = "".join(
        f"<div><dt>{heading}</dt><dd>{escape(getattr(measure, part))}</dd></div>"
        for part, heading in zip(PARTS, HEADINGS, strict=True)
        if getattr(measure, part)
    )
    name = anchor(measure.name)
    return (
        f'<section class="rf-measure" aria-labelledby="{name}"><h2 id="{name}">{escape(measure.title)}</h2>'
        f"<dl>{parts}</dl></section>"
    )


@cache
def _file() -> bytes:
    columns = (Column("measure", "Measure"), *(Column(part, part) for part in PARTS))
    rows = tuple((measure.title, *(getattr(measure, part) for part in PARTS)) for measure in catalogue())
    return csv_of(Figure("measures", TITLE, columns, rows))
