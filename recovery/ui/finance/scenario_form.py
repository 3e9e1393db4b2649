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
from recovery.measures.risk.scenarios import saved_scenarios
from recovery.names import name_key
from recovery.programme.commands import Judge, TakeBack
from recovery.programme.what_ifs import DELAY, DROP, PROBABILITY, SCENARIO, VALUE, changes_of, what_if_of
from recovery.ui.content import heading
from recovery.ui.gate import Frame, frame
from recovery.ui.judging import form_key, may_judge, send, tell
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
NOTHING_CHANGED: Final = "Nothing changed"
OF_ITEM: Final = {PROBABILITY: "Probability, %", VALUE: "Value in full, £", DROP: "Without it"}
OF_SCHEME: Final = {DELAY: "Later by so many months"}
STEPS: Final = {PROBABILITY: 5.0, VALUE: 10_000.0, DROP: 1.0, DELAY: 1.0}
"""By how much a press of plus or minus changes what something is changed to."""


@dataclass(frozen=True)
class Choice:
    """A risk, mitigation or scheme that can be changed: its reference, in words, how, and to what it begins with."""

    ref: str
    words: str
    ways: dict[str, str]
    now: dict[str, float]


@dataclass(frozen=True)
class Choices:
    """What can be changed here, risks and mitigations before schemes; and the scenarios that are saved, by name.

    A risk and a scheme may have the same reference.
    """

    things: list[Choice]
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
    things = [*map(_item, outlook.known.items), *(_scheme(one) for one in outlook.known.schemes or () if one.to_come)]
    return Choices(things, {one.name: one for one in saved_scenarios(request)})


def _item(item: RiskItem) -> Choice:
    kind, value = f"{item.type.lower()}, {item.state.lower()}", abs(item.gross)
    words = f"{item.ref} {item.title}: £{value:,.0f} at {item.probability:.0f} % ({kind})"
    return Choice(item.ref, words, OF_ITEM, {PROBABILITY: float(item.probability), VALUE: float(value)})


def _scheme(scheme: SchemeToCome) -> Choice:
    words = f"{scheme.ref} {scheme.title}: £{scheme.to_come:,.0f} to come (scheme)"
    return Choice(scheme.ref, words, OF_SCHEME, {DELAY: 1.0})


def _open(choices: Choices, key: str) -> None:
    """Offer the saved scenarios to begin from."""
    if not choices.scenarios:
        return
    chosen = f"{key} opened"

    def begin() -> None:
        scenario = choices.scenarios.get(st.session_state[chosen])
        st.session_state[key] = as_changes(scenario) if scenario else ()

    names = [None, *choices.scenarios]
    st.selectbox("Begin from", names, key=chosen, on_change=begin, format_func=lambda name: name or NOTHING_CHANGED)


def as_changes(scenario: Scenario) -> Changes:
    """Return what a scenario changes as the page keeps it."""
    return tuple(
        (str(row["what"]), str(row["change"]), "" if row.get("to") is None else str(row["to"]))
        for row in changes_of(scenario.what_if)
    )


def _add(choices: Choices, key: str) -> None:
    place = st.selectbox(
        "Risk, mitigation or scheme", range(len(choices.things)), format_func=lambda place: choices.things[place].words
    )
    chosen = choices.things[place or 0]
    left, right = st.columns(2)
    how = left.selectbox("Change", list(chosen.ways), format_func=lambda one: chosen.ways[one])
    to = right.number_input(
        "To", 0.0, None, chosen.now.get(how, 0.0), STEPS[how], "%g", f"to {place} {how}", "Per cent, pounds or months.",
        disabled=how == DROP,
    )  # fmt: skip
    if not st.button("Add the change"):
        return
    if wrong := why_not(chosen.ref, how, to):
        st.html(f'<p class="rf-notice rf-bad" role="alert">{escape(wrong)}</p>')
        return
    before: Changes = st.session_state.get(key, ())
    st.session_state[key] = with_change(before, (chosen.ref, how, "" if how == DROP else _plain(to)))


def why_not(ref: str, how: str, to: float) -> str:
    """Return in a sentence why something cannot be changed so, '' if it can."""
    try:
        what_if_of([{"what": ref, "change": how, "to": Decimal(str(to))}])
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
    tell(SCENARIO)
    if not may_judge(SCENARIO, "Saving scenarios"):
        return
    choices = _choices(current, current.view)
    shown = _shown(choices, current.view)
    if changes:
        with st.expander("Save these changes as a scenario", expanded=True):
            _save(changes, shown)
    if choices.scenarios:
        with st.expander("Take a scenario back"):
            _take_back(choices)


def _shown(choices: Choices, view: View) -> dict[str, int]:
    """Return the versions of the scenarios that the page showed when it was drawn last, by name; keep those of now."""
    place, now = f"{_key(view)} shown", {name_key(one.name): one.version for one in choices.scenarios.values()}
    before: dict[str, int] = st.session_state.get(place, now)
    st.session_state[place] = now
    return before


def _save(changes: Changes, shown: dict[str, int]) -> None:
    with st.form(form_key(SCENARIO, "save a scenario"), border=False):
        name = st.text_input("Name", max_chars=LONGEST)
        reason = st.text_input("Reason", max_chars=LONGEST, help="Kept and shown with the scenario.")
        sent = st.form_submit_button("Save the scenario")
    if sent:
        rows = [{"what": what, "change": how, "to": to or None} for what, how, to in changes]
        command = Judge(SCENARIO, name.strip(), {"changes": rows}, reason.strip(), shown.get(name_key(name), 0))
        send(command, f"Scenario saved: {name.strip()}.")


def _take_back(choices: Choices) -> None:
    with st.form(form_key(SCENARIO, "take a scenario back"), border=False):
        name = str(st.selectbox("Scenario", list(choices.scenarios)))
        reason = st.text_input("Reason for taking it back", max_chars=LONGEST)
        sent = st.form_submit_button("Take it back")
    if sent:
        send(TakeBack(SCENARIO, name, reason.strip()), f"Scenario taken back: {name}.")
