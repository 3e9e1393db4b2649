"""What is changed in a what-if, how it is kept as a scenario, and opening one again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import RecoveryError
from recovery.measures.figures import FIGURES
from recovery.measures.request import request_of
from recovery.measures.risk.outlook import outlook_of
from recovery.measures.risk.scenarios import (
    DELAY,
    DROP,
    KIND,
    PROBABILITY,
    VALUE,
    changes_of,
    saved_scenarios,
    what_if_of,
)
from recovery.programme.commands import Judge, TakeBack
from recovery.ui.content import heading
from recovery.ui.gate import Frame, frame
from recovery.ui.judging import may_judge, send, tell
from recovery.ui.markup import escape
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from recovery.measures.risk.items import RiskItem
    from recovery.measures.risk.scenarios import Scenario
    from recovery.measures.risk.schemes_to_come import SchemeToCome
    from recovery.ui.finance.simulation import Changes
    from recovery.view import View

LONGEST: Final = 200
NOTE: Final = "Change a probability or a value, drop a risk or mitigation, or delay a scheme, and see the chance move."
NOBODY: Final = "Nothing changed"
HOW: Final = {
    PROBABILITY: "Probability, %", VALUE: "Value in full, £", DROP: "Without it", DELAY: "Later by so many months",
}  # fmt: skip


@dataclass(frozen=True)
class Choices:
    """What can be changed here, by reference, in words; and the scenarios that are saved."""

    items: dict[str, str]
    schemes: dict[str, str]
    scenarios: dict[str, Scenario]


def choose_changes() -> Changes:
    """Let somebody change something, and return all that is changed so far."""
    current = frame()
    if current.view is None:
        return ()
    choices = _choices(current, current.view)
    st.html(heading("What if", NOTE).body)
    key = _key(current.view)
    _open(choices, key)
    _add(choices, key)
    changes: Changes = st.session_state.get(key, ())
    if changes and st.button("Start again with nothing changed"):
        st.session_state[key] = ()
        st.rerun()
    return changes


def _key(view: View) -> str:
    return f"what if {view.organisation} {view.year}"


def _choices(current: Frame, view: View) -> Choices:
    found: Choices = shelf().get(("what can be changed", view, current.change), lambda: _choices_of(current, view))
    return found


def _choices_of(current: Frame, view: View) -> Choices:
    request = request_of("simulation", FIGURES["simulation"].title, current.engine, view)
    outlook = outlook_of(request)
    return Choices(
        {item.ref: _item(item) for item in outlook.known.items},
        {scheme.ref: _scheme(scheme) for scheme in outlook.known.schemes or () if scheme.to_come},
        {one.name: one for one in saved_scenarios(request)},
    )


def _item(item: RiskItem) -> str:
    kind = f"{item.type.lower()}, {item.state.lower()}"
    return f"{item.ref} {item.title}: £{abs(item.gross):,.0f} at {item.probability:.0f} % ({kind})"


def _scheme(scheme: SchemeToCome) -> str:
    return f"{scheme.ref} {scheme.title}: £{scheme.to_come:,.0f} to come (scheme)"


def _open(choices: Choices, key: str) -> None:
    """Offer the saved scenarios to begin from."""
    if not choices.scenarios:
        return
    chosen = f"{key} opened"

    def begin() -> None:
        scenario = choices.scenarios.get(st.session_state[chosen])
        st.session_state[key] = as_changes(scenario) if scenario else ()

    names = [NOBODY, *choices.scenarios]
    st.selectbox("Begin from", names, key=chosen, on_change=begin)


def as_changes(scenario: Scenario) -> Changes:
    """Return what a scenario changes as the page keeps it."""
    return tuple(
        (str(row["what"]), str(row["change"]), "" if row.get("to") is None else str(row["to"]))
        for row in changes_of(scenario.what_if)
    )


def _add(choices: Choices, key: str) -> None:
    with st.form("change something", border=False):
        names = choices.items | choices.schemes
        what = st.selectbox("Risk, mitigation or scheme", list(names), format_func=lambda ref: names[ref])
        left, right = st.columns(2)
        how = left.selectbox("Change", list(HOW), format_func=lambda one: HOW[one])
        to = right.number_input("To", min_value=0.0, step=5.0, format="%g", help="Per cent, pounds or months.")
        added = st.form_submit_button("Add the change")
    if not added or what is None:
        return
    if wrong := why_not(str(what), how, to, choices):
        st.html(f'<p class="rf-notice rf-bad" role="alert">{escape(wrong)}</p>')
        return
    before: Changes = st.session_state.get(key, ())
    st.session_state[key] = with_change(before, (str(what), how, "" if how == DROP else _plain(to)))


def why_not(what: str, how: str, to: float, choices: Choices) -> str:
    """Return in a sentence why something cannot be changed so, '' if it can."""
    if (how == DELAY) != (what in choices.schemes and what not in choices.items):
        return "A scheme can be delayed; risks and mitigations can have another probability or value, or be left out."
    try:
        what_if_of([{"what": what, "change": how, "to": Decimal(str(to))}])
    except RecoveryError as error:
        return str(error)
    return ""


def with_change(before: Changes, change: tuple[str, str, str]) -> Changes:
    """Return the changes with one more, in place of an earlier one of the same thing."""
    return (*(one for one in before if one[:2] != change[:2]), change)


def _plain(number: float) -> str:
    return f"{Decimal(str(number)).normalize():f}"


def show_form(changes: Changes) -> None:
    """Show the form that saves the changes as a scenario, or say in a sentence who may."""
    current = frame()
    if current.view is None:
        return
    tell(KIND)
    if not may_judge(KIND, "Saving scenarios"):
        return
    choices = _choices(current, current.view)
    if changes:
        with st.expander("Save these changes as a scenario", expanded=True):
            _save(changes, choices)
    if choices.scenarios:
        with st.expander("Take a scenario back"):
            _take_back(choices)


def _save(changes: Changes, choices: Choices) -> None:
    with st.form("save a scenario", border=False):
        name = st.text_input("Name", max_chars=LONGEST)
        reason = st.text_input("Reason", max_chars=LONGEST, help="Kept and shown with the scenario.")
        sent = st.form_submit_button("Save the scenario")
    if sent:
        rows = [{"what": what, "change": how, "to": to or None} for what, how, to in changes]
        known = choices.scenarios.get(name.strip())
        command = Judge(KIND, name.strip(), {"changes": rows}, reason.strip(), known.version if known else 0)
        send(command, f"Scenario saved: {name.strip()}.")


def _take_back(choices: Choices) -> None:
    with st.form("take a scenario back", border=False, clear_on_submit=True):
        name = str(st.selectbox("Scenario", list(choices.scenarios)))
        reason = st.text_input("Reason for taking it back", max_chars=LONGEST)
        sent = st.form_submit_button("Take it back")
    if sent:
        send(TakeBack(KIND, name, reason.strip()), f"Scenario taken back: {name}.")
