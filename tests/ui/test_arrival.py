from __future__ import annotations

import pytest

from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson, Disable, Grant, Revoke
from recovery.programme.people import Role
from recovery.programme.performing import perform, perform_all
from recovery.record import Record
from recovery.settings import settings
from recovery.ui.arrival import arrive, everybody, known, whom_to_ask

ADA = "ada@trust.example"
CLAIMS = {"name": "Ada", "roles": ["Finance team"]}
BY_HAND = Actor("tests", "test", trusted=True)


@pytest.fixture
def record(tmp_path):
    opened = Record(str(tmp_path / "record.sqlite"))
    yield opened
    opened.close()


@pytest.fixture
def mapped(monkeypatch):
    """Map a claim to roles, and name an administrator."""
    monkeypatch.setenv("RECOVERY_ROLES_CLAIM", "roles")
    monkeypatch.setenv("RECOVERY_ROLES_BY_CLAIM", '{"Finance team": "finance"}')
    monkeypatch.setenv("RECOVERY_ADMINISTRATORS", "first@trust.example")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("mapped")
def test_whoever_has_a_role_by_their_claims_is_known_from_the_first_sign_in(record):
    person = arrive(record, ADA, CLAIMS, None)
    assert (person.email, person.name, person.roles) == (ADA, "Ada", {Role("finance", "", "*")})
    assert {(event.by, event.via) for event in record.events_of("", 0, "person")} == {("sign-in", "sign-in")}


@pytest.mark.usefixtures("mapped")
def test_whoever_has_none_by_their_claims_stays_unknown(record):
    assert arrive(record, ADA, {"name": "Ada", "roles": ["Other team"]}, None) is None
    assert everybody(record) == {}


def test_without_a_mapping_everybody_is_known_without_a_role(record):
    person = arrive(record, ADA, CLAIMS, None)
    assert (person.roles, person.version) == (frozenset(), 1)
    assert arrive(record, ADA, CLAIMS, person) == person
    assert len(record.events_of("", 0, "person")) == 1


@pytest.mark.usefixtures("mapped")
def test_whoever_was_added_without_a_word_on_roles_is_given_those_of_their_claims(record):
    perform(record, AddPerson(ADA, "Ada"), BY_HAND)
    assert arrive(record, ADA, CLAIMS, known(record, ADA)).roles == {Role("finance", "", "*")}


@pytest.mark.usefixtures("mapped")
def test_claims_give_back_no_role_that_was_taken_away(record):
    arrive(record, ADA, CLAIMS, None)
    perform(record, Revoke(ADA, "finance"), BY_HAND)
    now = known(record, ADA)
    assert arrive(record, ADA, CLAIMS, now) == now
    assert now.roles == frozenset()


@pytest.mark.usefixtures("mapped")
def test_two_windows_that_arrive_at_once_make_one_person(record):
    first = arrive(record, ADA, CLAIMS, None)
    assert arrive(record, ADA, CLAIMS, None) == first
    assert len(everybody(record)) == 1


@pytest.mark.usefixtures("mapped")
def test_a_first_sign_in_is_known_also_once_others_are(record):
    perform_all(record, [AddPerson("grace@trust.example"), Grant("grace@trust.example", "pmo")], BY_HAND)
    assert arrive(record, "first@trust.example", {}, None).roles == {Role("administrator", "", "*")}


@pytest.mark.usefixtures("mapped")
def test_administrators_of_the_settings_and_the_record_are_named_but_not_those_who_left(record):
    assert whom_to_ask(record) == "Ask an administrator: first@trust.example."
    for email in (ADA, "left@trust.example"):
        perform_all(record, [AddPerson(email), Grant(email, "administrator")], BY_HAND)
    perform(record, Disable("left@trust.example", "left"), BY_HAND)
    assert whom_to_ask(record) == f"Ask an administrator: {ADA}, first@trust.example."


def test_where_nobody_is_known_whoever_runs_the_app_is_asked(record):
    assert whom_to_ask(record) == "Ask whoever runs the app."
