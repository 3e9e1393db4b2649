from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.sentences import position
from recovery.sentences.key_figure import KeyFigure
from tests.showing import VIEW, shown


def test_the_position_is_told_so_far_and_for_the_year_with_the_lines_that_carry_it():
    assert position.answer(shown("position"), VIEW) == (
        "At month 3 (June), 2018/19, the position is £0.8m adverse for the year to date, and the forecast for the year "
        "is on budget, a deficit of £35.1m. The largest adverse variances so far are in Acute Services (£2.0m) and "
        "Mental Health Services (£0.7m)."
    )


def test_a_table_without_a_net_position_is_told_by_its_total():
    whole = shown("position")
    lines = replace(whole, rows=whole.rows[:9], kinds=whole.kinds[:9], flows=whole.flows[:9], marks={})
    assert position.answer(lines, VIEW).startswith(
        "At month 3 (June), 2018/19, the position is £0.8m adverse for the year to date, and the forecast for the year "
        "is on budget. The largest"
    )


def test_the_key_figures_say_their_direction_in_a_word():
    assert position.key_figures(shown("position")) == [
        KeyFigure("Year to date variance", "(£0.8m)", "Adverse", "bad"),
        KeyFigure("Full-year forecast variance", "£0.0m", "On budget"),
        KeyFigure("Position so far", "(£9.6m)", "Deficit"),
        KeyFigure("Forecast for the year", "(£35.1m)", "Deficit"),
        KeyFigure("Furthest over so far", "(£2.0m)", "Acute Services, adverse", "bad"),
    ]


def test_lines_are_told_from_the_most_adverse_to_the_most_favourable():
    assert [row["ytd_variance"] for row in position.by_variance(shown("position"), "ytd_variance")] == [
        Decimal(1000 * thousands) for thousands in (-1976, -707, -176, -71, 0, 305, 810, 998)
    ]
    assert position.alt(shown("position"), "forecast_variance", "full-year") == (
        "Bar chart of the full-year variance by line. Mental Health Services £2.4m adverse, Acute Services £1.8m "
        "adverse, Community Services £0.2m adverse, Allocation on budget, Running Costs on budget, Primary Care £0.4m "
        "favourable, Continuing Care £1.0m favourable and Other £3.0m favourable."
    )
