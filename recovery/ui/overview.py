"""The summary page: the answer, the movement since last month, and what needs a decision."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from recovery.charts.movement import movements as movement_chart
from recovery.charts.variance import variances
from recovery.figure import Column, Figure
from recovery.measures.figures import figure
from recovery.measures.movement import Movement, movements
from recovery.period import month_name
from recovery.programme.configuration import programme_of
from recovery.rows import of_kind
from recovery.sentences import position as position_words
from recovery.sentences import summary as words
from recovery.ui.content import Block, Chart, Html, Link, download, heading, opening
from recovery.ui.figures import if_loaded, month_before
from recovery.ui.markup import paragraph
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Summary"
MEASURE: Final = "forecast_variance"
NOTE: Final = (
    "Full-year forecast variance. The ring is last month; the disc (favourable) or diamond (adverse) is this month."
)
SO_FAR: Final = "Favourable to the right in plain blue; adverse to the left, hatched and in brackets."
OPTIONAL: Final = {
    "rag": "qipp-rag",
    "gateway": "qipp-gateway",
    "risks": "risks",
    "forecast": "forecast",
    "findings": "findings",
}


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer, what needs a decision, what moved."""
    position = figure("position", current.engine, view)
    others = {field: if_loaded(name, current.engine, view) for field, name in OPTIONAL.items()}
    month = words.Month(position, programme_of(view.organisation), **others)
    before = month_before("position", current.engine, view, position)
    head = opening(TITLE, words.answer(month, view), words.key_figures(month), position, before, *others.values())
    return [head, heading("What needs a decision"), *_decisions(words.decisions(month), view),
            *_moved(before, position, view), *_end(before, position, view)]  # fmt: skip


def _decisions(found: list[words.Decision], view: View) -> list[Block]:
    if not found:
        return [Html(paragraph("Nothing in these figures asks for a decision.", "rf-source"))]
    return [Link(decision.text, decision.address, view) for decision in found]


def _moved(before: Figure | None, now: Figure, view: View) -> list[Block]:
    then = _name(view.month - 1) if view.month > 1 else "the month before"
    moves = movements(before, now, MEASURE) if before else []
    title = heading("What moved since last month", words.moved(moves, then))
    if not moves:
        chart = variances(of_kind(now, "line"), "ytd_variance")
        alt = position_words.alt(now, "ytd_variance", "year to date")
        return [title, heading("Year to date variance by line", SO_FAR), Chart(chart, alt, "summary")]
    drawn = movement_chart(moves, then, _name(view.month))
    return [
        title,
        Html(paragraph(NOTE, "rf-source")),
        Chart(drawn, words.moved_alt(moves, then, _name(view.month)), "summary"),
    ]


def _end(before: Figure | None, now: Figure, view: View) -> list[Block]:
    shown = _movement_table(movements(before, now, MEASURE), now, before, view) if before else now
    return [Html(table(shown)), download(shown, view)]


def _movement_table(moves: list[Movement], now: Figure, before: Figure, view: View) -> Figure:
    """Return the movement as a figure of its own."""
    columns = (
        Column("line", "Line"),
        Column("variance_before", f"Forecast variance at {_name(view.month - 1)} Fav/(adv)", "money"),
        Column("variance_now", f"Forecast variance at {_name(view.month)} Fav/(adv)", "money"),
        Column("variance_change", "Movement better/(worse)", "money"),
    )
    rows = tuple((move.line, move.before, move.now, move.change) for move in moves)
    return dataclasses.replace(
        now, name="movement", title="Forecast variance since last month", columns=columns, rows=rows, marks={},
        kinds=("line",) * len(rows), illustrative=now.illustrative or before.illustrative,
    )  # fmt: skip


def _name(month: int) -> str:
    return f"month {month} ({month_name(month)})"
