"""The register as a workbook: what can be changed and brought back in, and beside it what is only for reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Final

from openpyxl import Workbook

from recovery.figure import Figure
from recovery.pack.register import standing
from recovery.pack.register.choices import offer_choices
from recovery.pack.register.read_me import write_read_me
from recovery.pack.register.rows import Row, rows_of
from recovery.pack.register.sheets import Printed, begin, write_table
from recovery.pack.register.shown_figures import printed_columns, printed_rows
from recovery.period import FinancialYear
from recovery.programme.configuration import Programme
from recovery.programme.state import SchemeState
from recovery.sources.register.columns import LAYOUT_MARK, SCHEMES, Column, SheetLayout, layouts, month_headings

ILLUSTRATIVE: Final = "Contains illustrative data: invented, not published."
_FOR_READING: Final = "For reading only: nothing on this sheet is brought back in."
_MONTHS: Final = "months"
_FROZEN: Final = 2
_MONTH_WIDTH: Final = 13


def register_workbook(  # noqa: PLR0913 - each is asked for by its name
    states: Sequence[SchemeState],
    programme: Programme,
    *,
    organisation: str,
    year: FinancialYear,
    as_at: dt.date,
    history: Figure | None,
    approvals: Figure | None = None,
) -> bytes:
    """Return the register of an organisation and year as it stood on a day, as an .xlsx workbook.

    Reading it back in changes nothing.  `history` and `approvals` are written as they are, for reading; without
    `approvals` there are those that stand at the present gateways.
    """
    states = sorted(states, key=lambda state: state.scheme.ref)
    workbook = Workbook()
    mark = f"{LAYOUT_MARK}: {organisation} {year}, as at {as_at:%d/%m/%Y}. Money in £."
    notice = ILLUSTRATIVE if any(state.illustrative for state in states) else ""
    write_read_me(workbook.worksheets[0], programme, mark, notice)
    for layout in layouts():
        sheet = workbook.create_sheet(layout.title)
        begin(sheet, f"{layout.title} {year}", mark, layout.about, notice)
        own = printed(layout, year)
        count = write_table(sheet, own, rows_of(layout.key, states, programme), _FROZEN)
        offer_choices(sheet, own, count, programme)
    for title, columns, rows in _for_reading(states, programme, history, approvals):
        sheet = workbook.create_sheet(title)
        begin(sheet, f"{title} {year}", mark, _FOR_READING, notice)
        write_table(sheet, columns, rows, _FROZEN)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def printed(layout: SheetLayout, year: FinancialYear) -> tuple[Printed, ...]:
    """Return a sheet's columns, months as twelve."""
    return tuple(one for column in layout.columns for one in _printed(layout, column, year))


def _printed(layout: SheetLayout, column: Column, year: FinancialYear) -> Iterator[Printed]:
    if column.kind == _MONTHS:
        for month, heading in enumerate(month_headings(column, year), start=1):
            yield Printed(column.name, heading, column.format, column.about, _MONTH_WIDTH, month)
    else:
        needed = column.kind == "ref" or column.required or (layout.key == SCHEMES and column.name in _NEEDED)
        yield Printed(column.name, column.heading, column.format, column.about, column.width, required=needed)


_NEEDED: Final = frozenset({"title", "area", "stage"})


def _for_reading(
    states: Sequence[SchemeState], programme: Programme, history: Figure | None, approvals: Figure | None
) -> Iterator[tuple[str, Sequence[Printed], Iterable[Row]]]:
    """Yield the sheets that are only for reading: title, columns and rows."""
    if approvals:
        yield "Approvals", printed_columns(approvals), printed_rows(approvals)
    else:
        yield "Approvals", standing.APPROVALS, standing.approvals(states, programme)
    yield "Conditions", standing.CONDITIONS, standing.conditions(states, programme)
    if history:
        yield "History", printed_columns(history), printed_rows(history)
