"""The register page: every scheme as at any day, to be filtered, taken away, and brought in again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.figure import Figure
from recovery.measures.figures import figure
from recovery.pack.register import register_workbook
from recovery.programme.configuration import programme_of
from recovery.programme.working_day import today
from recovery.rows import of_kind
from recovery.sentences.programme import register as words
from recovery.sentences.programme.dates import day_or_moment
from recovery.ui.content import Block, Html, download, heading, opening
from recovery.ui.downloads import file_name
from recovery.ui.figures import if_loaded, only
from recovery.ui.markup import paragraph
from recovery.ui.programme.linked import linked_table
from recovery.ui.programme.standing import states_at
from recovery.ui.savings.words import worded
from recovery.ui.services import shelf
from recovery.ui.tables import SMALL

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.ui.programme.filters import Wanted
    from recovery.view import View

TITLE: Final = "Register"
SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HIDDEN: Final = (
    "stage", "sro", "clinical_lead", "start_month", "gross_saving", "investment", "comment",
    "recurrent_value", "non_recurrent_value", "full_year_effect", "rag_computed",
    "rag_overridden_reason", "start_on", "end_on", "workstream", "entered_stage_on",
)  # fmt: skip
MOST: Final = 300
AWAY: Final = (
    "Every scheme with all its months, milestones, risks and history, to be changed in Excel and brought back in below."
)


def moment_asked(current: Frame) -> dt.date | None:
    """Ask for the day, or the moment, as at which a kept register is shown; None is now.  It stands in the address.

    A day goes by when things hold from; a moment, in UTC, by when they were written down.
    """
    if current.view is None or not states_at(current, current.view, None):
        return None
    left, right = st.columns(2)
    picked = left.date_input(
        "As at (empty: as it stands now)", value=None, max_value=today(), min_value=dt.date(2000, 1, 1),
        format="DD/MM/YYYY", key="as_at", bind="query-params",
    )  # fmt: skip
    if not isinstance(picked, dt.date):
        return None
    time = right.time_input(
        "As the record had it at (UTC; empty: by the days that things hold from)", value=None, step=60, key="at",
        bind="query-params",
    )  # fmt: skip
    return picked if time is None else dt.datetime.combine(picked, time, tzinfo=dt.UTC)


def build_head(current: Frame, view: View, wanted: Wanted, as_at: dt.date | None) -> list[Block]:
    """Return the sentence of the register asked for."""
    asked, out = _asked(current, view, wanted, as_at), _withdrawn(current, view, wanted, as_at)
    return [opening(TITLE, words.answer(of_kind(asked, "line"), as_at, len(out.rows) if out else 0), [], asked)]


def _asked(current: Frame, view: View, wanted: Wanted, as_at: dt.date | None) -> Figure:
    """Return the schemes asked for; none as at a day before a register was kept."""
    if as_at and not states_at(current, view, as_at):
        return Figure("schemes", "Schemes", (), ())
    shown = worded(figure("schemes", current.engine, _looked_at(view, as_at)), programme_of(view.organisation))
    return only(shown, [number for number, row in enumerate(shown.records()) if wanted.fits(row, ())])


def _withdrawn(current: Frame, view: View, wanted: Wanted, as_at: dt.date | None) -> Figure | None:
    """Return the withdrawn schemes asked for, None where no register is kept."""
    shown = if_loaded("withdrawn", current.engine, _looked_at(view, as_at))
    if shown is None:
        return None
    return only(shown, [number for number, row in enumerate(shown.records()) if wanted.fits(row, ())])


def _looked_at(view: View, as_at: dt.date | None) -> View:
    return replace(view, as_at=as_at) if as_at else view


def build(current: Frame, view: View, wanted: Wanted, as_at: dt.date | None) -> list[Block]:
    """Return the register's list and its download."""
    asked, out = _asked(current, view, wanted, as_at), _withdrawn(current, view, wanted, as_at)
    keep = asked.rows
    note = f"The first {MOST:,} are listed; the downloads have them all." if len(keep) > MOST else ""
    caption = f"Schemes as at {day_or_moment(as_at)}" if as_at else "Schemes as they stand"
    return [
        Html(linked_table(only(asked, list(range(min(len(keep), MOST)))), view, caption=caption, hide=HIDDEN, note=note,
                          empty="No scheme is as you ask.")),
        download(asked, view, "Download this list, every column (CSV)"),
        *([Html(linked_table(out, view, look=SMALL))] if out and out.rows else []),
    ]  # fmt: skip


def workbook(current: Frame, view: View, as_at: dt.date | None) -> None:
    """Offer the whole register as a workbook, as at the same day."""
    states = states_at(current, view, as_at)
    if not states:
        st.html(
            paragraph("The workbook can be had once a register is kept here: create or import schemes.", "rf-source")
        )
        return
    key = ("register workbook", view, current.change, as_at)
    content: bytes = shelf().get(key, lambda: _workbook(current, view, as_at))
    st.html(heading("Take the register away", AWAY).body)
    st.download_button(
        "Download the register (Excel workbook)", content, file_name=file_name("register", view, "xlsx"), mime=SHEET,
        on_click="ignore", key="register workbook",
    )  # fmt: skip


def _workbook(current: Frame, view: View, as_at: dt.date | None) -> bytes:
    day_shown = as_at or today()
    looked_at = _looked_at(view, as_at)
    states = states_at(current, view, as_at)
    return register_workbook(
        tuple(states.values()), programme_of(view.organisation), organisation=view.organisation, year=view.year,
        as_at=day_shown, history=if_loaded("history", current.engine, looked_at),
        approvals=if_loaded("approvals", current.engine, looked_at),
    )  # fmt: skip
