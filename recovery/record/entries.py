"""What goes into the record and what comes out of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recovery.record.parquet import decode
from recovery.sources.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.findings import Finding
    from recovery.money import Unit
    from recovery.period import FinancialYear
    from recovery.problems import Problem
    from recovery.sources.workbook import SourceFile


@dataclass(frozen=True)
class Load:
    """What one person loads at once: files as given, the tables read from them, and what was found.

    A finding goes with the load's own submission of its dataset; one between a table of this load and an older one
    goes with the load's first submission.  `month` holds for every table of monthly data that states none itself.
    """

    organisation: str
    organisation_name: str
    year: FinancialYear
    month: int | None
    loaded_by: str
    illustrative: bool
    files: tuple[SourceFile, ...]
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...] = ()
    findings: tuple[tuple[Finding, ...], ...] = ()


@dataclass(frozen=True)
class Receipt:
    """The record's answer to a load: it is written, under these numbers."""

    load_id: int
    change: int
    submission_ids: tuple[int, ...]


@dataclass(frozen=True)
class LoadEntry:
    """A load as it stands in the record; `files` are (name, SHA-256) in the order given."""

    id: int
    change: int
    organisation: str
    organisation_name: str
    year: FinancialYear
    month: int | None
    loaded_by: str
    loaded_at: dt.datetime
    illustrative: bool
    software: str
    files: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Heading:
    """Everything about a submission but its rows and findings."""

    id: int
    change: int
    load: int
    organisation: str
    organisation_name: str
    year: FinancialYear
    month: int | None
    dataset: str
    sha256: str
    file_name: str
    sheet: str
    unit: Unit | None
    unit_from: str
    sign_from: str
    title: str
    row_count: int
    illustrative: bool
    loaded_by: str
    loaded_at: dt.datetime
    columns: Mapping[str, str]
    quanta: Mapping[str, int]
    unused: tuple[str, ...]


@dataclass(frozen=True)
class Submission(Heading):
    """One table of one load: where it came from, its tidy rows as Parquet bytes, and its findings."""

    rows: bytes = b""
    rows_sha256: str = ""
    findings: tuple[Finding, ...] = field(default=())

    def table(self) -> Table:
        """Return the submission as the table that was loaded."""
        return Table(
            dataset=self.dataset,
            file=self.file_name,
            sheet=self.sheet,
            rows=decode(self.rows),
            columns=self.columns,
            quanta=self.quanta,
            unit=self.unit,
            unit_from=self.unit_from,
            sign_from=self.sign_from,
            month=self.month,
            title=self.title,
            unused=self.unused,
        )


@dataclass(frozen=True)
class Subject:
    """What a stream of events is about: one scheme of a year, an organisation's risk weights, one person.

    `organisation` is '' and `year` 0 where the subject belongs to none.
    """

    organisation: str
    year: int
    kind: str
    key: str


@dataclass(frozen=True)
class Event:
    """One thing that happened to a subject, its `version`-th; it holds from `effective_on`; `body` is JSON."""

    subject: Subject
    version: int
    kind: str
    effective_on: dt.date
    reason: str = ""
    body: str = "{}"
    illustrative: bool = False


@dataclass(frozen=True, kw_only=True)
class EventEntry(Event):
    """An event as it stands in the record: with its change, the moment, who did it and by which way in."""

    change: int
    at: dt.datetime
    by: str
    via: str


@dataclass(frozen=True)
class Changes:
    """What some changes brought, each kind in the order in which it came, and the number of the `last` of them."""

    submissions: list[Submission]
    events: list[EventEntry]
    last: int
