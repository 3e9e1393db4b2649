from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.figure import Column, Figure
from recovery.period import FinancialYear
from recovery.sentences.answers import levers, opening, sureness
from recovery.view import View

VIEW = View("X01", FinancialYear(2018), 3)
FOUND = {
    "p10": Decimal(-42_900_000), "p50": Decimal(-36_300_000), "p90": Decimal(1_200_000),
    "control_total": Decimal(-35_100_000), "chance_of_control_total": Decimal("40.1"),
    "mitigations_expected": Decimal(12_900_000),
}  # fmt: skip


def forecast(kind: str, reported: int | None) -> Figure:
    columns = (Column("line", "Line"), Column("reported", "Reported forecast", "money"))
    return Figure("forecast", "Forecast", columns, (("All", None if reported is None else Decimal(reported)),), (kind,))


def drivers(*rows: tuple[str, int]) -> Figure:
    columns = (Column("driver", "Driver"), Column("share_of_variance", "Share", "percent"))
    shown = tuple((name, Decimal(share)) for name, share in rows)
    return Figure("simulation-drivers", "Drivers", columns, shown, ("line",) * len(rows))


@pytest.mark.parametrize(
    ("kind", "reported", "found", "sentence"),
    [
        ("net", -35_069_000, FOUND, "a deficit of £35.1m; the chance of meeting the control total is 40%."),
        ("net", 2_000_000, None, "a surplus of £2.0m."),
        ("total", 9_000_000, None, "spend of £9.0m."),
    ],
)
def test_the_page_opens_with_what_is_reported_and_how_likely_it_is(kind, reported, found, sentence):
    said = opening(forecast(kind, reported), found, VIEW)
    assert said == f"At month 3 (June), 2018/19 the year is reported to end with {sentence}"


@pytest.mark.parametrize("shown", [None, forecast("net", None), forecast("total", None)])
def test_where_nothing_is_reported_that_is_said_and_no_break_even(shown):
    said = "At month 3 (June), 2018/19 there is no reported total for the year"
    assert opening(shown, None, VIEW) == f"{said}."
    assert opening(shown, FOUND, VIEW) == f"{said}; the chance of meeting the control total is 40%."


def test_how_sure_we_are_is_a_range_its_middle_and_a_chance():
    assert sureness(FOUND) == (
        "In eight runs of ten the outturn lies between a deficit of £42.9m and a surplus of £1.2m, with a deficit of "
        "£36.3m in the middle; the control total, a deficit of £35.1m, is met in 40% of the runs."
    )


def test_what_would_change_it_are_the_three_largest_drivers_and_the_mitigations_that_have_to_work():
    shown = drivers(("Winter", 40), ("Beds", 30), ("Drugs", 20), ("Rent", 10))
    last = "Mitigations worth £12.9m beside the forecast still have to work."
    assert (
        levers(shown, FOUND)
        == f"Most of the spread comes from Winter (40%), Beds (30%) and Drugs (20%), together 90%. {last}"
    )
    without = {**FOUND, "mitigations_expected": Decimal(0)}
    assert (
        levers(shown, without)
        == "Most of the spread comes from Winter (40%), Beds (30%) and Drugs (20%), together 90%."
    )


def test_most_is_more_than_half():
    without = {**FOUND, "mitigations_expected": Decimal(0)}
    three = drivers(("Winter", 17), ("Beds", 17), ("Drugs", 16), ("Rent", 16))
    assert levers(three, without) == (
        "The largest part of the spread comes from Winter (17%), Beds (17%) and Drugs (16%), together 50%."
    )
    assert levers(drivers(("Winter", 100)), without) == "Most of the spread comes from Winter (100%)."


def test_with_nothing_that_could_move_it_that_is_said():
    assert levers(drivers(), FOUND) == "No risk, mitigation or scheme is known that could move it."
