"""Worked by hand: which risk of May is which of June, and what came in is taken off which line.

From May to June the forecast of Acute went up by £70k and that of Care by £20k.  A risk is found again by its
name, else by its reference; the line that June links it with is the one that holds what came in.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.measures.figures import figure
from recovery.measures.request import request_of
from recovery.measures.risk.known import known_of
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.spec.moving import JUNE, MAY, NOW, moved, position, register


def of_register(may: Loaded, june: Loaded, *measures: str) -> list[list[tuple[str, str, int]]]:
    """Return bridges between two risk registers, without their ends."""
    found = figure("movement", FilledEngine(*MAY, *NOW, may, june), JUNE)
    return [moved(found, measure)[1:-1] for measure in measures]


LINES = [("Line", "Acute", -70), ("Line", "Care", -20)]
BOTH = ("Forecast", "Risk outside the forecast")


def test_a_risk_whose_line_is_corrected_has_not_come_in_again():
    held = ("R1", "Winter pressure", "In the position", -100, -100)
    assert of_register(register(2, held), register(3, (*held, "Care")), *BOTH) == [LINES, []]


def test_a_risk_that_is_called_otherwise_is_known_by_its_reference():
    may, june = register(2, ("R1", "Winter", "Open", -80, 0)), register(3, ("R1", "Winter beds", "Open", -80, -50))
    came_in = "Risk that has come into the position"
    assert of_register(may, june, *BOTH) == [
        [(came_in, "Winter beds", -50), ("Line", "Acute", -20), ("Line", "Care", -20)],
        [(came_in, "Winter beds", 50)],
    ]


def test_references_that_count_the_rows_do_not_make_one_risk_of_two():
    may = register(2, ("R1", "Winter", "In the position", -50, -50), ("R2", "Backlog", "Open", -30, 0))
    june = (
        ("R1", "Flood", "Open", -20, 0),
        ("R2", "Winter", "In the position", -50, -50),
        ("R3", "Backlog", "Open", -30, 0),
    )
    assert of_register(may, register(3, *june), *BOTH) == [LINES, [("Risk assessed anew", "Flood (new)", -20)]]


def test_a_part_without_its_own_reference_before_is_known_by_the_name_of_the_risk():
    may = register(2, ("R1", "Winter", "Open", -40, 0), ("R1p", "Winter", "In the position", -50, -50))
    june = register(3, ("7", "winter", "Open", -40, 0), ("8", "winter", "In the position", -50, -50))
    assert of_register(may, june, *BOTH) == [LINES, []]
    renamed = register(3, ("R1", "Winter beds", "In the position", -90, -50))
    # both parts are one risk, of which the forecast still holds £50k of £90k
    assert of_register(may, renamed, *BOTH) == [LINES, []]


@pytest.mark.parametrize("state", ["In the position", "Open"])
def test_a_risk_that_is_closed_leaves_in_the_forecast_what_it_held(state):
    held = None if state == "In the position" else -200
    may = register(2, ("R2", "Backlog", state, -200, held))
    assert of_register(may, register(3, ("R2", "Backlog", "Closed", -200, None)), *BOTH) == [LINES, []]
    gone = [("Risk no longer held in the position", "Backlog", 200), ("Line", "Acute", -270), ("Line", "Care", -20)]
    assert of_register(may, register(3, ("R2", "Backlog", "Closed", -200, 0)), "Forecast") == [gone]


def test_risk_that_came_in_is_taken_off_a_line_that_is_new():
    june = position(3, ("Acute", 330, 600), ("Care", 280, 400), ("Winter beds", 0, 130))
    registers = (
        register(2, ("R1", "Winter", "Open", -130, 0, "Winter beds")),
        register(3, ("R1", "Winter", "In the position", -130, None, "winter beds")),
    )
    found = figure("movement", FilledEngine(*MAY, june, *registers), JUNE)
    assert moved(found, "Forecast")[1:-1] == [("Risk that has come into the position", "Winter", -130)]


def test_of_lines_of_one_name_risk_is_taken_off_the_first_that_is_spend():
    def month(number: int, *outturns: int) -> Loaded:
        flows = ("income", "expenditure", "expenditure")
        rows = [{"line": "Pay", "flow": flow, "forecast_outturn": outturns[at]} for at, flow in enumerate(flows)]
        return Loaded(table("position", rows), number)

    registers = [register(number, ("R1", "Pay award", "Open", -30, held, "Pay")) for number, held in ((2, 0), (3, -30))]
    found = figure("movement", FilledEngine(month(2, 900, 600, 50), month(3, 900, 640, 50), *registers), JUNE)
    assert moved(found, "Forecast")[1:-1] == [
        ("Risk that has come into the position", "Pay award", -30),
        ("Line", "Pay", -10),
    ]


def test_parts_of_a_risk_are_each_taken_off_their_own_line():
    may, june = (
        register(month, ("R1", "Slippage", "Open", -30, acute), ("R2", "Slippage", "Open", -10, care, "Care"))
        for month, acute, care in ((2, 0, 0), (3, -30, -10))
    )
    assert of_register(may, june, "Forecast") == [
        [("Risk that has come into the position", "Slippage", -40), ("Line", "Acute", -40), ("Line", "Care", -10)]
    ]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["R1", "R2", "R3"]),
        st.sampled_from(["Winter", "winter", "Backlog"]),
        st.sampled_from(["Open", "In the position", "Closed"]),
        st.integers(min_value=-90, max_value=-1),
        st.one_of(st.none(), st.integers(min_value=-90, max_value=0)),
        st.sampled_from(["Acute", "Care", "Nowhere"]),
    ),
    max_size=4,
)
ENGINE = FilledEngine()
"""One for all examples, each an organisation of its own."""


@settings(max_examples=15)
@given(ROWS, ROWS)
def test_whatever_two_registers_say_every_bridge_comes_to_its_closing_and_nothing_is_left_unexplained(may, june):
    organisation = f"X{len(ENGINE.loads)}"
    for load in (MAY[0], NOW[0], register(2, *may), register(3, *june)):
        ENGINE.load(replace(load, organisation=organisation))
    view = replace(JUNE, organisation=organisation)
    found = figure("movement", ENGINE, view)
    outside = [known_of(request_of("", "", ENGINE, replace(view, month=month))).exposure().expected for month in (2, 3)]
    for measure, ends in (("Forecast", [200_000, 110_000]), ("Risk outside the forecast", outside)):
        *steps, closing = [row["amount"] for row in found.records() if row["measure"] == measure]
        assert ([steps[0], closing], sum(steps)) == (ends, closing)
    assert not any("Not explained" in str(cause) for cause in found.values("cause"))
