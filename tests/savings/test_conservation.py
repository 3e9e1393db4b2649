"""The same value in the register, the matrix, the summary by RAG, the gap and delivery; now and at any day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings

from recovery.measures.figures import figure
from recovery.rows import amount, last_of_kind
from tests.engine.filled import FilledEngine
from tests.measures.looking import VIEW
from tests.savings.register_twin import Twin, happenings

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.view import View

EXAMPLES = settings(max_examples=10, deadline=None, phases=[Phase.generate])
FEW = settings(EXAMPLES, max_examples=4)
"""For what is held beside a register of its own for every day that is looked at."""


def drawn(steps: list[tuple]) -> tuple[Twin, FilledEngine]:
    twin, engine = Twin(), FilledEngine()
    for step in steps:
        twin.take(*step)
    engine.happen(*twin.happening.events)
    return twin, engine


def first_and_middle(twin: Twin) -> list[dt.date]:
    """Return the first and the middle day of what was drawn; the last is looked at by the test before."""
    days = [*twin.moments()]
    return sorted({days[0], days[len(days) // 2]})


def shown(engine: FilledEngine, view: View) -> dict[str, Decimal]:
    """Return the totals that figures show; every figure that shows one of them has to show the same."""
    rows = figure("schemes", engine, view).records()
    matrix, by_rag, delivery = (
        last_of_kind(figure(name, engine, view, computed=True), "total")
        for name in ("pipeline", "qipp-rag", "delivery")
    )
    gap = dict(figure("qipp-gap", engine, view, computed=True).rows)
    value = sum(row["net_value"] for row in rows)
    past = sum(row["net_value"] for row in rows if row["stage"])
    adjusted = sum(row["risk_adjusted"] or 0 for row in rows)
    assert value == amount(matrix, "total_including_pipeline_value") == amount(by_rag, "net_value")
    assert value == amount(delivery, "plan_year") == (gap["identified"] or 0)
    assert value == sum(figure("board", engine, view).values("net_value"))
    for group in ("area", "stage", "lead", "workstream"):
        assert amount(last_of_kind(figure(f"delivery-by-{group}", engine, view), "total"), "plan_year") == value
    assert past == amount(matrix, "total_excluding_pipeline_value") == gap["identified_excluding_pipeline"]
    assert adjusted == amount(by_rag, "risk_adjusted") == (gap["risk_adjusted"] or 0)
    assert len(rows) == amount(matrix, "total_including_pipeline_count")
    return {"schemes": len(rows), "value": value, "past pipeline": past, "risk-adjusted": adjusted}


@EXAMPLES
@given(happenings)
def test_value_is_neither_lost_nor_made_between_the_register_and_what_is_shown_of_it(steps):
    twin, engine = drawn(steps)
    assert shown(engine, replace(VIEW, month=0)) == twin.totals[-1]


@FEW
@given(happenings)
def test_the_register_as_at_any_day_is_what_had_happened_by_then(steps):
    twin, engine = drawn(steps)
    for day in first_and_middle(twin):
        view = replace(VIEW, as_at=day)
        assert shown(engine, view) == twin.at(day)
        until = FilledEngine()
        until.happen(*(event for event in twin.happening.events if event.effective_on <= day))
        for name in ("schemes", "board", "history"):
            assert figure(name, engine, view).rows == figure(name, until, view).rows


@EXAMPLES
@given(happenings)
def test_taken_over_one_by_one_or_all_at_once_gives_the_same(steps):
    twin, whole = drawn(steps)
    one_by_one = FilledEngine()
    for event in twin.happening.events:
        one_by_one.happen(event)
    assert one_by_one.states == whole.states
    view = replace(VIEW, as_at=twin.days[-1] + dt.timedelta(days=1))
    for name in ("schemes", "history", "delivery"):
        assert figure(name, one_by_one, view).rows == figure(name, whole, view).rows
