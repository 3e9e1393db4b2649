"""A process with many threads that all edit the same register at once, as sessions of the application do."""

from __future__ import annotations

import itertools
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.errors import Conflict
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import EditScheme
from recovery.programme.performing import perform
from recovery.record import Record
from tests.programme.acting import ORGANISATION, YEAR, state
from tests.programme.building import DAY

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

EDITOR = Actor("editor", "page", trusted=True)


def edit_with_threads(address: str, name: str, times: tuple[int, int], refs: list[str], said: Connection) -> None:
    """Let threads make edits to any of the schemes and say each one's (mark, conflicts), or any error.

    `times` is how many threads there are, and how many edits each makes.
    """
    threads, each = times
    record = Record(address)
    ready = threading.Barrier(threads)
    said.send("ready")
    said.recv()

    def one(number: int) -> list[tuple[str, int]]:
        chance = random.Random(f"{name} {number}")  # noqa: S311 - seeded, so that a failure can be repeated
        ready.wait()
        return [_edit(record, chance.choice(refs), f"{name} {number} {turn}") for turn in range(each)]

    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(one, number) for number in range(threads)]:
            error = done.exception()
            said.send(f"{type(error).__name__}: {error}" if error else done.result())
    record.close()
    said.close()


def _edit(record: Record, ref: str, mark: str) -> tuple[str, int]:
    """Edit what is there now; after a conflict look again, as a person would, and edit that."""
    for conflicts in itertools.count():
        seen = state(record, ref)
        command = EditScheme(ref, replace(seen.scheme, comment=mark), seen.case_version)
        with suppress(Conflict):
            perform(record, command, EDITOR, organisation=ORGANISATION, year=FinancialYear(YEAR), on=DAY)
            return mark, conflicts
    raise AssertionError
