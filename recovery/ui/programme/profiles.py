"""The page of monthly profiles: a grid of schemes by month, its totals, and saving everything that was altered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import streamlit as st
from streamlit.column_config import NumberColumn, TextColumn

from recovery.errors import Conflict
from recovery.figure import Column, Figure
from recovery.period import month_name
from recovery.programme.material import material
from recovery.programme.state import SchemeState, Status
from recovery.sentences.amounts import many
from recovery.sentences.programme import profiles as words
from recovery.sentences.programme.money import exact
from recovery.ui.markup import paragraph, plain
from recovery.ui.programme import profile_sheet
from recovery.ui.programme.doing import do, refused
from recovery.ui.programme.filters import Wanted
from recovery.ui.programme.grids import SHORT
from recovery.ui.programme.profile_edits import REF, TITLE, Line, totals
from recovery.ui.programme.profile_sheet import Sheet, open_sheet
from recovery.ui.tables import plain_table, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.rows import Row
    from recovery.ui.gate import Frame
    from recovery.ui.programme.profile_edits import Overlap
    from recovery.view import View

States = dict[str, SchemeState]
MEASURES: Final = ("Plan", "Actual", "Forecast")
PARTS: Final = ("Recurrent", "Non-recurrent")
ROW: Final = 35
MOST_ROWS: Final = 16
SCHEMA: Final = pa.schema([(REF, pa.string()), (TITLE, pa.string()), *((name, pa.float64()) for name in SHORT)])


def editable(current: Frame, states: Mapping[str, SchemeState]) -> States:
    """Return the live schemes that the reader may edit."""
    return {ref: state for ref, state in states.items()
            if state.status is Status.LIVE and current.may("edit scheme", state)}  # fmt: skip


def show(view: View, rows: Sequence[Row], wanted: Wanted, states: States) -> None:
    """Show the grid of the schemes asked for, of those that the reader may edit, and what can be done with it."""
    line = _line()
    sheet = open_sheet(view, states)
    refs = [str(row["ref"]) for row in rows if wanted.fits(row, ()) and str(row["ref"]) in sheet.opened]
    if not refs:
        st.html(paragraph("No scheme is as you ask, or none that you may edit.", "rf-notice"))
        return
    sheet.take(line, refs, _grid(sheet, line, refs))
    cases = [sheet.opened[ref].scheme for ref in refs]
    st.html(table(_totals(totals(cases, line, sheet.wanted[line]), line)))
    _save(sheet, {**sheet.opened, **states})


def _line() -> Line:
    left, right = st.columns(2)
    measure = left.radio("Measure", MEASURES, horizontal=True, key="measure", bind="query-params", index=2)
    part = right.radio("Lines", PARTS, horizontal=True, key="lines", bind="query-params")
    return Line(str(measure).lower(), part != PARTS[1])


def _grid(sheet: Sheet, line: Line, refs: Sequence[str]) -> list[dict[str, Any]]:
    held = pa.Table.from_pylist(sheet.lay_out(line, refs), schema=SCHEMA)
    config: dict[str, Any] = {
        REF: TextColumn(disabled=True, pinned=True, width=90), TITLE: TextColumn(disabled=True, width=200),
        **{name: NumberColumn(f"{name}, £", format="accounting", step=0.01, width=90) for name in SHORT},
    }  # fmt: skip
    edited = st.data_editor(
        held, key=f"profiles {sheet.number}", column_config=config, hide_index=True, num_rows="fixed", placeholder="",
        height=ROW * (min(len(refs), MOST_ROWS) + 1) + 3,
        alt="Monthly profiles: a grid of schemes by month to type or paste into",
    )  # fmt: skip
    found: list[dict[str, Any]] = edited.to_pylist()
    return found


def _totals(months: Sequence[Any], line: Line) -> Figure:
    names = [Column(name.lower(), name, "money") for name in (*SHORT, "Year")]
    values = [*months, sum(months)]
    title = f"{line.measure.capitalize()} of the schemes above, {'recurrent' if line.recurrent else 'non-recurrent'}"
    return Figure("profile-total", title, (Column("all", ""), *names), (("Total", *values),), ("total",))


def _save(sheet: Sheet, now: States) -> None:
    if not sheet.refs:
        st.html(paragraph("Nothing has been altered yet. A block copied from Excel can be pasted in.", "rf-source"))
        return
    theirs, open_choices = _choices(sheet, now)
    commands = sheet.commands(now, theirs, "")
    st.html(paragraph(words.altered(sheet.refs), "rf-notice"))
    lapsing = [one.ref for one in commands if now[one.ref].approvals and material(now[one.ref].scheme, one.scheme)]
    if lapsing:
        st.html(paragraph(words.lapsing(lapsing), "rf-notice rf-bad"))
    label = "Reason (needed)" if lapsing else "Reason (shown in the history)"
    reason = st.text_input(label, key=f"reason for profiles {sheet.place}", max_chars=400).strip()
    left, right = st.columns([1, 3])
    if left.button(f"Save {many(len(sheet.refs), 'scheme')}", type="primary", disabled=open_choices):
        if lapsing and not reason:
            refused("Give the reason: approvals would lapse by this change.")
        else:
            _do(sheet, now, theirs, reason)
    if right.button("Give up these changes"):
        profile_sheet.close()
        st.rerun()


def _do(sheet: Sheet, now: States, theirs: set[str], reason: str) -> None:
    commands = sheet.commands(now, theirs, reason)
    if not commands:
        profile_sheet.close()
        st.rerun()
    try:
        done = do(commands, lambda _: words.saved([one.ref for one in commands]))
    except Conflict:
        refused("Somebody saved one of these schemes in this very moment: nothing was written. Press Save once more.")
        return
    if done:
        profile_sheet.close()
        st.rerun()


def _choices(sheet: Sheet, now: States) -> tuple[set[str], bool]:
    """Show the cells that somebody else has altered too, and ask by scheme whose hold; return whose are theirs."""
    clashes = sheet.clashes(now)
    theirs, undecided = set(), False
    for ref in sorted({one.ref for held in clashes.values() for one in held}):
        found = [(line, one) for line, held in clashes.items() for one in held if one.ref == ref]
        st.html(plain_table(words.clash(ref, now[ref].scheme.title), ("Month", "Was", "Theirs", "Mine"), _cells(found)))
        picked = st.radio(
            plain(f"Whose months hold for {ref}?"), ("Theirs", "Mine"), index=None, horizontal=True,
            key=f"whose {ref} {now[ref].case_version}",
        )  # fmt: skip
        undecided = undecided or picked is None
        if picked == "Theirs":
            theirs.add(ref)
    return theirs, undecided


def _cells(found: Sequence[tuple[Line, Overlap]]) -> list[tuple[str, ...]]:
    return [
        (f"{month_name(month)}, {line.measure}", *map(exact, amounts))
        for line, one in found
        for month, *amounts in one.months
    ]
