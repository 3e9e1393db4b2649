"""What was looked for and not found: columns, tables, anything at all on a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recovery.period import FinancialYear
from recovery.problems import Problem
from recovery.sources.definitions import Dataset, Field, dataset_named, datasets
from recovery.sources.header_search import Region
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.words import is_blank
from recovery.sources.workbook import Sheet, Workbook

_NAMES_TOLD = 4


def missing_columns(region: Region, place: Place) -> list[Problem]:
    """Return an error for each required column that a table lacks."""
    dataset = region.match.dataset
    own = place.at(dataset.name)
    return [
        own.error(
            "missing-column",
            f"This looks like '{dataset.title}', but it has no column '{_heading(field)}'.",
            f"Add the column. It usually goes by: {_usual_names(dataset, field)}.",
            (region.last, 0),
        )
        for field in region.match.missing
    ]


def other_year(region: Region, options: Options, place: Place) -> list[Problem]:
    """Return the error of a table whose headings are those of another year than the load's."""
    if options.year is None or region.year in {None, options.year.start}:
        return []
    message = f"The headings are those of {FinancialYear(region.year or 0)}, but the load is for {options.year}."
    to_do = "Load it for its own year, or correct the years in the headings."
    return [place.at(region.match.dataset.name).error("other-year", message, to_do, (region.last, 0))]


def _heading(field: Field) -> str:
    return field.heading.replace("{prior} ", "prior-year ").replace("{year} ", "")


def _usual_names(dataset: Dataset, field: Field) -> str:
    """Return the names a column goes by, with the first other ways of saying each word."""
    first = min((name.split() for name in field.headers), key=len, default=[])
    others = [
        " ".join(other if word == one else one for one in first)
        for word in first
        for other in dataset.synonyms.get(word, ())[:_NAMES_TOLD]
    ]
    names = dict.fromkeys((_heading(field), *field.headers[:_NAMES_TOLD], *others))
    return ", ".join(list(names)[: 2 * _NAMES_TOLD])


def nothing_recognised(workbook: Workbook, options: Options, place: Place) -> list[Problem]:
    """Return the error for a workbook without any table that is known."""
    sheets = [sheet for sheet in workbook.sheets if not options.sheets or sheet.name in options.sheets]
    if not sheets and options.sheets:
        there = ", ".join(sheet.name for sheet in workbook.sheets)
        message = f"There is no sheet '{', '.join(options.sheets)}' in this file."
        return [place.error("no-such-sheet", message, f"Name one of: {there}.")]
    empty = [sheet for sheet in sheets if is_empty(sheet)]
    problems = [_empty_error(sheet, place) for sheet in empty]
    if len(empty) == len(sheets) and sheets:
        return problems
    wanted = dataset_named(options.dataset).title if options.dataset else ""
    tables = f"the table '{wanted}'" if wanted else "any of the tables that are known"
    known = wanted or "; ".join(dataset.title for dataset in datasets().values())
    message = f"No sheet has the headings of {tables}."
    to_do = f"Check that one row within the first 30 holds the column headings. Looked for: {known}."
    return [*problems, place.error("nothing-recognised", message, to_do)]


def _empty_error(sheet: Sheet, place: Place) -> Problem:
    message = f"The sheet '{sheet.name}' is empty."
    return Place(place.file, sheet.name).error("empty-sheet", message, "Fill it in, or take it out of the file.")


def sheet_problems(
    workbook: Workbook, regions: Mapping[str, Sequence[Region]], options: Options, place: Place
) -> list[Problem]:
    """Return a notice for each visible sheet beside the tables on which nothing was recognised."""
    problems: list[Problem] = []
    for sheet in workbook.sheets:
        if sheet.hidden or regions[sheet.name] or (options.sheets and sheet.name not in options.sheets):
            continue
        own = Place(place.file, sheet.name)
        if is_empty(sheet):
            problems.append(own.notice("empty-sheet", f"The sheet '{sheet.name}' is empty."))
        else:
            problems.append(own.notice("sheet-not-used", f"No known table was found on the sheet '{sheet.name}'."))
    return problems


def is_empty(sheet: Sheet) -> bool:
    """Return whether a sheet has nothing in any cell."""
    return all(is_blank(cell) for row in sheet.rows for cell in row)
