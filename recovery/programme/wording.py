"""Amounts, days and lists as a sentence says them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal


def pounds(amount: Decimal) -> str:
    """Return an amount to the penny: £12,345.67, and -£12,345.67 for a negative one."""
    return f"{'-' if amount < 0 else ''}£{abs(amount):,.2f}"


def day(date: dt.date) -> str:
    """Return a day in words: 3 July 2018."""
    return f"{date.day} {date:%B %Y}"


def all_of(words: Iterable[str]) -> str:
    """Return words as a list: a, b and c."""
    return _joined(list(words), "and")


def any_of(words: Iterable[str]) -> str:
    """Return words as a choice: a, b or c."""
    return _joined(list(words), "or")


def in_brackets(words: Iterable[str]) -> str:
    """Return words in brackets with a space before, nothing where there are none."""
    joined = ", ".join(words)
    return f" ({joined})" if joined else ""


def _joined(words: list[str], last: str) -> str:
    return " ".join(filter(None, (", ".join(words[:-1]), last if len(words) > 1 else "", *words[-1:])))
