"""A figure as a table of text, with its marks and what they mean below it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from recovery.cli.numbers import kinds_of, pretty
from recovery.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Column, Figure
    from recovery.money import Unit

SIGNS: Final = {Severity.ROUNDING.value: "†", Severity.DIFFERENCE.value: "*"}
GAP: Final = "  "


def as_table(figure: Figure, unit: Unit, period: str) -> str:
    """Return the figure's title, its rows in columns, and notes on marks and invented data."""
    money = f", {unit.symbol}" if _has_money(figure) else ""
    body = [_row(figure, number, unit) for number in range(len(figure.rows))]
    lines = grid([column.heading for column in figure.columns], body, [_is_text(column) for column in figure.columns])
    return "\n".join([f"{figure.title}: {period}{money}", *_notice(figure), "", *lines, *_footnotes(figure, unit)])


def grid(headings: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> list[str]:
    """Return rows of text in columns, the heading first and a rule below it."""
    widths = [max(len(row[place]) for row in (headings, *rows)) for place in range(len(headings))]

    def line(cells: Sequence[str]) -> str:
        parts = [
            cell.ljust(width) if is_left else cell.rjust(width)
            for cell, width, is_left in zip(cells, widths, left, strict=True)
        ]
        return GAP.join(parts).rstrip()

    return [line(headings), GAP.join("-" * width for width in widths), *map(line, rows)]


def _row(figure: Figure, number: int, unit: Unit) -> list[str]:
    kinds = kinds_of(figure, number)
    return [
        pretty(value, kind, unit) + (_sign(figure, number, column) if not _is_text(column) else "")
        for value, kind, column in zip(figure.rows[number], kinds, figure.columns, strict=True)
    ]


def _sign(figure: Figure, number: int, column: Column) -> str:
    """Return the cell's mark; a column with marks keeps a blank where a cell has none, so that digits stay aligned."""
    mark = figure.marks.get((number, column.name))
    if mark:
        return SIGNS.get(mark.severity, "*")
    return " " if any(name == column.name for _, name in figure.marks) else ""


def _footnotes(figure: Figure, unit: Unit) -> list[str]:
    severities = {mark.severity for mark in figure.marks.values()}
    lines = []
    if Severity.ROUNDING in severities:
        lines.append(f"{SIGNS[Severity.ROUNDING]} as reported; differs from its parts by rounding only")
    if Severity.DIFFERENCE in severities:
        lines.append(f"{SIGNS[Severity.DIFFERENCE]} as reported; its parts give another figure:")
    for (number, name), mark in sorted(figure.marks.items()):
        if mark.severity == Severity.DIFFERENCE:
            kind = kinds_of(figure, number)[figure.position(name)]
            printed, computed = (pretty(value, kind, unit) for value in (mark.printed, mark.computed))
            lines.append(f"  {_label(figure, number)}, {name}: printed {printed}, computed {computed}")
    return ["", *lines] if lines else []


def _label(figure: Figure, number: int) -> str:
    """Return the texts that a row begins with, which name it."""
    cells = zip(figure.rows[number], figure.columns, strict=True)
    texts = [value for value, _ in takewhile(lambda cell: _is_text(cell[1]), cells)]
    return " ".join(str(text) for text in texts if text)


def _notice(figure: Figure) -> list[str]:
    return ["Contains illustrative data: invented, not published."] if figure.illustrative else []


def _has_money(figure: Figure) -> bool:
    return any(column.kind in {"money", "mixed"} for column in figure.columns)


def _is_text(column: Column) -> bool:
    return column.kind == "text"
