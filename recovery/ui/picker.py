"""The pickers in the sidebar: organisation, year and month, bound to the address bar and kept from page to page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.period import FinancialYear, month_name
from recovery.ui.address import Period, parameters, periods, resolve
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recovery.engine import Engine
    from recovery.view import View

NAMES: Final = ("org", "year", "month")
KEPT: Final = "view kept between pages"
NO_MONTH: Final = "No month yet"
SHORT: Final = 3
"""Letters of a month's name that fit beside the year."""


@dataclass(frozen=True)
class Picked:
    """What is looked at: the view (None: nothing loaded that the person sees), and what can be picked instead.

    `notes` say what an address asked for and could not have.
    """

    view: View | None
    organisation_name: str
    notes: list[str]
    loaded: Sequence[Period]


def picked(engine: Engine, change: int, sees: Callable[[str], bool]) -> Picked:
    """Return what the address asks for, of the organisations that the visitor sees."""
    every: Sequence[Period] = shelf().get(("periods", change), lambda: periods(engine.ask("periods_loaded")))
    seen = {code for code in {period.organisation for period in every} if sees(code)}
    loaded = [period for period in every if period.organisation in seen]
    asked = {name: st.query_params[name] for name in NAMES if name in st.query_params}
    view, notes = resolve(asked or st.session_state.get(KEPT, {}), loaded)
    names = {period.organisation: period.organisation_name or period.organisation for period in loaded}
    return Picked(view, names[view.organisation] if view else "", notes, loaded)


def show(chosen: Picked) -> None:
    """Show the pickers, and write what is looked at into the address."""
    if chosen.view:
        _keep(chosen.view)
        _pickers(chosen.view, chosen.loaded)


def _keep(view: View) -> None:
    wanted = parameters(view)
    st.session_state[KEPT] = wanted
    for name, value in wanted.items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value


def _pickers(view: View, loaded: Sequence[Period]) -> None:
    names = {period.organisation: period.organisation_name or period.organisation for period in loaded}
    years = sorted({period.year for period in loaded if period.organisation == view.organisation}, reverse=True)
    months = [period.month for period in loaded if (period.organisation, period.year) == (view.organisation, view.year)]
    st.session_state.update({"picked org": view.organisation, "picked year": view.year, "picked month": view.month})
    with st.sidebar:
        st.selectbox(
            "Organisation",
            list(names),
            format_func=lambda code: names[code],
            key="picked org",
            on_change=_to_organisation,
        )
        left, right = st.columns([5, 6], gap="xsmall")
        left.selectbox("Year", years, key="picked year", on_change=_to_year)
        right.selectbox(
            "Month", sorted(months, reverse=True), format_func=_month, key="picked month", on_change=_to_month
        )


def _month(month: int) -> str:
    return f"{month} – {month_name(month)[:SHORT]}" if month else NO_MONTH


def _go(**changed: str) -> None:
    st.session_state[KEPT] = {**st.session_state.get(KEPT, {}), **changed}
    for name, value in changed.items():
        st.query_params[name] = value


def _to_organisation() -> None:
    """Go to another organisation; its newest year and month follow of themselves."""
    for name in ("year", "month"):
        st.query_params.pop(name, None)
    st.session_state[KEPT] = {}
    _go(org=st.session_state["picked org"])


def _to_year() -> None:
    """Go to another year; its newest month follows of itself."""
    st.query_params.pop("month", None)
    year: FinancialYear = st.session_state["picked year"]
    _go(year=str(year))


def _to_month() -> None:
    _go(month=str(st.session_state["picked month"]))
