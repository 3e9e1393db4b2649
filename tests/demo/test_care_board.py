"""The second organisation: another kind of programme by configuration alone."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal

import pytest

from recovery.demo import ALL, load_demo
from recovery.engine import Engine
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.programme.event_kinds import SCHEME, WEIGHTS
from recovery.programme.folding import states
from recovery.record import Record
from recovery.view import View

YEAR = FinancialYear(2024)
NOW = View("QZZ", YEAR, 3)


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Record:
    record = Record(str(tmp_path_factory.mktemp("board") / "record.sqlite"))
    load_demo(record, ALL[1])
    return record


@pytest.fixture(scope="module")
def engine(record) -> Engine:
    return Engine(record)


def shown(engine: Engine, name: str, view: View = NOW) -> list[dict]:
    return figure(name, engine, view).records()


def test_twelve_schemes_stand_in_the_stages_and_ratings_of_the_efficiency_programme(engine):
    found = shown(engine, "schemes")
    assert Counter(row["stage_name"] for row in found) == {
        "Opportunity": 2, "Plans in progress": 3, "Fully developed": 5, "Delivered": 2,
    }  # fmt: skip
    assert Counter(row["rag"] for row in found) == {"High risk": 5, "Medium risk": 2, "Low risk": 5}
    assert sum(row["net_value"] for row in found) == Decimal(20_195_000)


def test_the_matrix_has_the_programmes_own_stages_and_the_unidentified_saving_of_each_area(engine):
    *areas, total = shown(engine, "pipeline")
    assert [row["unidentified"] for row in areas] == [700_000, 800_000, 200_000, 1_000_000, 150_000, 600_000, 155_000]
    assert total["unidentified"] == total["gap_including_pipeline"] == Decimal(3_605_000)
    assert (total["opportunity_value"], total["fully_developed_value"]) == (Decimal(1_500_000), Decimal(12_950_000))


def test_the_register_of_the_end_of_may_stands_at_what_was_known_then(engine):
    found = {row["ref"]: row for row in shown(engine, "schemes", View("QZZ", YEAR, 2, dt.date(2024, 5, 31)))}
    assert found["E24-06"]["rag"] == "Medium risk"
    assert found["E24-12"]["stage_name"] == "Fully developed"
    assert {row["ref"]: row["rag"] for row in shown(engine, "schemes")}["E24-06"] == "High risk"


def test_the_boards_own_weight_holds_from_its_day_on(engine, record):
    assert len(record.events_of("QZZ", 0, WEIGHTS)) == 1
    weights = {row["key"]: row["weight"] for row in shown(engine, "weights")}
    assert weights == {"Opportunity": 25, "High risk": 40, "Medium risk": 75, "Low risk": 100}
    before = View("QZZ", YEAR, 2, dt.date(2024, 5, 31))
    assert {row["key"]: row["weight"] for row in shown(engine, "weights", before)}["High risk"] == 50


def test_a_scheme_was_closed_and_its_benefits_are_compared_with_the_case(engine, record):
    found = states(record.events_of("QZZ", 2024, SCHEME))
    assert {ref for ref, state in found.items() if state.status == "closed"} == {"E24-12"}
    closed = [row for row in shown(engine, "benefits") if row["ref"] == "E24-12"]
    assert {row["realised_percent"] for row in closed} == {Decimal(97)}
    assert {row["case_net_value"] for row in closed} == {Decimal(60_000)}


def test_profiles_add_up_to_net_values(record):
    found = states(record.events_of("QZZ", 2024, SCHEME))
    assert len(found) == 12
    for state in found.values():
        assert sum(line.plan for line in state.scheme.profile) == state.scheme.net_value


def test_every_page_of_figures_is_marked_as_illustrative(engine):
    for name in ("position", "qipp-targets", "qipp-gap", "pipeline", "delivery", "board", "ratings", "benefits"):
        assert figure(name, engine, NOW).illustrative, name
