from __future__ import annotations

import json
from decimal import Decimal

import pytest

from recovery.errors import Conflict, NotReady, UsageError
from recovery.programme.commands import BringIn, CreateScheme, EditScheme, Restore, Withdraw
from recovery.programme.state import Status
from tests.programme.acting import LEAD, MACHINE, PMO, begun, do, events, state
from tests.programme.building import scheme
from tests.programme.memory import MemoryRecord


def test_a_reference_is_used_once_whatever_its_capitals():
    record = begun()
    with pytest.raises(
        Conflict, match="S-1 is in the register already, as 'Fewer follow-ups': choose another reference"
    ):
        do(record, CreateScheme(scheme()), by=LEAD)
    with pytest.raises(UsageError, match="s-1 differs from S-1, which is in the register, in capitals only"):
        do(record, CreateScheme(scheme("s-1")), by=LEAD)
    with pytest.raises(UsageError, match="s-2 differs from S-2"):
        do(record, CreateScheme(scheme("S-2")), CreateScheme(scheme("s-2")), by=LEAD)


def test_an_edit_writes_the_whole_case_with_its_reason():
    record = begun()
    do(record, EditScheme("S-1", scheme(title="Other"), 1, " Renamed\x07 "), by=LEAD)
    assert (events(record)[1].kind, events(record)[1].reason) == ("edited", "Renamed")
    assert json.loads(events(record)[1].body)["scheme"]["net_value"] == 12_000_000
    assert (state(record).scheme.title, state(record).case_version) == ("Other", 2)


def test_a_reference_cannot_be_changed():
    with pytest.raises(UsageError, match="The reference of S-1 cannot be changed"):
        do(begun(), EditScheme("S-1", scheme("S-2")), by=PMO)


def test_other_events_since_it_was_opened_do_not_stand_in_the_way_of_an_edit():
    record = begun()
    do(record, Withdraw("S-1", "Pause"), Restore("S-1", "Go on"), by=PMO)
    do(record, EditScheme("S-1", scheme(title="Other"), 1), by=PMO)
    assert (state(record).version, state(record).case_version) == (4, 4)


def test_a_withdrawn_scheme_takes_nothing_but_its_restoring():
    record = begun()
    do(record, Withdraw("S-1", "Not feasible"), by=PMO)
    assert state(record).status is Status.WITHDRAWN
    for command in (
        EditScheme("S-1", scheme(title="Other")),
        Withdraw("S-1", "Again"),
        BringIn(scheme(title="O"), 0, "withdrawn"),
    ):
        with pytest.raises(NotReady, match="S-1 is withdrawn: restore it first"):
            do(record, command, by=PMO)
    do(record, Restore("S-1", "Feasible"), by=PMO)
    assert (state(record).status, state(record).stage) == (Status.LIVE, 0)
    with pytest.raises(NotReady, match="S-1 is live, not withdrawn"):
        do(record, Restore("S-1", "Again"), by=PMO)


@pytest.mark.parametrize("command", [Withdraw("S-1", " "), Restore("S-1", "")])
def test_withdrawing_and_restoring_need_a_reason(command: Withdraw | Restore):
    record = begun()
    if isinstance(command, Restore):
        do(record, Withdraw("S-1", "No"), by=PMO)
    with pytest.raises(UsageError, match="Say why S-1 is"):
        do(record, command, by=PMO)


def test_a_register_brings_schemes_in_where_they_stand():
    record = MemoryRecord()
    do(record, BringIn(scheme(), 4), BringIn(scheme("S-2"), 5, "Closed"), illustrative=True)
    assert [(state(record, ref).stage, state(record, ref).status) for ref in ("S-1", "S-2")] == [
        (4, "live"),
        (5, "closed"),
    ]
    assert events(record)[0].illustrative


def test_a_register_edits_what_differs_and_leaves_alone_what_does_not():
    record = begun()
    do(record, BringIn(scheme(), 0), by=PMO)
    assert state(record).version == 1
    do(record, BringIn(scheme(net_value=Decimal(1)), 0), by=PMO)
    assert [entry.kind for entry in events(record)] == ["created", "edited"]


def test_a_register_does_not_move_close_or_withdraw_schemes():
    record = begun()
    with pytest.raises(NotReady) as refused:
        do(record, BringIn(scheme(), 3), by=PMO)
    assert str(refused.value) == (
        "S-1 is at 0 Pipeline and the register has it at 3 Delivery: approvals move schemes, imports do not."
    )
    with pytest.raises(NotReady, match="S-1 is live and the register has it as withdrawn"):
        do(record, BringIn(scheme(), 0, "withdrawn"), by=PMO)


def test_a_register_that_was_held_against_an_older_case_is_a_conflict():
    record = begun()
    do(record, EditScheme("S-1", scheme(title="Other")), by=PMO)
    with pytest.raises(Conflict, match="version 1, now version 2"):
        do(record, BringIn(scheme(title="Theirs"), 0, seen=1), by=PMO)
    assert do(record, BringIn(scheme(title="Other"), 0, seen=1), by=PMO).versions == {"S-1": 2}


@pytest.mark.parametrize(
    ("stage", "status", "words"),
    [
        (6, "live", "has no stage 6"),
        (-1, "live", "no stage -1"),
        (0, "gone", "'gone' is not a status: write live, withdrawn, closed"),
    ],
)
def test_a_register_can_only_name_stages_and_statuses_there_are(stage: int, status: str, words: str):
    with pytest.raises(UsageError, match=words):
        do(MemoryRecord(), BringIn(scheme(), stage, status), by=MACHINE)


def test_a_case_that_is_not_sound_is_refused():
    with pytest.raises(UsageError, match="S-1 cannot be kept: it has no title"):
        do(MemoryRecord(), CreateScheme(scheme(title=" ")), by=MACHINE)
