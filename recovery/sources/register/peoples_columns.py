"""Which columns of people's own register hold which field of a scheme, beyond those that a loaded register has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from recovery.sources.header_search import Region
from recovery.sources.headings import Heading
from recovery.sources.register.column_matching import match_headings
from recovery.sources.register.columns import READING, SCHEMES, layout

NAMES: Final[Mapping[str, str]] = {"scheme": "title", "rag": "reported_rag", "start_month": "start"}
"""The fields of the loaded register that a scheme has under another name."""

_MEASURES: Final[Mapping[str, frozenset[str]]] = {
    "plan": frozenset({"plan", "planned", "budget", "target", "profile", "saving", "savings", "net", "value", "month"}),
    "actual": frozenset({"actual", "actuals", "delivered"}),
    "forecast": frozenset({"forecast", "fot", "expected"}),
}
_FEWEST_MONTHS: Final = 3
_FIRST: Final = ("ref", "title", "area", "stage")


@dataclass(frozen=True)
class PeoplesColumns:
    """Columns from 0: by a scheme's field, and by measure and month of its profile."""

    fields: Mapping[str, int]
    months: Mapping[str, Mapping[int, int]]


def columns_of(region: Region) -> PeoplesColumns:
    """Return the columns of a register's table: what a scheme cannot do without first, no column for two fields."""
    sheet = layout(SCHEMES)
    named = match_headings(sheet, [heading.text for heading in region.headings]).columns
    loaded = {NAMES.get(name, name): column for name, column in region.match.columns.items()}
    rest = [column.name for column in sheet.columns if column.name not in _FIRST and column.kind != READING]
    fields: dict[str, int] = {}
    for name in (*_FIRST, *rest):
        column = _column(name, named, loaded, sheet.column(name).kind)
        if column is not None and column not in fields.values():
            fields[name] = column
    return PeoplesColumns(fields, _months(region, frozenset(fields.values())))


def _column(name: str, named: Mapping[str, int], loaded: Mapping[str, int], kind: str) -> int | None:
    """Return a field's column: for money the one whose figures were believed, else the one that its heading names."""
    own, other = named.get(name), loaded.get(name)
    if kind == "money" or own is None:
        spoken_for = other in named.values() and named.get(name) != other and name not in _FIRST
        return own if other is None or spoken_for else other
    return own


def _months(region: Region, taken: frozenset[int]) -> dict[str, dict[int, int]]:
    """Return the month columns of the profile by measure, where there are enough of them to be one."""
    found: dict[str, dict[int, int]] = {}
    for column, heading in enumerate(region.headings):
        measure = _measure(heading)
        if heading.month and measure and column not in taken:
            found.setdefault(measure, {}).setdefault(heading.month.month, column)
    return {measure: months for measure, months in found.items() if len(months) >= _FEWEST_MONTHS}


def _measure(heading: Heading) -> str:
    """Return what a month's heading is of: plan where it says nothing else, '' where it is another thing."""
    said = frozenset(heading.words)
    if not said:
        return "plan"
    return next((measure for measure, words in _MEASURES.items() if said <= words), "")
