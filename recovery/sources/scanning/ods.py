"""Error cells, formulas without a stored value and merged ranges in .ods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from recovery.sources.scanning.marks import ERROR_TEXTS, Marks
from recovery.sources.scanning.markup import check, local, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.sources.scanning.package import Package

HINT = re.compile(rb"""formula\s*=|-spanned\s*=|value-type\s*=\s*["']error["']""")
CELLS = ("table-cell", "covered-table-cell")
ASIDE = ("annotation", "shapes", "tracked-changes")
"""What stands among the cells and is none."""
MOST_REPEATED = 1000


def scan(package: Package) -> Iterator[tuple[int, Marks]]:
    """Give each sheet's place in the workbook and what is marked on it."""
    content = package.part("content.xml")
    if b"<!DOCTYPE" in content[:1000]:
        refuse()
    check(content)
    if not HINT.search(content):
        return
    walk = Walk()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = walk.begin
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.Parse(content, True)  # noqa: FBT003 (its only spelling)
    yield from enumerate(walk.sheets)


class Walk:
    """Where the parser stands: sheet, row and column, which repeat, and the cell that is open."""

    def __init__(self) -> None:
        """Begin before the first sheet."""
        self.sheets: list[Marks] = []
        self.row = self.column = 0
        self.row_repeats = 1
        self.aside = 0
        self.cell: dict[str, str] | None = None
        self.words: list[str] = []

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        name = local(element)
        if name in ASIDE or self.aside:
            self.aside += name in ASIDE
        elif name == "table":
            self.sheets.append(Marks())
            self.row, self.row_repeats = 0, 1
        elif name == "table-row":
            self.row_repeats, self.column = int(attributes.get("table:number-rows-repeated", 1)), 0
        elif name in CELLS:
            self.cell, self.words = attributes, []

    def text(self, text: str) -> None:
        """Take text."""
        if self.cell is not None and not self.aside:
            self.words.append(text)

    def end(self, element: str) -> None:
        """Take an end tag."""
        name = local(element)
        if name in ASIDE:
            self.aside -= 1
        elif self.aside:
            return
        elif name == "table-row":
            self.row += self.row_repeats
        elif name in CELLS and self.cell is not None and self.sheets:
            repeats = int(self.cell.get("table:number-columns-repeated", 1))
            note(self.sheets[-1], self.row, range(self.column, self.column + repeats), self.cell, "".join(self.words))
            self.column += repeats
            self.cell = None


def note(marks: Marks, row: int, columns: range, attributes: dict[str, str], text: str) -> None:
    """Note what one cell, or a run of equal ones, has to say."""
    named = {local(name): value for name, value in attributes.items() if name != "office:value-type"}
    is_formula = "formula" in named
    shows_error = text in ERROR_TEXTS.values() or text.startswith("Err:")
    for column in columns[:MOST_REPEATED]:
        if named.get("value-type") == "error" or (is_formula and shows_error):
            marks.add_error(row, column, text)
        if is_formula and "office:value-type" not in attributes:
            marks.add_missing(row, column)
        marks.valued += is_formula and "office:value-type" in attributes
    down, across = (int(named.get(f"number-{way}-spanned", 1)) for way in ("rows", "columns"))
    if down > 1 or across > 1:
        marks.merged.append((row, columns.start, row + down - 1, columns.start + across - 1))
