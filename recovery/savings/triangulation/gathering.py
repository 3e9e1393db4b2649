"""What triangulation sets side by side: each line, area and code with its amounts, and each table's total."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.engine import queries
from recovery.measures.printed_tables import ShownRow, as_shown, printed_table
from recovery.savings.gateway import by_stage
from recovery.savings.triangulation.activity_reductions import Reduction, activity_tables, reductions
from recovery.savings.triangulation.activity_worth import added, value_of
from recovery.savings.triangulation.items import NAMELESS, Gathered, Taken
from recovery.savings.triangulation.line_names import NOT_SPEND, line_names
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from recovery.measures.request import Request

PLAN, TARGETS, MATRIX, REGISTER, POSITION = "financial-plan", "qipp-targets", "qipp-gateway", "schemes", "position"


def gathered(request: Request) -> Gathered:
    """Return everything that is loaded or kept for the view."""
    found = Gathered()
    if PLAN in request.sources:
        _spend(request, found, PLAN, "plan_lines", {"planned_qipp": ("budget_qipp", -1), "plan": ("plan_budget", 1)})
    _targets(request, found)
    _register(request, found)
    if POSITION in request.sources:
        _spend(request, found, POSITION, "position_lines", {"annual_budget": ("position_budget", 1)})
    _activity(request, found)
    return found


def _spend(request: Request, found: Gathered, dataset: str, side: str, taken: Taken) -> None:
    """Take a table's lines of spend in, as it prints them or re-added."""
    source, definition = request.need(dataset), dataset_named(dataset)
    readded = queries.readded(request.engine, definition, source.id)
    rows = [ShownRow(order, kind, flow, is_added, cells) for order, kind, flow, is_added, *cells in readded]
    names = line_names(request.engine.submission_table(source.id))
    called = {number: names[row.row_order] for number, row in enumerate(rows) if row.row_order in names}
    headings = {number for number, row in enumerate(rows) if row.kind == "line"} - called.keys()
    others = headings | {number for number, row in enumerate(rows) if row.flow in NOT_SPEND}
    fields = {name: definition.field_named(name) for name in taken if name in source.fields}
    named = {field.name_in(request.view.year): taken[name] for name, field in fields.items()}
    if named:
        found.take(as_shown(request, source, definition, rows), side, named, others, called)
        found.used.append(source)


def _targets(request: Request, found: Gathered) -> None:
    """Take the targets in, from their own table, else from the published matrix of areas and stages."""
    if TARGETS in request.sources:
        found.take(printed_table(request, TARGETS), "target_areas", {"target": ("target", 1)})
        found.used.append(request.sources[TARGETS])
    elif MATRIX in request.sources:
        found.take(by_stage(request), "target_areas", {"target": ("target", 1)})
        found.used.append(request.sources[MATRIX])


def _register(request: Request, found: Gathered) -> None:
    """Take the register in by area; without one the published matrix says what is identified."""
    if REGISTER not in request.sources:
        if MATRIX in request.sources:
            found.take(by_stage(request), "target_areas", {"total_including_pipeline_value": ("identified", 1)})
            found.used.append(request.sources[MATRIX])
        return
    columns = ("identified", "risk_adjusted", "delivered_ytd")
    for area, *amounts in queries.register_by_area(request.engine, request.register):
        by_column = dict(zip(columns, amounts, strict=True))
        found.add("target_areas", area or NAMELESS, by_column)
        for column, amount in by_column.items():
            found.totals[column] = added(found.totals.get(column), amount)
    found.used.append(request.sources[REGISTER])


def _activity(request: Request, found: Gathered) -> None:
    """Take in what activity is worth by code; parts are inside their parent."""
    for one in reductions(request):
        if not one.parent:
            amounts = {"activity_value": value_of(one.removed), "activity_value_in_plan": value_of(one.in_plan)}
            found.add("activity_codes", one.code, amounts, one.title, _without_price(one))
            for column, amount in amounts.items():
                found.totals[column] = added(found.totals.get(column), amount)
    found.used += activity_tables(request)


def _without_price(one: Reduction) -> str:
    number = one.removed.without_price if one.removed else Decimal(0)
    return f"{one.code}: {number:,.0f}" if number else ""
