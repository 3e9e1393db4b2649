"""What can be done with a scheme: one choice of what the reader may do, its form, and who may do the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.programme.checklist import approvals_outstanding
from recovery.programme.state import Status
from recovery.ui.markup import escape, paragraph
from recovery.ui.programme import decision_forms as forms
from recovery.ui.programme.approving import approve
from recovery.ui.programme.decision_forms import Matter
from recovery.ui.programme.doing import field

if TYPE_CHECKING:
    from recovery.ui.gate import Frame

APPROVE: Final = "Approve"


@dataclass(frozen=True)
class Act:
    """Something that can be done with a scheme as it stands, by whoever has the permission."""

    name: str
    permission: str
    form: Callable[[Matter], None]


def decide(current: Frame, matter: Matter) -> None:
    """Show what the reader may do with the scheme, and in a sentence each what they may not."""
    found = acts(matter)
    refusals = {one.name: _why_not(current, matter, one) for one in found}
    open_to_reader = [one for one in found if not refusals[one.name]]
    if open_to_reader:
        names = [one.name for one in open_to_reader]
        picked = st.radio("What do you want to do?", names, key=field("act"), horizontal=True)
        next(one for one in open_to_reader if one.name == picked).form(matter)
    elif found:
        st.html(paragraph("There is nothing here that you may decide.", "rf-notice"))
    else:
        st.html(paragraph("The scheme is closed: nothing more is decided here.", "rf-notice"))
    _refusals({name: why for name, why in refusals.items() if why})


def acts(matter: Matter) -> list[Act]:
    """Return what can be done with a scheme in this state, whoever may."""
    state = matter.state
    if state.status is Status.WITHDRAWN:
        return [Act("Restore", "withdraw scheme", forms.restore)]
    if state.status is Status.CLOSED:
        return []
    found = [Act(APPROVE, "approve", approve)] if approvals_outstanding(matter.programme, state) else []
    found.append(Act("Send back", "send back", forms.send_back))
    if forms.to_tick(matter):
        found.append(Act("Tick a checklist item", "tick checklist", forms.tick))
    if state.ticks:
        found.append(Act("Take a tick back", "tick checklist", forms.untick))
    if any(one.met_on is None for one in state.conditions):
        found.append(Act("Record a condition as met", "meet condition", forms.meet_condition))
    found.append(Act("Change the rating", "override rating", forms.rate))
    return [*found, Act("Withdraw", "withdraw scheme", forms.withdraw)]


def _why_not(current: Frame, matter: Matter, act: Act) -> str:
    if act.name != APPROVE:
        return current.why_not(act.permission, matter.state)
    outstanding = approvals_outstanding(matter.programme, matter.state)
    reasons = [current.why_not(act.permission, matter.state, one) for one in outstanding]
    return "" if not all(reasons) else " ".join(dict.fromkeys(reasons))


def _refusals(refused: dict[str, str]) -> None:
    if refused:
        items = "".join(f"<li><b>{escape(name)}:</b> {escape(why)}</li>" for name, why in refused.items())
        st.html(
            f'<details class="rf-more"><summary>What you may not do here, and why</summary><ul>{items}</ul></details>'
        )
