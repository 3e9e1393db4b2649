from __future__ import annotations

from decimal import Decimal

from recovery.figure import Column
from recovery.sentences import moves
from recovery.sentences.key_figure import KeyFigure
from tests.showing import small

COLUMNS = (
    Column("measure", "Measure"),
    Column("cause", "Cause"),
    Column("step", "Step"),
    Column("amount", "A", "money"),
)
COME_IN, TAKEN = "Risk that has come into the position", "Contingency taken into the position"


def bridge(measure: str, opening: int, closing: int, *steps: tuple[str, str, int]):
    rows = [("Opening", "Opening: month 2 (May)", opening), *steps, ("Closing", "Closing: month 3 (June)", closing)]
    return [(measure, cause, step, Decimal(amount) * 1000) for cause, step, amount in rows]


def moved(*rows):
    return small([row for bridge in rows for row in bridge], *COLUMNS)


FORECAST = bridge(
    "Forecast", -35000, -35000, (COME_IN, "Beds", -1300), (TAKEN, "Contingency", 1200), ("Line", "Acute", 100)
)
WORSE = bridge("Forecast", -15500, -20000, ("Line", "Acute", -5000), ("Line", "Care", 500))


def test_a_forecast_that_has_not_moved_tells_what_it_took_in():
    with_risk = bridge("Forecast plus risk", -36300, -36400)
    assert moves.answer(moved(FORECAST, with_risk)) == (
        "Since month 2 (May) the forecast has not moved: a deficit of £35.0m. £1.3m of risk has come into the "
        "position, met by £1.2m of contingency; it counts there once. With the risk outside it, it is £0.1m worse."
    )


def test_a_forecast_that_has_moved_tells_how_far():
    assert moves.answer(moved(WORSE)) == (
        "Since month 2 (May) the forecast has gone from a deficit of £15.5m to a deficit of £20.0m, £4.5m worse."
    )


def test_each_measure_names_its_largest_steps():
    rows = moves.of_measure(moved(FORECAST, WORSE), "Forecast")[-4:]
    assert moves.measure_said(rows) == (
        "Forecast: from (£15.5m) to (£20.0m), £4.5m worse. Largest: Acute (£5.0m) and Care £0.5m."
    )
    assert moves.measure_said(moves.of_measure(moved(bridge("Forecast", 5, 5)), "Forecast")) == (
        "Forecast: £5k, as it was."
    )


def test_the_key_figures_are_movements_with_where_they_are_now():
    assert moves.key_figures(moved(WORSE)) == [KeyFigure("Forecast", "(£4.5m)", "Worse; now (£20.0m)", "bad")]
    assert moves.key_figures(moved(FORECAST)) == [KeyFigure("Forecast", "No change", "Now (£35.0m)")]


def test_the_waterfall_is_told_and_a_cause_stands_before_its_name():
    rows = moves.of_measure(moved(FORECAST), "Forecast")
    assert moves.alt(rows) == (
        "Waterfall of how forecast moved. Beds (£1.3m); Contingency £1.2m; Acute £0.1m; in all £0.0m."
    )
    assert [moves.drawn_as(row) for row in moves.steps(rows)] == [
        "Risk in: Beds",
        "Contingency in: Contingency",
        "Acute",
    ]
