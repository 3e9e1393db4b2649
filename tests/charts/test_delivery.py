from __future__ import annotations

from recovery.charts.delivery import months
from tests import savings_figures as worked

ROWS = worked.by_month().records()


def test_bars_are_actual_up_to_the_month_and_forecast_after_it():
    actual, forecast, plan = months(ROWS, 4).data
    assert list(actual.x) == ["Apr", "May", "Jun", "Jul"]
    assert list(actual.y) == [240, 240, 250, 250]
    assert forecast.x[0] == "Aug"
    assert list(forecast.y) == [325] * 8
    assert list(plan.y) == [250] * 4 + [325] * 8
    assert plan.mode == "lines+markers"
    assert actual.hovertemplate[0] == "Apr: delivered £240k<extra></extra>"


def test_the_months_can_be_added_up():
    actual, forecast, plan = months(ROWS, 4, cumulative=True).data
    assert list(actual.y) == [240, 480, 730, 980]
    assert list(forecast.y)[-1] == 3580
    assert list(plan.y)[-1] == 3600


def test_the_axis_says_its_unit_and_keeps_the_months_in_order():
    layout = months(ROWS, 4).layout
    assert layout.yaxis.title.text == "£'000"
    assert list(layout.xaxis.categoryarray)[:2] == ["Apr", "May"]
