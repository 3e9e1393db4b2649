"""What an administrator can do about people: add, give and take roles, switch off and let in, end sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import RecoveryError
from recovery.programme.commands import AddPerson, Disable, Enable, EndSessions, Grant, Revoke
from recovery.programme.people import Role, address_of
from recovery.programme.performing import perform_all
from recovery.programme.roles import APPROVER, roles
from recovery.ui.markup import paragraph
from recovery.ui.people.words import approvals, in_order, label, role_in_words, role_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.programme.commands import PersonCommand
    from recovery.programme.people import Person
    from recovery.ui.gate import Frame
    from recovery.ui.people.known import Known

SAID: Final = "said of people"
ROUND: Final = "rounds of the people's forms"
CHOSEN: Final = "person to change"
LONGEST: Final = 200


def tell() -> None:
    """Say what was done in the run before this one."""
    said = st.session_state.pop(SAID, "")
    if said:
        st.html(f'<section class="rf-state" role="status">{paragraph(said, "rf-answer")}</section>')


def offer(current: Frame, known: Known) -> None:
    """Show what the reader can do; adding people and shutting them out takes an administrator of everything."""
    if not known.organisations:
        return
    if not known.whole:
        _change(current, known)
        return
    changing, adding = st.tabs(["Change a person", "Add a person"])
    with changing:
        _change(current, known)
    with adding:
        _add(current, known)


def _add(current: Frame, known: Known) -> None:
    email = address_of(st.text_input("E-mail address", max_chars=LONGEST, key=_field("new address")))
    name = st.text_input("Name", max_chars=LONGEST, key=_field("new name")).strip()
    given = _role("first role", known, _looked_at(current))
    if not st.button("Add the person", type="primary", key=_field("add")):
        return
    if email in known.people:
        _refused(f"{email} is known already: give them a role under Change a person.")
    else:
        grant = Grant(email, given.name, given.approval, given.organisation)
        _do(current, [AddPerson(email, name), grant], f"Added: {name or email}, {role_in_words(given)}.")


def _change(current: Frame, known: Known) -> None:
    email = st.selectbox(
        "Person", sorted(known.people), index=None, placeholder="Choose a person", key=CHOSEN,
        format_func=lambda one: label(known.people[one]),
    )  # fmt: skip
    if email is None:
        return
    person = known.people[email]
    give, take, *access = st.tabs(["Give a role", "Take a role away", *(["Access"] if known.whole else [])])
    with give:
        _give(current, person, known)
    with take:
        _take(current, person)
    for tab in access:
        with tab:
            _access(current, person)


def _give(current: Frame, person: Person, known: Known) -> None:
    given = _role(f"role for {person.email}", known, _looked_at(current))
    if st.button("Give the role", type="primary", key=_field(f"give {person.email}")):
        grant = Grant(person.email, given.name, given.approval, given.organisation)
        _do(current, [grant], f"{label(person)} now has: {role_in_words(given)}.")


def _take(current: Frame, person: Person) -> None:
    held = in_order(person.roles)
    if not held:
        st.html(paragraph(f"{label(person)} has no role.", "rf-source"))
        return
    role = st.selectbox("Role", held, format_func=role_in_words, key=_field(f"take {person.email}"))
    if st.button("Take the role away", type="primary", key=_field(f"taken {person.email}")):
        command = Revoke(person.email, role.name, role.approval, role.organisation)
        _do(current, [command], f"{label(person)} no longer has: {role_in_words(role)}.")


def _access(current: Frame, person: Person) -> None:
    off = "Enable" if person.disabled else "Disable"
    reason = st.text_input("Reason", max_chars=LONGEST, key=_field(f"reason {person.email}")).strip()
    left, right = st.columns(2)
    if left.button(
        f"{off} {'access' if person.disabled else 'and end all sessions'}", key=_field(f"off {person.email}")
    ):
        act = Enable(person.email, reason) if person.disabled else Disable(person.email, reason)
        _do(current, [act], f"{label(person)} is {'let in again' if person.disabled else 'shut out'}.")
    if right.button("End all sessions", disabled=person.disabled, key=_field(f"end {person.email}")):
        _do(current, [EndSessions(person.email)], f"Every session of {label(person)} has ended.")


def _role(what: str, known: Known, looked_at: str) -> Role:
    """Ask for a role, for the approval where it takes one, and for which organisation: the one looked at at first."""
    left, right = st.columns(2)
    role = left.selectbox("Role", list(roles()), format_func=role_name, key=_field(f"{what}: role"))
    left.html(paragraph(f"{roles()[role]}.", "rf-small"))
    codes = list(known.organisations)
    organisation = right.selectbox(
        "For", codes, index=codes.index(looked_at) if looked_at in codes else 0, key=_field(f"{what}: for"),
        format_func=known.organisations.__getitem__,
    )  # fmt: skip
    approval = ""
    if role == APPROVER:
        names = approvals()
        approval = st.selectbox(
            "Approval", list(names), format_func=lambda key: names[key], key=_field(f"{what}: approval")
        )
    return Role(role, approval, organisation)


def _looked_at(current: Frame) -> str:
    return current.view.organisation if current.view else ""


def _do(current: Frame, commands: Sequence[PersonCommand], said: str) -> None:
    """Perform commands together or not at all; say in place why they are refused, else what was done in a fresh run."""
    try:
        perform_all(current.record, commands, current.actor)
    except RecoveryError as error:
        _refused(str(error))
        return
    st.session_state[SAID] = said
    st.session_state[ROUND] = _round() + 1
    st.rerun()


def _refused(why: str) -> None:
    st.html(f'<section class="rf-notice rf-bad" role="alert">{paragraph(why)}</section>')


def _round() -> int:
    return int(st.session_state.get(ROUND, 0))


def _field(name: str) -> str:
    """Return a key for a field that is empty again once something has been done."""
    return f"{name} {_round()}"
