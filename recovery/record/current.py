"""Which submissions hold for a month; the engine's macro `current_submission` says the same in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.sources.definitions import datasets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.record.entries import Heading


def current(headings: Iterable[Heading], month: int) -> dict[str, Heading]:
    """Return by dataset the submission of one organisation and year that holds for `month`.

    Monthly data: the newest of exactly that month, else the newest loaded without a month.  All other data: the newest
    loaded without a month or up to that month, else the newest of any month.
    """
    found: dict[str, Heading] = {}
    for heading in sorted(headings, key=lambda heading: (_fits(heading, month), heading.id)):
        if _fits(heading, month) or not _monthly(heading):
            found[heading.dataset] = heading
    return found


def _fits(heading: Heading, month: int) -> int:
    """Return how well a submission fits the month: 0 is least."""
    if _monthly(heading):
        return 1 if heading.month is None else 2 * (heading.month == month)
    return int(heading.month is None or heading.month <= month)


def _monthly(heading: Heading) -> bool:
    return datasets()[heading.dataset].period == "month"
