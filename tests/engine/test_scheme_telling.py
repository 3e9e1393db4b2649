"""What each event changed, in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.engine.scheme_telling import told
from recovery.programme.configuration import programmes
from recovery.programme.folding import step
from tests.engine.happening import Happening, scheme

MAY = dt.date(2018, 5, 1)
CONDITION = {"number": 1, "text": "Name a lead", "owner": "Ann", "due": "2018-05-31"}
GIVEN = {"approval": "finance-review", "evidence": "Minutes", "conditions": [], "ticks": [], "case_version": 1}


def last(*happenings: tuple[str, dict[str, object]]) -> list[tuple[str, ...]]:
    """Return what the last of these told after a scheme was begun."""
    happening, after = Happening(), None
    after = step(None, happening.begin(scheme()))
    before = after
    for kind, body in happenings:
        before, after = after, step(after, happening.happens("Q1", kind, MAY, **body))
    return told(programmes()["qipp"], before, after)


@pytest.mark.parametrize(
    ("happenings", "words"),
    [
        ([("edited", {"scheme": scheme(net_value=Decimal(100_000))})], [("Net value", "£120,000.00", "£100,000.00")]),
        ([("ticked", {"item": "lessons", "evidence": "Minutes"})], [("lessons", "", "Minutes")]),
        ([("approved", GIVEN)], [("Finance review", "", "given")]),
        (
            [("approved", GIVEN | {"conditions": [CONDITION]})],
            [
                ("Finance review", "", "given with conditions 1"),
                ("Condition 1", "", "Name a lead (Ann, by 31 May 2018)"),
            ],
        ),
        (
            [("approved", GIVEN), ("lapsed", {"approvals": ["finance-review"]})],
            [("Finance review", "given", "no longer stands")],
        ),
        (
            [("approved", GIVEN | {"conditions": [CONDITION]}), ("condition met", {"number": 1, "evidence": "Letter"})],
            [("Condition 1", "open", "met: Letter")],
        ),
        ([("approved", GIVEN), ("moved", {"from": 0, "to": 1})], [("Stage", "Pipeline", "Initiation")]),
        ([("approved", GIVEN), ("sent back", {"from": 0, "to": 0})], [("Finance review", "given", "no longer stands")]),
        ([("closed", {})], [("Status", "live", "closed")]),
        ([("withdrawn", {}), ("restored", {})], [("Status", "withdrawn", "live")]),
        ([("rated", {"rating": "Red"})], [("Rating set by hand", "", "Red")]),
        ([("rated", {"rating": "Red"}), ("rating cleared", {})], [("Rating set by hand", "Red", "")]),
        ([("ticked", {"item": "described", "evidence": "Seen"}), ("unticked", {"item": "described"})],
         [("The scheme has a title, an area and a description", "Seen", "")]),
    ],
)  # fmt: skip
def test_every_kind_of_event_says_what_it_changed(happenings, words):
    assert [change[1:] for change in last(*happenings)] == words


def test_a_scheme_that_comes_in_says_its_case_and_its_stage():
    after = step(None, Happening().begin(scheme(), 2))
    assert [change[1:] for change in told(programmes()["qipp"], None, after)] == [
        ("Case", "", "Scheme Q1 (Acute), net value £120,000.00"),
        ("Stage", "", "Planning"),
    ]
