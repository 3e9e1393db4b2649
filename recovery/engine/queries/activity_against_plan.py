"""Activity against plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Asks, Row, to_date

if TYPE_CHECKING:
    from recovery.view import View


def activity(engine: Asks, plan: int, view: View) -> list[Row]:
    """Return activity against plan by measure and month: kind, code, title, month, then the amounts."""
    return engine.ask("activity", plan=plan, **to_date(view))


def activity_actual_submissions(engine: Asks, view: View) -> list[tuple[int, bool, str]]:
    """Return the submissions that the year's activity actuals come from: id, illustrative, dataset."""
    rows = engine.ask("activity_actual_submissions", **to_date(view))
    return [(number, illustrative, dataset) for number, illustrative, dataset in rows]
