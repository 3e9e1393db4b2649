"""A process that is killed at any moment loses no acknowledged load and leaves no half of one."""

from __future__ import annotations

import multiprocessing
import random
from typing import TYPE_CHECKING, Any

import pytest

from recovery.record import Record
from recovery.record.digest import sha256
from tests.record.building import DIFFERENCE, NOTICE
from tests.record.loader import CONTENT_BYTES, TABLES, load_for_ever

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

KILLS = [pytest.param(15, id="fifteen"), pytest.param(50, id="fifty", marks=pytest.mark.campaign)]
FRESH_EVERY = 5
"""So often the process is killed while it opens or makes the record, otherwise in the middle of its loads."""
OPENING_SECONDS, LOADING_SECONDS = 0.3, 0.06
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.record.loader", "tests.record.appender"])


def killed(work: Callable[..., None], address: str, seed: int, longest: float, heard: int) -> list[Any]:
    """Let a process work, kill it after a random while once it has said `heard`, and return all that it said."""
    hears, says = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=work, args=(address, seed, says))
    process.start()
    says.close()
    said = [hears.recv() for _ in range(heard)]
    process.join(random.Random(seed).uniform(0, longest))  # noqa: S311 - seeded, so that a failure can be repeated
    assert process.is_alive()
    process.kill()
    process.join()
    return said + _all(hears)


def _all(hears: Connection) -> list[Any]:
    heard = []
    try:
        while True:
            heard.append(hears.recv())
    except (EOFError, OSError):
        return heard


def _whole(record: Record, load_id: int) -> bool:
    entry = {entry.id: entry for entry in record.loads()}[load_id]
    tables = [submission for submission in record.submissions_since(entry.change - 1) if submission.load == load_id]
    ((_, content),) = entry.files
    return (
        entry.problems == (NOTICE,)
        and [submission.findings for submission in tables] == [(DIFFERENCE,), ()]
        and len(tables) == TABLES
        and len(record.file(content).content) == CONTENT_BYTES
        and sha256(record.file(content).content) == content
    )


@pytest.mark.parametrize("kills", KILLS)
def test_kills_lose_no_acknowledged_load_and_leave_no_half(kills: int, tmp_path: Path) -> None:
    acknowledged = 0
    for kill in range(kills):
        path = str(tmp_path / f"record-{kill // FRESH_EVERY}.sqlite")
        opening = kill % FRESH_EVERY == 0
        before = 0 if opening else Record(path).newest_change()
        longest = OPENING_SECONDS if opening else LOADING_SECONDS
        _, *receipts = killed(load_for_ever, path, kill, longest, heard=1 if opening else 2)
        record = Record(path)
        newest = record.newest_change()
        assert record.verify() == []
        assert [change for _, change, _ in receipts] == list(range(before + 1, before + 1 + len(receipts)))
        assert newest - before - len(receipts) in (0, 1), "at most the load that it was killed in is there unheard"
        assert [entry.change for entry in record.loads()] == list(range(1, newest + 1))
        assert all(_whole(record, entry.id) for entry in record.loads() if entry.change > before)
        acknowledged += len(receipts)
        record.close()
    assert acknowledged >= kills - kills // FRESH_EVERY
