"""Monthly profiles in bulk: schemes by month for one measure, what was altered, and what it makes of each case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from recovery.programme.scheme import NOUGHT, ProfileMonth, Scheme
from recovery.programme.state import SchemeState
from recovery.ui.programme.grids import SHORT
from recovery.ui.programme.typed import penny
from recovery.ui.programme.year import MONTHS, Value

REF: Final = "Reference"
TITLE: Final = "Scheme"
Cells = dict[int, Value]
"""Altered months with their new amounts."""


@dataclass(frozen=True)
class Line:
    """Which line of the profiles is looked at: plan, actual or forecast; recurrent or not."""

    measure: str
    recurrent: bool

    def of(self, scheme: Scheme) -> list[Value]:
        """Return a scheme's twelve amounts; a plan of nought shows as empty."""
        held = {one.month: getattr(one, self.measure) for one in scheme.profile if one.recurrent is self.recurrent}
        shown = [held.get(month) for month in MONTHS]
        return [value or None for value in shown] if self.measure == "plan" else shown

    def put(self, scheme: Scheme, cells: Mapping[int, Value]) -> Scheme:
        """Return a scheme with these months of the line altered, all else as it was."""
        lines = {(one.month, one.recurrent): one for one in scheme.profile}
        for month, value in cells.items():
            key = (month, self.recurrent)
            amount: Any = (value or NOUGHT) if self.measure == "plan" else value
            lines[key] = replace(
                lines.get(key, ProfileMonth(month, recurrent=self.recurrent)), **{self.measure: amount}
            )
        kept = [one for one in lines.values() if one.plan or one.actual is not None or one.forecast is not None]
        return replace(scheme, profile=tuple(sorted(kept, key=lambda one: (one.month, not one.recurrent))))


def rows(cases: Sequence[Scheme], line: Line) -> list[dict[str, Any]]:
    """Return a row a scheme, its months beside its name."""
    return [
        {REF: case.ref, TITLE: case.title}
        | {SHORT[month - 1]: None if value is None else float(value)
           for month, value in zip(MONTHS, line.of(case), strict=True)}
        for case in cases
    ]  # fmt: skip


def altered(cases: Sequence[Scheme], line: Line, edited: Sequence[Mapping[str, Any]]) -> dict[str, Cells]:
    """Return the cells that were altered, by scheme; the grid's rows stand in the order of the cases."""
    found: dict[str, Cells] = {}
    for case, row in zip(cases, edited, strict=True):
        cells = {}
        for month, was in zip(MONTHS, line.of(case), strict=True):
            now = penny(row[SHORT[month - 1]])
            if line.measure == "plan" and not now:
                now = None
            if now != was:
                cells[month] = now
        if cells:
            found[case.ref] = cells
    return found


@dataclass(frozen=True)
class Overlap:
    """A scheme that somebody else saved meanwhile: the months that both altered, with what each wants."""

    ref: str
    title: str
    months: tuple[tuple[int, Value, Value, Value], ...]
    """Month, as it was when opened, as they left it, as I want it."""


def overlaps(
    opened: Mapping[str, Scheme], now: Mapping[str, SchemeState], line: Line, wanted: Mapping[str, Cells]
) -> list[Overlap]:
    """Return the schemes of which somebody else altered one of the same cells since they were opened."""
    found = []
    for ref, cells in wanted.items():
        was, theirs = line.of(opened[ref]), line.of(now[ref].scheme)
        months = tuple(
            (month, was[month - 1], theirs[month - 1], mine)
            for month, mine in cells.items()
            if was[month - 1] != theirs[month - 1] != mine
        )
        if months:
            found.append(Overlap(ref, now[ref].scheme.title, months))
    return found


def totals(cases: Sequence[Scheme], line: Line, wanted: Mapping[str, Cells]) -> list[Decimal]:
    """Return the twelve months added up over the schemes as they would be."""
    columns = [line.of(line.put(case, wanted.get(case.ref, {}))) for case in cases]
    return [sum((one[month - 1] or NOUGHT for one in columns), NOUGHT) for month in MONTHS]
