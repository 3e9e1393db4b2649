"""The tidy table out of its rows' kinds and its columns' values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from recovery.names import code_key, name_key
from recovery.problems import Problem
from recovery.sources.body import Rows
from recovery.sources.definitions import Field
from recovery.sources.heading_rows import said_by_heading
from recovery.sources.layout import title_of
from recovery.sources.ledger import Ledger
from recovery.sources.scaling import Scaled
from recovery.sources.source import Source
from recovery.sources.table import ROW_COLUMNS, Table
from recovery.sources.text_columns import (
    coded_array,
    duplicates,
    filled_down,
    is_coded,
    read_coded,
    texts_of,
    without_answers,
)
from recovery.sources.total_rows import is_total_word
from recovery.sources.words import plain, text_of
from recovery.sources.workbook import CellValue, column_letter


def assemble(
    source: Source, kept: Rows, ledger: Ledger, columns: Mapping[str, Scaled], labels: Sequence[str]
) -> tuple[Table, list[Problem]]:
    """Return the table and what is wrong with its text and coded columns."""
    problems: list[Problem] = []
    arrays: dict[str, pa.Array] = row_arrays(source, kept, ledger)
    for field in source.dataset.fields:
        if field.is_number:
            arrays[field.name] = number_array(columns.get(field.name), len(kept))
        else:
            arrays[field.name], found = _text_array(source, field, kept, ledger, labels)
            problems += found
    rows = pa.table(arrays)
    return finished_table(source, rows, {name: one.quantum for name, one in columns.items()}), problems


def row_arrays(source: Source, kept: Rows, ledger: Ledger) -> dict[str, pa.Array]:
    """Return the columns that say what each row is and where it stands."""
    values = {
        "row_order": np.arange(len(kept)),
        "kind": ledger.kinds,
        "flow": ledger.flows,
        "section": under_headings(ledger) if source.dataset.headings != "group" else [""] * len(kept),
        "parent": _sparse(ledger.parents, len(kept)),
        "parts_from": _sparse({row: first for row, (first, _) in ledger.ranges.items()}, len(kept)),
        "parts_to": _sparse({row: last for row, (_, last) in ledger.ranges.items()}, len(kept)),
        "source_row": source.body.sheet_rows[kept] + 1,
        "source_column": [""] * len(kept),
    }
    return {column.name: pa.array(values[column.name], column.type) for column in ROW_COLUMNS}


def _sparse(known: Mapping[int, int], length: int) -> pa.Array:
    """Return a column that is null but in the rows that are known."""
    values, unknown = np.zeros(length, dtype=np.int32), np.ones(length, dtype=np.bool_)
    for row, value in known.items():
        values[row], unknown[row] = value, False
    return pa.array(values, pa.int32(), mask=unknown)


def under_headings(ledger: Ledger) -> list[str]:
    """Return the heading each line stands under; totals and what follows them close a section and are not in it."""
    if not any(ledger.headings):
        return [""] * ledger.length
    inside = {"line", "part"}
    return [
        heading if kind in inside else "" for heading, kind in zip(ledger.headings, ledger.kinds.tolist(), strict=True)
    ]


def number_array(column: Scaled | None, length: int) -> pa.Array:
    """Return a number column, null where it is nil."""
    if column is None:
        return pa.nulls(length, pa.int64())
    return pa.array(column.values, pa.int64(), mask=~column.filled)


def _text_array(
    source: Source, field: Field, kept: Rows, ledger: Ledger, labels: Sequence[str]
) -> tuple[pa.Array, list[Problem]]:
    if is_coded(field):
        return _coded(source, field, kept, ledger)
    if field.name == source.dataset.label:
        keys = _without_wholes(labels, ledger) if field.name == source.dataset.key else []
        return pa.array(labels, pa.string()), _twice(source, field, kept, keys)
    texts = texts_of(source.cells(field.name, kept))
    if field.name == "group" and source.dataset.headings == "group":
        texts = _groups(source, texts, ledger)
    if field.headings and source.column(field.name) is None:
        texts = [said_by_heading(field, heading) for heading in under_headings(ledger)]
    problems: list[Problem] = []
    if field.name == source.dataset.key:
        texts = _without_wholes(texts, ledger)
        if source.dataset.typed_by:  # there a key is settled when the types are
            return pa.array(texts, pa.string()), []
        if source.dataset.period != "rows":  # there a key may stand once a month
            problems = _twice(source, field, kept, texts)
        problems += _missing(source, field, kept, texts, ledger)
    elif field.kind == "code":
        texts, problems = without_answers(field, texts, source.where(field.name, kept), source.place)
    elif field.required and field.name != source.dataset.label:
        problems = _missing(source, field, kept, texts, ledger)
    return pa.array(texts, pa.string()), problems


def _without_wholes(texts: Sequence[str], ledger: Ledger) -> list[str]:
    """Return keys without those of totals, which are none."""
    whole = set(ledger.rows_of("total", "net"))
    return ["" if row in whole else text for row, text in enumerate(texts)]


def _twice(source: Source, field: Field, kept: Rows, keys: Sequence[str]) -> list[Problem]:
    """Return an error for each key that stands twice, in whatever way it is written."""
    key = code_key if field.measure else name_key
    return duplicates(keys, field.heading, source.where(field.name, kept), source.place, key)


def _groups(source: Source, texts: list[str], ledger: Ledger) -> list[str]:
    if source.column("group") is None:
        return under_headings(ledger)
    return filled_down(texts, _stops(ledger))


def _stops(ledger: Ledger) -> list[bool]:
    stops: list[bool] = (~np.isin(ledger.kinds, ["line", "part"])).tolist()
    return stops


def _coded(source: Source, field: Field, kept: Rows, ledger: Ledger) -> tuple[pa.Array, list[Problem]]:
    if source.column(field.name) is None:
        return coded_array(field, [None] * len(kept)), []
    cells = _without_total_words(source.cells(field.name, kept), ledger)
    needed = (np.isin(ledger.kinds, ["line"]) & field.required).tolist()
    values, problems = read_coded(field, cells, needed, source.where(field.name, kept), source.place)
    return coded_array(field, values), problems


def _without_total_words(cells: Sequence[CellValue], ledger: Ledger) -> Sequence[CellValue]:
    """Return a coded column without the word for total, where a total row has it there."""
    totals = [row for row in ledger.rows_of("total") if is_total_word(plain(text_of(cells[row])))]
    if not totals:
        return cells
    return [None if row in totals else cell for row, cell in enumerate(cells)]


def _missing(source: Source, field: Field, kept: Rows, texts: Sequence[str], ledger: Ledger) -> list[Problem]:
    """Return an error for each line in which a text that must be there is blank."""
    where = source.where(field.name, kept)
    heading = field.heading.lower()
    return [
        source.place.error(
            f"{field.name}-missing", f"The {heading} is missing.", f"Write the {heading} in this cell.", where(row)
        )
        for row, text in enumerate(texts)
        if not text and ledger.kinds[row] in {"line", "part"}
    ]


def finished_table(source: Source, rows: pa.Table, quanta: Mapping[str, int]) -> Table:
    """Return the table with its columns' letters, its title and the headings that are not used."""
    match = source.region.match
    used = {*match.columns.values(), *match.months}
    return Table(
        dataset=source.dataset.name,
        file=source.place.file,
        sheet=source.sheet.name,
        rows=rows,
        columns={name: column_letter(column) for name, column in sorted(match.columns.items(), key=lambda one: one[1])},
        quanta=dict(quanta),
        title=title_of(source.sheet, source.region),
        unused=tuple(
            heading.text for column, heading in enumerate(source.region.headings) if heading.text and column not in used
        ),
    )
