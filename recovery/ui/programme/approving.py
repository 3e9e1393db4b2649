"""The form of an approval: which one, on what evidence, with which conditions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.programme.checklist import approvals_outstanding, checked
from recovery.programme.commands import Approve, NewCondition
from recovery.sentences.programme import doing as words
from recovery.ui.gate import frame
from recovery.ui.markup import paragraph
from recovery.ui.programme.decision_forms import reason, send
from recovery.ui.programme.doing import field

if TYPE_CHECKING:
    from recovery.programme.configuration import RequiredApproval
    from recovery.ui.programme.decision_forms import Matter

OUTRIGHT: Final = "Approve"
CONDITIONAL: Final = "Approve with conditions"
MOST: Final = 5
"""How many conditions one approval may be given with on the page."""
INCOMPLETE: Final = "Give each condition its words, an owner and a date."


def approve(matter: Matter) -> None:
    """Ask for the approval, its evidence and its conditions, and give it."""
    outstanding = approvals_outstanding(matter.programme, matter.state)
    own = {one.key: one for one in outstanding if frame().may("approve", matter.state, one)}
    ways = _ways(matter, last=len(outstanding) == 1)
    key = st.selectbox("Approval", list(own), format_func=lambda one: own[one].name, key=field("approval"))
    if not ways:
        return
    how = st.radio("Decision", ways, horizontal=True, key=field("how")) or ways[0]
    evidence = reason("Evidence: what you have seen, and where it is kept", "evidence of approval")
    conditions = _conditions() if how == CONDITIONAL else ()
    lacking = "" if evidence else "Say on what evidence you approve."
    if conditions is None or (how == CONDITIONAL and not conditions):
        lacking = lacking or INCOMPLETE
    approval = own[str(key)]
    command = Approve(matter.ref, approval.key, evidence, conditions or (), matter.state.case_version)
    said = _said(matter, approval, len(conditions or ()))
    send(f"{how}: {approval.name}", None if lacking else command, lacking, said)


def _ways(matter: Matter, *, last: bool) -> tuple[str, ...]:
    """Return how it can be approved; say so first where the checklist leaves a choice out.

    The evidence of the last approval stands for the items that only a tick can meet.
    """
    unmet = [one for one in checked(matter.programme, matter.state) if not one.met and (one.item.test or not last)]
    can_wait = matter.state.stage + 1 < len(matter.programme.stages)
    if unmet:
        st.html(paragraph(words.unmet(len(unmet), can_wait=can_wait), "rf-notice"))
    return (*(() if unmet else (OUTRIGHT,)), *((CONDITIONAL,) if can_wait else ()))


def _conditions() -> tuple[NewCondition, ...] | None:
    """Ask for conditions, a fresh line as soon as one is filled; None while one is incomplete."""
    found: list[NewCondition] = []
    complete = True
    for number in range(1, MOST + 1):
        text, owner, due = _condition(number)
        if not (text or owner):
            break
        complete = complete and bool(text and owner and due)
        if text and owner and due:
            found.append(NewCondition(text, owner, due))
    return tuple(found) if complete else None


def _condition(number: int) -> tuple[str, str, dt.date | None]:
    left, middle, right = st.columns([5, 3, 2])
    text = left.text_input(f"Condition {number}", key=field(f"condition text {number}"), max_chars=400)
    owner = middle.text_input(f"Owner of condition {number}", key=field(f"condition owner {number}"), max_chars=120)
    due = right.date_input(
        f"Date of condition {number}", value=None, format="DD/MM/YYYY", key=field(f"condition date {number}")
    )
    return text.strip(), owner.strip(), due if isinstance(due, dt.date) else None


def _said(matter: Matter, approval: RequiredApproval, conditions: int) -> str:
    left = [one.name for one in approvals_outstanding(matter.programme, matter.state) if one != approval]
    moved = ""
    if not left:
        onward = matter.state.stage + 1
        last = onward >= len(matter.programme.stages)
        moved = words.closed(matter.ref) if last else words.moved(matter.ref, matter.programme.stage(onward).name)
    return words.approved(approval.name, matter.ref, left, moved, conditions)
