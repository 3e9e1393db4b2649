"""From a chart to what stands behind it: a line's figures, findings and cells; a matrix cell's schemes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.measures.figures import figure
from recovery.measures.request import Request, sources_of
from recovery.measures.trail import trail_of_row
from recovery.programme.configuration import programme_of
from recovery.rows import amount, of_kind, text
from recovery.sentences import qipp as words
from recovery.sentences.amounts import many
from recovery.ui.content import Block, Html, download, heading
from recovery.ui.figures import if_loaded, only
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import paragraph
from recovery.ui.programme.linked import linked_table
from recovery.ui.quality import arranged, named
from recovery.ui.reasons import reasons
from recovery.ui.savings.kept import is_kept
from recovery.ui.savings.words import worded
from recovery.ui.services import shelf
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.view import View

LINE: Final = "line looked into"
AREA: Final = "area looked into"
STAGE: Final = "stage looked into"
ALL: Final = "All"
MOST: Final = 300
"""How many schemes are listed on the page."""
HIDDEN: Final = (
    "stage", "sro", "recurrent_value", "full_year_effect", "comment", "status", "workstream", "clinical_lead",
    "gross_saving", "investment", "non_recurrent_value", "start_on", "end_on", "entered_stage_on", "days_in_stage",
    "rag_computed", "rag_overridden_reason",
)  # fmt: skip


def take_line(key: str) -> None:
    """Open the line of the bar that was chosen."""
    picked = _customdata(key)
    if picked:
        st.session_state[LINE] = str(picked[0])


def take_cell(key: str) -> None:
    """Open the schemes of the square that was chosen."""
    picked = _customdata(key)
    if len(picked) > 1:
        st.session_state[AREA], st.session_state[STAGE] = str(picked[0]), _stage_names().get(int(picked[1]), ALL)


def _customdata(key: str) -> list[Any]:
    points = st.session_state[key]["selection"]["points"]
    if not points:
        return []
    held = points[0].get("customdata", [])
    return held if isinstance(held, list) else list(held.values()) if isinstance(held, dict) else [held]


def pick_line() -> str:
    """Ask which line to look into; '' if none."""
    names = _names("position", "line")
    _forget(LINE, names)
    return st.selectbox("Look into a line", names, index=None, placeholder="Choose a line", key=LINE) or ""


def pick_cell() -> tuple[str, str]:
    """Ask which area and stage's schemes to list."""
    areas, names = [ALL, *_names("qipp-gateway", "area")], [ALL, *_stage_names().values()]
    _forget(AREA, areas)
    _forget(STAGE, names)
    left, right = st.columns(2)
    area = left.selectbox("Area", areas, key=AREA)
    stage = right.selectbox("Stage", names, key=STAGE)
    return area, stage


def _stage_names() -> dict[int, str]:
    """Return the stages of the organisation's own programme by their numbers."""
    view = frame().view
    stages = programme_of(view.organisation).stages if view else ()
    return {stage.number: f"{stage.number} {stage.name}" for stage in stages}


def _names(name: str, column: str) -> list[str]:
    current = frame()

    def ask() -> list[str]:
        shown = if_loaded(name, current.engine, current.view) if current.view else None
        return list(dict.fromkeys(text(row, column) for row in of_kind(shown, "line"))) if shown else []

    held: list[str] = shelf().get(("names", name, current.view, current.change), ask)
    return held


def _forget(key: str, options: list[str]) -> None:
    """Drop a choice that this view does not have."""
    if st.session_state.get(key) not in options:
        st.session_state.pop(key, None)


def build_line(current: Frame, view: View, line: str) -> list[Block]:
    """Return a line's figures, its findings, and the cells of the file that they were read from."""
    position = figure("position", current.engine, view)
    keep = [number for number, name in enumerate(position.values("line")) if name == line]
    blocks: list[Block] = [
        heading(line, "The line's own figures, what was found in it, and where it stands in the file.")
    ]
    blocks.append(Html(table(only(position, keep, line))))
    blocks.append(_findings(current, view, line, illustrative=position.illustrative))
    sources = sources_of(current.engine, view)
    request = Request("trail", "Where each figure was read", current.engine, view, computed=False, sources=sources)
    trail = trail_of_row(request, "position", line)
    hidden = ("dataset", "row", "row_order", "sha256")
    return [*blocks, Html(table(named(trail, view), hide=hidden)), download(trail, view, "Download the trail (CSV)")]


def _findings(current: Frame, view: View, line: str, *, illustrative: bool) -> Html:
    found = if_loaded("findings", current.engine, view)
    rows = [
        number
        for number, row in enumerate(found.records() if found else [])
        if row["dataset"] == "position" and row["row"] == line
    ]
    if not found or not rows:
        return Html(paragraph("Nothing was found in this line: its variances agree with their parts.", "rf-source"))
    own = replace(only(found, rows, many(len(rows), "finding")), illustrative=illustrative)
    return Html(table(arranged(own, view, reasons(current, view, found)), hide=("place", "row")))


def build_cell(current: Frame, view: View, area: str, stage: str) -> list[Block]:
    """Return the schemes of an area and a stage."""
    register = worded(figure("schemes", current.engine, view), programme_of(view.organisation))
    keep = [number for number, row in enumerate(register.records()) if _within(row, area, stage)]
    shown = only(register, keep, "Schemes")
    title = words.cell_words(
        len(keep), _value(shown), "" if area == ALL else area, "" if stage == ALL else f"stage {stage}"
    )
    note = f"The first {MOST:,} are listed; the download has them all." if len(keep) > MOST else ""
    listed = only(shown, list(range(len(keep)))[:MOST])
    kept = is_kept(current, view)
    return [
        heading(title),
        Html(linked_table(listed, view, hide=HIDDEN, note=note) if kept else table(listed, hide=HIDDEN, note=note)),
        download(shown, view, "Download these schemes, every column (CSV)"),
    ]


def _within(row: Any, area: str, stage: str) -> bool:  # noqa: ANN401 - one record of a figure
    by_area = area in (ALL, text(row, "area"))
    return by_area and (stage == ALL or stage.split(" ", 1)[0] == text(row, "stage"))


def _value(shown: Figure) -> Decimal:
    return sum((amount(row, "net_value") for row in shown.records()), Decimal(0))
