"""The track record on the demonstration: how far out 2017/18's forecasts were, and this month's read with them."""

from __future__ import annotations

from tests.pages.conftest import Visit


def test_a_line_of_a_year_is_chosen_and_lines_that_were_called_otherwise_are_named(visit):
    visit.open("Track record")
    assert "this year would end between a deficit of £67.8m and a deficit of £2.4m" in visit.html
    assert (
        "Taken as one: Mental Health Services with Mental Health, Community Services with Community Health Services."
        in visit.html
    )
    visit.picker("Line and year").set_value("Continuing Care, 2017/18")
    visit.run()
    assert visit.app.query_params["record"] == "Continuing Care, 2017/18"
    assert "Continuing Care came in against each month" in visit.app.get("plotly_chart")[0].proto.alt


def test_the_forecast_is_read_with_its_history_and_the_newest_year_is_still_shown_first(visit):
    visit.open("Forecast outturn")
    assert "month 3 (June), 2018/19" in visit.html
    assert "what came was on average £32.7m worse than forecast at month 3" in visit.html


def test_without_a_finished_year_it_is_said_so(use, both):
    use(both)
    page = Visit().open("Track record", org="QZZ")
    assert "nothing is loaded for QZZ that says how a forecast came out" in page.html
    page = Visit().open("Forecast outturn", org="QZZ")
    assert (
        "No finished earlier year is loaded, so that this forecast cannot be read with how earlier ones came out."
        in page.html
    )
