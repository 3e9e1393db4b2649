"""Taking submissions over from the record into DuckDB, through Arrow."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from recovery.engine.bulk import insert, insert_all
from recovery.engine.dataset_tables import create_statement, insert_statement, typed
from recovery.engine.reference_rows import reference_rows
from recovery.engine.sql_files import AT_THE_START, statements
from recovery.sources.definitions import Dataset, datasets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import duckdb

    from recovery.findings import Finding
    from recovery.record import Submission

WORKED_OUT: Final = {"activity-return": ("return_counts", "return_counted")}
"""By dataset the table that keeps what is worked out of it, and the view that does so."""
AMOUNT: Final = pa.decimal128(24, 6)
STEP: Final = Decimal("0.000001")
SAME: Final = (
    "id", "change", "load", "organisation", "organisation_name", "month", "dataset", "file_name", "sha256", "sheet",
    "unit_from", "sign_from", "title", "row_count", "illustrative", "loaded_by",
)  # fmt: skip


def set_up(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables, the reference data, the macros and the views."""
    for statement in (*statements("tables"), *map(create_statement, datasets().values())):
        connection.execute(statement)
    insert_all(connection, reference_rows())
    for folder in AT_THE_START:
        for statement in statements(folder):
            connection.execute(statement)


def take_over(connection: duckdb.DuckDBPyConnection, submissions: Sequence[Submission]) -> None:
    """Add submissions, their rows and their findings; whoever calls holds the transaction."""
    insert(connection, "submission", _submissions(submissions))
    insert(connection, "finding", _findings(submissions))
    for dataset, members in _by_dataset(submissions):
        rows = pa.concat_tables([typed(member.table().rows, dataset, member.id) for member in members])
        connection.register("incoming", rows)
        connection.execute(insert_statement(dataset, "incoming"))
        connection.unregister("incoming")
        work_out(connection, dataset)


def work_out(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    """Work out anew what is kept worked out of a dataset."""
    if dataset.name in WORKED_OUT:
        kept, view = WORKED_OUT[dataset.name]
        connection.execute(f"DELETE FROM {kept}; INSERT INTO {kept} FROM {view}")  # noqa: S608 - own names


def _by_dataset(submissions: Iterable[Submission]) -> list[tuple[Dataset, list[Submission]]]:
    """Group submissions; one of a dataset that no definition knows any more stays in the record only."""
    found: dict[str, list[Submission]] = defaultdict(list)
    for submission in submissions:
        found[submission.dataset].append(submission)
    return [(datasets()[name], members) for name, members in found.items() if name in datasets()]


def _submissions(submissions: Sequence[Submission]) -> pa.Table:
    columns: dict[str, Any] = {name: [getattr(submission, name) for submission in submissions] for name in SAME}
    columns["month"] = pa.array(columns["month"], pa.int32())
    columns["year"] = [submission.year.start for submission in submissions]
    columns["unit"] = pa.array([submission.unit and submission.unit.value for submission in submissions], pa.string())
    moments = [submission.loaded_at.astimezone(dt.UTC).replace(tzinfo=None) for submission in submissions]
    columns["loaded_at"] = pa.array(moments, pa.timestamp("us"))
    columns["columns"] = [json.dumps(dict(submission.columns)) for submission in submissions]
    columns["quanta"] = [json.dumps(dict(submission.quanta)) for submission in submissions]
    return pa.table(columns)


def _findings(submissions: Iterable[Submission]) -> pa.Table:
    pairs = [(submission.id, finding) for submission in submissions for finding in submission.findings]
    found = [finding for _, finding in pairs]
    return pa.table(
        {
            "submission": pa.array([submission for submission, _ in pairs], pa.int32()),
            "row_order": pa.array([finding.row_order for finding in found], pa.int32()),
            "printed": _amounts([finding.printed for finding in found]),
            "computed": _amounts([finding.computed for finding in found]),
            "difference": _amounts([finding.difference for finding in found]),
            **{name: _texts(found, attribute) for name, attribute in _FINDING_TEXTS.items()},
        }
    )


_FINDING_TEXTS: Final = {
    "dataset": "dataset", "check": "check", "row_label": "row", "column_name": "column", "severity": "severity",
    "kind": "kind", "explanation": "explanation",
}  # fmt: skip


def _texts(findings: Iterable[Finding], attribute: str) -> pa.Array:
    return pa.array([str(getattr(finding, attribute)) for finding in findings], pa.string())


def _amounts(values: Iterable[Decimal | None]) -> pa.Array:
    exact = [None if value is None else value.quantize(STEP, rounding=ROUND_HALF_UP) for value in values]
    return pa.array(exact, AMOUNT)
