"""Tables in which a scheme's reference leads to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.rows import text
from recovery.ui.cells import NUMBERS, as_shown, classes, kind_of, shown, spoken, width
from recovery.ui.markup import escape
from recovery.ui.programme.links import scheme_link
from recovery.ui.programme.marks import age
from recovery.ui.tables import MOST_AT_EASE, SMALL, framed_table, heading_cell, look_of_list

if TYPE_CHECKING:
    from collections.abc import Collection

    from recovery.figure import Figure
    from recovery.rows import Row
    from recovery.view import View


def linked_table(  # noqa: PLR0913 - what may be said of a table
    figure: Figure,
    view: View,
    *,
    caption: str = "",
    hide: Collection[str] = (),
    note: str = "",
    empty: str = "",
    look: str = "",
) -> str:
    """Return a figure as a table whose `ref` column leads to the schemes; `empty` stands where there is no row.

    The name of a total stands over the empty cells before it; `look` is a class of the table's own.
    """
    title = caption or figure.title
    if not figure.rows:
        return f'<div class="rf-heading"><h3>{escape(title)}</h3><p>{escape(empty or "None.")}</p></div>'
    places = [number for number, column in enumerate(figure.columns) if column.name not in hide]
    head = "".join(_heading(figure, place) for place in places)
    body = "".join(_row(figure, number, row, places, view) for number, row in enumerate(figure.records()))
    return framed_table(
        title, head, body, note=f"<p>{escape(note)}</p>" if note else "", illustrative=figure.illustrative,
        money=any(figure.columns[place].kind == "money" for place in places),
        look=look_of_list(figure, look or _look(len(places))),
    )  # fmt: skip


def _look(columns: int) -> str:
    return SMALL if columns > MOST_AT_EASE else ""


def _heading(figure: Figure, place: int) -> str:
    column = as_shown(figure, place)
    number = " rf-number" if column.kind in NUMBERS else ""
    return heading_cell(figure, column, f"{width(figure, place)}{number}")


def _row(figure: Figure, number: int, row: Row, places: list[int], view: View) -> str:
    kind = figure.kinds[number] if figure.kinds else "line"
    named = 0 if kind == "line" else next((at for at, place in enumerate(places) if figure.rows[number][place]), 0)
    cells = "".join(
        _cell(figure, number, place, row, view, first=not order, over=named + 1)
        for order, place in enumerate(places[named:])
    )
    return f'<tr class="rf-{escape(kind.replace("_", "-"))}">{cells}</tr>'


def _cell(figure: Figure, number: int, place: int, row: Row, view: View, *, first: bool, over: int) -> str:  # noqa: PLR0913 - where a cell stands
    column = as_shown(figure, place)
    value = figure.rows[number][place]
    kind = kind_of(column.kind, figure.kinds[number] if figure.kinds else "")
    inside = shown(value, kind, column.name)
    if column.name == "ref" and value:
        inside = scheme_link(view, text(row, "ref"))
    if column.name == "ageing":
        inside = age(str(value or "")) or inside
    room = classes(value, column.name, kind) or width(figure, place)
    if not first:
        return f'<td class="{room}">{spoken(value, column.name)}{inside}</td>'
    across = f' colspan="{over}"' if over > 1 else ""
    return f'<th scope="row" class="{room}"{across}>{inside}</th>'
