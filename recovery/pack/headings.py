"""Column headings of the template: with the years of a chosen financial year, or in words that fit every year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recovery.money import Unit

if TYPE_CHECKING:
    from recovery.period import FinancialYear
    from recovery.sources.definitions import Field

REQUIRED_MARK: Final = " *"
_YEARS: Final = re.compile(r"(?:\bon )?\{(?:year|prior)\}")
_SPACES: Final = re.compile(r"\s+")


def heading_of(field: Field, year: FinancialYear | None) -> str:
    """Return a field's heading, with its own unit where it costs one unit, marked where the column is required."""
    text = field.heading_in(year) if year else _yearless(field)
    text += f" {Unit.POUNDS.symbol}" if field.per_unit else ""
    return text + REQUIRED_MARK if field.required else text


def _yearless(field: Field) -> str:
    """Return a heading that names no year: Plan for 2018/19 plan, Prior year outturn for 2017/18 outturn."""
    text = _SPACES.sub(" ", _YEARS.sub(" ", field.heading)).strip()
    prior = f"prior year {text.lower()}"
    if "{prior}" in field.heading and prior in field.headers:
        text = prior
    return text[:1].upper() + text[1:]
