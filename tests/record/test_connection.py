"""What is not a record, or not reachable, is said in plain words."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from recovery.errors import RecordError
from recovery.record import Record, connection
from recovery.record.connection import address
from tests.record.building import load, position

if TYPE_CHECKING:
    from pathlib import Path


def test_a_path_and_a_url_name_the_same_file() -> None:
    assert address("/tmp/x.sqlite") == address("sqlite:////tmp/x.sqlite")  # noqa: S108 - nothing is written


def test_postgresql_is_spoken_to_by_psycopg() -> None:
    assert address("postgresql://user@host/base").drivername == "postgresql+psycopg"


@pytest.mark.parametrize("given", ["mysql://host/base", "sqlite://", "sqlite:///:memory:", "nonsense://"])
def test_another_kind_of_database_is_refused(given: str) -> None:
    with pytest.raises(RecordError):
        Record(given)


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"x" * 4096)
    with pytest.raises(RecordError, match="not a database"):
        Record(str(path))
    assert path.read_bytes() == b"PK\x03\x04" + b"x" * 4096


def test_another_applications_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE holiday (day TEXT)")
    before = path.read_bytes()
    with pytest.raises(RecordError, match="not a record"):
        Record(str(path))
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Record(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(RecordError, match="cannot be made"):
        Record(str(tmp_path / "file" / "record.sqlite"))


def test_an_unreachable_server_is_said_without_its_password() -> None:
    with pytest.raises(RecordError) as caught:
        Record("postgresql+psycopg://user:secret-word@127.0.0.1:1/base?connect_timeout=1")
    assert "127.0.0.1" in str(caught.value)
    assert "secret-word" not in str(caught.value)


def test_the_record_is_read_while_another_writes(tmp_path: Path) -> None:
    path = str(tmp_path / "record.sqlite")
    record = Record(path)
    record.append(load(position(1)))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO schema_version VALUES (98, '2026-01-01 00:00:00.000000')")
    reader = Record(path)
    assert reader.newest_change() == 1
    assert len(reader.submissions_since(0)) == 1
    writer.execute("ROLLBACK")
    writer.close()


def test_a_write_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    record = Record(str(tmp_path / "record.sqlite"))
    with record._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_record_that_another_keeps_locked_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    path = str(tmp_path / "record.sqlite")
    record = Record(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match="being written by another for too long"):
        record.append(load(position()))
    writer.execute("ROLLBACK")
    writer.close()
    assert record.append(load(position())).change == 1


class _SerialisationError(Exception):
    sqlstate = "40001"


@pytest.mark.parametrize("lost", [0, 1, connection.ATTEMPTS - 1])
def test_a_write_that_lost_a_race_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: int) -> None:
    monkeypatch.setattr(connection.time, "sleep", lambda _seconds: None)
    races = [*range(lost), None]

    def work(_connection: sa.Connection) -> str:
        if races.pop(0) is not None:
            raise sa.exc.OperationalError("COMMIT", {}, _SerialisationError())
        return "written"

    engine = connection.connect(address(str(tmp_path / "record.sqlite")))
    assert connection.write(engine, work) == "written"
    assert races == []


def test_a_write_that_always_loses_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.time, "sleep", lambda _seconds: None)
    tried = []

    def work(_connection: sa.Connection) -> None:
        tried.append(1)
        raise sa.exc.OperationalError("COMMIT", {}, _SerialisationError())

    engine = connection.connect(address(str(tmp_path / "record.sqlite")))
    with pytest.raises(RecordError, match="too many at once"):
        connection.write(engine, work)
    assert len(tried) == connection.ATTEMPTS
