"""The engine's questions, one typed function for each file of `sql/queries`."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from recovery.engine import sql_files
from recovery.period import MONTHS_IN_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.engine.kept import Register
    from recovery.period import FinancialYear
    from recovery.sources.definitions import Dataset
    from recovery.sources.table import Table
    from recovery.view import View

Amount = Decimal | None
Row = tuple[Any, ...]


class Asks(Protocol):
    """What measures need of the engine: to be asked a question by name, and tables as they were loaded."""

    def ask(self, query_name: str, **parameters: Any) -> list[Row]:  # noqa: ANN401 - what SQL takes and gives
        """Return the rows that a question gives."""

    def tables(self, view: View) -> Mapping[str, Table]:
        """Return by dataset the tables that hold in a view."""

    def submission_table(self, submission: int) -> Table:
        """Return one submission as the table that was loaded."""


def organisations(engine: Asks) -> list[tuple[str, str]]:
    """Return the organisations that have loaded anything or keep a register here: code and name."""
    return [(code, name) for code, name in engine.ask("organisations")]


def periods(engine: Asks, organisation: str) -> list[tuple[int, int | None, str]]:
    """Return which datasets an organisation has loaded: year, month (None where without one) and dataset.

    A year whose register is kept here has schemes without a month.
    """
    return [(year, month, dataset) for year, month, dataset in engine.ask("periods", organisation=organisation)]


def current_submissions(engine: Asks, view: View) -> list[tuple[int, str, int | None, bool, list[str]]]:
    """Return the submissions behind a view: id, dataset, month, illustrative, the fields its source has."""
    rows = engine.ask("current_submissions", **_view(view))
    return [(number, dataset, month, illustrative, fields) for number, dataset, month, illustrative, fields in rows]


def submission(engine: Asks, organisation: str, number: int) -> list[tuple[int, str, int | None, bool, list[str]]]:
    """Return one submission of an organisation as `current_submissions` does, or nothing."""
    rows = engine.ask("submission", organisation=organisation, submission=number)
    return [(found, dataset, month, illustrative, fields) for found, dataset, month, illustrative, fields in rows]


def submission_period(engine: Asks, organisation: str, number: int) -> tuple[int, int | None] | None:
    """Return the year and month that a submission was loaded for, None if the organisation has none of that id."""
    rows = engine.ask("submission_period", organisation=organisation, submission=number)
    return (rows[0][0], rows[0][1]) if rows else None


def reported(engine: Asks, dataset: Dataset, number: int) -> list[Row]:
    """Return a table's rows as printed: row_order, kind, flow, False, then the definition's fields."""
    return engine.ask(f"{dataset.table_name}_reported", submission=number)


def readded(engine: Asks, dataset: Dataset, number: int) -> list[Row]:
    """Return a table's rows as re-added: row_order, kind, flow, whether the source lacks the row, then the fields."""
    return engine.ask(f"{dataset.table_name}_readded", submission=number)


def qipp_gateway_rows(engine: Asks, number: int) -> list[tuple[int, str, str, bool, str]]:
    """Return the stage by area matrix's rows: row_order, kind, flow, whether the source lacks the row, area."""
    rows = engine.ask("qipp_gateway_rows", submission=number)
    return [(row_order, kind, flow, added, area) for row_order, kind, flow, added, area in rows]


def qipp_gateway_readded(engine: Asks, number: int) -> list[tuple[int, str, Decimal]]:
    """Return the stage by area matrix as re-added, a row a cell: row_order, field, amount."""
    return [(order, field, amount) for order, field, amount in engine.ask("qipp_gateway_readded", submission=number)]


def qipp_gateway_from_register(
    engine: Asks, register: Register, control: int | None, targets: int | None
) -> list[tuple[int, str, str | None, str, Decimal]]:
    """Return what the register gives for the matrix, a row a cell: place, kind, area (None: total), field, amount."""
    rows = about(engine, "qipp_gateway_from_register", register, control=control, targets=targets)
    return [(place, kind, area, field, amount) for place, kind, area, field, amount in rows]


def qipp_rag_from_register(engine: Asks, register: Register, rags: Sequence[str]) -> list[Row]:
    """Return the register by RAG: in the pipeline or not, RAG, net value, risk-adjusted, share, variance."""
    return about(engine, "qipp_rag_from_register", register, rags=list(rags))


def qipp_rag_total(engine: Asks, register: Register) -> Row:
    """Return the register's total: net value, risk-adjusted, risk-adjusted over net, variance."""
    return about(engine, "qipp_rag_total", register)[0]


def qipp_gap(
    engine: Asks, register: Register, sources: Mapping[str, int | None], pipeline_statuses: Sequence[str]
) -> tuple[Amount, Amount, Amount, Amount]:
    """Return target, identified, identified past the pipeline and risk-adjusted.

    `sources` names the submissions to use as by_rag, by_stage, control and targets; None leaves one out.
    """
    statuses = list(pipeline_statuses)
    rows = about(engine, "qipp_gap", register, pipeline_statuses=statuses, **sources)
    target, identified, past_pipeline, risk_adjusted = rows[0]
    return target, identified, past_pipeline, risk_adjusted


def schemes(engine: Asks, register: Register) -> list[Row]:
    """Return the register's schemes with stage name, weight, risk-adjusted value and all that is known of them."""
    return about(engine, "schemes", register)


def weights_in_force(engine: Asks, register: Register) -> list[tuple[str, str, Decimal, dt.date, str]]:
    """Return the risk weights in force on the register's day: basis, key, percentage points, from when, why."""
    rows = about(engine, "weights_in_force", register)
    return [(basis, key, weight, effective_from, reason) for basis, key, weight, effective_from, reason in rows]


def unidentified(engine: Asks, register: Register, control: int | None, targets: int | None) -> list[Row]:
    """Return for each area its target, what is identified, what is not, and what is beyond the target."""
    return about(engine, "unidentified", register, control=control, targets=targets)


def sensitivity(engine: Asks, register: Register) -> list[tuple[Amount, Decimal]]:
    """Return what schemes come to under each weight (0 to 1, None where there is none)."""
    return [(weight, value) for weight, value in about(engine, "sensitivity", register)]


def kept_register(
    engine: Asks, organisation: str, year: FinancialYear
) -> tuple[dt.date, dt.datetime, dt.date, bool, int | None] | None:
    """Return since when a register is kept here, its newest day, whether any is invented, the newest month loaded.

    'Since when' comes twice: as the first day that an event holds from, and as the moment (UTC) of the first record.
    """
    rows = engine.ask("kept_register", organisation=organisation, year=year.start)
    if not rows:
        return None
    begun_on, begun_at, newest, illustrative, newest_month = rows[0]
    return begun_on, begun_at.replace(tzinfo=dt.UTC), newest, illustrative, newest_month


def newest_actual_month(engine: Asks, organisation: str, year: FinancialYear, as_at: dt.date | None) -> int:
    """Return the newest month for which a kept scheme has an actual, 0 where none has."""
    rows = engine.ask("newest_actual_month", organisation=organisation, year=year.start, as_at=as_at)
    month: int = rows[0][0]
    return month


def about(engine: Asks, name: str, register: Register, **more: Any) -> list[Row]:  # noqa: ANN401 - what SQL takes
    """Return the answer to a question about a register, asked with those of its parameters that the question names."""
    named = _named(name)
    return engine.ask(name, **{key: value for key, value in register.parameters.items() if key in named}, **more)


@cache
def _named(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\$(\w+)", sql_files.queries()[name]))


def forecast(engine: Asks, number: int, month: int) -> list[Row]:
    """Return the forecast's rows: row_order, kind, flow, added, line, reported, from lines, and the rates."""
    return engine.ask("forecast", submission=number, month=month)


def activity(engine: Asks, plan: int, view: View) -> list[Row]:
    """Return activity against plan by measure and month: kind, code, title, month, then the amounts."""
    return engine.ask("activity", plan=plan, **_to_date(view))


def activity_actual_submissions(engine: Asks, view: View) -> list[tuple[int, bool]]:
    """Return the submissions that the year's activity actuals come from: id, illustrative."""
    rows = engine.ask("activity_actual_submissions", **_to_date(view))
    return [(number, illustrative) for number, illustrative in rows]


def marks(engine: Asks, number: int) -> list[tuple[int, str, Decimal, Decimal, str]]:
    """Return a submission's printed figures that differ: row_order, field, printed, computed, severity."""
    rows = engine.ask("marks", submission=number)
    return [(order, field, printed, computed, severity) for order, field, printed, computed, severity in rows]


def findings(engine: Asks, numbers: Sequence[int]) -> list[Row]:
    """Return what was found within the tables of these submissions, with the kind of the amounts last."""
    return engine.ask("findings", submissions=list(numbers))


def submissions(engine: Asks, view: View, *, is_kept: bool) -> list[Row]:
    """Return all that an organisation has loaded, and whether it stands behind the view; `is_kept`: the register."""
    return engine.ask("submissions", **_view(view), is_kept=is_kept)


def trail(engine: Asks, submissions_of: Mapping[str, Sequence[int]]) -> list[Row]:
    """Return where every number of these submissions comes from; they are named by the dataset's table."""
    return engine.ask("trail", **{table: list(numbers) for table, numbers in submissions_of.items()})


def _view(view: View) -> dict[str, Any]:
    return {"organisation": view.organisation, **_period(view)}


def _to_date(view: View) -> dict[str, Any]:
    """Return the parameters of a question that goes as far as the view's month, or the year's end where it has none."""
    return {**_view(view), "month": view.month or MONTHS_IN_YEAR}


def _period(view: View) -> dict[str, int]:
    return {"year": view.year.start, "month": view.month}
