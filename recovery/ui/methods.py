"""The methods page: every measure from the one catalogue."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.figure import Column, Figure
from recovery.measures.catalogue import Measure, catalogue
from recovery.programme.configuration import Programme, programme_of
from recovery.sentences.amounts import many
from recovery.ui.cards import head
from recovery.ui.content import context
from recovery.ui.downloads import csv_of
from recovery.ui.markup import anchor, escape
from recovery.ui.savings.words import title_of

if TYPE_CHECKING:
    from recovery.ui.gate import Frame

TITLE: Final = "Methods"
PARTS: Final = ("definition", "formula", "sign", "unit", "source", "why")
HEADINGS: Final = ("What it is", "How it is worked out", "Sign", "Unit", "From", "Why it matters")


def show(current: Frame) -> None:
    """Show every measure, and the way to take them all away."""
    answer = f"{many(len(catalogue()), 'measure')} are shown; each is worked out in one place, and this is how."
    st.html(head(TITLE, context(current), answer))
    st.html(_measures(programme_of(current.view.organisation) if current.view else None))
    st.download_button("Download the measures (CSV)", _file(), "measures.csv", mime="text/csv", on_click="ignore")


@cache
def _measures(programme: Programme | None) -> str:
    return "".join(_measure(measure, programme) for measure in catalogue())


def _measure(measure: Measure, programme: Programme | None) -> str:
    parts = "".join(
        f"<div><dt>{heading}</dt><dd>{escape(title_of(getattr(measure, part), programme))}</dd></div>"
        for part, heading in zip(PARTS, HEADINGS, strict=True)
        if getattr(measure, part)
    )
    name, title = anchor(measure.name), title_of(measure.title, programme)
    return (
        f'<section class="rf-measure" aria-labelledby="{name}"><h2 id="{name}">{escape(title)}</h2>'
        f"<dl>{parts}</dl></section>"
    )


@cache
def _file() -> bytes:
    columns = (Column("measure", "Measure"), *(Column(part, part) for part in PARTS))
    rows = tuple((measure.title, *(getattr(measure, part) for part in PARTS)) for measure in catalogue())
    return csv_of(Figure("measures", TITLE, columns, rows))
