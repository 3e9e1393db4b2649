"""Monthly profiles in words: what is altered, what lapses by it, what was saved, who else was at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.sentences.amounts import listed, many, millions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

NAMED: Final = 6
"""How many references a sentence names."""


def answer(schemes: int, plan: Decimal, actual: Decimal, forecast: Decimal) -> str:
    """Return the sentence that opens the page."""
    if not schemes:
        return "There is no live scheme that you may edit."
    return (
        f"{many(schemes, 'scheme')} that you may edit: {millions(plan)} planned for the year, {millions(actual)} "
        f"saved so far, {millions(forecast)} forecast for months to come. Type or paste, then save them all at once."
    )


def altered(refs: Sequence[str]) -> str:
    """Return which schemes are altered and not yet saved."""
    return f"Not saved yet: {many(len(refs), 'scheme')} altered ({_named(refs)})."


def lapsing(refs: Sequence[str]) -> str:
    """Return which schemes' approvals would lapse."""
    return (
        f"This changes the plan of {_named(refs)}: approvals already given at the present gateway would lapse and have "
        "to be given again. Say why."
    )


def saved(refs: Sequence[str]) -> str:
    """Return what was saved."""
    return f"Saved: the monthly profiles of {many(len(refs), 'scheme')} ({_named(refs)}), as one change."


def clash(ref: str, title: str) -> str:
    """Return the heading of what two people have altered."""
    return f"{ref} {title}: somebody else has altered these months as well since you opened them"


def _named(refs: Sequence[str]) -> str:
    more = len(refs) - NAMED
    return f"{', '.join(refs[:NAMED])} and {many(more, 'other')}" if more > 0 else listed(list(refs))
