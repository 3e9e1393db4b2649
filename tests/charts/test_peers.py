"""The funnel: limits, England, and each commissioner once."""

from __future__ import annotations

from decimal import Decimal

from recovery.charts.peers import BEYOND, funnel

LIMITS = {"lower_outer": Decimal(-8), "lower_limit": Decimal(-4), "upper_limit": Decimal(4), "upper_outer": Decimal(8)}


def member(code, size, growth, standing="within the limits", **limits):
    return {
        "commissioner": code, "name": f"<b>{code}</b>", "last_year": Decimal(size), "growth": Decimal(growth),
        "standing": standing, **LIMITS, **limits,
    }  # fmt: skip


ROWS = [member("A", 900, 1), member("B", 100, 2), member("C", 500, 6, "high")]


def traces(rows=ROWS, own="A", england=Decimal(1)):
    drawn = funnel(rows, own, england)
    return drawn, {trace.name: trace for trace in drawn.data if trace.mode == "markers"}


def test_each_commissioner_is_one_point_in_the_group_it_belongs_to():
    _, points = traces()
    assert {name: list(trace.x) for name, trace in points.items()} == {
        "Other commissioners": [100], "Outside the limits": [500], "This commissioner": [900],
    }  # fmt: skip
    assert points["Outside the limits"].marker.symbol == "triangle-up"


def test_the_limits_run_from_the_smallest_to_the_largest():
    drawn, _ = traces()
    lines = [trace for trace in drawn.data if "limits" in trace.name and trace.mode == "lines"]
    assert len(lines) == 4
    assert all(list(line.x) == [100, 500, 900] for line in lines)
    assert sorted(line.y[0] for line in lines) == [-8, -4, 4, 8]


def test_growth_far_beyond_the_limits_stands_at_the_edge_with_its_own_figure_in_the_label():
    _, points = traces([*ROWS, member("D", 300, 950, "very high")])
    outside = points["Outside the limits"]
    edge = 1 + BEYOND * 9  # England 1 %, the furthest limit −8 %
    assert list(outside.y) == [6, edge]
    assert "950.0%" in outside.hovertemplate[1]


def test_without_limits_the_points_and_england_remain():
    none = dict.fromkeys(LIMITS)
    drawn, points = traces([member("A", 900, 1, "", **none), member("B", 100, 2, "", **none)])
    assert [trace.name for trace in drawn.data if trace.mode == "lines"] == ["England"]
    assert list(points["Other commissioners"].y) == [2]


def test_names_are_shown_as_text():
    _, points = traces()
    assert "<b>" not in points["Other commissioners"].hovertemplate[0]
