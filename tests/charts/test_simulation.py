"""The charts of the simulated outturn: bars that meet and miss, lines with words, ranges of drivers."""

from __future__ import annotations

from decimal import Decimal

from recovery.charts.risks import net_by_month
from recovery.charts.simulation import histogram, tornado

STEPS = [
    {"from_outturn": Decimal(start), "to_outturn": Decimal(start + 1000), "share": Decimal(share), "meets": meets}
    for start, share, meets in ((-2000, 20, "Missed"), (-1000, 30, "Missed"), (0, 50, "Met"))
]
MEASURES = {
    "control_total": Decimal(0), "reported_forecast": Decimal(-500), "p10": Decimal(-1800), "p90": Decimal(900),
}  # fmt: skip
DRIVERS = [
    {"ref": "R1", "driver": "<b>Beds", "kind": "Risk", "expected": Decimal(-500), "worst": Decimal(-1000),
     "best": Decimal(0), "share_of_variance": Decimal("72.4")},
    {"ref": "Q1", "driver": "Drugs", "kind": "Scheme", "expected": Decimal(-100), "worst": Decimal(-300),
     "best": Decimal(50), "share_of_variance": Decimal("27.6")},
]  # fmt: skip


def test_steps_that_miss_the_control_total_are_hatched_and_named():
    missed, met = histogram(STEPS, MEASURES).data[:2]
    assert (missed.name, met.name) == ("Control total missed", "Control total met")
    assert (missed.marker.pattern.shape, met.marker.pattern.shape) == ("/", "")
    assert (list(missed.y), list(met.y)) == ([20, 30], [50])


def test_each_line_has_its_name_its_amount_and_a_dash_of_its_own():
    lines = histogram(STEPS, MEASURES).data[2:]
    assert [line.name for line in lines] == ["Control total 0", "Reported forecast (1)", "P10 (2)", "P90 1"]
    assert len({line.line.dash for line in lines}) == 4
    assert list(lines[1].x) == [-0.5, -0.5]


def test_without_a_control_total_bars_are_of_one_kind_and_no_line_stands_for_it():
    steps = [{**row, "meets": None} for row in STEPS]
    drawn = histogram(steps, {name: value for name, value in MEASURES.items() if name != "control_total"}).data
    assert [trace.name for trace in drawn] == ["Runs", "Reported forecast (1)", "P10 (2)", "P90 1"]


def test_a_driver_s_bar_goes_from_worst_to_best_with_what_is_expected_on_it():
    risk, scheme, expected = tornado(DRIVERS).data
    assert (list(risk.base), list(risk.x), list(risk.y)) == ([-1.0], [1.0], [0])
    assert (list(scheme.base), list(scheme.x), list(scheme.y)) == ([-0.3], [0.35], [1])
    assert list(expected.x) == [-0.5, -0.1]
    notes = [note.text for note in tornado(DRIVERS).layout.annotations]
    assert notes == ["72%", "28%"]


def test_no_name_is_read_as_a_tag():
    assert "<b>" not in str(tornado(DRIVERS).to_dict())


def test_an_adverse_month_is_hatched():
    rows = [{"month_name": "April", "net_risk": Decimal(-5)}, {"month_name": "May", "net_risk": Decimal(5)}]
    bars = net_by_month(rows).data[0]
    assert list(bars.marker.pattern.shape) == ["/", ""]
