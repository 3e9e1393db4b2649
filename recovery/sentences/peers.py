"""Where a commissioner stands among all, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.measures.funnel import WITHIN
from recovery.rows import Row, number, of_kind, text
from recovery.sentences.amounts import capital, count, listed, many, percent
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure

MOST_NAMED: Final = 3
ALONE: Final = (
    "Not every commissioner's rows are loaded of the months compared, so that England's growth, ranks and limits are "
    "not known: load the returns with the rows of all."
)
_TEENS: Final = range(11, 14)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def answer(peers: Figure, name: str) -> str:
    """Return which measures grow unlike the others', or that none does, and where the first measure stands."""
    compared = [row for row in peers.records() if number(row, "growth") is not None]
    if not compared:
        return f"{_not_compared(peers, name)} {_england(peers.records()[0])}"
    if not of_all(compared[0]):
        return f"{capital(_within(compared[0]))} {_grew(compared[0])}. {ALONE}"
    return f"{_outside(compared)} {_standing(compared[0])}"


def of_all(row: Row) -> bool:
    """Return whether a measure is held of all commissioners over the months compared."""
    return number(row, "compared") is not None


def _outside(rows: Sequence[Row]) -> str:
    judged = [row for row in rows if text(row, "standing")]
    if not judged:
        return "There are too few commissioners to tell chance from a difference in growth."
    outside = outside_limits(judged)
    if not outside:
        return f"Of {many(len(judged), 'measure')} none grows by more or less than size and usual spread explain."
    named = [f"{_within(row)} ({signed(number(row, 'growth'))}, {text(row, 'standing')})" for row in outside]
    more = [f"{len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
    verb = "lies" if len(outside) == 1 else "lie"
    which = listed([*named[:MOST_NAMED], *more])
    return f"Of {many(len(judged), 'measure')} {len(outside)} {verb} outside the funnel of growth: {which}."


def outside_limits(rows: Sequence[Row]) -> list[Row]:
    """Return the rows outside their funnel limits, the furthest from England's growth first."""
    found = [row for row in rows if text(row, "standing") not in {"", WITHIN}]
    return sorted(found, key=lambda row: -abs((number(row, "growth") or Decimal(0)) - _middle(row)))


def _middle(row: Row) -> Decimal:
    england = number(row, "england_growth")
    return Decimal(0) if england is None else england


def _standing(row: Row) -> str:
    england = signed(number(row, "england_growth"))
    return f"{capital(_within(row))} {_grew(row)}, against {england} in England: {_place(row)}."


def _grew(row: Row) -> str:
    return f"{grew(number(row, 'growth'))} over {text(row, 'compared_months')} on the year before"


def _place(row: Row) -> str:
    return (
        f"{ordinal(int(number(row, 'rank') or 0))} highest of {many(int(number(row, 'compared') or 0), 'commissioner')}"
    )


def _not_compared(peers: Figure, name: str) -> str:
    held = any(number(row, "actual") is not None for row in peers.records())
    if not text(peers.records()[0], "compared_months"):
        return "No month is held of both this year and the last, so that no growth can be told."
    if held:
        return f"{name} does not stand in all the months compared under one code, so that it has no growth to compare."
    return f"{name} has no row of its own in the national return."


def _england(row: Row) -> str:
    growth = number(row, "england_growth")
    if growth is None:
        return ""
    return f"In England {_within(row)} {grew(growth)} over {text(row, 'compared_months')} on the year before."


def key_figures(peers: Figure) -> list[KeyFigure]:
    """Return the growth of each measure that is no part of another, with England's and the rank."""
    return [
        KeyFigure(
            text(row, "measure"),
            signed(number(row, "growth")),
            f"England {signed(number(row, 'england_growth'))}; {_short_place(row)}"
            if of_all(row)
            else "England unknown",
        )
        for row in of_kind(peers, "line")
    ]


def _short_place(row: Row) -> str:
    rank = number(row, "rank")
    return "not ranked" if rank is None else f"{ordinal(int(rank))} of {int(number(row, 'compared') or 0)}"


def measure_said(row: Row) -> str:
    """Return where one measure stands: its counts, its limits and the quartiles."""
    if number(row, "growth") is None:
        return _england(row)
    counts = f"{count(number(row, 'last_year') or 0)} to {count(number(row, 'this_year') or 0)}"
    start = f"From {counts} over {text(row, 'compared_months')}: {signed(number(row, 'growth'))}"
    if not of_all(row):
        return f"{start}. {ALONE}"
    limits = ""
    if text(row, "standing"):
        between = f"{signed(number(row, 'lower_limit'))} and {signed(number(row, 'upper_limit'))}"
        limits = f" Commissioners of this size usually lie between {between}: {text(row, 'standing')}."
    middle = f"{signed(number(row, 'lower_quartile'))} and {signed(number(row, 'upper_quartile'))}"
    return f"{start}, {_place(row)}.{limits} The middle half of commissioners grew by between {middle}."


def left_out_said(row: Row) -> str:
    """Return how many commissioners are not in the ranks, and why."""
    left = int(number(row, "left_out") or 0)
    if not left:
        return "Every commissioner in the return is compared."
    stand, they = ("is", "It counts") if left == 1 else ("are", "They count")
    return (
        f"{many(left, 'commissioner')} {stand} left out of the ranks: a code that is new or gone, a month that is "
        f"missing, or no peers. {they} towards England."
    )


def alt(rows: Sequence[Row], own: str, title: str) -> str:
    """Return the funnel chart in words."""
    outside = outside_limits(rows)
    mine = next((row for row in rows if text(row, "commissioner") == own), None)
    place = (
        f" This commissioner: {signed(number(mine, 'growth'))}, {text(mine, 'standing') or 'no limits'}."
        if mine
        else ""
    )
    return (
        f"Funnel chart of growth in {title.lower()} against last year's count for {many(len(rows), 'commissioner')}; "
        f"{len(outside)} outside the limits.{place}"
    )


def grew(points: Decimal | None) -> str:
    """Return a growth as a verb: grew by 3.1%, fell by 2.0%, stayed as they were."""
    if points is None:
        return "cannot be compared"
    if percent(abs(points)) == percent(Decimal(0)):
        return "stayed as they were"
    return f"{'grew' if points > 0 else 'fell'} by {percent(abs(points))}"


def signed(points: Decimal | None) -> str:
    """Return a growth with its sign: +3.1%, −2.0%; n/a where it is undefined."""
    if points is None:
        return "n/a"
    shown = percent(abs(points))
    return shown if shown == percent(Decimal(0)) else f"{'+' if points > 0 else '−'}{shown}"


def ordinal(place: int) -> str:
    """Return a place in a ranking: 1st, 2nd, 11th."""
    ending = "th" if place % 100 in _TEENS else _ENDINGS.get(place % 10, "th")
    return f"{place}{ending}"


def _within(row: Row) -> str:
    """Return a measure's name inside a sentence; an abbreviation at its beginning keeps its capitals."""
    name = text(row, "measure")
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
