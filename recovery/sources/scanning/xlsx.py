"""Error cells and formulas without a stored value in .xlsx and .xlsm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recovery.sources.scanning.marks import Marks, without_unlikely
from recovery.sources.scanning.markup import DamagedError, check, elements, refuse
from recovery.sources.scanning.package import Package, reference

if TYPE_CHECKING:
    from collections.abc import Iterator

UNVALUED = re.compile(rb"(?:</f>|<f(?:\s[^>]*)?/>)(?!<v>[^<])")
CELL = re.compile(
    rb"<(?:[\w.-]+:)?(?:(?P<tag>row)(?P<row>\s[^>]*)?>|"
    rb"c(?P<cell>\s[^>]*?)?(?:/>|>(?P<body>.*?)</(?:[\w.-]+:)?c\s*>))",
    re.DOTALL,
)
PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)["']""")
ERROR = re.compile(rb"""\st\s*=\s*["']e["']""")
FORMULA_TEXT = re.compile(rb"""\st\s*=\s*["']str["']""")
FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
VALUE = re.compile(rb"<(?:[\w.-]+:)?(?:v(?:\s[^>]*)?>\s*([^<\s][^<]*)|is[\s>])")
PLACEHOLDER = b"0"
TRUE = ("1", "true")
EMPTY_VALUE = re.compile(rb"<(?:[\w.-]+:)?v[\s/>]")


def scan(package: Package) -> Iterator[tuple[int, Marks]]:
    """Give each worksheet's place in the workbook and what is marked on it."""
    workbook = package.workbook()
    targets = package.targets(workbook)
    refuse_document_types(package, targets)
    listed = elements(package.part(workbook))
    uncalculated = any(name == "calcPr" and attributes.get("fullCalcOnLoad") in TRUE for name, attributes in listed)
    sheets = [
        marks_of(package.part(targets[reference(attributes)]), uncalculated=uncalculated)
        for name, attributes in listed
        if name == "sheet"
    ]
    yield from enumerate(without_unlikely(sheets) if uncalculated else sheets)


def refuse_document_types(package: Package, targets: dict[str, str]) -> None:
    """Raise DamagedError where a part declares a document type, which no spreadsheet program writes."""
    for part in targets.values():
        if part.endswith(".xml") and b"<!DOCTYPE" in package.beginning(part):
            refuse()


def marks_of(xml: bytes, *, uncalculated: bool = False) -> Marks:
    """Return the marks of one sheet: quick searches first, and every cell only where they find something.

    `uncalculated` says that the workbook asks to be calculated when it is opened: its values may be placeholders.
    """
    if not xml[-200:].rstrip().endswith((b"sheet>", b"/>")):
        raise DamagedError("the sheet is cut off")
    check(xml)
    if is_prefixed(xml) or b't="e"' in xml or b"t='e'" in xml:
        return walked(xml)
    if not (b"<f>" in xml or b"<f " in xml or b"<f/" in xml):
        return Marks()
    if uncalculated or UNVALUED.search(xml):
        return walked(xml)
    marks = Marks()
    marks.valued = 1
    return marks


def is_prefixed(xml: bytes) -> bool:
    """Return whether the sheet's elements have a prefix, so that the quick searches would miss them."""
    return re.search(rb"<[\w.-]+:worksheet\b", xml[:5000]) is not None


def walked(xml: bytes) -> Marks:
    """Return the marks of one sheet, cell by cell; a row or cell without a place follows the one before."""
    marks = Marks()
    row, column = -1, -1
    for found in CELL.finditer(xml):
        if found["tag"]:
            row, column = row_number(found["row"], row), -1
            continue
        row, column = cell_place(found["cell"], row, column)
        if found["body"]:
            note(marks, row, column, found["cell"] or b"", found["body"])
    return marks


def row_number(attributes: bytes | None, before: int) -> int:
    """Return a row's number from 0."""
    place = PLACE.search(attributes or b"")
    return int(place[2]) - 1 if place else before + 1


def cell_place(attributes: bytes | None, row: int, before: int) -> tuple[int, int]:
    """Return a cell's row and column from 0."""
    place = PLACE.search(attributes or b"")
    if not place or not place[1]:
        return row, before + 1
    column = 0
    for letter in place[1].upper():
        column = column * 26 + letter - 64
    return int(place[2]) - 1, column - 1


def note(marks: Marks, row: int, column: int, attributes: bytes, body: bytes) -> None:
    """Note what one cell has to say."""
    value = VALUE.search(body)
    if ERROR.search(attributes):
        marks.add_error(row, column, ((value and value[1]) or b"#ERROR!").decode("utf-8", "replace"))
    if not FORMULA.search(body):
        return
    if value or (FORMULA_TEXT.search(attributes) and EMPTY_VALUE.search(body)):
        marks.valued += 1
        marks.unlikely += value is not None and value[1] == PLACEHOLDER
    else:
        marks.add_missing(row, column)
