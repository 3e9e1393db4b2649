from __future__ import annotations

from decimal import Decimal

from recovery.charts.forecast import methods, projections
from recovery.rows import of_kind
from tests.showing import shown

NAMES = {"reported": "Reported", "straight_line": "Straight line", "reported_plus_risk": "Plus risk", "one_offs": "No"}


def test_projections_stand_by_their_distance_from_the_reported_forecast():
    straight, phased, latest = projections(of_kind(shown("forecast"), "line")).data
    assert list(straight.x)[:3] == list(latest.x)[:3] == [-2270, 6202, 394]
    assert phased.x[0] == 0
    assert len({trace.marker.symbol for trace in (straight, phased, latest)}) == 3


def test_a_method_that_gives_worse_than_the_report_differs_by_shape_as_well_as_colour():
    net = of_kind(shown("forecast"), "net")[0]
    line, dots = methods(net, NAMES).data
    assert list(dots.x) == [-35069, -38340, -35069]
    assert list(dots.marker.symbol) == ["square", "diamond", "circle"]
    assert list(line.x) == [-35069, -35069]


def test_more_spend_is_worse_and_one_method_alone_still_has_an_axis():
    spend = of_kind(shown("forecast"), "total")[0]
    assert list(methods(spend, NAMES).data[1].marker.symbol) == ["square", "diamond", "circle"]
    low, high = methods({**spend, "straight_line": None, "reported_plus_risk": None}, NAMES).layout.xaxis.range
    assert low < float(Decimal(1219839)) < high
