"""What a month-end position comes to: the allocation, what is spent, and the net position, to date and for the year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.measures.printed_tables import ShownRow, shown_rows
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recovery.figure import Cell
    from recovery.measures.request import Request

FIELDS: Final = ("ytd_budget", "ytd_actual", "annual_budget", "forecast_outturn")


@dataclass(frozen=True)
class Course:
    """One row of a position in pounds: budget and actual to date, budget and forecast for the year; None is nil."""

    label: str
    ytd_budget: Decimal | None = None
    ytd_actual: Decimal | None = None
    annual_budget: Decimal | None = None
    forecast_outturn: Decimal | None = None


@dataclass(frozen=True)
class Position:
    """A position's ends, each None where it has no such row and none could be added, and its lines."""

    income: Course | None
    spend: Course | None
    net: Course | None
    lines: tuple[Course, ...]


def position_of(request: Request) -> Position | None:
    """Return the position behind a view, as printed or re-added; None where none is loaded."""
    if "position" not in request.sources:
        return None
    rows = shown_rows(request, "position")
    net = [row for row in rows if row.kind == "net"]
    lines = tuple(_course(row) for row in rows if row.kind == "line" and row.flow == "expenditure")
    return Position(_end(rows, "income"), _end(rows, "expenditure"), _course(net[-1]) if net else None, lines)


def _end(rows: Sequence[ShownRow], flow: str) -> Course | None:
    """Return the last total of a flow, which is the grand total; the line where it has only one."""
    totals = [row for row in rows if row.flow == flow and row.kind == "total"]
    found = totals or [row for row in rows if row.flow == flow and row.kind == "line"]
    return _course(found[-1]) if found else None


def _course(row: ShownRow) -> Course:
    cells: Mapping[str, Cell] = {
        field.name: cell for field, cell in zip(dataset_named("position").fields, row.cells, strict=True)
    }
    return Course(str(cells["line"]), *(_amount(cells[name]) for name in FIELDS))


def _amount(cell: Cell) -> Decimal | None:
    return cell if isinstance(cell, Decimal) else None


def summed(courses: Iterable[Course]) -> Course | None:
    """Return several rows as one, None where there is none; a nil counts as nought beside figures."""
    held = list(courses)
    if not held:
        return None
    return Course(", ".join(course.label for course in held), *(_sum(held, name) for name in FIELDS))


def _sum(courses: Sequence[Course], name: str) -> Decimal | None:
    amounts = [amount for course in courses if (amount := getattr(course, name)) is not None]
    return sum(amounts, Decimal(0)) if amounts else None
