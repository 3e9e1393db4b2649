"""One activity measure and its parts, month by month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from recovery.charts.activity import months
from recovery.measures.figures import figure
from recovery.rows import amount, text
from recovery.sentences import activity as words
from recovery.ui.content import Block, Chart, Html, heading
from recovery.ui.figures import only
from recovery.ui.gate import Frame, frame
from recovery.ui.services import shelf
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.view import View

PICKED = "measure looked into"


def at_month(activity: Figure, month: int) -> Figure:
    """Return one month's row of every measure; parts marked as such."""
    keep = [number for number, row in enumerate(activity.records()) if amount(row, "month") == month]
    return only(activity, keep or list(range(len(activity.rows))), f"{activity.title}: the month and the year to date")


def pick_measure() -> str:
    """Ask which measure to show month by month."""
    current = frame()

    def ask() -> dict[str, str]:
        if current.view is None:
            return {}
        return {
            text(row, "code"): text(row, "title") for row in figure("activity", current.engine, current.view).records()
        }

    titles: dict[str, str] = shelf().get(("measures", current.view, current.change), ask)
    if st.session_state.get(PICKED) not in titles:
        st.session_state.pop(PICKED, None)
    return st.selectbox("Measure", list(titles), format_func=lambda code: f"{code} {titles[code]}", key=PICKED)


def build_measure(current: Frame, view: View, code: str) -> list[Block]:
    """Return a measure's chart and months, and those of its parts beneath it."""
    activity = figure("activity", current.engine, view)
    blocks: list[Block] = []
    for member in words.family(activity, code):
        keep = [number for number, row in enumerate(activity.records()) if text(row, "code") == member]
        shown = only(activity, keep)
        rows = shown.records()
        title = f"{member} {text(rows[0], 'title')}"
        note = "Number a month: bars are actuals, the line with rings is the plan."
        blocks.append(heading(title, note if member == code else f"A part of {code}, counted within it."))
        blocks.append(Chart(months(rows), words.alt(rows, title), f"months {member}"))
        by_month = replace(only(activity, keep, f"{title} by month"), kinds=("line",) * len(keep))
        blocks.append(Html(table(by_month, hide=("code", "title"))))
    return blocks
