"""The form that changes risk weights: for those who may, from a day on, with a reason."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import RecoveryError
from recovery.measures.figures import figure
from recovery.programme.commands import ChangeWeights, Weight
from recovery.programme.configuration import programme_of
from recovery.programme.performing import perform
from recovery.rows import amount, text
from recovery.sentences.amounts import many
from recovery.sentences.vocabulary import within
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import escape, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.programme.configuration import Programme
    from recovery.view import View

STAGE, RATING, BOTH = "stage", "rag", "stage and rag"
SAID: Final = "what changing the weights came to"
PERMISSION: Final = "change weights"
ABREAST: Final = 3
"""Weights beside one another in the form."""
Key = tuple[str, str]


def show_form() -> None:
    """Show the form, or say in a sentence who may change weights."""
    current = frame()
    if current.view is None:
        return
    _outcome()
    refused = current.why_not(PERMISSION)
    if refused:
        st.html(f'<p class="rf-source">Changing weights: {escape(refused)}</p>')
        return
    with st.expander("Change the weights"):
        _ask(current, current.view, programme_of(current.view.organisation))


def _outcome() -> None:
    said = st.session_state.pop(SAID, "")
    if said:
        st.html(f'<p class="rf-notice" role="status">{escape(said)}</p>')


def _ask(current: Frame, view: View, programme: Programme) -> None:
    rating = within(programme.rating)
    bases = {STAGE: "By stage", RATING: f"By {rating}", BOTH: f"By stage and {rating} together"}
    basis = st.radio(
        "Weights", list(bases), format_func=lambda one: plain(bases[one]), horizontal=True, key="weights by"
    )
    now = in_force(current, view)
    with st.form("change weights", border=False):
        asked = _weights(view.organisation, keys(programme, basis), basis, now)
        since = st.date_input("In force from", month_end(view), format="DD/MM/YYYY", min_value=dt.date(2000, 1, 1))
        reason = st.text_input("Reason", max_chars=500, help="Kept with the weights and shown beside them.")
        sent = st.form_submit_button("Set the weights")
    if sent:
        _send(current, view, changed(asked, now), since, reason)


def _weights(
    organisation: str, names: Sequence[str], basis: str, now: Mapping[Key, Decimal]
) -> dict[Key, float | None]:
    """Ask for each weight; what was typed for another organisation, or over another weight, is forgotten."""
    asked: dict[Key, float | None] = {}
    places = st.columns(ABREAST)
    for number, name in enumerate(names):
        held = now.get((basis, name))
        asked[basis, name] = places[number % ABREAST].number_input(
            f"{plain(name)}, % counted on",
            min_value=0.0,
            max_value=100.0,
            step=5.0,
            value=None if held is None else float(held),
            placeholder="None of its own",
            format="%g",
            key=f"weight {organisation} {basis} {name} {held}",
        )
    return asked


def _send(current: Frame, view: View, weights: tuple[Weight, ...], since: dt.date, reason: str) -> None:
    if not weights:
        st.html('<p class="rf-notice rf-bad" role="status">No weight is different from the one in force.</p>')
        return
    command = ChangeWeights(weights, since, reason.strip())
    try:
        perform(current.record, command, current.actor, organisation=view.organisation, year=view.year)
    except RecoveryError as error:
        st.html(f'<p class="rf-notice rf-bad" role="alert">{escape(error)}</p>')
        return
    st.session_state[SAID] = f"{many(len(weights), 'weight')} set from {since:%d/%m/%Y}."
    st.rerun()


def changed(asked: Mapping[Key, float | None], now: Mapping[Key, Decimal]) -> tuple[Weight, ...]:
    """Return the weights that were given and differ from those in force, as the part counted on (0 to 1)."""
    given = {key: Decimal(str(points)) for key, points in asked.items() if points is not None}
    return tuple(Weight(*key, points / 100) for key, points in given.items() if now.get(key) != points)


def keys(programme: Programme, basis: str) -> list[str]:
    """Return what weights can be set for: stages, ratings, or each stage with each rating."""
    stages, ratings = [stage.name for stage in programme.stages], [rating.name for rating in programme.ratings]
    if basis == BOTH:
        return [f"{stage}, {rating}" for stage in stages for rating in ratings]
    return stages if basis == STAGE else ratings


def in_force(current: Frame, view: View) -> dict[Key, Decimal]:
    """Return the weights in force in percentage points, by basis and key."""
    rows = figure("weights", current.engine, view).records()
    return {(text(row, "basis"), text(row, "key")): amount(row, "weight") for row in rows}


def month_end(view: View) -> dt.date:
    """Return the last day of the month in view, else the first day of the year."""
    if not view.month:
        return dt.date(view.year.start, 4, 1)
    year, month = (view.year.start, view.month + 3) if view.month <= 9 else (view.year.start + 1, view.month - 9)  # noqa: PLR2004
    return dt.date(year, month, monthrange(year, month)[1])
