"""What triangulation sets side by side: each line, area and code with its amounts, and each table's total."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Figure, Mark
from recovery.measures.printed_tables import ShownRow, as_shown, printed_table
from recovery.savings.gateway import by_stage
from recovery.savings.triangulation.activity_reductions import Reduction, activity_tables, reductions
from recovery.savings.triangulation.activity_worth import added, value_of
from recovery.savings.triangulation.area_map import name_key
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.measures.request import Request, Source

PLAN, TARGETS, MATRIX, REGISTER, POSITION = "financial-plan", "qipp-targets", "qipp-gateway", "schemes", "position"
NAMELESS: Final = "No area"
Amounts = dict[str, Decimal | None]


@dataclass(frozen=True)
class Item:
    """One thing that a map gives to an area: its amounts by the column that they go to, pounds, a saving positive.

    `words` are those by which a proposal compares it; `without_price` says what of its activity has no price.
    """

    side: str
    name: str
    words: str
    amounts: Amounts
    without_price: str = ""


@dataclass
class Gathered:
    """What there is on every side; a column without a total has no table behind it."""

    items: dict[tuple[str, str], Item] = field(default_factory=dict)
    totals: Amounts = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    used: list[Source] = field(default_factory=list)

    def add(self, side: str, name: str, amounts: Mapping[str, Decimal | None], words: str = "", note: str = "") -> None:
        """Take amounts in under a name; what already stands under it on that side is added to."""
        key = (side, name_key(name))
        held = self.items.get(key, Item(side, name, words or name, {}, note))
        for column, amount in amounts.items():
            held.amounts[column] = added(held.amounts.get(column), amount)
        self.items[key] = held

    def names(self) -> dict[str, dict[str, str]]:
        """Return by side what there is, each with the words by which it is compared."""
        found: dict[str, dict[str, str]] = {}
        for item in self.items.values():
            found.setdefault(item.side, {})[item.name] = item.words
        return found


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


Taken = Mapping[str, tuple[str, int]]
"""Which of a table's columns go to which of ours, and with which sign."""


def _spend(request: Request, found: Gathered, dataset: str, side: str, taken: Taken) -> None:
    """Take a table's lines of spend in, as it prints them or re-added."""
    source, definition = request.need(dataset), dataset_named(dataset)
    readded = queries.readded(request.engine, definition, source.id)
    rows = [ShownRow(order, kind, flow, is_added, cells) for order, kind, flow, is_added, *cells in readded]
    others = {number for number, row in enumerate(rows) if row.flow in {"income", "memorandum"}}
    fields = {name: definition.field_named(name) for name in taken if name in source.fields}
    named = {field.name_in(request.view.year): taken[name] for name, field in fields.items()}
    _take(found, as_shown(request, source, definition, rows), side, named, others)
    found.used.append(source)


def _targets(request: Request, found: Gathered) -> None:
    """Take the targets in, from their own table, else from the published matrix of areas and stages."""
    if TARGETS in request.sources:
        _take(found, printed_table(request, TARGETS), "target_areas", {"target": ("target", 1)})
        found.used.append(request.sources[TARGETS])
    elif MATRIX in request.sources:
        _take(found, by_stage(request), "target_areas", {"target": ("target", 1)})
        found.used.append(request.sources[MATRIX])


def _register(request: Request, found: Gathered) -> None:
    """Take the register in by area; without one the published matrix says what is identified."""
    if REGISTER not in request.sources:
        if MATRIX in request.sources:
            _take(found, by_stage(request), "target_areas", {"total_including_pipeline_value": ("identified", 1)})
            found.used.append(request.sources[MATRIX])
        return
    columns = ("identified", "risk_adjusted", "delivered_ytd")
    for area, *amounts in queries.register_by_area(request.engine, request.register):
        by_column = dict(zip(columns, amounts, strict=True))
        found.add("target_areas", area or NAMELESS, by_column)
        for column, amount in by_column.items():
            found.totals[column] = added(found.totals.get(column), amount)
    found.used.append(request.sources[REGISTER])


def _take(found: Gathered, table: Figure, side: str, taken: Taken, others: Collection[int] = ()) -> None:
    """Take a figure's lines in, with its last total as printed (else their sum) and what is marked on it."""
    label, kinds = table.columns[0].name, enumerate(table.kinds)
    numbers = [number for number, kind in kinds if kind == "line" and number not in others]
    total = max((n for n, kind in enumerate(table.kinds) if kind == "total" and n not in others), default=None)
    records = table.records()
    for number in numbers:
        amounts = {to: _signed(records[number][name], sign) for name, (to, sign) in taken.items()}
        found.add(side, str(records[number][label] or NAMELESS), amounts)
    for name, (to, sign) in taken.items():
        printed = None if total is None else _signed(records[total][name], sign)
        found.totals[to] = _sum(_signed(records[n][name], sign) for n in numbers) if printed is None else printed
        if total is not None and (mark := table.marks.get((total, name))):
            found.marks[to] = Mark(sign * mark.printed, sign * mark.computed, mark.severity)


def _signed(amount: object, sign: int) -> Decimal | None:
    return sign * amount + 0 if isinstance(amount, Decimal) else None


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total: Decimal | None = None
    for amount in amounts:
        total = added(total, amount)
    return total


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
