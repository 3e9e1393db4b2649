"""Many who append events at once lose nothing, and of those who want the same version exactly one gets it."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

from recovery.errors import Conflict
from tests.record.appender import SHARED, append_in_threads, race
from tests.record.building import SCHEME, appended, happened

if TYPE_CHECKING:
    from collections.abc import Callable

    from recovery.record import Record

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.record.appender"])
THREADS, RACES = 25, 40


def _said(work: Callable[..., None], *arguments: tuple[Any, ...]) -> list[list[Any]]:
    """Return all that processes say which begin together, one for each of the arguments."""
    start = PROCESSES.Barrier(len(arguments))
    ears = []
    for given in arguments:
        hears, says = PROCESSES.Pipe(duplex=False)
        PROCESSES.Process(target=work, args=(*given, start, says)).start()
        says.close()
        ears.append(hears)
    return [list(iter(lambda ear=ear: _next(ear), None)) for ear in ears]


def _next(ear: Any) -> Any:
    try:
        return ear.recv()
    except EOFError:
        return None


def test_of_two_processes_that_race_for_a_version_one_wins(address: str, record: Record) -> None:
    (first,), (second,) = _said(race, (address, RACES), (address, RACES))
    versions = list(range(1, RACES + 1))
    assert sorted(version for version, _ in first + second) == versions
    assert sorted(change for _, change in first + second) == versions
    assert [(entry.version, entry.change) for entry in record.events(SCHEME)] == list(
        zip(versions, versions, strict=True)
    )
    assert record.verify() == []


def test_of_many_threads_that_race_for_a_version_one_wins(record: Record) -> None:
    outcomes: list[int] = []

    def claim() -> None:
        try:
            outcomes.append(appended(record, happened(1)))
        except Conflict as conflict:
            outcomes.append(-conflict.newest)

    threads = [Thread(target=claim) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(outcomes) == {1: 1, -1: THREADS - 1}
    assert len(record.events(SCHEME)) == 1


def test_fifty_writers_in_two_processes_lose_nothing(address: str, record: Record) -> None:
    said = _said(append_in_threads, (address, 1, THREADS), (address, 2, THREADS))
    acknowledged = [entry for process in said for of_thread in process for entry in of_thread]
    kept = [(entry.subject.key, entry.version, entry.change) for entry in record.events_of("06H", 2018, "scheme")]
    assert len(acknowledged) == 2 * THREADS * 4
    assert sorted(acknowledged) == sorted(kept)
    assert sorted(change for _, _, change in kept) == list(range(1, len(kept) + 1))
    shared = record.events(replace(SCHEME, key=SHARED))
    assert [entry.version for entry in shared] == list(range(1, 4 * THREADS + 1))
    assert all(len(record.events(replace(SCHEME, key=f"own-1-{number}"))) == 2 for number in range(THREADS))
    assert record.verify() == []
