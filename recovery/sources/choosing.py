"""Which of the tables found are read: hidden sheets aside, one sheet a dataset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recovery.problems import Problem
from recovery.sources.definitions import dataset_named
from recovery.sources.header_search import Region
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.table import Table
from recovery.sources.workbook import Sheet, Workbook

Found = tuple[Sheet, Region]


def choose_tables(
    workbook: Workbook, regions: Mapping[str, Sequence[Region]], options: Options, place: Place
) -> tuple[list[Found], list[Problem]]:
    """Return the tables to read, in the order of the sheets, and the questions and notices about the choice."""
    sheets = [sheet for sheet in workbook.sheets if not options.sheets or sheet.name in options.sheets]
    readable = [sheet for sheet in sheets if not sheet.hidden or sheet.name in options.sheets]
    found = [(sheet, region) for sheet in readable for region in regions[sheet.name]]
    answered = _as_answered(found, options)
    found = _without_near_misses(answered)
    return found, _hidden(sheets, readable, regions, found, place) + _left_out(answered, found, place)


def _as_answered(found: list[Found], options: Options) -> list[Found]:
    """Leave out the sheets on which a dataset is not to be read, because another one was named for it."""
    answers = options.sheet_of
    named = {name for sheet, region in found if answers.get(name := region.match.dataset.name) == sheet.name}
    return [
        (sheet, region)
        for sheet, region in found
        if region.match.dataset.name not in named or answers[region.match.dataset.name] == sheet.name
    ]


def _without_near_misses(found: list[Found]) -> list[Found]:
    """Leave out a table that lacks a column where another sheet has the same dataset whole."""
    whole = {region.match.dataset.name for _, region in found if region.match.is_whole}
    return [
        (sheet, region) for sheet, region in found if region.match.is_whole or region.match.dataset.name not in whole
    ]


def _left_out(answered: Sequence[Found], found: Sequence[Found], place: Place) -> list[Problem]:
    """Return a notice for each block of a register that is left out for want of a column, such as its mitigations."""
    kept = {(sheet.name, region.first) for sheet, region in found}
    return [
        Place(place.file, sheet.name, region.match.dataset.name).notice(
            "block-left-out",
            f"What looks like a further block of '{region.match.dataset.title}' was not read, as it has no column "
            f"{' and '.join(field.heading for field in region.match.missing)}.",
            "Add the column if it is to be read.",
            (region.last, 0),
        )
        for sheet, region in answered
        if region.match.dataset.typed_by and (sheet.name, region.first) not in kept
    ]


def _hidden(
    sheets: Sequence[Sheet],
    readable: Sequence[Sheet],
    regions: Mapping[str, Sequence[Region]],
    found: Sequence[Found],
    place: Place,
) -> list[Problem]:
    problems = []
    for sheet in sheets:
        if sheet in readable or not any(any(row) for row in sheet.rows):
            continue
        names = [region.match.dataset.title for region in regions[sheet.name] if region.match.is_whole]
        message = f"The sheet '{sheet.name}' is hidden and was not read."
        if names and not any(region.match.dataset.title in names for _, region in found):
            message = f"The sheet '{sheet.name}' is hidden and was not read, although it holds: {', '.join(names)}."
        problems.append(
            Place(place.file, sheet.name).notice("hidden-sheet", message, "Unhide it, or name it, if it is to be read.")
        )
    return problems


def same_dataset_twice(
    found: Sequence[Found], tables: Sequence[Table], options: Options, place: Place
) -> list[Problem]:
    """Return what there is to say of datasets that stand twice; of a register that may be joined, once it is read."""
    sheets: dict[str, list[str]] = {}
    for sheet, region in found:
        sheets.setdefault(region.match.dataset.name, []).append(sheet.name)
    return [
        _history(name, own, options, place) if _is_history(name, own, tables) else standing_twice(name, own, place)
        for name, own in sheets.items()
        if len(own) > 1 and dataset_named(name).period != "rows" and not dataset_named(name).typed_by
    ]


def standing_twice(name: str, sheets: Sequence[str], place: Place) -> Problem:
    """Ask which sheet holds where two hold the same dataset; on one sheet that is an error."""
    title, different = dataset_named(name).title, tuple(dict.fromkeys(sheets))
    if len(different) == 1:
        message = f"The sheet holds the table '{title}' twice."
        own = Place(place.file, sheets[0], name)
        return own.error("table-twice", message, "Take one out, or move it to a sheet of its own.")
    message = f"The table '{title}' stands on {len(different)} sheets: {', '.join(different)}."
    return place.at(name).question("sheet-not-clear", message, "Say which sheet is to be read.", "sheet", different)


def _is_history(name: str, sheets: Sequence[str], tables: Sequence[Table]) -> bool:
    """Return whether each of several sheets says another month."""
    months = {table.month for table in tables if table.dataset == name}
    return None not in months and len(months) == len(sheets) == len(set(sheets))


def _history(name: str, sheets: Sequence[str], options: Options, place: Place) -> Problem:
    """Say that every month is read, or where the load is of one month, how all of them would be."""
    asked = standing_twice(name, sheets, place)
    if options.month is None:
        said = f"{asked.message} Each says another month: all of them are read."
        return place.at(name).notice("sheet-a-month", said, "Name one of them if only that is to be read.")
    to_do = "Say which sheet is to be read, or leave the month open to load each sheet as the month that it says."
    return replace(asked, to_do=to_do)


def across_files(tables: Sequence[Table]) -> list[Problem]:
    """Return an error for each dataset that two files hold, where one load can hold only one of it."""
    problems: list[Problem] = []
    first: dict[str, Table] = {}
    for table in tables:
        before = first.setdefault(table.dataset, table)
        if before.file != table.file and table.definition.period != "rows":
            message = f"'{table.definition.title}' stands in two files: {before.file} and {table.file}."
            place = Place(table.file, table.sheet, table.dataset)
            to_do = (
                "Put both into one workbook."
                if table.definition.typed_by
                else "Load one of them, or one after the other."
            )
            problems.append(place.error("table-in-two-files", message, to_do))
    return problems
