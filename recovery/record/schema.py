"""The record's tables, for SQLite and PostgreSQL alike; rows are only ever added."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

VERSION: Final = 3
"""The version of the schema set out below; `migrations` says how older ones get here."""

metadata: Final = MetaData()


class UtcTime(TypeDecorator[dt.datetime]):
    """A moment, kept in UTC without an offset and given back with one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Turn the moment into UTC."""
        del dialect
        return value.astimezone(dt.UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Say that the moment is in UTC."""
        del dialect
        return value.replace(tzinfo=dt.UTC) if value else None


class ExactNumber(TypeDecorator[Decimal]):
    """A decimal as text, because SQLite has no exact decimals."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the number out in full."""
        del dialect
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the number as it was written."""
        del dialect
        return None if value is None else Decimal(value)


def _month() -> Column[int]:
    return Column("month", Integer, CheckConstraint("month BETWEEN 1 AND 12"))


def _year() -> Column[int]:
    return Column("year", Integer, CheckConstraint("year BETWEEN 1948 AND 2199"), nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


schema_version: Final = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
)

change: Final = Table(
    "change",
    metadata,
    Column("id", Integer, CheckConstraint("id > 0"), primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    _text("by"),
    _text("kind"),
    Column("digest", String(64), nullable=False, unique=True),
)

file: Final = Table(
    "file",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, CheckConstraint("size >= 0"), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

load: Final = Table(
    "load",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change", Integer, ForeignKey("change.id"), nullable=False, unique=True),
    Column("organisation", String(40), CheckConstraint("length(organisation) BETWEEN 1 AND 40"), nullable=False),
    _text("organisation_name"),
    _year(),
    _month(),
    _text("by"),
    Column("at", UtcTime, nullable=False),
    Column("illustrative", Boolean, nullable=False),
    Column("software", String(40), nullable=False, server_default=""),
)

load_file: Final = Table(
    "load_file",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), ForeignKey("file.sha256"), nullable=False),
    _text("name"),
)

submission: Final = Table(
    "submission",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("load", Integer, ForeignKey("load.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("change", Integer, ForeignKey("change.id"), nullable=False),
    Column("organisation", String(40), nullable=False),
    _year(),
    _month(),
    Column("dataset", String(40), nullable=False),
    Column("sha256", String(64), ForeignKey("file.sha256"), nullable=False),
    _text("file_name"),
    _text("sheet"),
    Column("unit", String(20)),
    _text("unit_from"),
    _text("sign_from"),
    _text("title"),
    Column("row_count", Integer, CheckConstraint("row_count >= 0"), nullable=False),
    Column("illustrative", Boolean, nullable=False),
    _text("columns"),
    _text("quanta"),
    _text("unused"),
    Column("rows", LargeBinary, nullable=False),
    Column("rows_sha256", String(64), nullable=False),
    UniqueConstraint("load", "number"),
)
Index("submission_by_change", submission.c.change)

problem: Final = Table(
    "problem",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *(_text(name) for name in ("rule", "message", "to_do", "file", "sheet", "cell", "value", "dataset", "weight")),
)

finding: Final = Table(
    "finding",
    metadata,
    Column("submission", Integer, ForeignKey("submission.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("dataset", String(40), nullable=False),
    _text("check"),
    Column("row_order", Integer),
    _text("row_label"),
    _text("column_name"),
    Column("printed", ExactNumber),
    Column("computed", ExactNumber),
    Column("kind", String(20), nullable=False),
    Column("severity", String(20), nullable=False),
    _text("explanation"),
)

event: Final = Table(
    "event",
    metadata,
    Column("change", Integer, ForeignKey("change.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("organisation", String(40), nullable=False),
    Column("year", Integer, CheckConstraint("year = 0 OR year BETWEEN 1948 AND 2199"), nullable=False),
    Column("subject_kind", String(40), CheckConstraint("length(subject_kind) > 0"), nullable=False),
    Column("subject_key", String(320), nullable=False),
    Column("version", Integer, CheckConstraint("version > 0"), nullable=False),
    Column("kind", String(40), CheckConstraint("length(kind) > 0"), nullable=False),
    Column("effective_on", Date, nullable=False),
    _text("via"),
    _text("reason"),
    _text("body"),
    Column("illustrative", Boolean, nullable=False),
    UniqueConstraint("organisation", "year", "subject_kind", "subject_key", "version", name="event_by_subject"),
)

APPENDED: Final = tuple(metadata.tables)
"""The tables in which nothing may be changed or taken away: all of them."""
