"""Every figure of the demonstration is what was approved, and what was published comes back digit for digit."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recovery.cli.main import main
from recovery.measures.figures import figure
from recovery.measures.request import request_of
from recovery.measures.risk.outlook import outlook_of
from recovery.measures.simulation.simulated import simulated, usual_settings
from recovery.rows import last_of_kind
from tests.golden.demonstration import APPROVED, NAMES, SHORT, VIEW, approved_file, demonstration, shown

if TYPE_CHECKING:
    from recovery.engine import Engine

PUBLISHED = Path(__file__).parents[1] / "spec" / "published"
SHOWN_AS = {
    "financial_plan.csv": ("plan", "thousands"),
    "month_end_position_m03.csv": ("position", "thousands"),
    "risks_and_mitigations_m03.csv": ("risks", "millions"),
    "qipp_rag_m03.csv": ("qipp-rag", "thousands"),
    "qipp_gateway_m03.csv": ("qipp-gateway", "thousands"),
    "activity_plan.csv": ("activity-plan", "thousands"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("golden")


@pytest.fixture(scope="module")
def engine(folder) -> Engine:
    return demonstration(folder)


@pytest.mark.parametrize("computed", [False, True], ids=["reported", "computed"])
@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_what_was_approved(engine, name, computed):
    approved = approved_file(name, computed=computed).read_text(encoding="utf-8")
    assert len(approved.splitlines()) > (1 if name in SHORT else 4)
    assert shown(engine, name, computed=computed) == approved


def test_nothing_is_approved_that_is_not_shown():
    files = {approved_file(name, computed=computed) for name in NAMES for computed in (False, True)}
    assert set(APPROVED.glob("*.csv")) == files


def test_what_counts_outside_the_forecast_comes_to_one_likely_case_wherever_it_is_shown(engine):
    cases, register, months, phasing, forecast = (
        figure(name, engine, VIEW)
        for name in ("risk-cases", "risk-register", "risks-by-month", "risk-phasing", "forecast")
    )
    likely = {row["case"]: row["outturn"] for row in cases.records()}["Likely"]
    reported = cases.records()[0]["reported_forecast"]
    outside = [register.values("counted")[-1], months.values("net_risk")[-1], phasing.values("cumulative")[-1]]
    assert [reported + amount for amount in outside] == [likely] * 3
    assert last_of_kind(forecast, "net")["reported_plus_risk"] == likely
    drawn = simulated(outlook_of(request_of("simulation", "Simulation", engine, VIEW)), usual_settings())
    assert abs(Decimal(drawn.draws.closed_form_mean) - likely) < Decimal("0.01")


@pytest.mark.parametrize("file", SHOWN_AS)
def test_a_published_table_comes_back_digit_for_digit(engine, folder, capsysbinary, file):
    name, unit = SHOWN_AS[file]
    assert engine.catch_up() > 0
    database = str(folder / "record.sqlite")
    assert main(["show", name, "--db", database, "--format", "csv", "--unit", unit]) == 0
    found = list(csv.reader(capsysbinary.readouterr().out.decode("utf-8").splitlines()))
    with (PUBLISHED / file).open(encoding="utf-8", newline="") as lines:
        published = list(csv.reader(lines))
    assert found[0] == published[0]
    assert [[_digits(cell) for cell in row] for row in found] == [[_digits(cell) for cell in row] for row in published]
    assert sum(cell != "" for row in published for cell in row) > 20


def _digits(cell: str) -> str | Decimal:
    try:
        return Decimal(cell.removesuffix("%"))
    except ArithmeticError:
        return cell
