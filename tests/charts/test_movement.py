from __future__ import annotations

from decimal import Decimal

from recovery.charts.movement import movements
from recovery.measures.movement import Movement


def test_last_month_and_this_month_differ_by_shape():
    drawn = movements([Movement("Acute", Decimal(-5000), Decimal(-8000)), Movement("Other", Decimal(0), Decimal(1000))],
                      "May", "June")  # fmt: skip
    _, then, now = drawn.data
    assert then.marker.symbol == "circle-open"
    assert list(now.marker.symbol) == ["diamond", "circle"]
    assert list(now.x) == [-8, 1]
