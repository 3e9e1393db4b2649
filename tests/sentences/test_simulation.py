"""The simulated outturn and the risk register in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.figure import Column, Figure
from recovery.measures.risk.known import Known
from recovery.measures.risk.outlook import Outlook
from recovery.sentences import risk_register, simulation
from tests.measures.risk.building import scheme

FOUND = {
    "p10": Decimal(-42_800_000), "p50": Decimal(-36_000_000), "p90": Decimal(1_200_000), "runs": Decimal(10_000),
    "control_total": Decimal(-35_000_000), "chance_of_control_total": Decimal("39.3"), "mean": Decimal(-36_400_000),
    "reported_forecast": Decimal(-35_000_000), "risks_expected": Decimal(-2_000_000), "correlation": Decimal("0.5"),
    "mitigations_expected": Decimal(1_000_000), "schemes_expected": Decimal(-400_000), "not_counted_twice": Decimal(0),
}  # fmt: skip
DRIVERS = Figure(
    "simulation-drivers",
    "",
    (Column("ref", "Ref"), Column("driver", "Driver"), Column("share_of_variance", "Share", "percent")),
    (("R1", "Beds", Decimal("17.3")),),
)


def test_the_answer_says_range_chance_and_largest_driver():
    assert simulation.answer(FOUND, DRIVERS) == (
        "On 10,000 runs the outturn lies between a deficit of £42.8m and a surplus of £1.2m in eight of ten; the "
        "chance of meeting the control total (a deficit of £35.0m) is 39%; the largest driver is R1, Beds (17% of the "
        "spread)."
    )


@pytest.mark.parametrize(
    ("points", "said"), [("0", "0%"), ("0.4", "less than 1%"), ("99.6", "more than 99%"), ("100", "100%")]
)
def test_a_chance_that_is_not_quite_certain_is_not_said_to_be(points, said):
    assert simulation.chance({**FOUND, "chance_of_control_total": Decimal(points)}) == said


def test_a_what_if_says_how_far_chance_and_mean_move():
    after = {**FOUND, "chance_of_control_total": Decimal("24.1"), "mean": Decimal(-38_400_000)}
    assert simulation.moved_said(FOUND, after, "M1 left out") == (
        "M1 left out: the chance moves down by 15.2 points to 24.1%; the mean outturn is £2.0m worse."
    )
    assert simulation.moved_said(FOUND, FOUND, "M1 left out").endswith("the chance stays at 39.3%; the mean stays.")


def test_what_is_named_twice_is_said_to_count_once():
    assert "counted once" not in simulation.made_of(FOUND)
    assert "£0.3m that both a risk and a scheme's own risk weight name" in simulation.made_of(
        {**FOUND, "not_counted_twice": Decimal(300_000)}
    )


@pytest.mark.parametrize(
    ("items", "schemes", "of_summary", "said"),
    [
        ([1], [scheme("Q1", 9)], False, ""),
        ([1], [scheme("Q1", 9)], True, "Only the summary of risks is loaded"),
        ([], [scheme("Q1", 9)], True, "No risks are loaded for this month"),
        ([1], [scheme("Q1", 9), scheme("Q2", 9, None)], False, "Without a risk weight nothing is counted on of Q2."),
        ([1], [], False, "No savings schemes, or no risk weights in force"),
    ],
)
def test_what_is_missing_is_said(items, schemes, of_summary, said):
    outlook = Outlook(Decimal(0), Decimal(0), Known(items, schemes, ()), (), of_summary)
    assert simulation.drawn_from(outlook).startswith(said)
    assert bool(simulation.drawn_from(outlook)) == bool(said)


@pytest.mark.parametrize(
    ("target", "of_spend", "said"),
    [(None, False, "the chance is n/a."), (Decimal(-9), True, "its spend is held against its own annual budget")],
)
def test_what_stands_for_a_missing_control_total_is_said(target, of_spend, said):
    known = Known([1], [scheme("Q1", 9)], ())
    assert said in simulation.drawn_from(Outlook(Decimal(0), target, known, (), of_summary=False, of_spend=of_spend))


def test_net_risk_of_a_first_month_has_no_movement():
    names = ("delivery", "net_risk", "movement")
    columns = (Column("month", "", "number"), *(Column(name, "", "money") for name in names))
    rows = ((1, Decimal(0), Decimal(-500_000), None), (2, Decimal(0), Decimal(0), Decimal(500_000)))
    months = Figure("risks-by-month", "", columns, rows)
    assert risk_register.months_said(months).endswith("£0.5m better than in April.")
    first = Figure("risks-by-month", "", columns, months.rows[:1])
    assert risk_register.months_said(first) == (
        "Net risk outside the forecast stands at (£0.5m); no earlier month is loaded."
    )
