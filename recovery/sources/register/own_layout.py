"""The register workbook that was written here: its sheets, its headings and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recovery.period import FinancialYear
from recovery.problems import Problem
from recovery.sources.places import Place
from recovery.sources.register.column_matching import Matched, match_headings
from recovery.sources.register.columns import FOR_READING, LAYOUT_MARK, READING, SheetLayout, layouts
from recovery.sources.words import is_blank, plain, text_of
from recovery.sources.workbook import Sheet, Workbook

_HEADINGS_WITHIN: Final = 30
_FEWEST_HEADINGS: Final = 2


@dataclass(frozen=True)
class FoundSheet:
    """One sheet that belongs to the register: its layout, and the row (from 0) and columns of its headings."""

    sheet: Sheet
    layout: SheetLayout
    row: int
    matched: Matched
    place: Place


def is_ours(workbook: Workbook) -> bool:
    """Return whether a workbook says that it is the register as it is written here."""
    mark = plain(LAYOUT_MARK)
    return any(
        isinstance(cell, str) and plain(cell[: 2 * len(mark)]).startswith(mark)
        for sheet in workbook.sheets
        for row in sheet.rows[:_HEADINGS_WITHIN]
        for cell in row[:2]
    )


def find_sheets(
    workbook: Workbook, only: Sequence[str], year: FinancialYear | None
) -> tuple[list[FoundSheet], list[Problem]]:
    """Return the register's sheets and what is wrong with their headings; others are only said to be left out."""
    found: list[FoundSheet] = []
    problems: list[Problem] = []
    for sheet in workbook.sheets:
        place = Place(workbook.file.name, sheet.name)
        layout = _layout_of(sheet)
        if (only and sheet.name not in only) or _is_left_alone(sheet, layout):
            continue
        if layout is None:
            problems.append(place.notice("sheet-not-used", f"The sheet '{sheet.name}' is not one of the register's."))
            continue
        one = _with_headings(sheet, layout, place)
        if one is None:
            problems.append(_no_headings(layout, place))
        elif any(other.layout is layout for other in found):
            message = f"The workbook holds the sheet '{layout.title}' twice."
            problems.append(place.error("table-twice", message, "Take one of the two out."))
        else:
            found.append(one)
            problems += heading_problems(one, year)
    return found, problems or ([] if found else [_nothing(workbook)])


def _layout_of(sheet: Sheet) -> SheetLayout | None:
    """Return the layout of a sheet by its name, else by what its first rows say."""
    for one in layouts():
        if plain(sheet.name) in {plain(one.title), one.key}:
            return one
    said = {plain(text_of(cell)) for row in sheet.rows[:_HEADINGS_WITHIN] for cell in row[:1] if isinstance(cell, str)}
    return next((one for one in layouts() if plain(one.title) in said), None)


def _is_left_alone(sheet: Sheet, layout: SheetLayout | None) -> bool:
    """Return whether a sheet is one for people, or has nothing on it."""
    by_name = layout is not None and plain(sheet.name) in {plain(layout.title), layout.key}
    if plain(sheet.name) in set(map(plain, FOR_READING)) and not by_name:
        return True
    return layout is None and all(is_blank(cell) for row in sheet.rows for cell in row)


def _with_headings(sheet: Sheet, layout: SheetLayout, place: Place) -> FoundSheet | None:
    """Return the sheet with the first row that names a reference and another column."""
    for number, row in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
        if sum(isinstance(cell, str) and not is_blank(cell) for cell in row) < _FEWEST_HEADINGS:
            continue
        matched = match_headings(layout, row)
        if "ref" in matched.columns and len(matched.columns) + len(matched.months) >= _FEWEST_HEADINGS:
            return FoundSheet(sheet, layout, number, matched, place)
    return None


def heading_problems(found: FoundSheet, year: FinancialYear | None) -> list[Problem]:
    """Return what is wrong with a sheet's headings, and which of them are not read."""
    texts, place, row = found.matched.texts, found.place, found.row
    problems = [
        place.error(
            "column-twice",
            f"Two columns are both '{texts[column]}'.",
            "Take one of the two out, or give it another heading.",
            (row, column),
            texts[column],
        )
        for column in found.matched.twice
        if not _is_for_reading(found, texts[column])
    ]
    problems += [
        place.notice("column-not-used", f"The column '{texts[column]}' is not read.", cell=(row, column))
        for column in found.matched.unknown
    ]
    problems += [
        place.error(
            "missing-column",
            f"The sheet '{found.sheet.name}' has no column '{column.heading}'.",
            "Put the column back: without it nothing on the sheet can be told apart.",
            (row, 0),
        )
        for column in found.layout.columns
        if column.required and column.name not in found.matched.columns
    ]
    others = sorted(set(found.matched.years.values()) - ({year.start} if year else set()))
    if year and others:
        month = next(month for month, start in found.matched.years.items() if start == others[0])
        message = (
            f"The months of the sheet '{found.sheet.name}' are those of {FinancialYear(others[0])}, not of {year}."
        )
        to_do = "Bring it in for its own year, or correct the years in the headings."
        problems.append(place.error("other-year", message, to_do, (row, found.matched.months[month])))
    return problems


def _is_for_reading(found: FoundSheet, text: str) -> bool:
    again = match_headings(found.layout, [text])
    return any(found.layout.column(name).kind == READING for name in again.columns)


def _no_headings(layout: SheetLayout, place: Place) -> Problem:
    message = f"The sheet '{place.sheet}' has no row of headings with a column 'Ref'."
    first = ", ".join(column.heading for column in layout.columns[:4])
    return place.error("nothing-recognised", message, f"Put the headings back in one row: {first} …")


def _nothing(workbook: Workbook) -> Problem:
    titles = ", ".join(one.title for one in layouts())
    place = Place(workbook.file.name)
    return place.error(
        "nothing-recognised", "The workbook has none of the register's sheets.", f"Looked for: {titles}."
    )
