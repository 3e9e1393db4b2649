"""What waits for whom: the approvals outstanding, and those of them that are ready for the reader to give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.programme.configuration import programme_of
from recovery.rows import text
from recovery.ui.figures import if_loaded, only
from recovery.ui.programme.standing import state_of

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.rows import Row
    from recovery.ui.gate import Frame
    from recovery.view import View


def waiting(current: Frame, view: View) -> Figure | None:
    """Return every approval that is outstanding, None where no register is kept."""
    return if_loaded("waiting", current.engine, view)


def waits_for_reader(current: Frame, view: View, shown: Figure | None) -> Figure | None:
    """Return the approvals that wait for nothing but the reader: they may give them, and nothing stands in the way.

    A scheme in which they are named never waits for them.
    """
    if shown is None:
        return None
    keep = [number for number, row in enumerate(shown.records()) if _is_ready(row) and _may_give(current, view, row)]
    return only(shown, keep, "What waits for me")


def _is_ready(row: Row) -> bool:
    return not text(row, "stands_in_the_way")


def _may_give(current: Frame, view: View, row: Row) -> bool:
    approval = programme_of(view.organisation).approval_named(text(row, "approval_key"))
    if not current.may("approve", approval=approval):
        return False
    return current.may("approve", state_of(current, view, text(row, "ref")), approval)
