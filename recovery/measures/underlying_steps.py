"""The underlying position's bridge as steps to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.measures.bridge import Step
from recovery.rows import Row, amount, number, text

if TYPE_CHECKING:
    from recovery.figure import Figure


def underlying_steps(underlying: Figure) -> tuple[Step, ...]:
    """Return levels and moves, without what is counted elsewhere; none where there is no outturn to start from."""
    rows = zip(underlying.records(), underlying.kinds, strict=True)
    known = [(row, kind) for row, kind in rows if number(row, "amount") is not None]
    if not any(kind == "total" for _, kind in known):
        return ()
    names = [text(row, "step") for row, _ in known]
    return tuple(
        Step(_name(row, again=names.count(name) > 1), amount(row, "amount"), kind == "total")
        for name, (row, kind) in zip(names, known, strict=True)
    )


def _name(row: Row, *, again: bool) -> str:
    """Return a step's name, with its line where another step has the same."""
    line = text(row, "line")
    return f"{line}: {text(row, 'step').lower()}" if again and line else text(row, "step")
