"""What is loaded: organisations, periods, submissions, what was found in them and where each number stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Asks, Row, of_view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.view import View


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
    rows = engine.ask("current_submissions", **of_view(view))
    return [(number, dataset, month, illustrative, fields) for number, dataset, month, illustrative, fields in rows]


def submission(engine: Asks, organisation: str, number: int) -> list[tuple[int, str, int | None, bool, list[str]]]:
    """Return one submission of an organisation as `current_submissions` does, or nothing."""
    rows = engine.ask("submission", organisation=organisation, submission=number)
    return [(found, dataset, month, illustrative, fields) for found, dataset, month, illustrative, fields in rows]


def submission_period(engine: Asks, organisation: str, number: int) -> tuple[int, int | None] | None:
    """Return the year and month that a submission was loaded for, None if the organisation has none of that id."""
    rows = engine.ask("submission_period", organisation=organisation, submission=number)
    return (rows[0][0], rows[0][1]) if rows else None


def marks(engine: Asks, number: int) -> list[tuple[int, str, Decimal, Decimal, str]]:
    """Return a submission's printed figures that differ: row_order, field, printed, computed, severity."""
    rows = engine.ask("marks", submission=number)
    return [(order, field, printed, computed, severity) for order, field, printed, computed, severity in rows]


def findings(engine: Asks, numbers: Sequence[int]) -> list[Row]:
    """Return what was found within the tables of these submissions, with the kind of the amounts last."""
    return engine.ask("findings", submissions=list(numbers))


def submissions(engine: Asks, view: View, *, is_kept: bool) -> list[Row]:
    """Return all that an organisation has loaded, and whether it stands behind the view; `is_kept`: the register."""
    return engine.ask("submissions", **of_view(view), is_kept=is_kept)


def trail(engine: Asks, submissions_of: Mapping[str, Sequence[int]]) -> list[Row]:
    """Return where every number of these submissions comes from; they are named by the dataset's table."""
    return engine.ask("trail", **{table: list(numbers) for table, numbers in submissions_of.items()})
