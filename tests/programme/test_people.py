from __future__ import annotations

import datetime as dt
import time

import pytest

from recovery.errors import NotAllowed, UsageError
from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson, Disable, Enable, EndSessions, Grant, PersonCommand, Revoke
from recovery.programme.people import Person, Role, people, person
from recovery.record import Subject
from tests.programme.acting import MACHINE, do
from tests.programme.memory import MemoryRecord

ADMIN, SOMEBODY = "admin@trust.example", "somebody@trust.example"


@pytest.fixture
def record() -> MemoryRecord:
    made = MemoryRecord()
    do(made, AddPerson(ADMIN), Grant(ADMIN, "administrator"), AddPerson(" Somebody@Trust.example ", "Some  Body"))
    return made


def held(record: MemoryRecord, email: str = SOMEBODY) -> Person:
    found = person(record.events(Subject("", 0, "person", email)))
    assert found is not None
    return found


def test_a_person_is_known_by_their_address_in_lower_case(record: MemoryRecord):
    assert held(record) == Person(
        SOMEBODY, "Some Body", frozenset(), disabled=False, sessions_valid_after=None, version=1
    )
    assert set(people(record.events_of("", 0, "person"))) == {ADMIN, SOMEBODY}
    assert person([]) is None


def test_roles_are_granted_and_taken_away(record: MemoryRecord):
    do(record, Grant(SOMEBODY, "PMO", organisation="06H"), Grant(SOMEBODY, "approver", "finance-review"), by=ADMIN)
    assert held(record).roles == {Role("pmo", "", "06H"), Role("approver", "finance-review", "*")}
    do(record, Revoke(SOMEBODY, "pmo", organisation="06H"), by=ADMIN)
    assert held(record).roles == {Role("approver", "finance-review", "*")}
    assert held(record).version == 4


def test_what_is_so_already_writes_nothing(record: MemoryRecord):
    do(record, Grant(SOMEBODY, "pmo"))
    before = list(record.entries)
    do(record, Grant(SOMEBODY, "pmo"), AddPerson(SOMEBODY), AddPerson(SOMEBODY, "Some Body"), Enable(SOMEBODY))
    do(record, Revoke(SOMEBODY, "viewer"))
    assert record.entries == before
    do(record, AddPerson(SOMEBODY, "Other Name"))
    assert held(record).name == "Other Name"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (AddPerson("nobody"), "'nobody' is not an e-mail address"),
        (AddPerson("a@b, c@d"), "is not an e-mail address"),
        (
            Grant("new@trust.example", "pmo"),
            r"new@trust\.example is not a person that the record knows: add them first",
        ),
        (Grant(SOMEBODY, "king"), "'king' is not a role: choose viewer, lead, pmo, approver, finance or administrator"),
        (Grant(SOMEBODY, "approver"), "Say which approval an approver may give: clinical-executive"),
        (Grant(SOMEBODY, "approver", "blessing"), "Say which approval"),
        (Grant(SOMEBODY, "pmo", "finance-review"), "Only an approver is granted an approval by name"),
        (Revoke(ADMIN, "administrator"), r"admin@trust\.example is the only administrator: make another one first"),
        (Disable(ADMIN), "is the only administrator"),
    ],
)
def test_what_cannot_be_is_refused(record: MemoryRecord, command: PersonCommand, words: str):
    with pytest.raises(UsageError, match=words):
        do(record, command, by=ADMIN)


def test_an_administrator_can_go_once_there_is_another(record: MemoryRecord):
    do(record, Grant(SOMEBODY, "administrator"), Disable(ADMIN, "Left"), by=ADMIN)
    assert held(record, ADMIN).disabled
    with pytest.raises(UsageError, match="only administrator"):
        do(record, Revoke(SOMEBODY, "administrator"), by=SOMEBODY)


def test_the_disabled_are_let_in_again_but_not_into_their_old_sessions(record: MemoryRecord):
    do(record, Disable(SOMEBODY, "Left"), by=ADMIN)
    at = record.entries[-1].at
    assert (held(record).disabled, held(record).sessions_valid_after) == (True, at)
    do(record, Enable(SOMEBODY), by=ADMIN)
    assert (held(record).disabled, held(record).sessions_valid_after) == (False, at)


def test_anybody_ends_their_own_sessions_and_an_administrator_everybodys(record: MemoryRecord):
    do(record, EndSessions(SOMEBODY), by=Actor(SOMEBODY, "page", signed_in_at=int(time.time()) - 60))
    first = held(record).sessions_valid_after
    assert first == record.entries[-1].at
    do(record, EndSessions(SOMEBODY), by=ADMIN)
    assert held(record).sessions_valid_after != first
    with pytest.raises(NotAllowed, match="may not end another person's sessions: that is for an administrator"):
        do(record, EndSessions(ADMIN), by=Actor(SOMEBODY, "page", signed_in_at=int(time.time()) + 60))


def test_somebody_who_signed_out_does_nothing_more_in_that_session(record: MemoryRecord):
    session = Actor(ADMIN, "page", signed_in_at=int(time.time()) - 60)
    do(record, AddPerson("new@trust.example"), by=session)
    do(record, EndSessions(ADMIN), by=session)
    with pytest.raises(NotAllowed, match=r"The session of admin@trust\.example has ended"):
        do(record, AddPerson("other@trust.example"), by=session)


def test_an_administrator_of_one_organisation_grants_roles_there_only(record: MemoryRecord):
    do(record, Grant(SOMEBODY, "administrator", organisation="06H"))
    do(record, Grant(ADMIN, "viewer", organisation="06H"), by=SOMEBODY)
    for organisation in ("QXX", "*"):
        with pytest.raises(NotAllowed):
            do(record, Grant(ADMIN, "viewer", organisation=organisation), by=SOMEBODY)


def test_people_are_dated_today(record: MemoryRecord):
    do(record, AddPerson("today@trust.example"), on=None)
    assert record.entries[-1].effective_on == dt.date.today()  # noqa: DTZ011


def test_the_first_person_of_a_trusted_machine_can_be_anybody():
    record = MemoryRecord()
    me = Actor("me@trust.example", "command line", trusted=True)
    do(record, AddPerson("me@trust.example"), Grant("me@trust.example", "administrator"), by=MACHINE)
    do(record, AddPerson("other@trust.example"), by=me)
    with pytest.raises(NotAllowed, match="is not a person that the record knows"):
        do(record, AddPerson("third@trust.example"), by=Actor("third@trust.example", "command line", trusted=True))
