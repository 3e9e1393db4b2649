"""The bridge from the prior year's outturn, through what recurs, to this year's plan."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.rows import Row, amount, last_of_kind, number, total_spend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.figure import Figure
    from recovery.view import View

HALF_A_THOUSAND: Final = Decimal(500)


@dataclass(frozen=True)
class Step:
    """One bar of the bridge: a level that stands on nought, or a move from the bar before it.

    A level that stands `aside` says what is within the one before; the next move does not start from it.
    """

    label: str
    amount: Decimal
    level: bool = False
    aside: bool = False


@dataclass(frozen=True)
class Bridge:
    """The steps in order, and whether they carry the net position (favourable up) or the spend alone."""

    steps: tuple[Step, ...]
    net: bool


def bridge(computed: Figure, view: View) -> Bridge:
    """Return the bridge of a plan whose totals are re-added from its lines; no steps where its ends are missing."""
    row = last_of_kind(computed, "net")
    net = row is not None
    row = row or total_spend(computed)
    if row is None or number(row, _plan(view)) is None or number(row, _exit(view)) is None:
        return Bridge((), net)
    return Bridge((*_opening(row, view), *_moves(computed, row, view), _closing(row, view)), net)


def _opening(row: Row, view: View) -> Iterator[Step]:
    outturn, recurrent = number(row, f"forecast_outturn_{view.year.prior.field}"), amount(row, _exit(view))
    if outturn is not None:
        yield Step(f"{view.year.prior} outturn", outturn, level=True)
        yield Step("Non-recurrent items", recurrent - outturn)
    yield Step("Recurrent exit", recurrent, level=True)


def _moves(figure: Figure, row: Row, view: View) -> Iterator[Step]:
    running = amount(row, _exit(view))
    for column in _between(figure, view):
        step = amount(row, column)
        running += step
        if step:
            yield Step(figure.columns[figure.position(column)].heading, step)
    unexplained = amount(row, _plan(view)) - running
    if abs(unexplained) >= HALF_A_THOUSAND:
        yield Step("Not explained by the steps", unexplained)


def _closing(row: Row, view: View) -> Step:
    return Step(f"{view.year} plan", amount(row, _plan(view)), level=True)


def _between(figure: Figure, view: View) -> list[str]:
    """Return the columns that stand between the recurrent exit and the plan: each is a step."""
    return [
        column.name
        for column in figure.columns[figure.position(_exit(view)) + 1 : figure.position(_plan(view))]
        if column.kind == "money"
    ]


def _plan(view: View) -> str:
    return f"plan_{view.year.field}"


def _exit(view: View) -> str:
    return f"recurrent_exit_{view.year.prior.field}"
