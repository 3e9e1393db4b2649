from __future__ import annotations

import datetime as dt

import pytest

from recovery.programme.actor import Actor
from recovery.programme.configuration import programme_of
from recovery.programme.folding import fold
from recovery.programme.people import Person, Role
from recovery.programme.permissions import may
from tests.programme.building import LEAD, event, scheme

QIPP = programme_of("06H")
REVIEW = QIPP.approval_named("Finance review")
STATE = fold([event(1, "created", scheme=scheme())])


def person(email: str, *roles: str | Role, disabled: bool = False) -> Person:
    held = {role if isinstance(role, Role) else Role(role, "", "*") for role in roles}
    return Person(email, "", frozenset(held), disabled, None, 1)


FINANCE = person("fin@trust.example", "finance")
LEADER = person(LEAD, "lead")
EVERYBODY = {one.email: one for one in (FINANCE, LEADER, person("gone@trust.example", "finance", disabled=True))}


def asked(who: Person | None, name: str = "x@trust.example", permission: str = "view", **more: object) -> str:
    return may(who, Actor(who.email if who else name, "page"), permission, "06H", **more)


@pytest.mark.parametrize(
    ("name", "trusted", "known", "allowed"),
    [
        ("operator", True, True, True),
        ("operator", True, False, True),
        ("x@trust.example", True, False, True),
        ("x@trust.example", True, True, False),
        ("x@trust.example", False, False, False),
        ("operator", False, False, False),
        (" ", True, False, False),
        ("", False, False, False),
    ],
)
def test_a_name_that_the_record_does_not_know(name: str, *, trusted: bool, known: bool, allowed: bool):
    people = EVERYBODY if known else {}
    assert (may(None, Actor(name, "x", trusted=trusted), "withdraw scheme", "06H", people=people) == "") is allowed


def test_a_known_person_is_held_to_their_roles_on_a_trusted_machine_too():
    on_the_machine = Actor("fin@trust.example", "command line", trusted=True)
    assert may(FINANCE, on_the_machine, "change weights", "06H") == ""
    assert may(FINANCE, on_the_machine, "withdraw scheme", "06H", people=EVERYBODY) == (
        "fin@trust.example may not withdraw or restore the scheme: that is for the PMO."
    )


def test_a_role_for_one_organisation_does_not_hold_elsewhere():
    here = person("p@trust.example", Role("pmo", "", "06H"))
    assert asked(here, permission="create scheme") == ""
    assert may(here, Actor(here.email, "page"), "create scheme", "QXX") != ""
    assert may(here, Actor(here.email, "page"), "create scheme", "") != ""


def test_own_schemes_only():
    assert asked(LEADER, permission="edit scheme", state=STATE) == ""
    assert asked(LEADER, permission="edit scheme") == ""
    reason = asked(person("other@trust.example", "lead"), permission="edit scheme", state=STATE, people=EVERYBODY)
    assert reason == (
        "other@trust.example may not edit the scheme: that is for the PMO, finance or a scheme lead named in it "
        "(fin@trust.example, lead@trust.example)."
    )


def test_an_approver_gives_what_they_were_granted_by_name():
    granted = person("a@trust.example", Role("approver", "finance-review", "*"))
    other = person("b@trust.example", Role("approver", "management-executive-review", "*"))
    assert asked(granted, permission="approve", state=STATE, approval=REVIEW) == ""
    assert asked(other, permission="approve", state=STATE, approval=REVIEW, people=EVERYBODY) == (
        "b@trust.example may not give Finance review of S-1: that is for finance or an approver of it "
        "(fin@trust.example)."
    )
    assert asked(other, permission="approve", state=STATE) == ""
    assert asked(other, permission="approve") == ""


def test_a_page_is_told_that_nobody_approves_their_own_scheme():
    own = person(LEAD, "finance")
    assert asked(own, permission="approve", state=STATE, approval=REVIEW, people=EVERYBODY) == (
        "lead@trust.example is named in S-1 and cannot approve it: ask another person who may give Finance review "
        "(fin@trust.example)."
    )


def test_the_disabled_may_not_even_look():
    assert asked(person("x@trust.example", "administrator", disabled=True)) == (
        "x@trust.example has been disabled: ask an administrator."
    )
    assert asked(FINANCE) == ""
    assert asked(person("x@trust.example")).startswith("x@trust.example may not see the pages: that is for a viewer,")


def test_a_session_that_has_ended_is_told_before_any_role():
    ended = Actor(FINANCE.email, "page", signed_in_at=int(dt.datetime(2018, 5, 1, tzinfo=dt.UTC).timestamp()))
    assert may(FINANCE, ended, "view", "06H") == "The session of fin@trust.example has ended: sign in again."
