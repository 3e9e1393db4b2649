from __future__ import annotations

from recovery.charts.activity import months
from tests.showing import shown


def test_activity_has_bars_for_actuals_and_a_line_for_the_plan():
    bars, line = months([row for row in shown("activity").records() if row["code"] == "E.M.7"]).data
    assert list(bars.y) == [26000, 27000, 27113, *[None] * 9]
    assert list(line.y)[:3] == [25761, 27776, 26576]
    assert (bars.type, line.type) == ("bar", "scatter")
