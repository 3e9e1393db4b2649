"""The board itself: a column for each stage with its number and value, a card for each scheme that opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.rows import amount, number, text
from recovery.sentences.amounts import many
from recovery.sentences.programme import board as words
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

FIRST: Final = 10
"""How many cards of a stage stand open: those that want attention first."""
MOST: Final = 100
"""How many more are folded away beneath them; beyond that the filters and the register have them."""


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
        f'style="--stages: {_widths(shown)}">{columns}</div>'
    )


def _widths(shown: Board) -> str:
    """Return the columns' widths: an empty stage takes less room."""
    return " ".join(
        "minmax(9.6rem, 1fr)" if _of(shown, one) else "minmax(7rem, .5fr)" for one in shown.programme.stages
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
    under = f'<span class="rf-small">{escape(words.stage_words(rows))}</span>'
    return (
        f'<details open class="rf-stage" id="{anchor(stage.name)}">'
        f"<summary><h2>{stage.number} {escape(stage.name)}</h2>{under}</summary>"
        f"{_cards(shown, rows[:FIRST])}{_rest(shown, rows[FIRST:])}</details>"
    )


def _rest(shown: Board, rows: Sequence[Row]) -> str:
    """Return the cards after the first ones, folded away."""
    if not rows:
        return ""
    left = len(rows) - MOST
    more = f'<p class="rf-small">{many(left, "other")} not shown: narrow the choice.</p>' if left > 0 else ""
    cards = f"{_cards(shown, rows[:MOST])}{more}"
    return f'<details class="rf-more"><summary>{many(len(rows), "more scheme")}</summary>{cards}</details>'


def _cards(shown: Board, rows: Sequence[Row]) -> str:
    return f'<ul role="list">{"".join(f"<li>{_card(shown, row)}</li>" for row in rows)}</ul>'


def _card(shown: Board, row: Row) -> str:
    mine = text(row, "ref") in shown.mine
    parts = [
        f"<h3>{scheme_link(shown.view, text(row, 'ref'), text(row, 'scheme') or text(row, 'ref'))}</h3>",
        _worth(row),
        f"<p>{rating(text(row, 'rag'))} · {escape(_time(row))} {age(text(row, 'ageing'))}</p>",
        _late(row),
        _line("In the way", words.in_short(text(row, "stands_in_the_way"))),
        _line("Waits for you" if mine else "Waits for", words.approvals_in_short(text(row, "waiting_for"))),
    ]
    return f'<article class="rf-scheme{" rf-mine" if mine else ""}">{"".join(parts)}</article>'


def _worth(row: Row) -> str:
    worth = escape(short(number(row, "net_value")))
    ref = f'<span class="rf-ref">{escape(text(row, "ref"))}</span>'
    return f'<p class="rf-worth">{ref} <b>{worth}</b></p>'


def _time(row: Row) -> str:
    return against_norm(int(amount(row, "days_in_stage")), int(amount(row, "norm_days")))


def _late(row: Row) -> str:
    if not words.is_overdue(row):
        return ""
    late = many(int(amount(row, "overdue_milestones")), "overdue milestone")
    return f'<p class="rf-late"><span aria-hidden="true">!</span> {escape(late)}</p>'


def _line(label: str, said: str) -> str:
    return f"<p><span class=rf-label>{escape(label)}:</span> {escape(said)}</p>" if said else ""
