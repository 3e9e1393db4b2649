"""The scheme register: kept in the application or loaded."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Amount, Asks, Row, about

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.engine.kept import Register
    from recovery.period import FinancialYear


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
