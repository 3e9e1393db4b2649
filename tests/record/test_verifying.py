"""Whatever is altered behind the record's back is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from recovery.record import Record
from recovery.record.connection import address as url_of
from tests.record.building import DIFFERENCE, NOTICE, SCHEME, appended, happened, load, position, targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANOTHER_EVENT = """
    INSERT INTO event
    SELECT
        {change}, 9, organisation, year, subject_kind, 'Q18-003', 1, kind, effective_on, via, reason, body, illustrative
    FROM event WHERE change = 4
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A record of two loads and two changes of events."""
    made = str(tmp_path / "record.sqlite")
    record = Record(made)
    for month in (1, 2):
        record.append(load(position(month), targets(), findings=[[DIFFERENCE], []], problems=[NOTICE]))
    appended(record, happened(1), happened(1, replace(SCHEME, key="Q18-002")), happened(2))
    appended(record, happened(3))
    record.close()
    return made


@pytest.fixture
def behind_its_back(path: str) -> Iterator[sa.Connection]:
    """The database without its guards, as someone with the file in hand has it."""
    engine = sa.create_engine(url_of(path))
    with engine.begin() as connection:
        triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
        assert triggers
        for trigger in triggers:
            connection.exec_driver_sql(f'DROP TRIGGER "{trigger}"')
        yield connection
    engine.dispose()


def test_a_record_that_nobody_touched_is_sound(path: str) -> None:
    assert Record(path).verify() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE file SET content = X'00'", ["does not hold the bytes"]),
        ("UPDATE submission SET rows = X'00' WHERE id = 3", ["Submission 3 (position) does not hold the rows"]),
        ("UPDATE submission SET row_count = 9 WHERE id = 1", ["does not have the 9 rows", "Change 1 is not what was"]),
        ("UPDATE submission SET month = 7 WHERE id = 1", ["Change 1 is not what was written"]),
        ("UPDATE submission SET quanta = '{}' WHERE id = 3", ["Change 2 is not what was written"]),
        ("UPDATE finding SET printed = '-7000' WHERE submission = 1", ["Change 1 is not what was written"]),
        ("DELETE FROM finding WHERE submission = 3", ["Change 2 is not what was written"]),
        ("UPDATE problem SET message = '' WHERE load = 2", ["Change 2 is not what was written"]),
        ("UPDATE load SET \"by\" = 'another' WHERE id = 1", ["Change 1 is not what was written"]),
        ("UPDATE load_file SET name = 'another' WHERE load = 1", ["Change 1 is not what was written"]),
        ("UPDATE change SET at = '2020-01-01 00:00:00.000000' WHERE id = 2", ["Change 2 is not what was written"]),
        ("DELETE FROM change WHERE id = 1", ["Change 1 is missing"]),
        ("DELETE FROM load WHERE id = 2", ["Change 2 has no load"]),
        ("UPDATE event SET body = '{\"net\":9}' WHERE version = 2", ["Change 3 is not what was written"]),
        ("UPDATE event SET reason = '' WHERE change = 4", ["Change 4 is not what was written"]),
        ("UPDATE event SET effective_on = '2018-08-01' WHERE change = 4", ["Change 4 is not what was written"]),
        ("UPDATE event SET via = 'page' WHERE change = 4", ["Change 4 is not what was written"]),
        ("UPDATE event SET illustrative = 1 WHERE change = 4", ["Change 4 is not what was written"]),
        ("UPDATE event SET subject_key = 'Q18-009' WHERE change = 4", ["Change 4 is not what was written"]),
        ("UPDATE event SET number = number + 7 WHERE change = 3", ["Change 3 is not what was written"]),
        ("UPDATE change SET \"by\" = 'another' WHERE id = 4", ["Change 4 is not what was written"]),
        ("UPDATE event SET change = 2 WHERE change = 4", ["Change 2 is not what was", "Change 4 has no event"]),
        ("DELETE FROM event WHERE change = 3 AND number = 1", ["Change 3 is not what was written"]),
        ("DELETE FROM event WHERE change = 4", ["Change 4 has no event"]),
        ("DELETE FROM change WHERE id = 4", ["Change 4 is missing"]),
        (ANOTHER_EVENT.format(change=1), ["Change 1 is not what was written"]),
        (ANOTHER_EVENT.format(change=4), ["Change 4 is not what was written"]),
        (
            "UPDATE change SET digest = 'forged' WHERE id = 1",
            ["Change 1 is not what was written", "Change 2 is not what was written"],
        ),
    ],
)
def test_what_was_altered_is_named(path: str, behind_its_back: sa.Connection, statement: str, said: list[str]) -> None:
    assert behind_its_back.exec_driver_sql(statement).rowcount > 0
    behind_its_back.commit()
    found = Record(path).verify()
    assert len(found) == len(said)
    assert all(phrase in message for phrase, message in zip(said, found, strict=True))
