from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from recovery.programme.configuration import programmes
from recovery.programme.scheme import Scheme
from recovery.programme.state import SchemeState, Status
from recovery.sentences.programme import scheme as words
from tests.ui.programme.building import full

PROGRAMME = next(one for one in programmes().values() if one.stages[0].name == "Pipeline")
DAY = dt.date(2018, 5, 1)


def state(case, **more):
    return SchemeState("99X", 2018, case, 1, 1, 0, Status.LIVE, DAY, DAY, "somebody", **more)


def test_a_scheme_opens_with_where_it_stands_and_what_it_waits_for():
    assert words.answer(PROGRAMME, state(full()), 50) == (
        "S1 is in Pipeline for 50 days (norm 42), worth £120,000 net this year. Everything on the checklist is met; it "
        "waits for the approvals ‘Finance review’ and ‘Management executive review’."
    )


def test_what_is_not_met_is_counted():
    bare = state(Scheme("S1", "A scheme", "Prescribing"))
    assert words.waits(PROGRAMME, bare).startswith("3 checklist items are not met; it waits for")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.CLOSED, "S1 is closed since 1 May 2018, worth £120,000 net this year."),
        (Status.WITHDRAWN, "S1 is withdrawn and counts in no total; it was in Pipeline, worth £120,000 net this year."),
    ],
)
def test_a_scheme_that_is_not_worked_on_says_so(status, sentence):
    assert words.answer(PROGRAMME, replace(state(full()), status=status), 50) == sentence


def test_where_a_gateway_leads_is_said():
    assert words.going_on(PROGRAMME, state(full())) == "To leave Pipeline for Initiation"
    last = replace(state(full()), stage=len(PROGRAMME.stages) - 1)
    assert words.going_on(PROGRAMME, last) == "To close from Closure"
