"""Two processes that load at once lose nothing, and whoever follows the record misses nothing."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import wait

from recovery.record import Record
from tests.record.loader import TABLES, load_some

EACH = 25
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.record.loader"])


def _receipts(address: str, loaders: int, each: int, follow: Record | None) -> tuple[list[int], list[int]]:
    """Return the changes acknowledged to the loaders, and those that a follower saw, in its order."""
    ears = []
    for seed in range(loaders):
        hears, says = PROCESSES.Pipe(duplex=False)
        PROCESSES.Process(target=load_some, args=(address, seed, each, says)).start()
        says.close()
        ears.append(hears)
    acknowledged: list[int] = []
    seen: list[int] = []
    while ears:
        for ear in wait(ears):
            try:
                acknowledged.append(ear.recv()[1])
            except EOFError:
                ears.remove(ear)
        if follow:
            seen += [entry.change for entry in follow.submissions_since(max(seen, default=0))]
    return acknowledged, seen


def test_two_processes_that_load_at_once_lose_nothing(address: str, record: Record) -> None:
    acknowledged, seen = _receipts(address, 2, EACH, record)
    every = list(range(1, 2 * EACH + 1))
    assert sorted(acknowledged) == every
    assert [entry.change for entry in record.loads()] == every
    assert seen == sorted(every * TABLES)
    assert record.verify() == []


def test_processes_that_make_the_record_at_once_make_one(address: str) -> None:
    acknowledged, _ = _receipts(address, 3, 1, None)
    assert sorted(acknowledged) == [1, 2, 3]
    assert Record(address).verify() == []
