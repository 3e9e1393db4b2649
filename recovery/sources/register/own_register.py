"""The register workbook that was written here, scheme by scheme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from recovery.problems import Problem
from recovery.sources.options import Options
from recovery.sources.register.cell_values import Reader
from recovery.sources.register.columns import SCHEMES
from recovery.sources.register.given import GivenRegister, GivenScheme, Item
from recovery.sources.register.own_layout import FoundSheet, find_sheets
from recovery.sources.register.own_rows import GivenRow, RowReader
from recovery.sources.register.wording import Wording
from recovery.sources.workbook import Workbook, address

_ALONE: Final[Mapping[str, tuple[str, ...]]] = {
    SCHEMES: (),
    "profile": ("recurrent", "measure"),
    "activity": ("code", "point_of_delivery"),
}
"""What tells one row of a scheme from another on sheets where none may stand twice."""

Rows = Mapping[str, Sequence[GivenRow]]


def read_own(workbook: Workbook, options: Options, wording: Wording) -> GivenRegister:
    """Return every scheme of the workbook and every problem in it."""
    sheets, problems = find_sheets(workbook, options.sheets, options.year)
    rows: dict[str, list[GivenRow]] = {}
    for found in sheets:
        reader = RowReader(found, Reader(wording))
        rows[found.layout.key] = list(reader.rows())
        problems += reader.problems + _twice(found, rows[found.layout.key])
    schemes = _schemes(rows, {found.layout.key: found.sheet.name for found in sheets})
    return GivenRegister(workbook.file.name, schemes, (*workbook.problems, *problems))


def _twice(found: FoundSheet, rows: Sequence[GivenRow]) -> list[Problem]:
    """Return an error for each row that says again what another row of its sheet has said."""
    names = _ALONE.get(found.layout.key)
    if names is None or not set(names) <= found.matched.columns.keys():
        return []
    first: dict[tuple[object, ...], int] = {}
    problems = []
    for row in rows:
        key = (row.ref.casefold(), *(row.values.get(name) for name in names))
        before = first.setdefault(key, row.number)
        if before != row.number:
            column = found.matched.columns["ref"]
            message = f"{row.ref} stands twice: in {address(before, column)} and in {address(row.number, column)}."
            if names:
                said = ", ".join(found.layout.column(name).heading.lower() for name in names)
                message = f"{message[:-1]}, with the same {said}."
            to_do = "Take one of the two rows out."
            problems.append(found.place.error("duplicate-key", message, to_do, (row.number, column), row.ref))
    return problems


def _schemes(rows: Rows, sheets: Mapping[str, str]) -> tuple[GivenScheme, ...]:
    """Put each scheme's rows together: those of the sheet of schemes in its order, then those without a row there."""
    parts: dict[str, dict[str, list[GivenRow]]] = defaultdict(lambda: defaultdict(list))
    for key in rows.keys() - {SCHEMES}:
        for row in rows[key]:
            parts[row.ref.casefold()][key].append(row)
    found: dict[str, GivenScheme] = {}
    for row in rows.get(SCHEMES, ()):
        own = parts.pop(row.ref.casefold(), {})
        whole = {key: _items(own.get(key, ())) for key in rows if key != SCHEMES}
        found.setdefault(row.ref.casefold(), GivenScheme(row.ref, sheets[SCHEMES], row.number + 1, row.values, whole))
    left = [_without_row(own, sheets) for ref, own in parts.items() if ref not in found]
    return (*found.values(), *left)


def _without_row(own: Mapping[str, Sequence[GivenRow]], sheets: Mapping[str, str]) -> GivenScheme:
    """Return a scheme that has rows on other sheets only; nothing is said of the sheets on which it has none."""
    key = next(iter(own))
    first = own[key][0]
    return GivenScheme(
        first.ref, sheets[key], first.number + 1, None, {name: _items(rows) for name, rows in own.items()}
    )


def _items(rows: Sequence[GivenRow]) -> tuple[Item, ...]:
    """Return rows in the order that their numbers say, those without one last, else from top to bottom."""
    last = max((number for row in rows if isinstance(number := row.values.get("number"), int)), default=0) + 1
    return tuple(row.values for row in sorted(rows, key=lambda row: _number(row.values, last)))


def _number(values: Item, last: int) -> int:
    number = values.get("number")
    return number if isinstance(number, int) else last
