"""What reconciliation found behind a view, and what has been loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.checks import reconcile_across
from recovery.engine import queries
from recovery.engine.kept import kept_register, loaded_register
from recovery.engine.kept_table import weights_of
from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, all_behind, nothing
from recovery.period import FinancialYear
from recovery.sources.definitions import datasets

if TYPE_CHECKING:
    from recovery.engine.queries import Asks
    from recovery.findings import Finding
    from recovery.view import View

FINDING_COLUMNS: Final = (
    Column("dataset", "Table"),
    Column("check", "Check"),
    Column("row", "Row"),
    Column("column", "Column"),
    Column("printed", "Printed", "mixed"),
    Column("computed", "Computed", "mixed"),
    Column("difference", "Difference", "mixed"),
    Column("severity", "Severity"),
)

SUBMISSION_COLUMNS: Final = (
    Column("id", "Submission", "number"),
    Column("dataset", "Table"),
    Column("organisation", "Organisation"),
    Column("year", "Year"),
    Column("month", "Month", "number"),
    Column("file", "File"),
    Column("sha256", "SHA-256"),
    Column("sheet", "Sheet"),
    Column("unit", "Unit"),
    Column("rows", "Rows", "number"),
    Column("findings", "Findings", "number"),
    Column("loaded_by", "Loaded by"),
    Column("loaded_at", "Loaded at (UTC)"),
    Column("current", "Current"),
    Column("illustrative", "Illustrative"),
)


def findings(request: Request) -> Figure:
    """Return what was found within and between the tables behind a view; `kinds` are the kinds of the amounts.

    What was found within a table was kept with its submission.  Between tables it is found anew, because another
    table may have been loaded since.
    """
    used = all_behind(request)
    within = queries.findings(request.engine, [source.id for source in used])
    between = [_finding(found) for found in findings_between(request.engine, request.view)]
    rows = [*within, *between]
    return request.figure(FINDING_COLUMNS, [row[:-1] for row in rows], kinds=[row[-1] for row in rows], used=used)


def findings_between(engine: Asks, view: View) -> list[Finding]:
    """Return in what the tables behind a view do not bear each other out, with the risk weights of its day."""
    register = kept_register(engine, view) or loaded_register(view, None)
    return reconcile_across(engine.tables(view), weights_of(engine, register))


def submissions(request: Request) -> Figure:
    """Return all that the organisation has loaded, in the order of loading."""
    rows = [
        _submission(row) for row in queries.submissions(request.engine, request.view, is_kept=request.kept is not None)
    ]
    if not rows:
        raise NothingLoaded(nothing(request.title, tuple(datasets()), request.view))
    return request.figure(SUBMISSION_COLUMNS, rows)


def _finding(found: Finding) -> tuple[Cell, ...]:
    return (
        found.dataset, found.check, found.row, found.column, found.printed, found.computed, found.difference,
        found.severity.value, found.kind,
    )  # fmt: skip


def _submission(row: queries.Row) -> list[Cell]:
    year, moment, *flags = row[3], row[12], *row[13:]
    return [
        *row[:3],
        str(FinancialYear(year)),
        *row[4:12],
        moment.isoformat(sep=" ", timespec="seconds"),
        *("yes" if flag else "no" for flag in flags),
    ]
