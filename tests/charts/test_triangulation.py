from __future__ import annotations

from recovery.charts.triangulation import LOOKS, triangulated
from recovery.sentences.triangulation import SAYS, SERIES, areas
from tests import triangulated as worked


def drawn():
    return triangulated(areas(worked.triangulation()), SERIES, SAYS)


def test_each_table_is_a_series_of_dots_with_a_shape_of_its_own():
    _, *series = drawn().data
    assert [trace.name for trace in series] == list(SERIES.values())
    assert len({trace.marker.symbol for trace in series}) == len(LOOKS)
    assert list(series[0].x) == [1000, 400, 100]
    assert list(series[0].y) == [0, 1, 2]


def test_an_area_of_which_a_table_says_nothing_has_no_dot_of_it():
    activity = drawn().data[-1]
    assert (list(activity.x), list(activity.y)) == ([600], [0])


def test_a_line_reaches_over_what_should_agree_and_over_nothing_else():
    spans = drawn().data[0]
    assert list(spans.x) == [1000, 1010, None, 200, 400, None, 100, 100, None]


def test_a_series_that_says_nothing_at_all_is_left_out():
    rows = [{**row, "activity_value": None} for row in areas(worked.triangulation())]
    assert "Activity × price" not in [trace.name for trace in triangulated(rows, SERIES, SAYS).data]


def test_no_area_draws_an_empty_chart():
    assert triangulated([], SERIES, SAYS).layout.height > 0
