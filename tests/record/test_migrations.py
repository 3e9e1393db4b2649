"""An older record is brought up to date in place; a newer one is left alone."""

from __future__ import annotations

import base64
import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from recovery.errors import RecordError
from recovery.record import Record, migrations
from recovery.record.connection import address as url_of
from recovery.record.connection import connect
from recovery.record.schema import VERSION, metadata
from tests.record.building import DIFFERENCE, NOTICE, SCHEME, appended, happened, load, position

if TYPE_CHECKING:
    from collections.abc import Iterator

FROZEN = Path(__file__).parent
NUMBERED_BY_THE_DATABASE = {"load", "submission"}


@pytest.fixture
def engine(address: str) -> Iterator[sa.Engine]:
    """The database itself, not yet a record."""
    made = connect(url_of(address))
    yield made
    made.dispose()


@pytest.fixture
def first_version(engine: sa.Engine) -> sa.Engine:
    """A record as version 1 left it, with one load of two tables."""
    _restore(engine, FROZEN / "version_1")
    return engine


@pytest.fixture
def second_version(engine: sa.Engine) -> sa.Engine:
    """A record that version 2 made, with a load of two tables and one of one."""
    _restore(engine, FROZEN / "version_2")
    return engine


@pytest.fixture(params=["first_version", "second_version"])
def older(request: pytest.FixtureRequest) -> sa.Engine:
    """A record of each older version in turn."""
    made: sa.Engine = request.getfixturevalue(request.param)
    return made


def _restore(engine: sa.Engine, frozen: Path) -> None:
    script = (frozen / f"{engine.dialect.name}.sql").read_text(encoding="utf-8")
    connection = engine.raw_connection()
    driver = connection.driver_connection
    assert driver is not None
    (driver.executescript if engine.dialect.name == "sqlite" else driver.execute)(script)
    mark = "?" if engine.dialect.name == "sqlite" else "%s"
    for table, rows in json.loads((frozen / "rows.json").read_text(encoding="utf-8")).items():
        for row in rows:
            given = {name: _value(value) for name, value in row.items() if (table, name) not in _NUMBERS}
            names = ", ".join(f'"{name}"' for name in given)
            marks = ", ".join([mark] * len(given))
            driver.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(given.values()))  # noqa: S608
    driver.commit()
    connection.close()


_NUMBERS = {(table, "id") for table in NUMBERED_BY_THE_DATABASE}


def _value(value: object) -> object:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


def _shape(engine: sa.Engine) -> dict[str, object]:
    inspector = sa.inspect(engine)
    return {
        table: (
            {column["name"]: (str(column["type"]), column["nullable"]) for column in inspector.get_columns(table)},
            sorted((index["name"] or "", *map(str, index["column_names"])) for index in inspector.get_indexes(table)),
            sorted(tuple(key["constrained_columns"]) for key in inspector.get_foreign_keys(table)),
            inspector.get_pk_constraint(table)["constrained_columns"],
        )
        for table in inspector.get_table_names()
    }


def test_a_record_of_version_1_keeps_its_loads(address: str, first_version: sa.Engine) -> None:
    record = Record(address)
    (kept,) = record.loads()
    assert (kept.change, kept.month, kept.problems, kept.software) == (1, 3, (NOTICE,), "")
    first, second = record.submissions_since(0)
    assert first.table().rows.equals(position().rows)
    assert first.findings == (DIFFERENCE,)
    assert second.dataset == "qipp-targets"
    assert record.verify() == []
    assert record.append(load(position(4))).change == 2
    assert [entry.software for entry in record.loads()] == ["", "0.1.0"]
    assert record.verify() == []
    record.close()
    del first_version


def test_a_record_of_version_2_keeps_its_loads_and_takes_events(address: str, second_version: sa.Engine) -> None:
    del second_version
    record = Record(address)
    assert [(entry.change, entry.month, entry.software) for entry in record.loads()] == [
        (1, 3, "0.1.0"),
        (2, None, "0.1.0"),
    ]
    assert [heading.dataset for heading in record.submissions_since(0)] == ["position", "qipp-targets", "position"]
    assert record.submission(3).table().rows.equals(position(4).rows)
    assert record.verify() == []
    assert record.events(SCHEME) == []
    assert appended(record, happened(1), happened(2)) == 3
    assert [entry.version for entry in record.events(SCHEME)] == [1, 2]
    assert record.append(load(position(5))).change == 4
    assert record.verify() == []
    record.close()


def test_an_upgraded_record_refuses_what_a_new_one_refuses(address: str, older: sa.Engine) -> None:
    record = Record(address)
    appended(record, happened(1))
    record.close()
    again = "INSERT INTO event SELECT change, 1, {} FROM event"
    rest = "year, subject_kind, subject_key, {}, kind, effective_on, via, reason, body, illustrative"
    for statement, said in (
        ("UPDATE event SET reason = ''", "only ever added to"),
        ("DELETE FROM event", "only ever added to"),
        (again.format("organisation, " + rest.format("version")), "(?i)unique"),
        (again.format("organisation, " + rest.format("0")), "(?i)check"),
        (again.format("'07K', " + rest.format("-1")), "(?i)check"),
    ):
        with older.connect() as connection, pytest.raises(sa.exc.DBAPIError, match=said):
            connection.exec_driver_sql(statement)


def test_an_upgraded_record_has_the_shape_of_a_new_one(
    address: str, older: sa.Engine, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before = _shape(older)
    Record(address).close()
    upgraded = _shape(older)
    migrations.bring_up_to_date(older)
    if older.dialect.name == "sqlite":
        fresh = connect(url_of(str(tmp_path / "fresh.sqlite")))
    else:
        from tests.record.postgresql import new_schema  # noqa: PLC0415 - only where there is a server

        server = request.getfixturevalue("postgresql_server")
        fresh = connect(new_schema(server, f"fresh_{id(older)}"))
    migrations.bring_up_to_date(fresh)
    assert upgraded == _shape(fresh)
    assert set(upgraded) == set(metadata.tables)
    assert before != upgraded
    fresh.dispose()


def test_an_upgrade_that_fails_leaves_the_record_as_it_was(
    address: str, older: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _shape(older)
    step = migrations.STEPS[3]

    def fails(connection: sa.Connection) -> None:
        step(connection)
        raise RecordError("the power went")

    monkeypatch.setattr(migrations, "STEPS", {**migrations.STEPS, 3: fails})
    with pytest.raises(RecordError, match="the power went"):
        Record(address)
    assert _shape(older) == before


def test_a_newer_record_is_refused(address: str, engine: sa.Engine) -> None:
    Record(address).close()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(
            metadata.tables["schema_version"].insert().values(version=VERSION + 1, at=dt.datetime.now(dt.UTC))
        )
    with pytest.raises(RecordError, match=f"version {VERSION + 1}, this application knows versions up to {VERSION}"):
        Record(address)


def test_each_version_is_noted_once(address: str, first_version: sa.Engine) -> None:
    Record(address).close()
    Record(address).close()
    with first_version.connect() as connection:
        noted = connection.execute(sa.select(metadata.tables["schema_version"].c.version)).scalars().all()
    assert sorted(noted) == [1, 2, 3]
