"""A process that is killed while it appends events loses no acknowledged change and leaves no half of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.record import Record
from tests.record.appender import AT_ONCE, append_for_ever
from tests.record.building import SCHEME
from tests.record.test_crash import killed

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 15
SECONDS = 0.03


def test_kills_in_the_middle_of_events_lose_no_acknowledged_change(tmp_path: Path) -> None:
    path = str(tmp_path / "record.sqlite")
    record = Record(path)
    heard_in_all = 0
    for kill in range(KILLS):
        before = record.newest_change()
        _, *heard = killed(append_for_ever, path, kill, SECONDS, heard=2)
        newest = record.newest_change()
        assert [change for change, _ in heard] == list(range(before + 1, before + 1 + len(heard)))
        assert newest - before - len(heard) in (0, 1), "at most the change that it was killed in is there unheard"
        assert [(entry.version, entry.change) for entry in record.events(SCHEME)] == [
            (AT_ONCE * (change - 1) + number, change)
            for change in range(1, newest + 1)
            for number in range(1, AT_ONCE + 1)
        ]
        assert record.verify() == []
        heard_in_all += len(heard)
    assert heard_in_all >= KILLS
