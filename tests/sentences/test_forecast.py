from __future__ import annotations

import dataclasses
from decimal import Decimal

from recovery.sentences import forecast
from recovery.sentences.key_figure import KeyFigure
from tests.showing import VIEW, shown


def test_the_forecast_is_told_beside_both_run_rates_and_what_it_needs():
    assert forecast.answer(shown("forecast"), VIEW) == (
        "The reported forecast is a deficit of £35.1m; at the rate of the months so far it would be a deficit of "
        "£38.3m (straight line) or a deficit of £38.4m (budget-phased). For it to hold, spend in the 9 months left "
        "must average £101.6m a month, against £101.7m so far."
    )


def test_a_complete_year_is_told_as_it_ended():
    march = dataclasses.replace(VIEW, month=12)
    assert forecast.answer(shown("forecast"), march) == "The year is complete at a deficit of £35.1m."


def test_the_forecast_counts_on_what_the_straight_line_does_not_show():
    assert forecast.counted_on(shown("forecast")) == Decimal(3_271_000)


def test_the_key_figures_set_the_projections_beside_the_report():
    assert forecast.key_figures(shown("forecast")) == [
        KeyFigure("Reported forecast", "(£35.1m)", "Deficit"),
        KeyFigure("Straight line", "(£38.3m)", "Deficit"),
        KeyFigure("Budget-phased", "(£38.4m)", "Deficit"),
        KeyFigure("Monthly spend so far", "£101.7m"),
        KeyFigure("Monthly spend to hold forecast", "£101.6m"),
    ]


def test_every_line_is_told_for_those_who_do_not_see_the_chart():
    told = forecast.alt(shown("forecast"))
    assert "Acute Services: straight line £6.2m higher, budget-phased £6.1m higher" in told
    assert "Allocation: straight line £2.3m lower, budget-phased the same" in told
    assert told.count("straight line") == 8


def test_a_table_without_a_net_position_is_told_by_its_spend():
    whole = shown("forecast")
    spend = dataclasses.replace(whole, rows=whole.rows[:9], kinds=whole.kinds[:9], marks={})
    assert forecast.answer(spend, VIEW).startswith(
        "The reported forecast is spend of £1,219.8m; at the rate of the months so far it would be spend of £1,220.8m "
        "(straight line) or spend of £1,223.1m (budget-phased)."
    )
    assert forecast.key_figures(spend)[0] == KeyFigure("Reported forecast", "£1,219.8m", "Spend for the year")
    assert forecast.counted_on(spend) == Decimal(1_001_000)
