from __future__ import annotations

from recovery.charts.confidence import sensitivity
from tests import savings_figures as worked


def test_each_case_is_a_bar_and_the_target_a_line():
    bars, line = sensitivity(worked.sensitivity().records()).data
    assert list(bars.x) == [2640, 3000, 3360, 4000]
    assert list(line.x) == [4000, 4000]
    assert line.name == "Target"


def test_a_case_that_cannot_be_had_has_no_bar_and_no_target_no_line():
    drawn = sensitivity(worked.sensitivity(None, None).records())
    assert [list(trace.x) for trace in drawn.data] == [[2640, 3000, 3360]]
