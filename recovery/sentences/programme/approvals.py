"""Approvals in words: what waits for the reader and for others, which conditions are open, what was decided."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.rows import amount, text
from recovery.sentences.amounts import count, many, millions, percent
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.rows import Row


def answer(mine: Sequence[Row], every: Sequence[Row], conditions: Sequence[Row]) -> str:
    """Return the sentence: 4 approvals wait for you, of 61 outstanding on 48 schemes; 2 conditions are overdue."""
    schemes = len({text(row, "ref") for row in every})
    if not every:
        opening = "No approval is outstanding"
    else:
        waits = "waits" if len(mine) == 1 else "wait"
        own = f"{many(len(mine), 'approval')} {waits} for you" if mine else "No approval waits for you"
        opening = f"{own}, of {count(len(every))} outstanding on {many(schemes, 'scheme')}"
    return f"{opening}; {_conditions(conditions)}."


def _conditions(rows: Sequence[Row]) -> str:
    states = [text(row, "state") for row in rows]
    overdue, opened = states.count("overdue"), states.count("open")
    if not overdue and not opened:
        return "no condition is open"
    late = f"{many(overdue, 'condition')} {'is' if overdue == 1 else 'are'} overdue" if overdue else ""
    still = (
        f"{opened if overdue else many(opened, 'condition')} {'is' if opened == 1 else 'are'} open" if opened else ""
    )
    return " and ".join(part for part in (late, still) if part)


def key_figures(
    mine: Sequence[Row], every: Sequence[Row], conditions: Sequence[Row], decisions: Sequence[Row]
) -> list[KeyFigure]:
    """Return what waits, the conditions, the decisions."""
    states = [text(row, "state") for row in conditions]
    overdue = states.count("overdue")
    lapsed = sum(text(row, "lapsed") == "yes" for row in decisions)
    ready = [row for row in every if not text(row, "stands_in_the_way")]
    return [
        KeyFigure("Wait for you", count(len(mine)), "Nothing else in the way"),
        KeyFigure("Outstanding", count(len(every)), f"{count(len(ready))} with nothing in the way"),
        KeyFigure(
            "Conditions overdue", count(overdue), f"{count(states.count('open'))} more open", "bad" if overdue else ""
        ),
        KeyFigure("Decisions", count(len(decisions)), f"{count(lapsed)} lapsed since" if lapsed else "All still stand"),
    ]


def benefits(rows: Sequence[Row]) -> str:
    """Return what was realised of the cases approved last, in a sentence."""
    if not rows:
        return "No scheme is past delivery yet, so there is nothing to hold against its case."
    last = {text(row, "ref"): row for row in rows}
    approved = sum((amount(row, "case_net_value") for row in last.values()), Decimal(0))
    actual = sum((amount(row, "actual_to_date") for row in last.values()), Decimal(0))
    share = percent(100 * actual / approved) if approved else "n/a"
    return (
        f"{many(len(last), 'scheme')} past delivery: {millions(actual)} realised to date of {millions(approved)} in "
        f"the case as approved at the last gateway passed ({share})."
    )
