"""Fifty sessions in two processes edit one register at once: no edit is lost, nobody sees anything but a conflict."""

from __future__ import annotations

import json
import multiprocessing
from collections import Counter

import pytest

from recovery.programme.commands import CreateScheme
from recovery.record import Record
from tests.programme.acting import do, events
from tests.programme.building import scheme
from tests.programme.editor import edit_with_threads
from tests.record.conftest import address, postgresql_server

__all__ = ["address", "postgresql_server"]

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.programme.editor"])
REFS = [f"S-{number}" for number in range(10)]


def edit_at_once(address: str, processes: int, threads: int, each: int) -> list[list[tuple[str, int]] | str]:
    """Let processes begin together, and return what each of their threads said."""
    ears = []
    for number in range(processes):
        hears, says = PROCESSES.Pipe()
        arguments = (address, f"process {number}", (threads, each), REFS, says)
        PROCESSES.Process(target=edit_with_threads, args=arguments).start()
        says.close()
        ears.append(hears)
    assert [ear.recv() for ear in ears] == ["ready"] * processes
    for ear in ears:
        ear.send("go")
    return [ear.recv() for ear in ears for _ in range(threads)]


def everything_is_kept(address: str, threads: int, each: int) -> None:
    record = Record(address)
    do(record, *(CreateScheme(scheme(ref)) for ref in REFS))
    said = edit_at_once(address, 2, threads, each)
    assert [error for error in said if isinstance(error, str)] == []
    marks = Counter(mark for marks in said for mark, _ in marks)
    assert sum(conflicts for marks in said for _, conflicts in marks) > 0
    histories = {ref: events(record, ref) for ref in REFS}
    kept = Counter(
        json.loads(entry.body)["scheme"]["comment"] for one in histories.values() for entry in one if entry.version > 1
    )
    assert kept == marks
    assert sum(marks.values()) == 2 * threads * each
    assert all([entry.version for entry in one] == list(range(1, len(one) + 1)) for one in histories.values())
    assert record.newest_change() == 1 + 2 * threads * each
    assert record.verify() == []
    record.close()


def test_fifty_sessions_in_two_processes_lose_no_edit(tmp_path):
    everything_is_kept(str(tmp_path / "record.sqlite"), 25, 6)


@pytest.mark.campaign
def test_fifty_sessions_lose_no_edit_in_a_longer_run(address: str):
    everything_is_kept(address, 25, 15)
