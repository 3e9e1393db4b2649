"""Committee tables as semantic HTML: caption, scoped headings, marks with the computed figure beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure, Mark
from recovery.findings import Severity
from recovery.measures.catalogue import about_heading
from recovery.ui.cards import BADGE
from recovery.ui.cells import MIXED, NUMBERS, as_shown, classes, kind_of, shown, spoken, text_of, width
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MOST_AT_EASE: Final = 8
"""Columns that fit in type of the usual size; a table of more is set smaller."""
SIGNS: Final = {Severity.ROUNDING.value: "†", Severity.DIFFERENCE.value: "*"}
FOOTNOTES: Final = {
    Severity.ROUNDING.value: "† As reported; the figure its parts give differs by rounding only.",
    Severity.DIFFERENCE.value: "* As reported; its parts give another figure, shown beneath. See Data quality.",
}


SMALL: Final = "rf-dense"
"""The look of a table of many columns."""
TALL: Final = 15
"""Rows beyond which a list scrolls within its own frame, so that what stands beneath it is not lost."""


def look_of_list(figure: Figure, look: str) -> str:
    """Return the look of a list that may be long: its own, and a frame of its own where it is."""
    return f"{look} {'rf-tall' if len(figure.rows) > TALL else ''}".strip()


@dataclass(frozen=True)
class Place:
    """A column that is shown: where it stands in the figure, and the class that gives it room."""

    number: int
    column: Column
    room: str


def table(  # noqa: PLR0913 - what may be said of a table
    figure: Figure,
    *,
    caption: str = "",
    hide: Collection[str] = (),
    group: str = "",
    note: str = "",
    look: str = "",
) -> str:
    """Return a figure as a table, with footnotes for its marks and a badge where it is illustrative.

    `group` names a column whose texts stand as headings over their rows instead; `look` is a class of its own.
    """
    places = [
        Place(number, as_shown(figure, number), width(figure, number))
        for number, column in enumerate(figure.columns)
        if column.name not in {*hide, group}
    ]
    return framed_table(
        caption or figure.title,
        "".join(_heading(figure, place, first=not position) for position, place in enumerate(places)),
        _body(figure, places, group),
        note=f"{footnotes(figure)}{f'<p>{escape(note)}</p>' if note else ''}",
        money=_has_money(figure, places),
        illustrative=figure.illustrative,
        look=look or (SMALL if len(places) > MOST_AT_EASE else ""),
    )


def framed_table(  # noqa: PLR0913 - one argument for each part of a table
    caption: str,
    head: str,
    body: str,
    *,
    note: str = "",
    money: bool = False,
    illustrative: bool = False,
    look: str = "",
) -> str:
    """Return a table around ready rows, in a region that scrolls by keyboard on a narrow screen."""
    unit = ' <span class="rf-unit">£\'000</span>' if money else ""
    badge = f" {BADGE}" if illustrative else ""
    return (
        f'<div class="{f"rf-scroll {look}".strip()}" role="region" tabindex="0" aria-label="{escape(caption)}, table">'
        f'<table><caption><span class="rf-caption">{escape(caption)}{unit}{badge}</span></caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"{f'<div class=rf-notes>{note}</div>' if note else ''}"
    )


def plain_table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of texts, the first of each row its heading."""
    columns = tuple(Column(heading, heading) for heading in headings)
    return table(Figure("", caption, columns, tuple(tuple(row) for row in rows)))


def _has_money(figure: Figure, places: Sequence[Place]) -> bool:
    kinds = {place.column.kind for place in places}
    return "money" in kinds or (MIXED in kinds and "money" in figure.kinds)


def _heading(figure: Figure, place: Place, *, first: bool) -> str:
    kind = " rf-number" if place.column.kind in {*NUMBERS, MIXED} and not first else ""
    return heading_cell(figure, place.column, f"{place.room}{kind}")


def heading_cell(figure: Figure, column: Column, look: str) -> str:
    """Return a column's heading, which says what the column holds to whoever points at it."""
    told = f' title="{escape(about)}"' if (about := about_heading(figure.name, column.name)) else ""
    return f'<th scope="col" class="{look}"{told}>{escape(column.heading)}</th>'


def _body(figure: Figure, places: Sequence[Place], group: str) -> str:
    rows, over = [], ""
    for number in range(len(figure.rows)):
        if group:
            name = text_of(figure.rows[number][figure.position(group)])
            if name != over:
                rows.append(
                    f'<tr class="rf-over"><th colspan="{len(places)}" scope="rowgroup">{escape(name)}</th></tr>'
                )
            over = name
        rows.append(_row(figure, number, places))
    return "".join(rows)


def _row(figure: Figure, number: int, places: Sequence[Place]) -> str:
    kind = figure.kinds[number] if figure.kinds else "line"
    cells = [
        cell(
            figure.rows[number][place.number],
            place.column,
            figure.marks.get((number, place.column.name)),
            kind,
            room=place.room,
            first=not position,
        )
        for position, place in enumerate(places)
    ]
    return f'<tr class="rf-{escape(kind.replace("_", "-"))}">{"".join(cells)}</tr>'


def cell(  # noqa: PLR0913 - what a cell is made of
    value: Cell, column: Column, mark: Mark | None, row_kind: str = "", *, room: str = "", first: bool = False
) -> str:
    """Return one cell, a row's first as its heading, with its mark and the computed figure if it has one."""
    kind = kind_of(column.kind, row_kind)
    text = shown(value, kind, column.name)
    if first:
        return f'<th scope="row" class="{room}">{text}</th>'
    held = classes(value, column.name, kind) or room
    return f"<td class='{held}'>{spoken(value, column.name)}{text}{_mark(mark, kind) if mark else ''}</td>"


def _mark(mark: Mark, kind: str) -> str:
    sign = SIGNS.get(mark.severity, "*")
    return f'<sup>{sign}</sup><span class="rf-computed">computed {shown(mark.computed, kind)}</span>'


def footnotes(figure: Figure) -> str:
    """Return what the marks of a table mean."""
    held = {mark.severity for mark in figure.marks.values()}
    return "".join(f"<p>{escape(text)}</p>" for severity, text in FOOTNOTES.items() if severity in held)
