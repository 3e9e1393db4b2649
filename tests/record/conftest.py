"""Both databases for the record's tests."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

import pytest

from recovery.record import Record
from tests.record import postgresql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import sqlalchemy as sa

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[sa.URL]:
    """A PostgreSQL server; without one the tests are skipped, and fail where they are promised to run."""
    programs = postgresql.programs()
    if programs is None:
        reason = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with postgresql.server(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a record that is not there yet, in each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "store" / "record.sqlite")
    server = request.getfixturevalue("postgresql_server")
    return postgresql.new_schema(server, f"record_{next(NUMBERS)}").render_as_string(hide_password=False)


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    """A new record."""
    made = Record(address)
    yield made
    made.close()
