from __future__ import annotations

import datetime as dt

import pytest

from recovery.programme.as_at import counts, day_of, told
from recovery.record import EventEntry, Subject

RECORDED = dt.datetime(2018, 7, 12, 10, 0, tzinfo=dt.UTC)
EVENT = EventEntry(
    Subject("X01", 2018, "scheme", "S-1"), 1, "created", dt.date(2018, 7, 2), change=1, at=RECORDED, by="a", via="page"
)
"""Holds from 2 July; recorded on 12 July at ten."""


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (None, True),
        (dt.date(2018, 7, 1), False),
        (dt.date(2018, 7, 2), True),
        (RECORDED - dt.timedelta(seconds=1), False),
        (RECORDED, True),
    ],
)
def test_a_day_goes_by_when_an_event_holds_from_and_a_moment_by_when_it_was_recorded(as_at, expected):
    assert counts(EVENT, as_at) is expected


def test_a_moment_lies_on_its_day_and_is_told_with_its_time():
    assert (day_of(RECORDED), day_of(EVENT.effective_on)) == (dt.date(2018, 7, 12), dt.date(2018, 7, 2))
    assert (told(RECORDED), told(EVENT.effective_on)) == ("12/07/2018 10:00 UTC", "02/07/2018")
