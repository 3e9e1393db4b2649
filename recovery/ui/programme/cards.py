"""The board itself: a column for each stage with its number and value, a card for each scheme that opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.rows import amount, number, text
from recovery.sentences.amounts import many
from recovery.sentences.programme.board import is_overdue, stage_words
from recovery.sentences.programme.dates import against_norm
from recovery.sentences.programme.money import short
from recovery.ui.markup import anchor, escape
from recovery.ui.programme.links import scheme_link
from recovery.ui.programme.marks import age, rating

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from recovery.programme.configuration import Programme, ProgrammeStage
    from recovery.rows import Row
    from recovery.view import View

MOST: Final = 60
"""How many cards a column shows; more than that nobody reads, and the filters or the register have them."""


@dataclass(frozen=True)
class Board:
    """What the board shows: the live schemes asked for, and which of them wait for the reader."""

    programme: Programme
    view: View
    rows: Sequence[Row]
    mine: Collection[str]


def board(shown: Board) -> str:
    """Return the board as columns, on a narrow screen one under the other, each to be folded away."""
    columns = "".join(_column(shown, stage) for stage in shown.programme.stages)
    jumps = "".join(_jump(shown, stage) for stage in shown.programme.stages)
    return (
        f'<nav class="rf-jumps rf-narrow" aria-label="Stages">{jumps}</nav>'
        f'<div class="rf-board" role="region" tabindex="0" aria-label="Board of schemes by stage" '
        f'style="--stages: {len(shown.programme.stages)}">{columns}</div>'
    )


def _of(shown: Board, stage: ProgrammeStage) -> list[Row]:
    """Return a stage's schemes: those that wait for the reader first, then the longest over their norm."""
    rows = [row for row in shown.rows if text(row, "stage") == str(stage.number)]
    return sorted(rows, key=lambda row: (text(row, "ref") not in shown.mine, -_over(row), text(row, "ref")))


def _over(row: Row) -> float:
    norm = amount(row, "norm_days")
    return float(amount(row, "days_in_stage") / norm) if norm else 0.0


def _jump(shown: Board, stage: ProgrammeStage) -> str:
    return f'<a href="#{anchor(stage.name)}">{escape(stage.name)} ({len(_of(shown, stage))})</a>'


def _column(shown: Board, stage: ProgrammeStage) -> str:
    rows = _of(shown, stage)
    left = len(rows) - MOST
    more = (
        f'<p class="rf-small">And {many(left, "more scheme")}: narrow the choice to see them.</p>' if left > 0 else ""
    )
    cards = "".join(f"<li>{_card(shown, row)}</li>" for row in rows[:MOST])
    under = f'<span class="rf-small">{escape(stage_words(rows))}</span>'
    return (
        f'<details open class="rf-stage" id="{anchor(stage.name)}">'
        f"<summary><h2>{stage.number} {escape(stage.name)}</h2>{under}</summary>"
        f'<ul role="list">{cards}</ul>{more}</details>'
    )


def _card(shown: Board, row: Row) -> str:
    mine = text(row, "ref") in shown.mine
    parts = [
        _title(shown, row),
        _worth(row),
        f"<p>{escape(_time(row))} {age(text(row, 'ageing'))}</p>",
        _late(row),
        _line("In the way", text(row, "stands_in_the_way")),
        _line("Waits for you" if mine else "Waits for", text(row, "waiting_for")),
    ]
    return f'<article class="rf-scheme{" rf-mine" if mine else ""}">{"".join(parts)}</article>'


def _worth(row: Row) -> str:
    worth = escape(short(number(row, "net_value")))
    return f'<p class="rf-worth"><b>{worth}</b> <span>{rating(text(row, "rag"))}</span></p>'


def _title(shown: Board, row: Row) -> str:
    ref = text(row, "ref")
    return (
        f"<h3>{scheme_link(shown.view, ref, text(row, 'scheme') or ref)}</h3>"
        f'<p class="rf-ref">{escape(ref)}{escape(_who(row))}</p>'
    )


def _who(row: Row) -> str:
    parts = [text(row, "area"), text(row, "lead")]
    return "".join(f" · {part}" for part in parts if part)


def _time(row: Row) -> str:
    return against_norm(int(amount(row, "days_in_stage")), int(amount(row, "norm_days")))


def _late(row: Row) -> str:
    if not is_overdue(row):
        return ""
    late = many(int(amount(row, "overdue_milestones")), "overdue milestone")
    return f'<p class="rf-late"><span aria-hidden="true">!</span> {escape(late)}</p>'


def _line(label: str, words: str) -> str:
    return f"<p><span class=rf-label>{escape(label)}:</span> {escape(words)}</p>" if words else ""
