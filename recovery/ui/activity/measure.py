"""One activity measure and its parts: the control chart, which rule fired when, and the year's months against plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.charts.activity import months
from recovery.charts.control import control
from recovery.engine import queries
from recovery.measures.activity_signals import A_MONTH, Setting, setting_of, settings_of
from recovery.measures.spc.activity_rules import measure_rule
from recovery.period import FinancialYear, month_name
from recovery.rows import number, text
from recovery.sentences import activity as plan_words
from recovery.sentences import activity_signals as words
from recovery.ui.activity.icons import icons
from recovery.ui.content import Block, Chart, Html, heading
from recovery.ui.figures import if_loaded, only
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import escape, folded, paragraph
from recovery.ui.services import shelf
from recovery.ui.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure
    from recovery.rows import Row
    from recovery.view import View

PICKED: Final = "measure looked into"
HIDDEN: Final = ("code", "title", "unit", "way", "variation", "assurance")


def pick_measure() -> str:
    """Ask which measure to look into; '' where there is none."""
    current = frame()

    def ask() -> dict[str, str]:
        found: dict[str, str] = {}
        for name in ("activity", "spc"):
            shown = if_loaded(name, current.engine, current.view) if current.view else None
            for row in shown.records() if shown else []:
                found.setdefault(text(row, "code"), text(row, "title"))
        return found

    titles: dict[str, str] = shelf().get(("measures", current.view, current.change), ask)
    if not titles:
        return ""
    if st.session_state.get(PICKED) not in titles:
        st.session_state.pop(PICKED, None)
    first = list(titles).index(_in_need(current)) if _in_need(current) in titles else 0
    return st.selectbox("Measure", list(titles), first, format_func=lambda code: f"{code} {titles[code]}", key=PICKED)


def _in_need(current: Frame) -> str:
    """Return the measure that wants looking at most, '' where all move by chance alone."""

    def ask() -> str:
        signals = if_loaded("spc", current.engine, current.view) if current.view else None
        last = words.newest(words.in_need_first(signals)[0]) if signals else {}
        return text(last, "code") if text(last, "variation") in words.CHANGED else ""

    found: str = shelf().get(("measure in need", current.view, current.change), ask)
    return found


def build_signals(current: Frame, view: View, code: str) -> list[Block]:
    """Return a measure's control chart with its icons, what its newest point says, and every signal so far."""
    signals = if_loaded("spc", current.engine, view)
    keep = [place for place, own in enumerate(signals.values("code")) if own == code] if signals else []
    if signals is None or not any(number(signals.records()[place], "value") is not None for place in keep):
        return []
    shown = only(signals, keep)
    rows = shown.records()
    title = f"{code} {text(rows[-1], 'title')}"
    setting = setting_of(code, settings_of(queries.judgements(current.engine, view, "chart")))
    by_month = replace(shown, title=f"{title} as charted", kinds=("line",) * len(rows))
    return [
        heading(title, _charted(rows, setting)),
        Html(f"<p>{icons(rows, words.newest_month(signals))} {escape(words.standing(rows))}</p>{_signals(rows)}"),
        Chart(control(rows, text(rows[-1], "unit")), words.alt(rows, title), f"control {code}"),
        Html(folded("Every month as charted", table(by_month, hide=HIDDEN))),
    ]


def _charted(rows: Sequence[Row], setting: Setting) -> str:
    """Return how the chart is made: its unit, since when, with which settings."""
    parts = [f"Activity {text(rows[-1], 'unit')}, all years that are loaded"]
    if (
        measure_rule(text(rows[-1], "code"), text(rows[-1], "title")).by_working_day
        and text(rows[-1], "unit") == A_MONTH
    ):
        parts.append("not by the working day, as the bank holidays of some of these years are not known")
    parts.append("outlying months left out of the limits" if setting.screen else "outlying months kept in the limits")
    parts.append(f"runs and trends of {setting.points} points")
    first, *later = [(FinancialYear.parse(text(row, "year")).start, row["month"]) for row in rows]
    if setting.rebase and first < setting.rebase <= max(later, default=first):
        year, month = setting.rebase
        parts.append(f"mean and limits anew from {month_name(month)} {FinancialYear(year)}")
    if words.missing(rows):
        parts.append(f"{words.missing(rows)}, and points are counted in order without them")
    return f"{'; '.join(parts)}. Pale lines mark each April."


def _signals(rows: Sequence[Row]) -> str:
    found = words.signals(rows)
    if not found:
        return paragraph("No rule has fired in any month.", "rf-source")
    return f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in reversed(found))}</ul>"


def build_months(current: Frame, view: View, code: str) -> list[Block]:
    """Return a measure's year month by month against plan, and that of its parts beneath it."""
    activity = if_loaded("activity", current.engine, view)
    if activity is None or code not in activity.values("code"):
        return []
    blocks: list[Block] = []
    for member in plan_words.family(activity, code):
        blocks += _months(activity, member, "" if member == code else code)
    return blocks


def _months(activity: Figure, code: str, parent: str) -> list[Block]:
    keep = [place for place, own in enumerate(activity.values("code")) if own == code]
    rows = only(activity, keep).records()
    title = f"{code} {text(rows[0], 'title')}"
    note = f"A part of {parent}, counted within it." if parent else "Bars are actuals, the line with rings is the plan."
    by_month = replace(only(activity, keep, f"{title} by month"), kinds=("line",) * len(keep))
    return [
        heading(f"{title}: the year by month", note),
        Chart(months(rows), plan_words.alt(rows, title), f"months {code}"),
        Html(folded("Every month against plan", table(by_month, hide=("code", "title")))),
    ]
