"""What stands twice in a load, so that one would hide the other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from recovery.problems import Problem, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.sources.table import Table
    from recovery.sources.workbook import SourceFile


def same_names(files: Iterable[SourceFile]) -> list[Problem]:
    """Return an error for each name that two different files share: a figure could not be traced to one of them."""
    contents: dict[str, bytes] = {}
    return [_same_name(file) for file in files if contents.setdefault(file.name, file.content) != file.content]


def _same_name(file: SourceFile) -> Problem:
    return Problem(
        rule="same-file-name",
        message=f"Two different files are called {file.name}.",
        to_do="Rename one of them, so that each figure can be traced to its file.",
        file=file.name,
    )


def same_table_twice(tables: Iterable[Table], problems: Iterable[Problem]) -> list[Problem]:
    """Return a question for each table of which a load holds two for one month, unless the reading has said so."""
    said = {problem.dataset for problem in problems if problem.weight is not Weight.NOTICE}
    members: dict[tuple[str, int | None], list[Table]] = defaultdict(list)
    for table in tables:
        if table.definition.period != "rows":
            members[table.dataset, table.month].append(table)
    return [_which_of(same) for (dataset, _), same in members.items() if len(same) > 1 and dataset not in said]


def _which_of(tables: Sequence[Table]) -> Problem:
    first = tables[0]
    places = ", ".join(f"{table.file} [{table.sheet}]" for table in tables)
    return Problem(
        rule="same-table-twice",
        message=f"The {first.definition.title.lower()} is there more than once: {places}.",
        to_do="Choose the sheet that holds, or load the files one after the other.",
        file=first.file,
        sheet=first.sheet,
        dataset=first.dataset,
        weight=Weight.QUESTION,
        option="sheet",
        choices=tuple(dict.fromkeys(table.sheet for table in tables)),
    )
