"""What lines are called where their names alone do not tell them apart: with the heading above them, Acute: Other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.sources.table import Table

NOT_SPEND: Final = frozenset({"income", "memorandum"})
"""The flows that are in no area."""


class LineName(NamedTuple):
    """What a line is called, and the words by which a proposal compares it: a name that repeats says nothing."""

    name: str
    words: str


def line_names(table: Table) -> dict[int, LineName]:
    """Return by row order what lines of spend are called: one whose name stands under several headings, with its own.

    A line stands under the last line above it that has no figure at all, as far as the next total, else in its section.
    What serves as a heading in this way is no line.
    """
    found = list(_lines(table))
    under = defaultdict[str, set[str]](set)
    for line in found:
        under[name_key(line.name)].add(name_key(line.heading))
    repeating = {line.order for line in found if line.heading and len(under[name_key(line.name)]) > 1}
    headings = {name_key(line.heading) for line in found if line.order in repeating}
    return {
        line.order: LineName(f"{line.heading}: {line.name}", line.heading)
        if line.order in repeating
        else LineName(line.name, line.name)
        for line in found
        if line.has_figure or name_key(line.name) not in headings
    }


class _Line(NamedTuple):
    order: int
    name: str
    heading: str
    has_figure: bool


def _lines(table: Table) -> Iterable[_Line]:
    """Give each line of spend with what it stands under."""
    definition = table.definition
    numbers = [field.name for field in definition.numbers]
    opened = section = ""
    for row in table.rows.select(["row_order", "kind", "flow", "section", definition.label, *numbers]).to_pylist():
        if row["kind"] == "total" or row["section"] != section:
            opened, section = "", row["section"]
        if row["kind"] != "line" or row["flow"] in NOT_SPEND:
            continue
        has_figure, name = any(row[number] is not None for number in numbers), row[definition.label]
        opened = opened if has_figure else name
        yield _Line(row["row_order"], name, (opened if has_figure else "") or section, has_figure)
