"""A scheme's page: where it stands, its gateway, what was decided on what evidence and on which case, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.charts.scheme_profile import scheme_profile
from recovery.programme.configuration import programme_of
from recovery.programme.differences import differences
from recovery.programme.working_day import today, working_day
from recovery.rows import amount, text
from recovery.sentences.programme import scheme as words
from recovery.sentences.programme.dates import short_day
from recovery.sentences.programme.money import exact
from recovery.ui.address import parameters
from recovery.ui.content import CONFIG
from recovery.ui.frame import FILES
from recovery.ui.markup import escape, paragraph
from recovery.ui.programme import past
from recovery.ui.programme.case import details, facts, profile_table
from recovery.ui.programme.decision_forms import Matter
from recovery.ui.programme.decisions import decide
from recovery.ui.programme.differing import difference_table
from recovery.ui.programme.doing import tell
from recovery.ui.programme.gateway import gateway
from recovery.ui.programme.rated import rated
from recovery.ui.programme.scheme_head import head
from recovery.ui.programme.standing import states
from recovery.ui.programme.year import added, by_month, planned

if TYPE_CHECKING:
    import datetime as dt

    from recovery.programme.scheme import Scheme
    from recovery.rows import Row
    from recovery.ui.gate import Frame
    from recovery.ui.programme.standing import Life, Moment
    from recovery.view import View

PARTS: Final = (("gateway", "Gateway"), ("decide", "Decide"), ("decisions", "Decisions so far"), ("case", "The case"),
                ("history", "History"))  # fmt: skip


def show(current: Frame, view: View, life: Life, row: Row | None) -> None:
    """Show one scheme; `row` is its row of the board, which has its days in stage and its rating."""
    programme, state = programme_of(view.organisation), life.now
    days = int(amount(row, "days_in_stage")) if row else None
    st.html(head(programme, state, words.answer(programme, state, days), text(row, "rag") if row else ""))
    tell()
    _to_edit(current, view, life)
    st.html(_jumps())
    matter = Matter(programme, state)
    _section("gateway", "Gateway")
    st.html(gateway(current, programme, state, _day(current, view)))
    ratings = rated(current, view, state)
    if ratings:
        st.html(ratings)
    _section("decide", "Decide")
    decide(current, matter)
    _section("decisions", "Decisions so far")
    st.html(past.decisions(programme, life))
    _section("case", "The case")
    _case(life)
    _section("history", "History")
    st.html(past.history(programme, life))


def _day(current: Frame, view: View) -> dt.date:
    """Return the programme's day, by which a condition is overdue here as in every list."""
    newest = max((state.changed_on for state in states(current, view).values()), default=None)
    return working_day(view.year, today(), newest)


def _jumps() -> str:
    links = "".join(f'<a href="#{name}">{title}</a>' for name, title in PARTS)
    return f'<nav class="rf-jumps" aria-label="On this page">{links}</nav>'


def _section(name: str, title: str) -> None:
    st.html(f'<div class="rf-heading" id="{name}"><h2>{escape(title)}</h2></div>')


def _case(life: Life) -> None:
    """Show the case as it is, or as any earlier version left it with what has changed since."""
    versions = _versions(life)
    if len(versions) > 1:
        picked = st.selectbox(
            "Which version", list(versions), key=f"version of {life.now.scheme.ref}",
            format_func=lambda number: _label(versions[number], newest=number == max(versions)),
        )  # fmt: skip
    else:
        picked = max(versions)
    scheme = versions[int(picked)].state.scheme
    if scheme != life.now.scheme:
        st.html(_since(scheme, life.now.scheme))
    st.html(facts(scheme))
    if scheme.profile:
        _chart(scheme)
    st.html(profile_table(scheme) + details(scheme))


def _versions(life: Life) -> dict[int, Moment]:
    """Return the moments that changed the case, newest first."""
    found = {one.event.version: one for one in life.moments if one.state.case_version == one.event.version}
    return dict(sorted(found.items(), reverse=True))


def _label(one: Moment, *, newest: bool) -> str:
    held = ", as it is now" if newest else ""
    return f"Version {one.event.version}{held}: {one.event.kind} {short_day(one.event.effective_on)} by {one.event.by}"


def _since(then: Scheme, now: Scheme) -> str:
    table = difference_table(differences(then, now), "What has changed since this version")
    return paragraph("This is an earlier version of the case.", "rf-notice") + table


def _chart(scheme: Scheme) -> None:
    plan, actual, forecast = planned(scheme), by_month(scheme, "actual"), by_month(scheme, "forecast")
    totals = (exact(added(plan)), exact(added(actual)), exact(added(forecast)))
    st.plotly_chart(
        scheme_profile(plan, actual, forecast), theme=None, config=CONFIG, alt=words.profile_alt(scheme, *totals),
        key=f"profile of {scheme.ref}",
    )  # fmt: skip


def _to_edit(current: Frame, view: View, life: Life) -> None:
    if current.may("edit scheme", life.now):
        page = f"pages/{FILES['edit-scheme']}"
        st.page_link(page, label="Edit this scheme", query_params={**parameters(view), "ref": life.now.scheme.ref})
