"""Figures of weights as people read them: bases and changes in words in place of keys and plain numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.money import NIL
from recovery.rows import number, text
from recovery.sentences.amounts import capital, percent
from recovery.sentences.vocabulary import within
from recovery.ui.savings.words import worded

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.figure import Cell, Figure
    from recovery.programme.configuration import Programme

DECIDES: Final = "Decided by"
POINTS: Final = "Change to every weight"


def weights_said(weights: Figure, programme: Programme) -> Figure:
    """Return the weights with what each goes by in the organisation's words."""
    rating = programme.rating
    bases = {"stage": "Stage", "rag": capital(rating), "stage and rag": f"Stage and {within(rating)}"}
    return _with(
        worded(weights, programme), "basis", [bases.get(str(one), str(one)) for one in weights.values("basis")]
    )


def ratings_table(ratings: Figure, programme: Programme) -> Figure:
    """Return the ratings with the name of the part that decides in place of its rule, where one holds a scheme back."""
    best = programme.ratings[-1].name
    parts = ["" if text(row, "computed") == best else text(row, "why").split(":", 1)[0] for row in ratings.records()]
    named = _with(worded(ratings, programme), "why", parts)
    place = named.position("why")
    columns = list(named.columns)
    columns[place] = replace(columns[place], heading=DECIDES)
    return replace(named, columns=tuple(columns))


def sensitivity_table(sensitivity: Figure) -> Figure:
    """Return the cases with a capital each, and the change of the weights in points."""
    named = _with(sensitivity, "case", [capital(str(one)) for one in sensitivity.values("case")])
    changes = [points(number(row, "weight_change")) for row in sensitivity.records()]
    place = named.position("weight_change")
    columns = list(named.columns)
    columns[place] = replace(columns[place], heading=POINTS, kind="text")
    return _with(replace(named, columns=tuple(columns)), "weight_change", changes)


def points(change: Decimal | None) -> str:
    """Return a change in percentage points: +10 points, −2.5 points, none, or a dash where there is none to tell."""
    if change is None:
        return NIL
    if not change:
        return "None"
    size = percent(abs(change)).removesuffix("%").removesuffix(".0")
    return f"{'+' if change > 0 else '−'}{size} points"


def _with(figure: Figure, column: str, cells: list[str]) -> Figure:
    place = figure.position(column)
    rows: list[tuple[Cell, ...]] = [
        (*row[:place], cell, *row[place + 1 :]) for row, cell in zip(figure.rows, cells, strict=True)
    ]
    return replace(figure, rows=tuple(rows))
