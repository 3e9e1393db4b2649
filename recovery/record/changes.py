"""Changes: every write is one, numbered without gaps and chained to the one before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from recovery.record import digest as chain
from recovery.record import schema

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Place:
    """The place in the chain that the next change takes: its number, its moment and the digest before it."""

    number: int
    at: dt.datetime
    before: str


def next_place(connection: sa.Connection) -> Place:
    """Return the next change's place; whoever calls holds the write lock, so that nobody else can take it."""
    last = connection.execute(
        sa.select(schema.change.c.id, schema.change.c.digest).order_by(schema.change.c.id.desc()).limit(1)
    ).first()
    return Place(last.id + 1 if last else 1, dt.datetime.now(dt.UTC), last.digest if last else "")


def add(
    connection: sa.Connection,
    place: Place,
    *,
    by: str,
    kind: str,
    content: Iterable[tuple[tuple[str, ...], Iterable[chain.Row]]],
) -> None:
    """Write the change itself; its digest covers all the content that the caller adds after it."""
    change: dict[str, Any] = {"id": place.number, "at": place.at, "by": by, "kind": kind}
    change["digest"] = chain.digest(place.before, change, content)
    connection.execute(schema.change.insert(), change)
