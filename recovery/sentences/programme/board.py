"""The board in words: how many schemes, what they are worth, what waits, what is stuck, what is late."""

from __future__ import annotations

import re
import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.rows import amount, text
from recovery.sentences.amounts import count, listed, many, millions
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.rows import Row

ROOM: Final = 60
"""How many letters of a reason stand on a card."""
_EXPLANATION: Final = re.compile(r": | \(")
STUCK: Final = "stuck"
OVER: Final = "over norm"


def value(rows: Sequence[Row]) -> Decimal:
    """Return what schemes are worth together."""
    return sum((amount(row, "net_value") for row in rows), Decimal(0))


def is_stuck(row: Row) -> bool:
    """Return whether a scheme has been in its stage for over twice the norm."""
    return text(row, "ageing") == STUCK


def is_overdue(row: Row) -> bool:
    """Return whether a scheme has a milestone that should have been done."""
    return amount(row, "overdue_milestones") > 0


def answer(rows: Sequence[Row], mine: int, *, narrowed: bool = False) -> str:
    """Return the sentence that opens the board: 55 schemes worth £35.1m: 4 wait for you, 3 are stuck."""
    if not rows:
        return "No scheme is as you ask: widen the choice above." if narrowed else "There is no live scheme yet."
    whole = f"{many(len(rows), 'scheme')} worth {millions(value(rows))}"
    stuck, overdue = (sum(map(test, rows)) for test in (is_stuck, is_overdue))
    parts = [
        f"{mine} {'waits' if mine == 1 else 'wait'} for you" if mine else "none waits for you",
        f"{stuck} {'is' if stuck == 1 else 'are'} stuck" if stuck else "none is stuck",
        f"{overdue} {'has' if overdue == 1 else 'have'} an overdue milestone" if overdue else "no milestone is overdue",
    ]
    return f"{whole}: {', '.join(parts)}."


def key_figures(rows: Sequence[Row], mine: int) -> list[KeyFigure]:
    """Return value, what waits for the reader, stuck, overdue."""
    over = sum(text(row, "ageing") == OVER for row in rows)
    stuck, overdue = (sum(map(test, rows)) for test in (is_stuck, is_overdue))
    stuck_value = value([row for row in rows if is_stuck(row)])
    return [
        KeyFigure("Net value of live schemes", millions(value(rows)), many(len(rows), "scheme")),
        KeyFigure("Wait for you", count(mine), "Ready for your approval"),
        KeyFigure("Stuck", count(stuck), f"{millions(stuck_value)}, over twice the norm", "bad" if stuck else ""),
        KeyFigure("Over the norm", count(over), "Longer in stage than is usual"),
        KeyFigure("Overdue milestones", count(overdue), "Schemes with one or more", "bad" if overdue else ""),
    ]


def left_out(closed: int, withdrawn: int) -> str:
    """Return which schemes the board leaves out; '' where it leaves out none."""
    parts = [many(closed, "closed scheme")] if closed else []
    parts += [many(withdrawn, "withdrawn scheme")] if withdrawn else []
    verb = "is" if closed + withdrawn == 1 else "are"
    return f"{listed(parts)} {verb} not on the board; the register has every scheme." if parts else ""


def stage_words(rows: Sequence[Row]) -> str:
    """Return what stands under a stage's name: 12 schemes, £3.4m."""
    return f"{many(len(rows), 'scheme')}, {millions(value(rows))}" if rows else "No schemes"


def in_short(reasons: str) -> str:
    """Return the first of several reasons as a card has room for, and how many more there are."""
    first, *more = reasons.split("; ")
    clipped = textwrap.shorten(first, ROOM, placeholder=" …")
    return f"{clipped} (and {len(more)} more)" if more else clipped


def approvals_in_short(names: str) -> str:
    """Return approvals without what their names add after a colon or in brackets."""
    return "; ".join(_EXPLANATION.split(name, maxsplit=1)[0] for name in names.split("; "))
