"""What there is to say about whole rows: labels missing, notes left out, kinds that only the figures show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recovery.problems import Problem
from recovery.sources.body import Rows
from recovery.sources.ledger import Ledger
from recovery.sources.row_classes import RowClasses
from recovery.sources.row_kinds import Inferred
from recovery.sources.source import Source
from recovery.sources.words import is_blank, text_of

_MOST_NOTES: Final = 20


def label_problems(source: Source, kept: Rows, labels: Sequence[str], ledger: Ledger) -> list[Problem]:
    """Return an error for each line that has figures but no name."""
    dataset = source.dataset
    if dataset.hierarchy == "code":
        return []
    column = source.column(dataset.label) or 0
    heading = dataset.field_named(dataset.label).heading.lower()
    return [
        source.place.error(
            "label-missing",
            f"The row has figures, but its name ({heading}) is missing.",
            "Write the name in this cell, or clear the row.",
            source.body.place(int(kept[row]), column),
        )
        for row in ledger.rows_of("line", "part")
        if not labels[row]
    ]


def doubled_notices(source: Source, kept: Rows, labels: Sequence[str], ledger: Ledger) -> list[Problem]:
    """Return a notice for each line of a table without references whose name stands in its section already."""
    first: dict[tuple[str, str, str], int] = {}
    column = source.column(source.dataset.label) or 0
    doubled = [
        row
        for row in ledger.rows_of("line")
        if labels[row] and first.setdefault((ledger.headings[row], ledger.flows[row], labels[row]), row) != row
    ]
    return [
        source.place.notice(
            "label-twice",
            f"'{labels[row]}' stands twice; both lines count.",
            "Take one out if they are the same, or give each a name of its own.",
            source.body.place(int(kept[row]), column),
            labels[row],
        )
        for row in ([] if source.dataset.key or source.dataset.melt else doubled)
    ]


def note_notices(source: Source, classes: RowClasses) -> list[Problem]:
    """Return a notice for each row of text that was left out of the table."""
    notices = [_note(source, row) for row in classes.notes[:_MOST_NOTES]]
    if len(classes.notes) > _MOST_NOTES:
        more = f"{len(classes.notes) - _MOST_NOTES} more rows of text without figures were left out."
        notices.append(source.place.notice("note-left-out", more))
    return notices


def _note(source: Source, row: int) -> Problem:
    column = next((number for number, cells in enumerate(source.body.columns) if not is_blank(cells[row])), 0)
    value = text_of(source.body.cell(row, column))
    message = "A row of text without figures was left out of the table as a note."
    return source.place.notice("note-left-out", message, cell=source.body.place(row, column), value=value)


def inferred_notices(source: Source, kept: Rows, labels: Sequence[str], inferred: Inferred) -> list[Problem]:
    """Return a notice for each row whose kind the figures alone show."""
    column = source.column(source.dataset.label) or 0
    said = (
        (inferred.totals, "taken as a total, because it is the sum of the lines above it in every column"),
        (inferred.income, "taken as income, because the net position is this row less the spend"),
        (inferred.net, "taken as the net position, because it is income less spend in every column"),
    )
    return [
        source.place.notice(
            "kind-from-figures",
            f"'{labels[row]}' was {how}.",
            cell=source.body.place(int(kept[row]), column),
            value=labels[row],
        )
        for rows, how in said
        for row in rows
    ]
