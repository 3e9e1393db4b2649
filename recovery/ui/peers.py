"""The page among commissioners: the answer, a measure's funnel, and every measure in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.charts.peers import funnel
from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.rows import Row, number, text
from recovery.sentences import peers as words
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import in_order, only
from recovery.ui.gate import Frame, frame
from recovery.ui.services import shelf
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.view import View

TITLE: Final = "Among commissioners"
PICKED: Final = "measure among commissioners"
SHOWN: Final = (
    "measure", "actual", "ytd", "growth", "england_growth", "rank", "lower_quartile", "median", "upper_quartile",
    "lower_limit", "upper_limit", "standing",
)  # fmt: skip
NAMED: Final = ("name", "commissioner", "last_year", "this_year", "growth", "rank", "standing")
CHART_NOTE: Final = (
    "Each point is a commissioner. The limits narrow as size grows: outside them is more than size and usual spread "
    "explain. Growth far beyond them stands at the edge."
)
NOTE: Final = (
    "Growth over the months compared. The return counts first finished consultant episodes, general and acute; "
    "the plan counts specific acute spells, so that the two are near each other and not the same."
)


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer and the growth of each measure that is no part of another."""
    peers = figure("peers", current.engine, view)
    return [opening(TITLE, words.answer(peers, current.organisation_name), words.key_figures(peers), peers)]


def pick_measure() -> str:
    """Ask for which measure the funnel is shown."""
    current = frame()

    def ask() -> dict[str, str]:
        try:
            rows = figure("peers", current.engine, current.view).records() if current.view else []
        except NothingLoaded:
            return {}
        return {text(row, "code"): text(row, "measure") for row in rows}

    titles: dict[str, str] = shelf().get(("peers' measures", current.view, current.change), ask)
    if st.session_state.get(PICKED) not in titles:
        st.session_state.pop(PICKED, None)
    return st.selectbox("Measure", list(titles), format_func=lambda code: f"{titles[code]} ({code})", key=PICKED)


def build_measure(current: Frame, view: View, code: str) -> list[Block]:
    """Return one measure's funnel, and the commissioners outside its limits beside the one looked at."""
    own = next(row for row in figure("peers", current.engine, view).records() if text(row, "code") == code)
    every = figure("commissioners", current.engine, view)
    members = only(every, [place for place, row in enumerate(every.records()) if text(row, "code") == code])
    rows, mine = members.records(), _code(members, view.organisation)
    title = text(own, "measure")
    is_drawn = bool(rows) and words.of_all(own)
    said = f"{words.measure_said(own)} {CHART_NOTE if is_drawn else ''}"
    blocks: list[Block] = [heading(f"{title}: growth against size", said.strip())]
    if is_drawn:
        drawn = funnel(rows, mine, number(own, "england_growth"))
        blocks.append(Chart(drawn, words.alt(rows, mine, title), f"funnel {code}"))
        blocks.append(Html(table(_outside(members, mine, title), note=words.left_out_said(own))))
        blocks.append(download(members, view, "Download every commissioner (CSV)"))
    return blocks


def build_all(current: Frame, view: View) -> list[Block]:
    """Return every measure with its growth, rank, quartiles and limits."""
    peers = figure("peers", current.engine, view)
    first = peers.records()[0]
    known = [name for name in SHOWN if any(value is not None for value in peers.values(name))]
    compared = f"Compared: {text(first, 'compared_months') or 'no month'}."
    return [
        heading("Every measure", compared),
        Html(table(in_order(peers, known), note=NOTE)),
        download(peers, view),
    ]


def _outside(members: Figure, mine: str, title: str) -> Figure:
    """Return the commissioners outside the limits, and the one that is looked at, highest growth first."""
    marked = {text(row, "commissioner") for row in words.outside_limits(members.records())} | {mine}
    keep = [place for place, row in enumerate(members.records()) if _is_of(row, marked)]
    return in_order(only(members, keep, f"{title}: outside the limits, and this commissioner"), NAMED)


def _is_of(row: Row, codes: set[str]) -> bool:
    return text(row, "commissioner") in codes


def _code(members: Figure, organisation: str) -> str:
    """Return the organisation's code as the return writes it."""
    codes = (text(row, "commissioner") for row in members.records())
    return next((code for code in codes if code.casefold() == organisation.casefold()), organisation)
