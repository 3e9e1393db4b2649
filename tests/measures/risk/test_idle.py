"""Changes of a what-if that do nothing, and why."""

from __future__ import annotations

from decimal import Decimal

from recovery.measures.risk.idle import does_nothing, missing
from recovery.measures.risk.known import Known
from recovery.programme.what_ifs import WhatIf
from tests.measures.risk.building import mitigation, risk, scheme

KNOWN = Known(
    [
        risk("R1", -900, state="Closed"),
        mitigation("M1", 500, linked_risk="R1"),
        risk("R2", -1000, 20, scheme_ref="Q1"),
        risk("R3", -100, 50),
    ],
    [scheme("Q1", 1000, "0.7"), scheme("R3", 100)],
    (),
)


def test_what_is_not_there_is_named():
    what_if = WhatIf({"R9": Decimal(1), "r3": Decimal(1)}, dropped=frozenset({"Q1"}), delays={"R3": 1, "R1": 2})
    assert missing(KNOWN, what_if) == ["Q1", "R1", "R9"]
    assert "R9 is not here this month." in does_nothing(KNOWN, what_if)


def test_a_change_of_what_does_not_count_is_told_with_why():
    what_if = WhatIf({"M1": Decimal(90), "R2": Decimal(25), "R3": Decimal(60)})
    assert does_nothing(KNOWN, what_if) == [
        "M1 does not count. Its risk R1 is closed.",
        "R2 does not count. Counted by the risk weight of scheme Q1.",
    ]


def test_a_change_that_makes_something_count_does_something():
    assert does_nothing(KNOWN, WhatIf({"R2": Decimal(90)})) == []


def test_a_delay_that_loses_nothing_by_march_is_told():
    early = Known([], [scheme("Q1", 1000).__class__("Q1", "Beds", Decimal("0.7"), "red", {4: Decimal(1000)})], ())
    assert does_nothing(early, WhatIf(delays={"q1": 8})) == [
        "Q1: what it is still to save comes by March all the same."
    ]
    assert does_nothing(early, WhatIf(delays={"q1": 9})) == []
