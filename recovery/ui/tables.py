"""Committee tables as semantic HTML: caption, scoped headings, marks with the computed figure beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from recovery.figure import Cell, Column, Figure, Mark
from recovery.findings import Severity
from recovery.ui.cards import BADGE
from recovery.ui.cells import NUMBERS, classes, shown, spoken
from recovery.ui.markup import escape

SIGNS: Final = {Severity.ROUNDING.value: "†", Severity.DIFFERENCE.value: "*"}
FOOTNOTES: Final = {
    Severity.ROUNDING.value: "† As reported; the figure its parts give differs by rounding only.",
    Severity.DIFFERENCE.value: "* As reported; its parts give another figure, shown beneath. See Data quality.",
}


def table(figure: Figure, *, caption: str = "", hide: Collection[str] = (), note: str = "") -> str:
    """Return a figure as a table, with footnotes for its marks and a badge where it is illustrative."""
    columns = [(place, column) for place, column in enumerate(figure.columns) if column.name not in hide]
    body = "".join(_row(figure, number, columns) for number in range(len(figure.rows)))
    return framed_table(
        caption or figure.title,
        "".join(_heading(column) for _, column in columns),
        body,
        note=f"{footnotes(figure)}{f'<p>{escape(note)}</p>' if note else ''}",
        money=any(column.kind == "money" for _, column in columns),
        illustrative=figure.illustrative,
    )


def framed_table(  # noqa: PLR0913 - one argument for each part of a table
    caption: str, head: str, body: str, *, note: str = "", money: bool = False, illustrative: bool = False
) -> str:
    """Return a table around ready rows, in a region that scrolls by keyboard on a narrow screen."""
    unit = ' <span class="rf-unit">£\'000</span>' if money else ""
    badge = f" {BADGE}" if illustrative else ""
    return (
        f'<div class="rf-scroll" role="region" tabindex="0" aria-label="{escape(caption)}, table"><table>'
        f"<caption>{escape(caption)}{unit}{badge}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"{f'<div class=rf-notes>{note}</div>' if note else ''}"
    )


def plain_table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of texts, the first of each row its heading."""
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    return framed_table(caption, head, body)


def _heading(column: Column) -> str:
    kind = ' class="rf-number"' if column.kind in NUMBERS else ""
    return f'<th scope="col"{kind}>{escape(column.heading)}</th>'


def _row(figure: Figure, number: int, columns: Sequence[tuple[int, Column]]) -> str:
    kind = figure.kinds[number] if figure.kinds else "line"
    cells = figure.rows[number]
    parts = [
        cell(cells[place], column, figure.marks.get((number, column.name)), first=not position)
        for position, (place, column) in enumerate(columns)
    ]
    return f'<tr class="rf-{escape(kind.replace("_", "-"))}">{"".join(parts)}</tr>'


def cell(value: Cell, column: Column, mark: Mark | None, *, first: bool = False) -> str:
    """Return one cell, a row's first as its heading, with its mark and the computed figure if it has one."""
    text = escape(shown(value, column.kind))
    if first:
        return f'<th scope="row">{text}</th>'
    kind = classes(value, column.name, column.kind)
    attribute = f' class="{kind}"' if kind else ""
    return f"<td{attribute}>{spoken(value, column.name)}{text}{_mark(mark, column) if mark else ''}</td>"


def _mark(mark: Mark, column: Column) -> str:
    computed = escape(shown(mark.computed, column.kind))
    return f'<sup>{SIGNS.get(mark.severity, "*")}</sup><span class="rf-computed">computed {computed}</span>'


def footnotes(figure: Figure) -> str:
    """Return what the marks of a table mean."""
    held = {mark.severity for mark in figure.marks.values()}
    return "".join(f"<p>{escape(text)}</p>" for severity, text in FOOTNOTES.items() if severity in held)
