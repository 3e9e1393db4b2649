"""A value of a case as people read it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.programme.wording import day, pounds


def in_words(value: object, *, money: bool = False) -> str:
    """Return a value in words: £12,345.67, 3 July 2018, yes or no; '' where nobody has said."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return pounds(value) if money else number(value)
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def number(value: Decimal) -> str:
    """Return a number with commas and without noughts at its end: 1,234.5."""
    whole, _, part = f"{value:,f}".partition(".")
    return f"{whole}.{part.rstrip('0')}" if part.rstrip("0") else whole
