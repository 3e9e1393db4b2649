"""Reading files: every table that they hold, and everything that stands in the way of loading them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recovery.problems import Problem, Weight
from recovery.sources.beside import mitigations_beside
from recovery.sources.choosing import across_files, choose_tables, same_dataset_twice
from recovery.sources.dated_rows import of_another_sheet
from recovery.sources.definitions import datasets
from recovery.sources.header_search import Region
from recovery.sources.joining import joined
from recovery.sources.layout import find_regions
from recovery.sources.missing import missing_columns, nothing_recognised, other_year, sheet_problems
from recovery.sources.not_filled_in import beside_filled_ones
from recovery.sources.opening import open_workbooks
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.stacked_months import by_month
from recovery.sources.table import Table
from recovery.sources.tables import read_table
from recovery.sources.workbook import Sheet, SourceFile, Workbook


@dataclass(frozen=True)
class Reading:
    """The tables that files hold, and the problems, questions and notices on the way."""

    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return what must be mended before anything is loaded."""
        return self._weighing(Weight.ERROR)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """Return what the person has to answer."""
        return self._weighing(Weight.QUESTION)

    @property
    def notices(self) -> tuple[Problem, ...]:
        """Return what is only said."""
        return self._weighing(Weight.NOTICE)

    def _weighing(self, weight: Weight) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.weight is weight)


def read(files: Sequence[SourceFile], options: Options) -> Reading:
    """Open files and read every table in them; nothing in a file raises."""
    workbooks = open_workbooks(files)
    readings = [recognise(workbook, _options_for(workbook, workbooks, options)) for workbook in workbooks]
    tables = tuple(table for reading in readings for table in reading.tables)
    problems = tuple(problem for reading in readings for problem in reading.problems)
    return Reading(tables, problems + tuple(across_files(tables)))


def _options_for(workbook: Workbook, workbooks: Sequence[Workbook], options: Options) -> Options:
    """Let the named sheets limit only the files that have one of them, if any file has."""
    named = set(options.sheets)
    having = [one for one in workbooks if named & {sheet.name for sheet in one.sheets}]
    return replace(options, sheets=()) if having and workbook not in having else options


def recognise(workbook: Workbook, options: Options) -> Reading:
    """Read every table of one opened workbook."""
    place = Place(workbook.file.name)
    if any(problem.weight is Weight.ERROR for problem in workbook.problems) and not workbook.sheets:
        return Reading((), workbook.problems)
    names = [options.dataset] if options.dataset else list(datasets())
    regions = {sheet.name: _regions(sheet, names, options) for sheet in workbook.sheets}
    chosen, problems = choose_tables(workbook, regions, options, place)
    problems = [*workbook.problems, *problems]
    tables: list[Table] = []
    for sheet, region in chosen:
        own = Place(workbook.file.name, sheet.name)
        if not region.match.is_whole:
            problems += missing_columns(region, own)
            continue
        problems += other_year(region, options, own)
        read_there, found = _read_region(sheet, region, _with_unit_of(tables, sheet, region, options), own)
        tables += read_there
        problems += found
    tables, found = joined(tables)
    problems += found
    problems += same_dataset_twice(chosen, tables, options, place)
    problems += _other_periods(workbook, regions, tables, options)
    problems += (
        sheet_problems(workbook, regions, options, place) if chosen else nothing_recognised(workbook, options, place)
    )
    return Reading(tuple(tables), tuple(beside_filled_ones(problems) if tables else problems))


def _read_region(sheet: Sheet, region: Region, options: Options, place: Place) -> tuple[list[Table], list[Problem]]:
    """Return the table of a region, or of each of the months that are stacked in it, and of the mitigations beside."""
    parts, problems = by_month(sheet, region, options, place)
    tables: list[Table] = []
    beside = [replace(part, region=other) for part in parts if (other := mitigations_beside(sheet, part.region))]
    for part in (*parts, *beside):
        table, found = read_table(sheet, part.region, _with_unit_of(tables, sheet, region, options), place)
        tables += [part.dated(table)] if table else []
        problems += found
    left = tables[-1].unused if beside and tables else ()
    return [replace(table, unused=left) for table in tables] if beside else tables, problems


def _with_unit_of(above: Sequence[Table], sheet: Sheet, region: Region, options: Options) -> Options:
    """Let a further block of a register on one sheet be in the unit of the one above, unless it states its own."""
    units = [one.unit for one in above if (one.dataset, one.sheet) == (region.match.dataset.name, sheet.name)]
    return replace(options, unit=options.unit or units[0]) if units else options


def _other_periods(
    workbook: Workbook, regions: Mapping[str, Sequence[Region]], tables: Sequence[Table], options: Options
) -> list[Problem]:
    """Return what is wrong with the periods of sheets that go with a table and are not read themselves."""
    read_names = {table.dataset for table in tables if table.definition.period == "rows" and not table.definition.melt}
    return [
        problem
        for sheet in workbook.sheets
        for region in regions[sheet.name]
        if region.match.dataset.name in read_names and region.match.is_near
        for problem in of_another_sheet(sheet, region, options, Place(workbook.file.name, sheet.name))
    ]


def _regions(sheet: Sheet, names: Sequence[str], options: Options) -> tuple[Region, ...]:
    return find_regions(sheet, names, options.year.start if options.year else None)
