"""Mitigations that are worth more than the risk that they answer."""

from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile
from recovery.findings import Severity
from tests.checks.building import table

RISK = {"ref": "R1", "title": "Beds", "type": "Risk", "state": "Open", "gross_value": -500, "probability": 50}


def found(*mitigations, **risk):
    """Each mitigation is a gross value and its probability, or more of the row."""
    rows = [
        {"ref": f"M{number}", "title": "Plan", "type": "Mitigation", "state": "Open", "linked_risk": "r1"} | one
        for number, one in enumerate(mitigations, 1)
    ]
    return reconcile(table("risk-register", [RISK | risk, *rows]))


def worth(gross, probability, **more):
    return {"gross_value": gross, "probability": probability, **more}


def test_mitigations_within_what_is_expected_of_their_risk_are_no_finding():
    assert found(worth(500, 50)) == []
    assert found(worth(1000, 25)) == []
    assert found(worth(300, 50), worth(200, 50)) == []


def test_a_mitigation_of_more_than_is_expected_of_its_risk_is_said():
    (one,) = found(worth(400, 100))
    assert (one.row, one.column, one.printed, one.severity) == (
        "M1 Plan", "gross_value", Decimal(400_000), Severity.CANNOT_BE_CHECKED,
    )  # fmt: skip
    assert one.explanation == (
        "It is expected to bring 400, and of what is expected of the risk r1 only 250 is left to cover (£'000)."
    )


def test_what_earlier_mitigations_cover_is_no_longer_left():
    (one,) = found(worth(400, 50), worth(300, 20))
    assert (one.row, one.explanation[:30]) == ("M2 Plan", "It is expected to bring 60, an")


def test_a_range_counts_with_its_mean():
    span = {"low_value": -200, "likely_value": -500, "high_value": -1100, "gross_value": None, "probability": None}
    assert found(worth(600, 100), **span) == []
    assert len(found(worth(601, 100), **span)) == 1


def test_the_parts_of_a_risk_that_share_its_name_are_covered_together():
    part = {"ref": "R1a", "type": "Risk", "title": "BEDS", "linked_risk": "", **worth(-500, 50)}
    assert found(worth(500, 100), part) == []
    assert len(found(worth(501, 100), part)) == 1


def test_what_is_over_or_linked_with_nothing_is_left_alone():
    assert found(worth(2000, 100, state="Mitigated")) == []
    assert found(worth(2000, 100), state="Closed") == []
    assert found(worth(2000, 100, linked_risk="")) == []
