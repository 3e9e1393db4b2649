"""Events come from the record into the engine's tables: in order, all or none, and quickly."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from recovery.engine import Engine
from recovery.engine import engine as engine_module
from recovery.errors import RecordError
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.programme.scheme import ActivityChange, Kpi, Milestone, ProfileMonth, SchemeRisk
from recovery.programme.state import Status
from recovery.record import Event, Record
from recovery.view import View
from tests.engine.happening import Happening, profile, scheme
from tests.engine.kept import programme
from tests.record.building import load, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from recovery.record import EventEntry, Writing

VIEW = View("X01", FinancialYear(2018), 3)
JUNE = dt.date(2018, 6, 1)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    made = Record(str(tmp_path / "record.sqlite"))
    yield made
    made.close()


def write(record: Record, *entries: EventEntry) -> None:
    """Append events as one change."""

    def work(writing: Writing) -> None:
        writing.append([_event(entry) for entry in entries])

    record.write(work, by="pmo@x.example", via="page")


def _event(entry: EventEntry) -> Event:
    names = ("subject", "version", "kind", "effective_on", "reason", "body", "illustrative")
    return Event(**{name: getattr(entry, name) for name in names})


def rows(engine: Engine, sql: str) -> Sequence[tuple[Any, ...]]:
    return engine._rows(sql, {})


def everything(engine: Engine) -> dict[str, Sequence[tuple[Any, ...]]]:
    names = rows(engine, "SELECT table_name FROM duckdb_tables() ORDER BY ALL")
    return {name: rows(engine, f'SELECT * FROM "{name}" ORDER BY ALL') for (name,) in names}  # noqa: S608


def test_a_followed_engine_is_a_rebuilt_one(record: Record) -> None:
    followed = Engine(record)
    for entry in programme().events:
        write(record, entry)
        followed.catch_up()
    rebuilt = Engine(record)
    assert everything(followed) == everything(rebuilt)
    assert followed.states("X01", 2018) == rebuilt.states("X01", 2018)
    of_schemes = [event for event in programme().events if event.subject.kind == "scheme"]
    assert len(everything(rebuilt)["scheme_version"]) == len(of_schemes)


def test_states_are_known_by_programme_and_reference(record: Record) -> None:
    write(record, *programme().events)
    engine = Engine(record)
    assert sorted(engine.states("X01", 2018)) == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"]
    assert engine.states("X01", 2019) == engine.states("X02", 2018) == {}
    assert engine.state("X01", 2018, "Q8").status is Status.CLOSED
    assert engine.state("X01", 2018, "Q9") is None


def test_a_takeover_that_fails_leaves_the_states_as_they_were(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    happening = Happening()
    write(record, happening.begin(scheme()))
    engine = Engine(record)
    write(record, happening.edit(scheme(title="Changed"), JUNE))
    whole = engine_module.take_over_events

    def half(*given: Any) -> Any:
        whole(*given)
        raise RecordError("the power went")

    monkeypatch.setattr(engine_module, "take_over_events", half)
    with pytest.raises(RecordError, match="the power went"):
        engine.catch_up()
    assert engine.state("X01", 2018, "Q1").version == 1
    assert rows(engine, "SELECT version, title FROM scheme_version") == [(1, "Scheme Q1")]
    monkeypatch.setattr(engine_module, "take_over_events", whole)
    engine.catch_up()
    assert engine.state("X01", 2018, "Q1").version == 2
    assert rows(engine, "SELECT max(version) FROM scheme_version") == [(2,)]


def test_loads_and_events_come_over_together(record: Record) -> None:
    write(record, Happening().begin(scheme()))
    record.append(load(targets(), organisation="X01"))
    engine = Engine(record)
    assert engine.tables(VIEW).keys() == {"qipp-targets", "schemes"}
    assert figure("schemes", engine, VIEW).records()[0]["ref"] == "Q1"


def test_the_lists_of_a_case_come_over_to_the_penny_and_only_where_it_changed(record: Record) -> None:
    happening = Happening()
    case = scheme(
        profile=(
            ProfileMonth(1, Decimal("10.01"), None, Decimal("9.99")),
            ProfileMonth(1, Decimal(5), recurrent=False),
        ),
        milestones=(Milestone("Agreed", JUNE),),
        kpis=(Kpi("Items", "a month", Decimal("1.5"), None, "up", ((1, Decimal("0.000001")),)),),
        risks=(SchemeRisk("Shortage", 4, 4),),
        activity=(ActivityChange("E.M.8", "Follow-up", 4, Decimal("-25.5")),),
    )
    write(record, happening.begin(case), happening.happens("Q1", "ticked", JUNE, item="described", evidence="Seen"))
    write(record, happening.edit(replace(case, profile=profile(1)), JUNE))
    engine = Engine(record)
    assert rows(engine, "SELECT version, case_version FROM scheme_version ORDER BY version") == [(1, 1), (2, 1), (3, 3)]
    lines = "SELECT month, plan, actual, forecast, recurrent FROM scheme_profile WHERE case_version = 1 ORDER BY ALL"
    assert rows(engine, lines) == [
        (1, Decimal("5.00"), None, None, False),
        (1, Decimal("10.01"), None, Decimal("9.99"), True),
    ]
    assert rows(engine, "SELECT case_version, count(*) FROM scheme_profile GROUP BY ALL ORDER BY ALL") == [
        (1, 2),
        (3, 12),
    ]
    assert rows(engine, "SELECT DISTINCT actual FROM scheme_kpi_month") == [(Decimal("0.000001"),)]
    assert rows(engine, "SELECT DISTINCT change FROM scheme_activity") == [(Decimal("-25.5"),)]


def test_a_reported_rating_is_kept_in_the_programmes_own_word(record: Record) -> None:
    happening = Happening()
    write(record, happening.begin(scheme("Q1", reported_rag="g")), happening.begin(scheme("Q2", reported_rag="Blue")))
    assert rows(Engine(record), "SELECT reported_rag FROM scheme_version ORDER BY ref") == [("Green",), ("Blue",)]


def test_weights_come_over_for_their_organisation_alone(record: Record) -> None:
    body = {"effective_from": "2018-06-01", "weights": [{"basis": "rag", "key": "Red", "weight": "0.25"}]}
    write(record, Happening().happens("", "weights changed", JUNE, subject_kind="weights", reason="Learnt", **body))
    engine = Engine(record)
    shown = {
        organisation: {row["key"]: (row["weight"], row["reason"]) for row in found.records()}
        for organisation in ("X01", "X02")
        for found in [figure("weights", engine, View(organisation, FinancialYear(2018), 3))]
    }
    assert shown["X01"]["Red"] == (25, "Learnt")
    assert shown["X02"]["Red"][0] == 60
    assert shown["X01"]["Amber"] == shown["X02"]["Amber"]


def test_people_are_not_taken_over(record: Record) -> None:
    write(record, Happening("").happens("a@x.example", "added", JUNE, subject_kind="person", name="A"))
    engine = Engine(record)
    assert engine.catch_up() == 1
    assert rows(engine, "SELECT count(*) FROM scheme_version") == [(0,)]
