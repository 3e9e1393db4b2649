"""The engine's questions, one typed function for each file of `sql/queries`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from recovery.period import MONTHS_IN_YEAR

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

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
    """Return the organisations that have loaded anything: code and name."""
    return [(code, name) for code, name in engine.ask("organisations")]


def periods(engine: Asks, organisation: str) -> list[tuple[int, int | None, str]]:
    """Return which datasets an organisation has loaded: year, month (None where without one) and dataset."""
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
    engine: Asks, register: int, control: int | None, targets: int | None
) -> list[tuple[int, str, str | None, str, Decimal]]:
    """Return what the register gives for the matrix, a row a cell: place, kind, area (None: total), field, amount."""
    rows = engine.ask("qipp_gateway_from_register", register=register, control=control, targets=targets)
    return [(place, kind, area, field, amount) for place, kind, area, field, amount in rows]


def qipp_rag_from_register(engine: Asks, register: int, view: View, rags: Sequence[str]) -> list[Row]:
    """Return the register by RAG: in the pipeline or not, RAG, net value, risk-adjusted, share, variance."""
    return engine.ask("qipp_rag_from_register", register=register, rags=list(rags), **_period(view))


def qipp_rag_total(engine: Asks, register: int, view: View) -> Row:
    """Return the register's total: net value, risk-adjusted, risk-adjusted over net, variance."""
    return engine.ask("qipp_rag_total", register=register, **_period(view))[0]


def qipp_gap(
    engine: Asks, view: View, sources: Mapping[str, int | None], pipeline_statuses: Sequence[str]
) -> tuple[Amount, Amount, Amount, Amount]:
    """Return target, identified, identified past the pipeline and risk-adjusted.

    `sources` names the submissions to use as by_rag, by_stage, register, control and targets; None leaves one out.
    """
    statuses = list(pipeline_statuses)
    rows = engine.ask("qipp_gap", pipeline_statuses=statuses, **_period(view), **sources)
    target, identified, past_pipeline, risk_adjusted = rows[0]
    return target, identified, past_pipeline, risk_adjusted


def schemes(engine: Asks, register: int, view: View) -> list[Row]:
    """Return the register's schemes with stage name, weight and risk-adjusted value."""
    return engine.ask("schemes", register=register, **_period(view))


def weights_in_force(engine: Asks, view: View) -> list[tuple[str, str, Decimal, dt.date]]:
    """Return the risk weights in force at the view's month end: basis, key, percentage points, from when."""
    rows = engine.ask("weights_in_force", **_period(view))
    return [(basis, key, weight, effective_from) for basis, key, weight, effective_from in rows]


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


def submissions(engine: Asks, view: View) -> list[Row]:
    """Return all that an organisation has loaded, and whether it stands behind the view."""
    return engine.ask("submissions", **_view(view))


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
