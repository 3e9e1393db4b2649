from __future__ import annotations

import datetime as dt

import pytest

from recovery.errors import NotReady, UsageError
from recovery.programme.commands import (
    Approve,
    BringIn,
    Command,
    MeetCondition,
    NewCondition,
    OverrideRating,
    Tick,
    Untick,
)
from recovery.programme.state import Override
from tests.programme.acting import FINANCE, PMO, begun, do, state, with_people
from tests.programme.building import DAY, LEAD, scheme
from tests.programme.memory import MemoryRecord


def planning() -> MemoryRecord:
    record = MemoryRecord()
    with_people(record)
    do(record, BringIn(scheme(), 2))
    return record


def test_an_item_is_ticked_with_evidence_and_unticked_with_a_reason():
    record = planning()
    do(record, Tick("S-1", "plan-agreed", " Letter "), by=LEAD)
    assert state(record).ticks["plan-agreed"].evidence == "Letter"
    do(record, Untick("S-1", "plan-agreed", "Provider withdrew"), by=LEAD)
    assert dict(state(record).ticks) == {}


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (Tick("S-1", "plan-agreed", " "), "Say on what evidence 'The providers or budget holders"),
        (Tick("S-1", "profile-sums", "Sums"), "is tested by the data and cannot be ticked"),
        (Tick("S-1", "lessons", "Shared"), "'lessons' is not on the checklist of 2 Planning"),
        (Untick("S-1", "plan-agreed", "No"), "'plan-agreed' is not ticked in S-1"),
        (MeetCondition("S-1", 1, "Lease"), "S-1 has no condition 1"),
        (OverrideRating("S-1", "Red", ""), "Say why the rating is set by hand"),
        (OverrideRating("S-1", "Purple", "Why"), "'Purple' is not a rating: choose one of Red, Amber, Green"),
        (OverrideRating("S-1", None, "Why"), "The rating of S-1 is not set by hand"),
    ],
)
def test_what_does_not_make_sense_is_refused(command: Command, words: str):
    with pytest.raises(UsageError, match=words):
        do(planning(), command, by=PMO)


def test_a_tick_is_taken_back_with_a_reason_only():
    record = planning()
    do(record, Tick("S-1", "plan-agreed", "Letter"), by=PMO)
    with pytest.raises(UsageError, match="Say why the tick is taken back"):
        do(record, Untick("S-1", "plan-agreed", ""), by=PMO)


def test_a_condition_is_met_once_with_evidence():
    record = begun()
    lease = NewCondition("Sign the lease", "Estates", dt.date(2018, 7, 31))
    do(record, Approve("S-1", "Finance review", "FR", (lease,)), by=FINANCE)
    with pytest.raises(UsageError, match="Say on what evidence condition 1 is met"):
        do(record, MeetCondition("S-1", 1, ""), by=LEAD)
    do(record, MeetCondition("S-1", 1, "The lease"), by=LEAD)
    assert state(record).conditions[0].met_on == DAY
    with pytest.raises(NotReady, match="Condition 1 of S-1 is met since 1 May 2018"):
        do(record, MeetCondition("S-1", 1, "Again"), by=LEAD)


def test_a_rating_is_set_by_hand_in_the_programmes_own_word_and_taken_back():
    record = begun()
    do(record, OverrideRating("S-1", "r", "Supplier failed"), by=PMO)
    assert state(record).override == Override("Red", "Supplier failed", PMO, DAY)
    do(record, OverrideRating("S-1", None, "New supplier"), by=PMO)
    assert state(record).override is None
