"""What moved on the demonstration: since the month before, since another month, measure by measure."""

from __future__ import annotations


def test_the_page_opens_with_what_the_forecast_took_in(visit):
    visit.open("What moved")
    assert (
        "Since month 2 (May) the forecast has not moved: a deficit of £35.1m. £1.3m of risk has come into the position"
        in visit.html
    )
    assert "Opening: month 2 (May)" in visit.html
    assert len(visit.app.get("plotly_chart")) == 1


def test_another_month_and_another_measure_are_kept_in_the_address(visit):
    visit.open("What moved")
    visit.picker("Since").set_value("month-1")
    visit.run()
    visit.picker("Measure").set_value("Savings after risk")
    visit.run()
    assert "Since month 1 (April)" in visit.html
    assert "Savings after risk: from £31.0m to £32.9m, £2.0m better." in visit.html
    assert (visit.app.query_params["since"], visit.app.query_params["measure"]) == ("month-1", "Savings after risk")


def test_a_month_without_one_before_it_says_what_to_do(visit):
    visit.open("What moved", month="1")
    assert "no position of 06H is loaded for a month before month 1 (April), 2018/19" in visit.html
