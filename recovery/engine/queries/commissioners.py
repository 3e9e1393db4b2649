"""The national activity return: every commissioner's counts, of this year and the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from recovery.engine.queries.asking import Amount, Asks, to_date

if TYPE_CHECKING:
    from recovery.view import View


class Counted(NamedTuple):
    """One commissioner's counts of one measure; `kind` is line, or part where another measure has this one in it.

    `month` is the newest of the year that there is a return of and `compared` the months of which there are returns of
    both years; `actual` is of that month, `ytd` of all months to date, `now` and `before` of the months compared.
    `is_whole` says that the commissioner stands in all of those, in both years, under one code, and `of_all` that those
    months come of returns of all commissioners, not of one commissioner's row alone.
    """

    place: int
    code: str
    title: str
    kind: str
    month: int
    compared: list[int]
    commissioner: str
    name: str
    actual: Amount
    ytd: Amount
    now: Amount
    before: Amount
    is_whole: bool
    of_all: bool


def peers(engine: Asks, view: View) -> list[Counted]:
    """Return every commissioner's counts by measure, as far as the view's month; nothing where no return is held."""
    return [Counted(*row) for row in engine.ask("peers", **to_date(view))]


def return_submissions(engine: Asks, view: View) -> list[tuple[int, bool]]:
    """Return the submissions of the national return behind a view: id, illustrative."""
    rows = engine.ask("return_submissions", **to_date(view))
    return [(number, illustrative) for number, illustrative in rows]
