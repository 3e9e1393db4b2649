"""What the financial plan says of the allocation, of contingency and of what does not recur."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.measures.printed_tables import ShownRow, shown_rows
from recovery.sources.definitions import dataset_named
from recovery.sources.words import is_contingency, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Cell
    from recovery.measures.request import Request

NOUGHT = Decimal(0)


@dataclass(frozen=True)
class PlanIncome:
    """The plan's allocation in pounds, and what of it recurs: the recurrent exit and the growth on it."""

    plan: Decimal | None
    recurrent: Decimal | None


def plan_income(request: Request) -> PlanIncome | None:
    """Return the allocation of the plan behind a view; None where no plan is loaded or it has no income."""
    rows = [row for row in _rows(request) if row.flow == "income" and row.kind in {"line", "total"}]
    totals = [row for row in rows if row.kind == "total"]
    if not rows:
        return None
    end = (totals or rows)[-1]
    exit_, growth = _cell(end, "recurrent_exit_prior"), _cell(end, "increase_in_allocation")
    return PlanIncome(_cell(end, "plan"), None if exit_ is None else exit_ + (growth or NOUGHT))


def plan_contingency(request: Request) -> Decimal | None:
    """Return what the plan holds as contingency: its lines of that name, None where it has none."""
    rows = [row for row in _lines(request) if is_contingency(plain(_label(row)))]
    amounts = [amount for row in rows if (amount := _cell(row, "plan")) is not None]
    return sum(amounts, NOUGHT) if amounts else None


def plan_non_recurrent(request: Request) -> list[tuple[str, Decimal]]:
    """Return the plan's lines with investment of this year only: what each adds to the net position, so negative."""
    amounts = [(_label(row), _cell(row, "non_recurrent_investment")) for row in _lines(request)]
    return [(label, -amount) for label, amount in amounts if amount]


def _lines(request: Request) -> list[ShownRow]:
    return [row for row in _rows(request) if row.kind == "line" and row.flow == "expenditure"]


def _rows(request: Request) -> Sequence[ShownRow]:
    return shown_rows(request, "financial-plan") if "financial-plan" in request.sources else []


def _label(row: ShownRow) -> str:
    return str(_value(row, "line"))


def _cell(row: ShownRow, name: str) -> Decimal | None:
    value = _value(row, name)
    return value if isinstance(value, Decimal) else None


def _value(row: ShownRow, name: str) -> Cell:
    places = {field.name: place for place, field in enumerate(dataset_named("financial-plan").fields)}
    return row.cells[places[name]]
