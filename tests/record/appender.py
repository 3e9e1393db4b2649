"""A process that appends events, alone or in many threads, and says each change aloud once it is acknowledged."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.errors import Conflict
from recovery.record import Record
from tests.record.building import SCHEME, happened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Barrier

    from recovery.record import Event, Subject, Writing

AT_ONCE = 3
"""So many events go into one change."""
BODY_CHARACTERS = 20_000
SHARED = "shared"


def append_for_ever(address: str, seed: int, said: Connection) -> None:
    """Append to one scheme again and again, and send each change once the record has acknowledged it."""
    said.send("started")
    record = Record(address)
    chance = random.Random(seed)  # noqa: S311 - seeded, so that a failure can be repeated

    def work(writing: Writing) -> Sequence[Event]:
        newest = len(writing.events(SCHEME))
        body = f'{{"note":"{chance.randbytes(BODY_CHARACTERS // 2).hex()}"}}'
        events = [replace(happened(newest + number), body=body) for number in range(1, AT_ONCE + 1)]
        writing.append(events)
        return events

    while True:
        events, change = record.write(work, by="pmo", via="test")
        said.send((change, [event.version for event in events]))


def race(address: str, versions: int, start: Barrier, said: Connection) -> None:
    """Try to be the one who appends each version of a scheme, and send those that this process won."""
    record = Record(address)
    start.wait(60)
    won: list[tuple[int, int]] = []
    for version in range(1, versions + 1):
        try:
            won.append((version, record.write(_only(version), by="pmo", via="test")[1]))
        except Conflict as conflict:
            assert conflict.newest >= version  # noqa: PT017 - the test is in another process
    said.send(won)


def _only(version: int) -> Callable[[Writing], None]:
    return lambda writing: writing.append([happened(version)])


def append_in_threads(address: str, process: int, threads: int, start: Barrier, said: Connection) -> None:
    """Let many threads append to a scheme of their own and, as often as it takes, to one that all share."""
    record = Record(address)
    start.wait(60)
    with ThreadPoolExecutor(threads) as pool:
        work = [pool.submit(_append_twice, record, f"own-{process}-{number}") for number in range(threads)]
        for done in work:
            said.send(done.result())
    record.close()


def _append_twice(record: Record, own: str) -> list[tuple[str, int, int]]:
    acknowledged = []
    for key in (own, SHARED, own, SHARED):
        subject = replace(SCHEME, key=key)
        version, change = _append_next(record, subject)
        acknowledged.append((key, version, change))
    return acknowledged


def _append_next(record: Record, subject: Subject) -> tuple[int, int]:
    """Append as a page does that was opened a while ago: what it saw first, and again where that was taken."""
    while True:
        event = happened(len(record.events(subject)) + 1, subject)
        try:
            _, change = record.write(lambda writing: writing.append([event]), by="pmo", via="test")  # noqa: B023 - at once
        except Conflict:
            continue
        return event.version, change
