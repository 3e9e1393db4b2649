"""Doing commands to a record as one of several people, for the programme's tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson, Command, CreateScheme, Grant
from recovery.programme.folding import fold
from recovery.programme.performing import Done, perform_all
from recovery.programme.state import SchemeState
from recovery.record import EventEntry, Record, Subject
from tests.programme.building import DAY, LEAD, ORGANISATION, YEAR, scheme
from tests.programme.memory import MemoryRecord

AnyRecord = Record | MemoryRecord

MACHINE = Actor("operator", "command line", trusted=True)
PMO = "pmo@trust.example"
FINANCE = "finance@trust.example"
APPROVER = "approver@trust.example"
VIEWER = "viewer@trust.example"
STRANGER = "stranger@trust.example"
APPROVALS = ("management-executive-review", "clinical-executive-committee-review", "impact-assessors-sign-off")
ROLES = {LEAD: "lead", PMO: "pmo", FINANCE: "finance", VIEWER: "viewer"}


def do(
    record: AnyRecord, *commands: Command, by: str | Actor = MACHINE, on: dt.date | None = DAY, **given: Any
) -> Done:
    """Do commands as one change, on the day, as somebody on a page or on a trusted machine."""
    actor = by if isinstance(by, Actor) else Actor(by, "page")
    place = {"organisation": ORGANISATION, "year": FinancialYear(YEAR)}
    return perform_all(record, commands, actor, on=on, **{**place, **given})


def with_people(record: AnyRecord) -> AnyRecord:
    """Let the record know a lead, the PMO, finance, an approver of three approvals and a viewer."""
    for email in (*ROLES, APPROVER):
        do(record, AddPerson(email))
    do(record, *(Grant(email, role) for email, role in ROLES.items()))
    do(record, *(Grant(APPROVER, "approver", approval) for approval in APPROVALS))
    return record


def begun(**changes: Any) -> MemoryRecord:
    """A record in memory with those people and one scheme in the first stage."""
    record = MemoryRecord()
    with_people(record)
    do(record, CreateScheme(scheme(**changes)), by=PMO)
    return record


def events(record: AnyRecord, ref: str = "S-1") -> list[EventEntry]:
    """What happened to a scheme."""
    return record.events(Subject(ORGANISATION, YEAR, "scheme", ref))


def state(record: AnyRecord, ref: str = "S-1") -> SchemeState:
    """Where a scheme stands."""
    return fold(events(record, ref))
