"""Previewing what was dropped, and publishing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import RecoveryError
from recovery.loading import Outcome, load, preview
from recovery.loading.previewing import newest_defaults
from recovery.loading.weights import weights_held
from recovery.problems import Weight
from recovery.programme.allowing import PUBLISH
from recovery.sentences.amounts import listed, many
from recovery.ui.loading import form as forms
from recovery.ui.loading import questions, understood
from recovery.ui.markup import paragraph
from recovery.ui.picker import KEPT
from recovery.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.loading.previewing import WeightsOf
    from recovery.sources.options import Options
    from recovery.sources.table import Table
    from recovery.ui.gate import Frame
    from recovery.ui.loading.form import Form

SEEN: Final = "preview"
SAID: Final = "published"


def show(current: Frame, form: Form) -> None:
    """Show what the dropped files are understood to be, and the way to publish them."""
    said = st.session_state.pop(SAID, "")
    if said:
        st.html(f'<section class="rf-state" role="status">{paragraph(said, "rf-answer")}</section>')
    if not form.files:
        return
    lacking = forms.missing(form)
    if lacking:
        st.html(paragraph(f"Fill in {listed(lacking)} to see what these files hold.", "rf-notice"))
        return
    refused = current.why_not(PUBLISH, organisation=form.organisation)
    if refused:  # said before anything is read: a preview compares with what is loaded for the organisation
        st.html(paragraph(refused, "rf-notice rf-bad"))
        return
    chosen = questions.options(form, questions.given(form))
    outcome = _preview(current, form, chosen)
    _tell(outcome)
    if questions.ask(form, outcome.problems):
        st.rerun()
    if outcome.tables:
        st.html(understood.tables_understood(outcome.tables))
    if st.button("Publish", type="primary", disabled=bool(outcome.in_the_way) or not outcome.tables):
        _publish(current, form, chosen)
    if outcome.findings and not outcome.in_the_way and form.year:  # an open unit or sign would change what is found
        st.html(understood.finding_tables(outcome.findings, View(form.organisation, form.year, form.month or 0)))


def _preview(current: Frame, form: Form, chosen: Options) -> Outcome:
    """Return the preview, read again only where files or answers have changed."""
    key = (form.fingerprint, form.organisation, current.change, repr(chosen))
    seen = st.session_state.get(SEEN)
    if seen and seen[0] == key:
        held: Outcome = seen[1]
        return held
    with st.spinner("Reading and re-adding every table…"):
        outcome = preview(
            form.files, chosen, lambda month: _held(current, form, month), weights=_weights(current, form)
        )
    st.session_state[SEEN] = (key, outcome)
    return outcome


def _held(current: Frame, form: Form, month: int | None) -> Mapping[str, Table]:
    if form.year is None:
        return {}
    return current.engine.tables(View(form.organisation, form.year, month or 0))


def _weights(current: Frame, form: Form) -> WeightsOf:
    return weights_held(current.record, form.organisation, form.year) if form.year else newest_defaults


def _tell(outcome: Outcome) -> None:
    verdict = understood.verdict(outcome.tables, outcome.problems, outcome.findings)
    kind = "rf-notice rf-bad" if any(problem.weight is Weight.ERROR for problem in outcome.problems) else "rf-notice"
    parts = [
        paragraph(verdict, kind),
        understood.problem_table(outcome.problems, Weight.ERROR, "Problems"),
        understood.problem_table(outcome.problems, Weight.NOTICE, "Worth knowing, not in the way"),
    ]
    for part in filter(None, parts):
        st.html(part)


def _publish(current: Frame, form: Form, chosen: Options) -> None:
    if form.year is None:
        return
    try:
        with st.spinner("Publishing…"):
            outcome = load(
                current.record, form.files, chosen,
                organisation=form.organisation, organisation_name=form.organisation_name, year=form.year,
                month=chosen.month, loaded_by=form.loaded_by, illustrative=form.illustrative,
                actor=current.actor,
            )  # fmt: skip
    except RecoveryError as error:
        st.html(paragraph(f"Nothing was published: {error}", "rf-notice rf-bad"))
        return
    if outcome.receipt is None:
        st.html(paragraph("Nothing was published: the files no longer read as previewed.", "rf-notice rf-bad"))
        return
    _follow(form, outcome)


def _follow(form: Form, outcome: Outcome) -> None:
    """Go to what has just been published, with a fresh form."""
    count = many(len(outcome.tables), "table")
    st.session_state[SAID] = f"Published: {count} of {form.organisation}, {form.year}. The pages now show them."
    st.session_state[forms.ROUND] = forms.round_number() + 1
    st.session_state.pop(SEEN, None)
    months = [table.month for table in outcome.tables if table.month]
    st.session_state[KEPT] = {
        "org": form.organisation,
        "year": str(form.year),
        "month": str(max(months)) if months else "",
    }
    st.query_params.clear()
    st.rerun()
