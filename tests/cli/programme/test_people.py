"""Who is known, what they may do, and that every command holds them to it."""

from __future__ import annotations

import json

import pytest

from tests.cli.files import POSITION, written
from tests.cli.programme.office import EXECUTIVE, FINANCE

PMO, VIEWER = "pmo@x.example", "viewer@x.example"


@pytest.fixture
def staffed(office):
    """A programme with people: from now on an address has to be known."""
    office.begin()
    for email, role in ((FINANCE, "finance"), (PMO, "pmo"), (VIEWER, "viewer"), ("admin@x.example", "administrator")):
        office.must("people", "add", email, "--name", email.partition("@")[0])
        office.must("people", "grant", email, role)
    return office


def test_people_are_added_granted_and_listed(staffed):
    staffed.must("people", "add", EXECUTIVE)
    granted = staffed.must("people", "grant", EXECUTIVE.upper(), "approver", "--approval", "management executive")
    assert granted == f"{EXECUTIVE}: granted approver (management-executive-review)."
    staffed.must("people", "grant", PMO, "approver", "--approval", "finance review", "--org", "X1")
    people = {row["email"]: row for row in json.loads(staffed.must("people", "list", "--format", "json"))}
    assert people[EXECUTIVE]["roles"] == "approver (management-executive-review)"
    assert people[PMO]["roles"] == "approver (finance-review) for X1; pmo"
    assert people[PMO]["name"] == "pmo"
    staffed.must("people", "revoke", PMO, "pmo")
    line = next(one for one in staffed.must("people", "list").splitlines() if one.startswith(PMO))
    assert line.split(maxsplit=2) == [PMO, "pmo", "approver (finance-review) for X1"]


def test_an_approver_is_granted_approvals_by_name_and_nobody_else_is(staffed):
    grant = ("people", "grant", VIEWER)
    assert "--approval NAME" in staffed.refused(*grant, "approver", status=2)
    assert "only an approver" in staffed.refused(*grant, "pmo", "--approval", "finance", status=2)
    assert "not an approval" in staffed.refused(*grant, "approver", "--approval", "a nod", status=2)
    staffed.refused(*grant, "emperor", status=2)


def test_a_role_that_may_not_is_told_who_may(staffed):
    said = staffed.refused("scheme", "advance", "Q18-001", "--approval", "finance", "--by", VIEWER)
    assert VIEWER in said
    assert FINANCE in said
    assert "may not" in staffed.refused("scheme", "edit", "Q18-001", "--set", "title=x", "--by", VIEWER)
    weights = ("weights", "set", "--basis", "rag", "--key", "red", "--weight", "10%", "--from", "2018-04-01")
    assert "may not" in staffed.refused(*weights, "--reason", "x", "--by", PMO)
    assert "may not" in staffed.refused("people", "add", "z@x.example", "--by", PMO)
    assert "may not" in staffed.refused("people", "list", "--by", VIEWER)
    assert staffed("people", "list", "--by", "admin@x.example") == 0


def test_an_address_that_the_record_does_not_know_is_refused_once_it_knows_anybody(staffed):
    said = staffed.refused("scheme", "edit", "Q18-001", "--set", "title=x", "--by", "who@x.example")
    assert said.startswith("who@x.example is not a person that the record knows")


def test_a_person_who_is_shut_out_can_do_nothing_until_they_are_let_in_again(staffed):
    edit = ("scheme", "edit", "Q18-001", "--by", PMO, "--set")
    staffed.must("people", "disable", PMO, "--reason", "left")
    staffed.refused(*edit, "title=x")
    assert "disabled" in staffed.must("people", "list")
    staffed.must("people", "enable", PMO)
    staffed.must(*edit, "title=x")
    assert staffed.must("people", "end-sessions", PMO) == f"{PMO}: every session ended."


def test_loading_a_workbook_asks_for_the_role_too(staffed, tmp_path):
    load = ("load", written(tmp_path, POSITION), "--org", "X1", "--year", "2018/19", "--by")
    assert "may not" in staffed.refused(*load, VIEWER)
    assert staffed(*load, FINANCE) == 0
