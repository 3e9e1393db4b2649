"""The simulation from the command line: as it is, with something changed, and kept as a scenario."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

from tests.cli.programme.office import Office

POSITION = """Line,YTD budget,YTD actual,Annual budget,Forecast outturn
Allocation,300,300,1200,1200
Acute,290,290,1160,1160
Community,10,10,40,40
Total expenditure,300,300,1200,1200
Net position,0,0,0,0
"""
REGISTER = """Ref,Risk or mitigation,Type,State,Gross value,Probability
R1,Contracts,Risk,Open,-100,50%
R2,Beds,Risk,In the position,-40,100%
M1,Reserve,Mitigation,Open,100,50%
"""


@pytest.fixture
def office(tmp_path, capsys):
    office = Office(tmp_path, capsys)
    for name, text in (("position", POSITION), ("register", REGISTER)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        about = (
            "--org",
            "X1",
            "--year",
            "2018/19",
            "--month",
            "3",
            "--unit",
            "thousands",
            "--variance-sign",
            "favourable",
        )
        office.must("load", str(tmp_path / f"{name}.csv"), *about)
    return office


def values(text):
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["measure", "value"]
    return {name: Decimal(value) for name, value in rows[1:]}


def test_the_simulation_is_a_measure_and_a_value_a_row(office):
    found = values(office.must("show", "simulation", "--format", "csv"))
    assert list(found)[:7] == [
        "mean", "standard_deviation", "p10", "p50", "p90", "chance_of_control_total", "control_total",
    ]  # fmt: skip
    assert (found["closed_form_mean"], found["reported_forecast"], found["control_total"]) == (0, 0, 0)
    assert (found["p10"], found["p50"], found["p90"]) == (-100, 0, 100)
    assert abs(found["chance_of_control_total"] - 75) < 2
    assert (found["runs"], found["seed"]) == (10_000, 2018)


def test_other_runs_and_seeds_are_said_and_the_same_seed_gives_the_same(office):
    asked = ("simulate", "--runs", "500", "--seed", "7", "--format", "csv")
    first, again = office.must(*asked), office.must(*asked)
    assert first == again
    assert (values(first)["runs"], values(first)["seed"]) == (500, 7)


def test_a_dropped_mitigation_lowers_the_chance_and_can_be_kept_as_a_scenario(office):
    before = values(office.must("simulate", "--format", "csv"))
    saved = ("--save", "No reserve", "--reason", "It is spent")
    after = values(office.must("simulate", "--drop", "M1", *saved, "--format", "csv"))
    assert after["closed_form_mean"] == before["closed_form_mean"] - 50
    assert after["chance_of_control_total"] < before["chance_of_control_total"]
    base, kept = json.loads(office.must("show", "scenarios", "--format", "json"))
    assert (kept["scenario"], kept["changes"], kept["reason"]) == ("No reserve", "M1 left out", "It is spent")
    assert Decimal(str(kept["chance_of_control_total"])) == after["chance_of_control_total"]
    assert Decimal(str(base["chance_of_control_total"])) == before["chance_of_control_total"]


def test_references_are_those_of_the_register_in_any_case_and_a_change_of_what_does_not_count_is_told(office):
    assert values(office.must("simulate", "--drop", "m1", "--format", "csv"))["closed_form_mean"] == -50
    assert values(office.must("simulate", "--probability", "R2=10", "--format", "csv"))["closed_form_mean"] == 36
    said = office.must("simulate", "--probability", "R2=100")
    assert "R2 does not count. In the position: the forecast holds it." in said


def test_the_summary_of_risks_that_is_not_there_is_told_with_the_register_that_is(office):
    assert "Show it as risk-register" in office.refused("show", "risks")


def test_probability_value_and_correlation_can_be_changed(office):
    changed = ("--probability", "R1=100%", "--value", "M1=£20k", "--correlation", "0.5")
    found = values(office.must("simulate", *changed, "--format", "csv"))
    assert found["closed_form_mean"] == -100 + 10
    assert found["correlation"] == Decimal("0.5")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--runs", "5"), "is not a number of runs"),
        (("--seed", "-1"), "is not a seed"),
        (("--correlation", "2"), "is not a correlation"),
        (("--drop", "R9"), "nothing here to change with the reference R9"),
        (("--probability", "R1"), "write it as REF=PERCENT"),
        (("--probability", "R1=120"), "is not a probability"),
        (("--delay", "Q1=0"), "can be delayed by 1 to 12 months"),
        (("--probability", "R1=10", "--probability", "r1=90"), "r1 is changed twice in one way"),
        (("--delay", "Q1=1.5"), "number of months"),
        (("--save", "Nothing"), "no scenario to save"),
    ],
)
def test_what_cannot_be_simulated_is_refused_in_one_line(office, wrong, said):
    assert said in office.refused("simulate", *wrong, status=2)


def test_without_any_risk_it_says_what_to_load(tmp_path, capsys):
    office = Office(tmp_path, capsys)
    (tmp_path / "position.csv").write_text(POSITION, encoding="utf-8")
    about = ("--org", "X1", "--year", "2018/19", "--month", "3", "--unit", "thousands")
    office.must("load", str(tmp_path / "position.csv"), *about)
    assert "Load the risk register (risk-register)" in office.refused("show", "simulation")
