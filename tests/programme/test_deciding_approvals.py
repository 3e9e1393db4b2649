from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.errors import Conflict, NotAllowed, NotReady, UsageError
from recovery.programme.commands import (
    AddPerson,
    Approve,
    BringIn,
    EditScheme,
    Grant,
    MeetCondition,
    NewCondition,
    SendBack,
    Tick,
)
from recovery.programme.state import Condition
from tests.programme.acting import APPROVER, FINANCE, MACHINE, PMO, begun, do, events, state, with_people
from tests.programme.building import DAY, LEAD, scheme
from tests.programme.memory import MemoryRecord

DUE = dt.date(2018, 7, 31)
LEASE = NewCondition("Sign the lease", "Estates", DUE)
FINANCE_REVIEW = Approve("S-1", "Finance review", "FR-7")
EXECUTIVE = Approve("S-1", "Management executive review", "Minutes 3")


def at(stage: int, **changes: object) -> MemoryRecord:
    record = MemoryRecord()
    with_people(record)
    do(record, BringIn(scheme(**changes), stage))
    return record


def kinds(record: MemoryRecord) -> list[str]:
    return [entry.kind for entry in events(record)]


def test_a_scheme_moves_on_with_the_last_approval_it_needs():
    record = begun()
    do(record, EXECUTIVE, by=APPROVER)
    assert (state(record).stage, kinds(record)) == (0, ["created", "approved"])
    do(record, FINANCE_REVIEW, by=FINANCE, on=DUE)
    assert (state(record).stage, state(record).entered_stage_on) == (1, DUE)
    assert kinds(record) == ["created", "approved", "approved", "moved"]
    assert json.loads(events(record)[-1].body) == {"case_version": 1, "from": 0, "to": 1}
    assert json.loads(events(record)[1].body) == {
        "approval": "management-executive-review",
        "case_version": 1,
        "conditions": [],
        "evidence": "Minutes 3",
        "name": "Management executive review",
        "stage": 0,
        "ticks": [],
    }


def test_an_approval_says_in_the_change_of_the_move_that_both_are_one():
    record = begun()
    do(record, EXECUTIVE, by=APPROVER)
    do(record, FINANCE_REVIEW, by=FINANCE)
    assert events(record)[2].change == events(record)[3].change


def test_an_approval_is_given_once_and_at_its_own_gateway():
    record = begun()
    do(record, FINANCE_REVIEW, by=FINANCE)
    with pytest.raises(
        NotReady, match=r"Finance review of S-1 was given by finance@trust\.example on 1 May 2018 already"
    ):
        do(record, FINANCE_REVIEW, by=FINANCE)
    with pytest.raises(NotReady, match=r"PMO review of finalised plans is not given at 0 Pipeline, where S-1 is"):
        do(record, Approve("S-1", "PMO review"), by=PMO)
    with pytest.raises(UsageError, match="'Blessing' is not an approval"):
        do(record, Approve("S-1", "Blessing"), by=PMO)


def test_who_may_give_an_approval_is_named_where_somebody_else_tries():
    with pytest.raises(NotAllowed) as refused:
        do(begun(), FINANCE_REVIEW, by=PMO)
    assert str(refused.value) == (
        "pmo@trust.example may not give Finance review of S-1: that is for finance or an approver of it "
        "(finance@trust.example)."
    )


@pytest.mark.parametrize(
    "named", ["Finance@Trust.example", "Fay Nance", "fay  nance (finance lead)", "A. Other / Fay Nance"]
)
@pytest.mark.parametrize("field", ["lead", "sro", "clinical_lead"])
def test_nobody_approves_a_scheme_in_which_they_are_named(field: str, named: str):
    record = begun(**{field: named})
    do(
        record,
        AddPerson(FINANCE, "Fay Nance"),
        AddPerson("second@trust.example"),
        Grant("second@trust.example", "finance"),
    )
    with pytest.raises(NotAllowed) as refused:
        do(record, FINANCE_REVIEW, by=FINANCE)
    assert str(refused.value) == (
        "finance@trust.example is named in S-1 and cannot approve it: ask another person who may give Finance review "
        "(second@trust.example)."
    )


def test_nobody_approves_a_scheme_in_which_they_were_ever_named():
    record = begun(lead=FINANCE)
    do(record, EditScheme("S-1", scheme(lead="Other")), by=PMO)
    with pytest.raises(NotAllowed, match="is named in S-1 and cannot approve it"):
        do(record, FINANCE_REVIEW, by=FINANCE)


def test_a_trusted_machine_cannot_approve_its_own_scheme_either():
    record = begun(sro="Operator")
    with pytest.raises(NotAllowed, match="operator is named in S-1"):
        do(record, FINANCE_REVIEW, by=MACHINE)
    do(begun(), FINANCE_REVIEW, by=MACHINE)


def test_every_item_of_the_checklist_has_to_be_met():
    record = at(1, sro="", assessments=(), profile=scheme().profile[:6])
    with pytest.raises(NotReady) as refused:
        do(record, Approve("S-1", "CEC"), by=APPROVER)
    assert str(refused.value) == (
        "S-1 cannot leave 1 Initiation yet: no SRO is named; quality impact is not assessed and equality impact is not "
        "assessed; the monthly plan adds up to £60,000.00, the net value is £120,000.00."
    )


def test_conditions_may_stand_in_for_items_that_are_not_met():
    record = begun(sro="")
    do(record, replace(EXECUTIVE, conditions=(LEASE, NewCondition(" Name an SRO ", "Lead", DUE))), by=APPROVER)
    assert state(record).conditions == (
        Condition(1, "management-executive-review", "Sign the lease", "Estates", DUE),
        Condition(2, "management-executive-review", "Name an SRO", "Lead", DUE),
    )
    assert state(record).approvals["management-executive-review"].conditions == (1, 2)
    with pytest.raises(NotReady, match="no SRO is named"):
        do(record, FINANCE_REVIEW, by=FINANCE)
    do(record, replace(FINANCE_REVIEW, conditions=(LEASE,)), by=FINANCE)
    assert state(record).stage == 1
    assert [one.number for one in state(record).conditions] == [1, 2, 3]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (NewCondition(" ", "Estates", DUE), "needs a text"),
        (NewCondition("Sign", "", DUE), "The condition 'Sign' needs an owner"),
        (NewCondition("Sign", "E", dt.date(2018, 4, 30)), "due on 30 April 2018, before the approval of 1 May 2018"),
    ],
)
def test_a_condition_has_a_text_an_owner_and_a_day_that_is_not_past(condition: NewCondition, words: str):
    with pytest.raises(UsageError, match=words):
        do(begun(), replace(FINANCE_REVIEW, conditions=(condition,)), by=FINANCE)
    do(begun(), replace(FINANCE_REVIEW, conditions=(replace(LEASE, due=DAY),)), by=FINANCE)


def test_the_evidence_of_the_last_approval_stands_for_the_ticks():
    record = at(2)
    with pytest.raises(NotReady, match="not ticked: The providers or budget holders"):
        do(record, Approve("S-1", "PMO review"), by=PMO)
    do(record, Approve("S-1", "PMO review", "Letter of 3 May"), by=PMO)
    assert json.loads(events(record)[1].body)["ticks"] == ["plan-agreed"]
    assert state(record).stage == 3


def test_a_tick_of_its_own_does_as_well():
    record = at(2)
    do(record, Tick("S-1", "plan-agreed", "Letter"), by=LEAD)
    do(record, Approve("S-1", "PMO review"), by=PMO)
    assert json.loads(events(record)[2].body)["ticks"] == []
    assert state(record).stage == 3


def test_a_scheme_is_closed_by_the_last_gateway_and_takes_no_conditions_there():
    record = at(5)
    with pytest.raises(UsageError, match="closed with conditions that nobody could meet"):
        do(record, Approve("S-1", "Closure", "Lessons", (LEASE,)), by=PMO)
    do(record, Approve("S-1", "closed", "Lessons"), by=PMO)
    assert (state(record).stage, state(record).status, kinds(record)[1:]) == (5, "closed", ["approved", "closed"])
    with pytest.raises(NotReady, match="S-1 is closed: nothing more can be done with it"):
        do(record, SendBack("S-1", "Reopen"), by=PMO)


def test_open_conditions_keep_a_scheme_from_being_closed():
    record = at(4)
    do(record, Approve("S-1", "benefits delivered", "Report", (LEASE,)), by=PMO)
    with pytest.raises(NotReady, match=r"1 condition not met: 1\. Sign the lease \(Estates, due 31 July 2018\)"):
        do(record, Approve("S-1", "closed", "Lessons"), by=PMO)
    do(record, MeetCondition("S-1", 1, "The lease"), Approve("S-1", "closed", "Lessons"), by=PMO)
    assert state(record).status == "closed"


def test_a_change_of_the_money_lets_approvals_lapse_and_keeps_conditions():
    record = begun()
    do(record, replace(FINANCE_REVIEW, conditions=(LEASE,)), by=FINANCE)
    do(record, EditScheme("S-1", scheme(comment="No money"), 1), by=LEAD)
    assert set(state(record).approvals) == {"finance-review"}
    do(record, EditScheme("S-1", scheme(full_year_effect=Decimal(1)), 3, "New year"), by=LEAD)
    assert kinds(record)[-2:] == ["edited", "lapsed"]
    assert events(record)[-1].change == events(record)[-2].change
    assert json.loads(events(record)[-1].body)["approvals"] == ["finance-review"]
    assert (dict(state(record).approvals), len(state(record).conditions)) == ({}, 1)
    do(record, EXECUTIVE, by=APPROVER)
    assert state(record).stage == 0


def test_an_approval_lapses_once_whoever_gave_it_is_named_in_the_scheme():
    record = begun()
    do(record, AddPerson(FINANCE, "Fay Nance"))
    do(record, FINANCE_REVIEW, by=FINANCE)
    do(record, EXECUTIVE, EditScheme("S-1", scheme(sro="Fay Nance")), SendBack("S-1", "No", 0), on=DAY)
    assert kinds(record)[2:4] == ["approved", "moved"]
    do(record, FINANCE_REVIEW, by=MACHINE)
    do(record, EditScheme("S-1", scheme(sro="operator")), by=LEAD)
    assert (kinds(record)[-1], events(record)[-1].reason) == ("lapsed", "Whoever gave it is now named in the scheme")
    assert dict(state(record).approvals) == {}


def test_approving_or_sending_back_a_case_that_has_changed_since_is_a_conflict():
    record = begun()
    do(record, EditScheme("S-1", scheme(comment="New"), 1), by=LEAD)
    for command, by in ((replace(FINANCE_REVIEW, seen=1), FINANCE), (SendBack("S-1", "No", seen=1), PMO)):
        with pytest.raises(Conflict, match="version 1, now version 2"):
            do(record, command, by=by)
    do(record, replace(FINANCE_REVIEW, seen=2), by=FINANCE)
    do(record, replace(EXECUTIVE, seen=2), by=APPROVER)
    assert state(record).stage == 1


def test_a_scheme_is_sent_back_to_the_stage_before_or_further_with_a_reason():
    record = at(2)
    do(record, Tick("S-1", "plan-agreed", "Letter"), by=PMO)
    do(record, SendBack("S-1", "Plans too vague"), by=PMO, on=DUE)
    assert (state(record).stage, dict(state(record).ticks), state(record).entered_stage_on) == (1, {}, DUE)
    assert (events(record)[-1].kind, events(record)[-1].reason) == ("sent back", "Plans too vague")
    do(record, SendBack("S-1", "Not worth it", 0), by=PMO, on=DUE)
    assert state(record).stage == 0
    with pytest.raises(UsageError, match="Say why S-1 is sent back"):
        do(record, SendBack("S-1", " "), by=PMO, on=DUE)


def test_sent_back_within_its_stage_its_approvals_begin_anew():
    record = begun()
    do(record, FINANCE_REVIEW, by=FINANCE)
    do(record, SendBack("S-1", "Again"), by=APPROVER, on=DUE)
    assert (state(record).stage, dict(state(record).approvals), state(record).entered_stage_on) == (0, {}, DAY)
    assert json.loads(events(record)[-1].body) == {
        "approvals": ["finance-review"],
        "case_version": 1,
        "from": 0,
        "to": 0,
    }


@pytest.mark.parametrize("to", [-1, 3])
def test_a_scheme_is_not_sent_on(to: int):
    with pytest.raises(UsageError, match="S-1 is at 2 Planning: it can only be sent back from there"):
        do(at(2), SendBack("S-1", "On", to), by=PMO)


def test_those_who_may_approve_at_another_gateway_only_may_not_send_back():
    with pytest.raises(NotAllowed) as refused:
        do(at(2), SendBack("S-1", "No"), by=FINANCE)
    assert str(refused.value) == (
        "finance@trust.example may not send the scheme back: that is for the PMO or whoever may give an approval at "
        "its gateway (pmo@trust.example)."
    )


def test_a_cheap_scheme_needs_no_approval_that_the_short_path_leaves_out():
    record = MemoryRecord()
    place = {"organisation": "QXX"}
    cheap = scheme(net_value=Decimal("99999.99"), gross_saving=None, investment=None)
    do(record, BringIn(cheap, 0), Approve("S-1", "Finance review", "FR-7"), **place)
    assert [entry.kind for entry in record.entries] == ["brought in", "approved", "moved"]
