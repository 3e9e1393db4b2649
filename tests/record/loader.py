"""A process that loads without end and says each receipt aloud, for tests that end it without warning."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from recovery.record import Record
from tests.record.building import DIFFERENCE, NOTICE, load, position, targets

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

TABLES = 2
CONTENT_BYTES = 200_000


def load_for_ever(address: str, seed: int, said: Connection) -> None:
    """Load again and again, each time another file, and send the receipt once the record has acknowledged it."""
    said.send("started")
    record = Record(address)
    chance = random.Random(seed)  # noqa: S311 - seeded, so that a failure can be repeated
    while True:
        said.send(_one(record, chance.randbytes(CONTENT_BYTES)))


def load_some(address: str, seed: int, count: int, said: Connection) -> None:
    """Load `count` times, whoever else loads meanwhile."""
    record = Record(address)
    chance = random.Random(seed)  # noqa: S311 - seeded, so that a failure can be repeated
    for _ in range(count):
        said.send(_one(record, chance.randbytes(1_000)))
    said.close()


def _one(record: Record, content: bytes) -> tuple[int, int, tuple[int, ...]]:
    given = load(position(), targets(), content=content, findings=[[DIFFERENCE], []], problems=[NOTICE])
    receipt = record.append(given)
    return receipt.load_id, receipt.change, receipt.submission_ids
