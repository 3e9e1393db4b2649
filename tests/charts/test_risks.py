from __future__ import annotations

from recovery.charts.risks import before_and_after
from recovery.rows import of_kind
from tests.showing import shown


def test_risks_stand_largest_first_with_what_mitigation_leaves():
    gross, left = before_and_after(of_kind(shown("risks"), "line")).data
    assert list(gross.x)[:3] == [-4700, -4000, -3000]
    assert list(left.x)[:3] == [-600, 0, -1400]
    assert len(gross.x) == 16
