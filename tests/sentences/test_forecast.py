from __future__ import annotations

import dataclasses
from decimal import Decimal

from recovery.engine.queries import Earlier
from recovery.sentences import forecast
from recovery.sentences.key_figure import KeyFigure
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.measures.looking import at_month_3
from tests.showing import VIEW, shown, with_cells

NET = 9
NET_METHODS = ("straight_line", "budget_phased", "last_three_months", "reported_plus_risk")


def net_at(reported: int, **methods: int):
    """Return the bottom line with other methods, in £m."""
    cells = dict.fromkeys(NET_METHODS) | methods | {"reported": reported}
    pounds = {name: None if value is None else Decimal(value) * 1_000_000 for name, value in cells.items()}
    return with_cells(shown("forecast"), NET, **pounds).records()[NET]


def test_the_report_is_told_by_its_place_among_the_methods_and_by_what_it_needs():
    assert forecast.answer(shown("forecast"), VIEW) == (
        "The reported deficit of £35.1m is the best of five methods; the others run from a deficit of £38.4m to a "
        "deficit of £35.1m. For it to hold, spend in the 9 months left must average £101.6m a month, against £101.7m "
        "so far, and the net position of each has to be £0.4m better, 11.4% of the rate so far."
    )


def test_the_report_may_stand_anywhere_among_the_methods():
    said = forecast.spread_said
    assert said(net_at(-30, straight_line=-20, budget_phased=-40), is_net=True) == (
        "The reported deficit of £30.0m is the second best of three methods; the others run from a deficit of £40.0m "
        "to a deficit of £20.0m."
    )
    assert said(net_at(-50, straight_line=-40), is_net=True) == (
        "The reported deficit of £50.0m is the worst of two methods; the other comes to a deficit of £40.0m."
    )
    assert said(net_at(5, straight_line=5, budget_phased=5), is_net=True) == (
        "The reported surplus of £5.0m is what all three methods give."
    )
    assert said(net_at(5), is_net=True) == "No method can be set beside the reported forecast."


def test_of_income_more_is_better():
    assert forecast.spread_said(shown("forecast").records()[0], is_net=False) == (
        "The reported income of £1,184.8m is the best of four methods; the others run from income of £1,182.5m to "
        "income of £1,184.8m."
    )


def test_a_complete_year_is_told_as_it_ended():
    march = dataclasses.replace(VIEW, month=12)
    assert forecast.answer(shown("forecast"), march) == "The year is complete at a deficit of £35.1m."


def test_the_forecast_counts_on_what_the_straight_line_does_not_show():
    assert forecast.counted_on(shown("forecast")) == Decimal(3_271_000)


def test_the_key_figures_are_the_report_the_ends_of_the_spread_and_the_rates():
    assert forecast.key_figures(shown("forecast")) == [
        KeyFigure("Reported forecast", "(£35.1m)", "Deficit"),
        KeyFigure("Lowest of the methods", "(£38.4m)", "Deficit"),
        KeyFigure("Highest of the methods", "(£35.1m)", "Deficit"),
        KeyFigure("Monthly spend so far", "£101.7m"),
        KeyFigure("Monthly spend to hold forecast", "£101.6m"),
    ]


def test_every_line_and_every_method_is_told_for_those_who_do_not_see_the_charts():
    told = forecast.alt(shown("forecast"))
    assert "Acute Services: straight line £6.2m higher, budget-phased £6.1m higher, last three months £6.2m h" in told
    assert "Allocation: straight line £2.3m lower, budget-phased the same" in told
    assert told.count("straight line") == 8
    assert forecast.methods_alt(shown("forecast").records()[NET]) == (
        "Dot chart of In year deficit by every method. Reported forecast (£35.1m); Straight-line (£38.3m); "
        "Budget-phased (£38.4m); Last three months (£38.3m); Reported plus risk (£35.1m)."
    )


def test_a_table_without_a_net_position_is_told_by_its_spend():
    whole = shown("forecast")
    spend = dataclasses.replace(whole, rows=whole.rows[:9], kinds=whole.kinds[:9], flows=whole.flows[:9], marks={})
    assert forecast.answer(spend, VIEW) == (
        "The reported spend of £1,219.8m is the best of five methods; the others run from spend of £1,223.1m to spend "
        "of £1,219.8m. For it to hold, spend in the 9 months left must average £101.6m a month, against £101.7m so far."
    )
    assert forecast.key_figures(spend)[0] == KeyFigure("Reported forecast", "£1,219.8m", "Spend for the year")
    assert forecast.counted_on(spend) == Decimal(1_001_000)


def test_spend_is_spoken_of_where_the_table_shows_its_income_below():
    rows = [
        {"line": "Acute", "flow": "expenditure", "ytd_actual": 240_000, "forecast_outturn": 1_050_000},
        {"line": "Allocation", "flow": "income", "ytd_actual": 150_000, "forecast_outturn": 600_000},
        {"line": "Grant", "flow": "income", "ytd_actual": 50_000, "forecast_outturn": 300_000},
    ]
    found = at_month_3(FilledEngine(Loaded(table("position", rows), 3)), "forecast")
    assert found.values("line")[-2:] == ["Total income", "Net position"]
    assert "spend in the 9 months left may average £90.0m a month, against £80.0m so far" in forecast.answer(
        found, VIEW
    )
    assert forecast.key_figures(found)[-1] == KeyFigure("Monthly spend to hold forecast", "£90.0m")
    assert forecast.counted_on(found) == Decimal(10_000_000)  # a deficit of 150, where the rate gives 160


def test_it_is_said_which_months_the_latest_are():
    assert forecast.latest_said(Earlier(0), 3).endswith("which the straight line carries on too.")
    assert forecast.latest_said(Earlier(5, 1), 8) == (
        "Last three months: the months left are as the average of September to November."
    )
    assert forecast.latest_said(Earlier(4, 1), 8) == (
        "Last three months: as August is not loaded, the average of the 4 months August to November."
    )
    assert forecast.latest_said(Earlier(None), 2) == (
        "Last three months: not available, as fewer than three months have gone."
    )
    assert forecast.latest_said(Earlier(None), 8) == (
        "Last three months: not available, as no position of August or before is loaded."
    )


def test_one_off_items_are_told_by_what_they_come_to():
    assert forecast.one_offs_said(shown("forecast")).startswith("No one-off item to date is of a line shown here")
    marked = with_cells(shown("forecast"), NET, one_offs=Decimal(-600_000))
    assert forecast.one_offs_said(marked) == (
        "One-off items to date come to £0.6m adverse in all: they happened, but no run rate carries them on."
    )
