"""One-off items on the forecast page: the list, and the form for those who may mark them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.measures.figures import figure
from recovery.measures.one_offs import KIND, lines_to_mark
from recovery.period import MONTHS_IN_YEAR, month_name
from recovery.programme.commands import Judge, TakeBack
from recovery.ui.content import Block, Html, download, heading
from recovery.ui.gate import Frame, frame
from recovery.ui.judging import form_key, may_judge, send, tell
from recovery.ui.tables import SMALL, table

if TYPE_CHECKING:
    from recovery.view import View

WORSE, BETTER = "It made the position worse (adverse)", "It made the position better (favourable)"
LONGEST: Final = 500
NOTE: Final = (
    "What fell in one month and will not recur: it stays in the outturn once, but no run rate carries it on. "
    "Favourable is positive."
)


def one_offs_shown(current: Frame, view: View) -> list[Block]:
    """Return the items that are marked, why and by whom."""
    items = figure("one-offs", current.engine, view)
    if not items.rows:
        return [heading("One-off items", f"{NOTE} None is marked for {view.year}.")]
    return [
        heading("One-off items", NOTE),
        Html(table(items, hide=("amount", "recorded_at"), look=SMALL)),
        download(items, view),
    ]


def show_form() -> None:
    """Show the form, or say in a sentence who may mark one-off items."""
    current = frame()
    if current.view is None:
        return
    tell(KIND)
    if not may_judge(KIND, "Marking one-off items"):
        return
    with st.expander("Mark a one-off item, or take one back"):
        marking, taking = st.tabs(["Mark an item", "Take an item back"])
        with marking:
            _mark(current, current.view)
        with taking:
            _take_back(current, current.view)


def _mark(current: Frame, view: View) -> None:
    lines = lines_to_mark(current.engine, view)
    if not lines:
        st.html('<p class="rf-source">There is no position of this month whose lines an item could be of.</p>')
        return
    with st.form(form_key(KIND, "mark a one-off item"), border=False):
        key = st.text_input("What it was", max_chars=LONGEST)
        left, right = st.columns(2)
        line = left.selectbox("Line", lines, format_func=lambda line: line.label)
        month = right.selectbox(
            "Month it fell in", range(1, MONTHS_IN_YEAR + 1), index=max(view.month, 1) - 1, format_func=month_name
        )
        pounds = left.number_input("Amount, £", min_value=0.0, step=1000.0, format="%.2f")
        way = right.radio("Effect", [WORSE, BETTER])
        reason = st.text_input("Reason", max_chars=LONGEST, help="Why it will not recur. Kept and shown with the item.")
        sent = st.form_submit_button("Mark as one-off")
    if sent:
        effect = Decimal(f"{pounds:.2f}") * (1 if way == BETTER else -1)
        body = {"line": line.label, "amount": line.in_actual(effect), "month": month}
        send(Judge(KIND, key.strip(), body, reason.strip()), f"Marked as one-off: {key.strip()}.")


def _take_back(current: Frame, view: View) -> None:
    items = figure("one-offs", current.engine, view)
    if not items.rows:
        st.html('<p class="rf-source">No item is marked.</p>')
        return
    with st.form(form_key(KIND, "take a one-off item back"), border=False):
        key = str(st.selectbox("Item", [str(one) for one in items.values("key")]))
        reason = st.text_input("Reason for taking it back", max_chars=LONGEST)
        sent = st.form_submit_button("Take it back")
    if sent:
        send(TakeBack(KIND, key, reason.strip()), f"Taken back: {key}.")
