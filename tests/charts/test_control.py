"""Control charts: every signal has its own shape and colour, lines break where limits begin anew."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.charts.control import SIGNALS, control, small

UNIT = "a month"


def row(place, value, said="common cause", rule="none", **more):
    mean = more.get("mean", 10)
    return {
        "year": "2017/18" if place < 12 else "2018/19", "month": place % 12 + 1, "rule": rule, "variation": said,
        "value": None if value is None else Decimal(value), "mean": Decimal(mean), "lower": Decimal(mean - 5),
        "upper": Decimal(mean + 5), "plan": more.get("plan"), "original_plan": None,
    }  # fmt: skip


def named(figure):
    return {trace.name: trace for trace in figure.data if trace.name and trace.showlegend is not False}


def test_points_stand_by_what_they_say_in_their_own_shape_and_colour():
    said = ["common cause", "improvement", "concern", "neutral", None]
    chart = control([row(place, 8 + place, one, "shift") for place, one in enumerate(said)], UNIT)
    found = named(chart)
    assert list(found["Within chance"].y) == [8, 12]
    looks = [(found[name].marker.symbol, found[name].marker.color) for name, _, _ in SIGNALS.values()]
    assert len(set(looks)) == 4
    assert len({symbol for symbol, _ in looks}) == 4
    assert list(found["Concern"].customdata[0]) == ["June 2017/18", "shift"]


def test_the_plan_is_a_line_where_there_is_one():
    assert "Plan" not in named(control([row(0, 8), row(1, 9)], UNIT))
    chart = named(control([row(0, 8, plan=Decimal(7)), row(1, None, plan=Decimal(6))], UNIT))
    assert list(chart["Plan"].y) == [7, 6]
    assert "Original plan" not in chart
    changed = [{**row(0, 8, plan=Decimal(7)), "original_plan": Decimal(5)}]
    assert {"Current plan", "Original plan"} <= named(control(changed, UNIT)).keys()


def test_months_of_several_years_stand_on_one_line_of_time_with_each_april_marked():
    chart = control([row(place, 8) for place in range(9, 14)], UNIT)
    assert list(named(chart)["Within chance"].x) == [
        "2018-01-01", "2018-02-01", "2018-03-01", "2018-04-01", "2018-05-01",
    ]  # fmt: skip
    assert [shape.x0 for shape in chart.layout.shapes] == ["2018-04-01"]


def test_mean_and_limits_break_where_they_begin_anew():
    chart = named(control([row(0, 8), row(1, 8), row(2, 28, mean=30), row(3, 31, mean=30)], UNIT))
    assert list(chart["Mean"].y) == [10, 10, None, 30, 30]
    assert list(chart["Process limits"].y) == [15, 15, None, 35, 35]


@pytest.mark.parametrize("draw", [control, small])
def test_the_line_of_the_values_breaks_where_months_are_missing(draw):
    lines = [
        trace for trace in draw([row(0, 8), row(1, None), row(2, 9), row(3, 7)], UNIT).data if trace.mode == "lines"
    ]
    assert list(lines[-1].y) == [8, None, 9, 7]
    assert list(lines[0].y) == [5 if draw is small else 15] * 3


@pytest.mark.parametrize("draw", [control, small])
def test_a_month_without_a_value_is_left_out_of_the_points(draw):
    points = [trace for trace in draw([row(0, 8), row(1, None), row(2, 9)], UNIT).data if trace.mode == "markers"]
    assert [list(trace.y) for trace in points] == [[8, 9]]


def test_a_small_chart_has_no_legend_and_little_height():
    chart = small([row(0, 8), row(1, 30, "concern", "outside")], UNIT)
    assert chart.layout.showlegend is False
    assert chart.layout.height < 200
    assert {trace.marker.symbol for trace in chart.data if trace.mode == "markers"} == {"circle", "square"}


def test_a_measure_without_values_is_an_empty_chart():
    assert all(value is None for trace in small([row(0, None)], UNIT).data for value in trace.y or ())
