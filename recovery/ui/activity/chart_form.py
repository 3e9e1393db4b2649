"""How a measure is charted: from which month anew, with which rules; a form for those who may set it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.engine import queries
from recovery.measures.activity_signals import Setting, setting_of, settings_of
from recovery.measures.spc.chart import POINTS
from recovery.names import code_key
from recovery.period import FinancialYear, month_name
from recovery.programme.commands import Judge, TakeBack
from recovery.rows import amount, number, text
from recovery.sentences import activity_signals as words
from recovery.ui.figures import if_loaded
from recovery.ui.gate import Frame, frame
from recovery.ui.judging import last_seen, may_judge, send, tell
from recovery.ui.markup import escape
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from recovery.engine.queries import Judgement
    from recovery.programme.commands import JudgementCommand
    from recovery.rows import Row
    from recovery.view import View

KIND: Final = "chart"
LONGEST: Final = 500
Month = tuple[int, int]


@dataclass(frozen=True)
class Charted:
    """What can be set: the months of each measure's chart after its first, and what has been set so far."""

    months: Mapping[str, list[Month]]
    made: list[Judgement]


def show_form(code: str) -> None:
    """Show how a measure's chart is set and why, and the form, or in a sentence who may set it."""
    current = frame()
    if current.view is None:
        return
    view = current.view
    charted = shelf().get(("charts to set", view, current.change), lambda: _charted(current, view))
    if not charted.months.get(code):
        return
    held = next((one for one in charted.made if code_key(one.key) == code_key(code)), None)
    with st.container():  # a place of its own, so that the form below keeps its own and stays open
        tell(KIND)
        if held:
            st.html(f'<p class="rf-source">Chart set by {escape(held.by)}: {escape(held.reason)}</p>')
    if not may_judge(KIND, "Setting this chart"):
        return
    with st.expander("Set this chart: begin anew from a month, screening, points of a run"):
        asked = _ask(code, charted, held)
    if asked:
        send(*asked)


def _ask(code: str, charted: Charted, held: Judgement | None) -> tuple[JudgementCommand, str] | None:
    """Return what is asked for, and what is said when it is done."""
    now = setting_of(code, settings_of(charted.made))
    version = held.version if held else 0
    seen = last_seen(KIND, code, version)
    months = months_offered(charted.months[code], now.rebase)
    with st.form(f"set chart {code}", border=False):
        rebase = st.selectbox(
            "Mean and limits anew from",
            months,
            index=months.index(now.rebase),
            format_func=lambda month: "The first month" if month is None else _named(month),
            help="A month in which the way of working changed. Say in the reason what changed.",
        )
        screen = st.checkbox("Leave outlying months out of the limits", now.screen)
        points = st.radio(
            "Points in a row that make a shift or trend", POINTS, POINTS.index(now.points), horizontal=True
        )
        reason = st.text_input(
            "Reason", max_chars=LONGEST, key=f"reason for {code} {version}", help="Kept and shown with the chart."
        )
        sent, back = st.form_submit_button("Set the chart"), False
        if held:
            back = st.form_submit_button("Back to the general settings")
    if sent:
        body = body_of(Setting(screen, points, rebase))
        return Judge(KIND, code, body, reason.strip(), seen), f"{code} is set."
    return (TakeBack(KIND, code, reason.strip(), seen), f"{code} is charted as all measures are.") if back else None


def months_offered(charted: Iterable[Month], held: Month | None) -> list[Month | None]:
    """Return what limits can begin anew from: the first month (None), those charted, and what is set already.

    What is set may lie after a month that is looked back to; it stays as it is unless somebody picks another.
    """
    return [None, *sorted({*charted, *([held] if held else [])})]


def body_of(setting: Setting) -> dict[str, Any]:
    """Return a setting as the record keeps it."""
    year, month = setting.rebase or (None, None)
    return {"rebase_year": year, "rebase_month": month, "screen": setting.screen, "points": setting.points}


def _charted(current: Frame, view: View) -> Charted:
    signals = if_loaded("spc", current.engine, view)
    held = words.by_measure(signals) if signals else {}
    months = {
        code: [_month(row) for row in rows if number(row, "value") is not None][1:] for code, rows in held.items()
    }
    return Charted(months, queries.judgements(current.engine, view, KIND))


def _month(row: Row) -> Month:
    return FinancialYear.parse(text(row, "year")).start, int(amount(row, "month"))


def _named(month: Month) -> str:
    return f"{month_name(month[1])} {FinancialYear(month[0])}"
