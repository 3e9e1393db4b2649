"""The map of areas on the triangulation page: what belongs to which area, and a grid for those who may change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import streamlit as st
from streamlit.column_config import NumberColumn, TextColumn

from recovery.errors import Conflict
from recovery.measures.figures import figure
from recovery.programme.judgement_kinds import judgement_kind
from recovery.rows import text
from recovery.savings.triangulation.area_map import SIDES
from recovery.savings.triangulation.held_map import KIND
from recovery.sentences import triangulation as words
from recovery.sentences.amounts import capital
from recovery.ui.content import Block, Html, download, heading
from recovery.ui.gate import frame
from recovery.ui.markup import paragraph
from recovery.ui.programme.doing import do, field, refused
from recovery.ui.savings import map_sheet
from recovery.ui.savings.map_sheet import AREA, NAME, SAVING, SIDE, MapNow, Sheet, map_now, open_sheet
from recovery.ui.services import shelf
from recovery.ui.tables import plain_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.rows import Row
    from recovery.ui.gate import Frame
    from recovery.view import View

PERMISSION: Final = "map areas"
ROW: Final = 35
MOST_ROWS: Final = 18
NEWEST: Final = 5
"""Decisions that are shown; the figure of all judgements has every one."""
THEIRS, MINE = "Theirs", "Mine"
SCHEMA: Final = pa.schema([(NAME, pa.string()), (AREA, pa.string()), (SIDE, pa.string()), (SAVING, pa.int64())])
HOW: Final = (
    "Type the name of an area beside each line, area and code; what has the same name is one area. "
    "What has none is left out. A code with a letter goes with its parent."
)


def build(current: Frame, view: View) -> list[Block]:
    """Return what belongs to each area, and what to none."""
    found = figure("triangulation-map", current.engine, view)
    decided = _decided(figure("judgements", current.engine, view).records())
    return [
        heading("The map of areas", words.map_said(found)),
        Html(_by_area(found.records())),
        download(found, view, "Download the map (CSV)"),
        *([Html(decided)] if decided else []),
    ]


def _decided(rows: Sequence[Row]) -> str:
    """Return the newest decisions about the map: when, what, by whom and why; '' where there are none."""
    title = judgement_kind(KIND).title
    newest = [row for row in rows if text(row, "kind") == title][:NEWEST]
    cells = [[text(row, "recorded_at")[:16], *(text(row, one) for one in ("key", "by", "reason"))] for row in newest]
    return plain_table("Decided last about the map", ("Recorded at (UTC)", "Area", "By", "Why"), cells) if cells else ""


def _by_area(rows: Sequence[Row]) -> str:
    areas = list(dict.fromkeys(text(row, "area") for row in rows if text(row, "area")))
    table = [[area or "Not mapped", *(_named(rows, area, side) for side in SIDES.values())] for area in [*areas, ""]]
    headings = ("Area", *(f"{capital(side)}s" for side in SIDES.values()))
    return plain_table("What belongs to which area", headings, table)


def _named(rows: Sequence[Row], area: str, side: str) -> str:
    return ", ".join(text(row, "item") for row in rows if (text(row, "area"), text(row, "side")) == (area, side))


def show_form() -> None:
    """Show the grid that changes the map, or say in a sentence who may."""
    current = frame()
    if current.view is None:
        return
    refusal = current.why_not(PERMISSION)
    if refusal:
        st.html(paragraph(f"Changing the map: {refusal}", "rf-source"))
        return
    view = current.view
    now: MapNow = shelf().get(("map now", view, current.change), lambda: map_now(current, view))
    with st.expander("Change the map" if now.is_confirmed else "Confirm the map, or change it first"):
        _edit(open_sheet(current.view, now), now)


def _edit(sheet: Sheet, now: MapNow) -> None:
    st.html(paragraph(HOW))
    sheet.take(_grid(sheet))
    clashing, theirs = _choices(sheet, now)
    if not sheet.wanted and now.is_confirmed:
        st.html(paragraph("Nothing has been changed yet.", "rf-source"))
        return
    reason = st.text_input("Reason", key=field("reason for the map"), max_chars=400).strip()
    left, right = st.columns([1, 3])
    if left.button("Save the map" if now.is_confirmed else "Confirm this map", type="primary", disabled=clashing):
        _save(sheet, now, theirs=theirs, reason=reason)
    if sheet.wanted and right.button("Give up these changes"):
        map_sheet.close()
        st.rerun()


def _grid(sheet: Sheet) -> list[dict[str, Any]]:
    held = pa.Table.from_pylist(list(sheet.opened.rows), schema=SCHEMA)
    config: dict[str, Any] = {
        NAME: TextColumn(disabled=True, width=150),
        AREA: TextColumn(max_chars=200, width=150),
        SIDE: TextColumn(disabled=True, width=110),
        SAVING: NumberColumn(disabled=True, format="localized", width=110),
    }
    edited = st.data_editor(
        held, key=sheet.grid, column_config=config, hide_index=True, num_rows="fixed", placeholder="",
        height=ROW * (min(len(sheet.opened.rows), MOST_ROWS) + 1) + 3,
        alt="Map of areas: a grid of lines, areas and codes in which to type the area of each",
    )  # fmt: skip
    found: list[dict[str, Any]] = edited.to_pylist()
    return found


def _choices(sheet: Sheet, now: MapNow) -> tuple[bool, bool]:
    """Show what somebody else has changed as well; return whether a choice is open, and whether theirs is to hold."""
    found = sheet.clashes(now)
    if not found:
        return False, False
    alert = "Somebody else has changed the map since you opened it, and put these elsewhere as well."
    st.html(f'<section class="rf-notice rf-bad" role="alert">{paragraph(alert)}</section>')
    rows = [[f"{thing[1]} ({SIDES[thing[0]]})", *places] for thing, *places in found]
    st.html(plain_table("Changed by both of you", ("What", "Was", THEIRS, MINE), rows))
    picked = st.radio(
        "Whose areas hold for these?", (THEIRS, MINE), index=None, horizontal=True, key=f"whose map {now.versions}"
    )
    return picked is None, picked == THEIRS


def _save(sheet: Sheet, now: MapNow, *, theirs: bool, reason: str) -> None:
    commands = sheet.commands(now, theirs=theirs, reason=reason)
    if not commands:
        refused("The map holds nothing that could be kept." if not now.is_confirmed else "The map is as you want it.")
        map_sheet.close()
        return
    try:
        done = do(commands, lambda _: words.map_saved(len(commands)))
    except Conflict as error:
        refused(f"{error} Look at the map again and save once more.")
        return
    if done:
        map_sheet.close()
        st.rerun()
