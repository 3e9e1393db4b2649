"""What is counted, as what is drawn."""

from __future__ import annotations

from recovery.measures.risk.counting import counted
from recovery.measures.simulation.building import drivers_of
from tests.measures.risk.building import risk, scheme


def test_groups_that_differ_by_case_and_spaces_alone_are_one():
    items = [risk("R1", -10, group="Acute care"), risk("R2", -10, group=" ACUTE  Care")]
    assert {driver.group for driver in drivers_of(counted(items, []))} == {"acute care"}


def test_a_scheme_without_a_weight_delivers_nothing_in_any_run():
    (driver,) = drivers_of(counted([], [scheme("Q1", 1000, None, "")]))
    assert (driver.mean, driver.best, driver.worst) == (-1000, -1000, -1000)


def test_a_scheme_with_a_weight_and_no_rating_takes_the_widest_spread():
    spreads = {}
    for tone in ("", "red", "amber", "green"):
        (driver,) = drivers_of(counted([], [scheme("Q1", 1000, "0.6", tone)]))
        spreads[tone] = driver.standard_deviation
    assert spreads[""] == spreads["red"] > spreads["amber"] > spreads["green"]
