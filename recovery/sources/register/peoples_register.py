"""A register that people keep themselves: one sheet, found and counted as the loaded register is."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from recovery.problems import Problem
from recovery.sources.choosing import choose_tables
from recovery.sources.header_search import Region
from recovery.sources.layout import find_regions
from recovery.sources.missing import missing_columns, nothing_recognised, other_year, sheet_problems
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.register.given import GivenRegister, GivenScheme
from recovery.sources.register.peoples_columns import PeoplesColumns, columns_of
from recovery.sources.register.peoples_rows import schemes_of
from recovery.sources.register.wording import Wording
from recovery.sources.tables import read_table
from recovery.sources.workbook import Sheet, Workbook

DATASET: Final = "schemes"
READ_HERE: Final = frozenset(
    {"unknown-stage", "stage-missing", "unknown-rag", "rag-missing", "unknown-month", "month-outside"}
    | {"area-missing", "label-missing"}
)
"""What the loaded register says of cells that are read here again, in the programme's own words."""


def read_peoples(workbook: Workbook, options: Options, wording: Wording) -> GivenRegister:
    """Return the schemes of the register in a workbook, and every problem in it."""
    options, place = replace(options, dataset=DATASET), Place(workbook.file.name)
    year = options.year.start if options.year else None
    regions = {sheet.name: find_regions(sheet, [DATASET], year) for sheet in workbook.sheets}
    chosen, problems = choose_tables(workbook, regions, options, place)
    problems = [*workbook.problems, *problems]
    schemes: list[GivenScheme] = []
    for sheet, region in chosen:
        own, found = _read(sheet, region, options, wording, Place(workbook.file.name, sheet.name))
        schemes += own
        problems += found
    problems += (
        sheet_problems(workbook, regions, options, place) if chosen else nothing_recognised(workbook, options, place)
    )
    return GivenRegister(workbook.file.name, tuple(schemes), tuple(problems))


def _read(
    sheet: Sheet, region: Region, options: Options, wording: Wording, place: Place
) -> tuple[list[GivenScheme], list[Problem]]:
    """Read one table: its rows and figures as they are loaded, its words as the programme has them."""
    columns = columns_of(region)
    missing = _missing(region, columns, place)
    if missing:
        return [], missing
    problems = other_year(region, options, place)
    table, found = read_table(sheet, region, options, place)
    problems += [problem for problem in found if problem.rule not in READ_HERE]
    if table is None:
        return [], problems
    schemes, found = schemes_of(
        sheet, region, columns, table, wording, place.at(DATASET), options.year.start if options.year else None
    )
    return schemes, problems + found + _unread(region, columns, place)


def _unread(region: Region, columns: PeoplesColumns, place: Place) -> list[Problem]:
    """Return a notice that names the columns that nothing is taken from."""
    read = {*columns.fields.values(), *(column for months in columns.months.values() for column in months.values())}
    headings = [f"'{one.text}'" for column, one in enumerate(region.headings) if one.text and column not in read]
    if not headings:
        return []
    return [place.notice("column-not-used", f"Not read: the columns {', '.join(headings)}.", cell=(region.last, 0))]


def _missing(region: Region, columns: PeoplesColumns, place: Place) -> list[Problem]:
    """Return an error for each column that cannot be done without; a rating can."""
    known = {*columns.fields, "reported_rag"}
    lacking = [field.name for field in region.match.missing if _OURS.get(field.name, field.name) not in known]
    problems = missing_columns(region, place)
    return [one for one, field in zip(problems, region.match.missing, strict=True) if field.name in lacking]


_OURS: Final = {"scheme": "title", "rag": "reported_rag"}
