from __future__ import annotations

from recovery.charts.variance import variances
from recovery.rows import of_kind
from tests.showing import shown, with_cells


def test_each_bar_is_its_line_s_variance_and_carries_its_name():
    bar = variances(of_kind(shown("position"), "line"), "ytd_variance").data[0]
    assert list(bar.x) == [0, -1976, -707, -176, 305, 810, 998, -71]
    assert bar.customdata[1] == "Acute Services"
    assert bar.hovertemplate[1] == "Acute Services: £(1,976)k adverse<extra></extra>"
    assert bar.hovertemplate[0] == "Allocation: £0k on budget<extra></extra>"
    assert list(bar.marker.pattern.shape) == ["", "/", "/", "/", "", "", "", "/"]


def test_a_line_without_a_variance_has_no_bar():
    without = with_cells(shown("position"), 1, ytd_variance=None)
    bar = variances(of_kind(without, "line"), "ytd_variance").data[0]
    assert len(bar.x) == 7


def test_a_hostile_name_stays_text():
    hostile = with_cells(shown("position"), 1, line='<a href="https://x.test">Acute</a>')
    drawn = variances(of_kind(hostile, "line"), "ytd_variance")
    assert "<a" not in drawn.data[0].hovertemplate[1]
    assert "<a" not in drawn.layout.yaxis.ticktext[1]
