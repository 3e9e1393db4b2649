"""Several people do whatever they like, and no sequence of it breaks a promise of the gateways."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from recovery.errors import RecoveryError
from recovery.programme import commands as c
from recovery.programme.folding import fold, states, step
from recovery.programme.scheme import NOUGHT, ProfileMonth, Scheme
from recovery.record import EventEntry, Record
from tests.programme import plain_model as plain
from tests.programme.acting import AnyRecord, do
from tests.programme.building import DAY, ORGANISATION, YEAR, scheme
from tests.programme.memory import MemoryRecord
from tests.programme.plain_model import GATES, PlainModel

WHO = st.sampled_from(plain.EVERYBODY)
REFS = st.sampled_from(["A", "B"])
LEADS = st.sampled_from([plain.LEAD, plain.LEAD, plain.LEAD, plain.DEPUTY, plain.APPROVER])
VALUES = st.sampled_from([12_000, 24_000])
OFFICE = st.sampled_from([plain.PMO, plain.PMO, plain.LEAD])
EVIDENCE = st.sampled_from(["Minutes", "Minutes", ""])
CONDITIONS = st.sampled_from([0, 0, 0, 1])
DEFECTS = st.sampled_from(["", "", "", "", plain.NO_SRO, plain.SHORT_PLAN])
APPROVALS = [(approval, who) for gate in GATES for approval, people in gate.items() for who in sorted(people)]
CONDITION = c.NewCondition("Sign the lease", "Estates", DAY)


def case(ref: str, lead: str, value: int, defect: str) -> Scheme:
    """A case of this value, with this wrong with it."""
    month = Decimal(value) / 12
    months = 11 if defect == plain.SHORT_PLAN else 12
    return scheme(
        ref,
        lead=lead,
        sro="" if defect == plain.NO_SRO else "sro@trust.example",
        net_value=Decimal(value),
        gross_saving=None,
        investment=None,
        profile=tuple(ProfileMonth(number, month, month) for number in range(1, months + 1)),
    )


class Gateways(RuleBasedStateMachine):
    """Commands by everybody, done to a record and to the plain model beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.record: AnyRecord = self.new_record()
        self.model = PlainModel()
        roles = {plain.LEAD: "lead", plain.PMO: "pmo", plain.DEPUTY: "pmo", plain.FINANCE: "finance"}
        do(self.record, *(c.AddPerson(email) for email in (*roles, plain.APPROVER)))
        do(self.record, *(c.Grant(email, role) for email, role in roles.items()))
        granted = [approval for approval, who in APPROVALS if who == plain.APPROVER]
        do(self.record, *(c.Grant(plain.APPROVER, "approver", approval) for approval in granted))

    def new_record(self) -> AnyRecord:
        return MemoryRecord()

    def events(self) -> list[EventEntry]:
        return self.record.events_of(ORGANISATION, YEAR, "scheme")

    def attempt(self, command: Any, who: str, expected: Callable[[], bool]) -> None:
        """Do a command; the model has to agree whether it is done, and a refused one changes nothing."""
        before = self.events()
        refused = ""
        try:
            do(self.record, command, by=who)
        except RecoveryError as error:
            refused = str(error)
        assert bool(refused) is not expected(), f"{command} by {who}: {refused or 'done'}"
        assert not refused or self.events() == before

    @rule(ref=REFS, who=WHO, lead=LEADS, value=VALUES, defect=DEFECTS)
    def create(self, ref: str, who: str, lead: str, value: int, defect: str) -> None:
        command = c.CreateScheme(case(ref, lead, value, defect))
        self.attempt(command, who, lambda: self.model.create(who, ref, lead, value, defect))

    @rule(
        ref=REFS, who=OFFICE, lead=LEADS, stage=st.integers(0, 5), status=st.sampled_from(["live", "live", "withdrawn"])
    )
    def bring_in(self, ref: str, who: str, lead: str, stage: int, status: str) -> None:
        command = c.BringIn(case(ref, lead, 36_000, ""), stage, status)
        self.attempt(command, who, lambda: self.model.bring_in(who, ref, lead, 36_000, (stage, status)))

    @precondition(lambda self: self.model.schemes)
    @rule(ref=REFS, who=WHO, lead=LEADS, money=st.tuples(VALUES, DEFECTS), back=st.sampled_from([None, 0, 0, 0, 1]))
    def edit(self, ref: str, who: str, lead: str, money: tuple[int, str], back: int | None) -> None:
        """`back`: how many versions of the case the person is behind; None says nothing about what they saw."""
        one = self.model.schemes.get(ref)
        seen = one.case_version - back if one and back is not None else None
        command = c.EditScheme(ref, case(ref, lead, *money), seen)
        self.attempt(command, who, lambda: self.model.edit(who, ref, lead, money, seen))

    @precondition(lambda self: self.model.schemes)
    @rule(
        ref=REFS,
        given=st.sampled_from(APPROVALS),
        by=st.none() | WHO,
        evidence=EVIDENCE,
        conditions=CONDITIONS,
    )
    def approve_something(
        self, ref: str, given: tuple[str, str], by: str | None, evidence: str, conditions: int
    ) -> None:
        self.approve(ref, given[0], by or given[1], evidence, conditions)

    @precondition(lambda self: self.model.schemes)
    @rule(ref=REFS, evidence=EVIDENCE, conditions=CONDITIONS, most=st.integers(1, 3))
    def approve_what_is_asked(self, ref: str, evidence: str, conditions: int, most: int) -> None:
        """The likeliest to go on: up to three approvals of the present gateway, each by somebody who may give it."""
        for _ in range(most if ref in self.model.schemes else 0):
            one = self.model.schemes[ref]
            approval = min(set(GATES[one.stage]) - one.given.keys(), default="pmo-records-closed")
            by = min(GATES[one.stage].get(approval, {plain.PMO}) - one.named, default=plain.PMO)
            self.approve(ref, approval, by, evidence, conditions)

    def approve(self, ref: str, approval: str, who: str, evidence: str, conditions: int) -> None:
        command = c.Approve(ref, approval, evidence, (CONDITION,) * conditions)
        self.attempt(command, who, lambda: self.model.approve(who, ref, approval, evidence, conditions))

    @precondition(lambda self: self.model.schemes)
    @rule(ref=REFS, who=WHO, to=st.sampled_from([None, 0, 1, 2, 3, 4, 5, 5]))
    def send_back(self, ref: str, who: str, to: int | None) -> None:
        self.attempt(c.SendBack(ref, "Not clear", to), who, lambda: self.model.send_back(who, ref, to))

    @precondition(lambda self: self.model.schemes)
    @rule(ref=REFS, who=WHO, item=st.sampled_from(["plan-agreed", "lessons", "described"]))
    def tick(self, ref: str, who: str, item: str) -> None:
        self.attempt(c.Tick(ref, item, "Letter"), who, lambda: self.model.tick(who, ref, item))

    @precondition(lambda self: self.model.schemes)
    @rule(ref=REFS, who=WHO, number=st.integers(1, 3))
    def meet(self, ref: str, who: str, number: int) -> None:
        now = states(self.events())
        is_open = ref in now and any(one.number == number and one.met_on is None for one in now[ref].conditions)
        self.attempt(c.MeetCondition(ref, number, "Lease"), who, lambda: self.model.meet(who, ref, is_open=is_open))

    @precondition(lambda self: self.model.schemes)
    @rule(ref=REFS, who=WHO, restore=st.sampled_from([True, True, False]))
    def withdraw_or_restore(self, ref: str, who: str, *, restore: bool) -> None:
        one = self.model.schemes.get(ref)
        if restore or (one and one.status == "withdrawn"):
            self.attempt(c.Restore(ref, "After all"), who, lambda: self.model.restore(who, ref))
        else:
            self.attempt(c.Withdraw(ref, "Not feasible"), who, lambda: self.model.withdraw(who, ref))

    @invariant()
    def every_scheme_is_as_the_model_says(self) -> None:
        found = {
            ref: (one.stage, one.status, set(one.approvals), one.version, one.case_version, int(one.scheme.net_value))
            for ref, one in states(self.events()).items()
        }
        assert found == {
            ref: (one.stage, one.status, set(one.given), one.version, one.case_version, one.value)
            for ref, one in self.model.schemes.items()
        }

    @invariant()
    def no_value_is_lost_or_made(self) -> None:
        counted = [one.scheme.net_value for one in states(self.events()).values() if one.status != "withdrawn"]
        assert sum(counted, NOUGHT) == self.model.total()

    def teardown(self) -> None:
        """At the end: versions without gaps, and every prefix of a history leads to the present."""
        for ref, state in states(self.events()).items():
            history = [entry for entry in self.events() if entry.subject.key == ref]
            assert [entry.version for entry in history] == list(range(1, len(history) + 1))
            assert all(reduce(step, history[at:], fold(history[:at])) == state for at in range(1, len(history)))

    @invariant()
    def no_stage_is_reached_without_its_approvals_from_those_who_may_give_them(self) -> None:
        for ref in self.model.schemes:
            follow([entry for entry in self.events() if entry.subject.key == ref])


def follow(history: list[EventEntry]) -> None:
    """Go through what happened to a scheme, believing nothing but the events' own words."""
    stage, given, named = json.loads(history[0].body)["stage"], {}, set()
    for entry in history:
        body = json.loads(entry.body)
        if "scheme" in body:
            named.add(body["scheme"]["lead"])
        if entry.kind == "approved":
            assert entry.by in GATES[stage][body["approval"]]
            assert entry.by not in named
            given[body["approval"]] = entry.by
        elif entry.kind == "lapsed":
            given = {approval: by for approval, by in given.items() if approval not in body["approvals"]}
        elif entry.kind in {"moved", "closed"}:
            assert given.keys() == GATES[stage].keys()
            assert not named & set(given.values())
            assert (body["from"], body.get("to", 6)) == (stage, stage + 1)
            stage, given = stage + 1, {}
        elif entry.kind == "sent back":
            assert body["to"] <= body["from"] == stage
            stage, given = body["to"], {}


class GatewaysInSQLite(Gateways):
    """The same in a real record."""

    def new_record(self) -> AnyRecord:
        self.folder = tempfile.TemporaryDirectory()
        return Record(str(Path(self.folder.name) / "record.sqlite"))

    def teardown(self) -> None:
        super().teardown()
        assert isinstance(self.record, Record)
        assert self.record.verify() == []
        self.record.close()
        self.folder.cleanup()


TestGateways = Gateways.TestCase
TestGateways.settings = settings(max_examples=60, stateful_step_count=50)
TestGatewaysInSQLite = GatewaysInSQLite.TestCase
TestGatewaysInSQLite.settings = settings(max_examples=6, stateful_step_count=30)


@pytest.mark.campaign
def test_no_promise_is_broken_in_a_longer_run():
    run_state_machine_as_test(Gateways, settings=settings(max_examples=500, stateful_step_count=80))


def test_a_scheme_goes_all_the_way_in_the_model_and_in_the_programme():
    """So that what the machine tries is known to reach the end."""
    machine = Gateways()
    machine.create("A", plain.LEAD, plain.LEAD, 12_000, "")
    for gate in GATES:
        for approval, people in gate.items():
            machine.approve("A", approval, min(people), "Minutes", 0)
    machine.every_scheme_is_as_the_model_says()
    machine.no_stage_is_reached_without_its_approvals_from_those_who_may_give_them()
    assert (machine.model.schemes["A"].status, machine.model.schemes["A"].stage) == ("closed", 5)
    assert replace(case("A", plain.LEAD, 12_000, ""), ref="A") == states(machine.events())["A"].scheme
    assert machine.events()[0].effective_on == DAY
