"""The engine follows the record, answers from any thread, and lets nobody out of its box."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import duckdb
import pytest

from recovery.engine import Engine
from recovery.engine import engine as engine_module
from recovery.errors import RecordError, UsageError
from recovery.record import Record
from recovery.view import View
from tests.record.building import DIFFERENCE, YEAR, load, position, targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    made = Record(str(tmp_path / "record.sqlite"))
    yield made
    made.close()


def _ids(engine: Engine) -> list[int]:
    return [number for (number,) in engine._rows("SELECT id FROM submission ORDER BY id", {})]


def test_a_new_engine_holds_what_the_record_holds(record: Record) -> None:
    record.append(load(position(), targets()))
    engine = Engine(record)
    assert _ids(engine) == [1, 2]
    assert engine.catch_up() == 1


def test_what_another_process_loads_shows_after_the_next_catch_up(record: Record, tmp_path: Path) -> None:
    engine = Engine(record)
    Record(str(tmp_path / "record.sqlite")).append(load(position()))
    assert _ids(engine) == []
    assert engine.catch_up() == 1
    assert _ids(engine) == [1]


def test_a_long_record_is_taken_over_in_pieces(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "ROWS_AT_ONCE", 4)
    for month in range(1, 6):
        record.append(load(position(month)))
    engine = Engine(record)
    assert engine.catch_up() == 5
    assert _ids(engine) == [1, 2, 3, 4, 5]


def test_a_takeover_that_fails_shows_nothing_and_can_be_done_again(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(record)
    record.append(load(position()))
    whole = engine_module.take_over

    def half(cursor: duckdb.DuckDBPyConnection, submissions: object) -> None:
        whole(cursor, submissions)  # type: ignore[arg-type]
        raise RecordError("the power went")

    monkeypatch.setattr(engine_module, "take_over", half)
    with pytest.raises(RecordError, match="the power went"):
        engine.catch_up()
    assert _ids(engine) == []
    monkeypatch.setattr(engine_module, "take_over", whole)
    assert engine.catch_up() == 1
    assert _ids(engine) == [1]


def test_a_record_that_has_lost_what_was_read_is_said(record: Record, tmp_path: Path) -> None:
    record.append(load(position()))
    engine = Engine(record)
    engine._record = Record(str(tmp_path / "restored.sqlite"))
    with pytest.raises(RecordError, match="older than what was read"):
        engine.catch_up()


def test_threads_get_their_own_rows_while_the_record_grows(record: Record) -> None:
    for month in range(1, 5):
        record.append(load(position(month, actual=month)))
    engine = Engine(record)

    def ask(month: int) -> list[tuple[int, int]]:
        rows = []
        for _ in range(40):
            engine.catch_up()
            rows += engine._rows(
                "SELECT s.month, p.ytd_actual FROM position p JOIN submission s ON s.id = p.submission "
                "WHERE s.month = $month AND p.line = 'Acute'",
                {"month": month},
            )
        return rows

    with ThreadPoolExecutor(max_workers=4) as pool:
        asked = [pool.submit(ask, month) for month in range(1, 5)]
        for month in range(5, 9):
            record.append(load(position(month, actual=month)))
        answers = [answer.result() for answer in asked]
    assert answers == [[(month, month * 1000)] * 40 for month in range(1, 5)]
    assert engine.catch_up() == 8
    assert _ids(engine) == list(range(1, 9))


def test_half_a_load_never_shows(record: Record) -> None:
    engine = Engine(record)
    done = threading.Event()

    def watch() -> list[tuple[int, int]]:
        halves = []
        while not done.is_set():
            halves += engine._rows("SELECT load, count(*) FROM submission GROUP BY load HAVING count(*) <> 2", {})
        return halves

    with ThreadPoolExecutor(max_workers=1) as pool:
        watched = pool.submit(watch)
        for month in range(1, 11):
            record.append(load(position(month), targets(month)))
            engine.catch_up()
        done.set()
        assert watched.result() == []
    assert len(_ids(engine)) == 20


def test_an_unknown_question_is_refused(record: Record) -> None:
    with pytest.raises(UsageError, match="not a question"):
        Engine(record).ask("../../secrets")


def test_a_question_is_asked_by_name_with_its_parameters(record: Record) -> None:
    record.append(load(position(), month=3))
    engine = Engine(record)
    assert len(engine.ask("current_submissions", organisation="06H", year=2018, month=3)) == 1
    assert engine.ask("current_submissions", organisation="06H", year=2017, month=3) == []


def test_the_tables_of_a_view_are_those_that_were_loaded(record: Record) -> None:
    record.append(load(position(3), targets(target=900), findings=[[DIFFERENCE], []]))
    record.append(load(position(3, actual=120)))
    record.append(load(position(4), organisation="07K"))
    tables = Engine(record).tables(View("06H", YEAR, 3))
    assert list(tables) == ["qipp-targets", "position"]
    assert tables["position"].rows.equals(position(3, actual=120).rows)
    assert tables["qipp-targets"].rows.equals(targets(target=900).rows)


def test_a_superseded_submission_can_still_be_shown(record: Record) -> None:
    record.append(load(position(3)))
    record.append(load(position(3, actual=120)))
    assert Engine(record).submission_table(1).rows.equals(position(3).rows)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "COPY (SELECT 1) TO '/tmp/out.csv'",
        "ATTACH '/tmp/other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
    ],
)
def test_the_engine_reaches_nothing_outside_itself(record: Record, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        Engine(record)._rows(statement, {})


def test_names_in_sql_never_mean_python_variables(record: Record) -> None:
    loose = position().rows
    assert loose.num_rows == 2
    with pytest.raises(duckdb.CatalogException):
        Engine(record)._rows("SELECT * FROM loose", {})
