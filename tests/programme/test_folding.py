from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.errors import RecordError
from recovery.programme.folding import fold, states, step
from recovery.programme.state import Approval, Condition, Override, SchemeState, Status, Tick
from tests.programme.building import DAY, event, scheme

PMO = "pmo@trust.example"
LATER = dt.date(2018, 6, 1)
CREATED = event(1, "created", scheme=scheme(), stage=0, status="live")
CONDITION = {"number": 1, "text": "Sign the lease", "owner": "Estates", "due": "2018-07-31"}
APPROVED = event(
    2,
    "approved",
    approval="finance-review",
    name="Finance review",
    stage=0,
    evidence="FR-7",
    case_version=1,
    conditions=[CONDITION],
    ticks=[],
    by="fin@trust.example",
)


def test_a_scheme_begins_live_in_the_first_stage():
    assert fold([CREATED]) == SchemeState(
        organisation="06H",
        year=2018,
        scheme=scheme(),
        version=1,
        case_version=1,
        stage=0,
        status=Status.LIVE,
        entered_stage_on=DAY,
        changed_on=DAY,
        created_by=PMO,
        named=frozenset({"lead@trust.example", "sro@trust.example", "dr clinical"}),
    )


def test_a_scheme_is_brought_in_at_its_stage_and_status():
    state = fold([event(1, "brought in", scheme=scheme(), stage=4, status="closed", illustrative=True)])
    assert (state.stage, state.status, state.illustrative) == (4, Status.CLOSED, True)


def test_an_edit_changes_the_case_and_remembers_who_was_named():
    state = fold([CREATED, event(2, "edited", LATER, scheme=scheme(lead="Other", net_value=Decimal(7)))])
    assert (state.version, state.case_version, state.scheme.net_value) == (2, 2, 7)
    assert state.named == {"lead@trust.example", "sro@trust.example", "dr clinical", "other"}
    assert (state.entered_stage_on, state.changed_on) == (DAY, LATER)


def test_an_approval_stands_with_its_evidence_case_and_conditions():
    state = fold([CREATED, APPROVED])
    given = Approval("finance-review", 0, "fin@trust.example", DAY, "FR-7", 1, (1,))
    assert dict(state.approvals) == {"finance-review": given}
    assert state.conditions == (Condition(1, "finance-review", "Sign the lease", "Estates", dt.date(2018, 7, 31)),)
    assert (state.stage, state.case_version, state.version) == (0, 1, 2)


def test_the_evidence_of_an_approval_can_stand_for_ticks():
    state = fold([CREATED, replace(APPROVED, body=APPROVED.body.replace('"ticks": []', '"ticks": ["lessons"]'))])
    assert dict(state.ticks) == {"lessons": Tick("lessons", "fin@trust.example", DAY, "FR-7")}


@pytest.mark.parametrize(("kind", "to", "since"), [("moved", 1, LATER), ("sent back", 0, DAY)])
def test_approvals_and_ticks_begin_anew_after_a_move_and_conditions_stay(kind: str, to: int, since: dt.date):
    ticked = event(3, "ticked", item="agreed", words="Agreed", evidence="E")
    state = fold([CREATED, APPROVED, ticked, event(4, kind, LATER, **{"from": 0, "to": to, "case_version": 1})])
    assert (state.stage, state.entered_stage_on) == (to, since)
    assert dict(state.approvals) == dict(state.ticks) == {}
    assert len(state.conditions) == 1


def test_an_approval_lapses_and_its_conditions_stay():
    state = fold([CREATED, APPROVED, event(3, "lapsed", approvals=["finance-review"], stage=0)])
    assert dict(state.approvals) == {}
    assert len(state.conditions) == 1


def test_a_condition_is_met_once_somebody_says_so():
    state = fold([CREATED, APPROVED, event(3, "condition met", LATER, number=1, text="", evidence="The lease")])
    assert (state.conditions[0].met_on, state.conditions[0].evidence) == (LATER, "The lease")


def test_a_tick_stands_until_it_is_taken_back():
    ticked = event(2, "ticked", item="agreed", words="Agreed", evidence="E-mail")
    assert dict(fold([CREATED, ticked]).ticks) == {"agreed": Tick("agreed", PMO, DAY, "E-mail")}
    assert dict(fold([CREATED, ticked, event(3, "unticked", item="agreed", reason="No")]).ticks) == {}


def test_a_rating_by_hand_stands_until_it_is_cleared():
    rated = event(2, "rated", LATER, rating="Red", before="", reason="Supplier failed")
    assert fold([CREATED, rated]).override == Override("Red", "Supplier failed", PMO, LATER)
    assert fold([CREATED, rated, event(3, "rating cleared", LATER, before="Red")]).override is None


def test_a_scheme_is_withdrawn_restored_and_closed():
    withdrawn = [CREATED, event(2, "withdrawn")]
    assert fold(withdrawn).status is Status.WITHDRAWN
    assert fold([*withdrawn, event(3, "restored")]).status is Status.LIVE
    assert fold([CREATED, event(2, "closed", **{"from": 5, "case_version": 1})]).status is Status.CLOSED


def test_many_schemes_are_told_apart_by_their_reference():
    other = replace(CREATED, subject=replace(CREATED.subject, key="S-2"))
    found = states([CREATED, other, APPROVED])
    assert {ref: state.version for ref, state in found.items()} == {"S-1": 2, "S-2": 1}


@pytest.mark.parametrize(
    "bad", [[], [APPROVED], [CREATED, replace(APPROVED, version=3)], [CREATED, event(2, "danced")]]
)
def test_a_history_that_cannot_be_is_refused(bad: list):
    with pytest.raises(RecordError, match=r"without events|cannot be read"):
        fold(bad)


def test_a_state_is_not_changed_by_what_follows():
    state = fold([CREATED])
    step(state, APPROVED)
    assert dict(state.approvals) == {}
