"""The filters over a page, fed by the schemes that there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.rows import of_kind
from recovery.ui.figures import if_loaded
from recovery.ui.gate import frame
from recovery.ui.programme.filters import Wanted, ask
from recovery.ui.services import shelf

if TYPE_CHECKING:
    import datetime as dt

    from recovery.rows import Row
    from recovery.ui.gate import Frame
    from recovery.view import View


def schemes(name: str = "board", *, attention: bool = True, prefix: str = "", as_at: dt.date | None = None) -> Wanted:
    """Ask which schemes to show, of those in a figure; everything where there is none."""
    rows = rows_of(name, as_at)
    return ask(rows, attention=attention, prefix=prefix) if rows else Wanted()


def rows_of(name: str, as_at: dt.date | None = None) -> list[Row]:
    """Return a figure's lines for the picked view, none where nothing is loaded."""
    current = frame()
    if current.view is None:
        return []
    return rows_in(name, current, current.view if as_at is None else replace(current.view, as_at=as_at))


def rows_in(name: str, current: Frame, view: View) -> list[Row]:
    """Return a figure's lines for a view, none where nothing is loaded."""

    def read() -> list[Row]:
        shown = if_loaded(name, current.engine, view)
        return of_kind(shown, "line") if shown else []

    held: list[Row] = shelf().get(("rows", name, view, current.change), read)
    return held
