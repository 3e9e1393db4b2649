"""A register that a workbook holds in several blocks, risks here and mitigations there, as one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from recovery.names import name_key
from recovery.problems import Problem
from recovery.sources.choosing import standing_twice
from recovery.sources.places import Place
from recovery.sources.risk_refs import told_apart
from recovery.sources.risk_types import no_risk
from recovery.sources.table import Table

_ROW_NUMBERS: Final = ("row_order", "parent", "parts_from", "parts_to")


def joined(tables: Iterable[Table]) -> tuple[list[Table], list[Problem]]:
    """Return one workbook's tables with the blocks of each register as one, and what there is to say about that.

    Blocks are joined where no reference stands in two of them and none is of another month; else which holds is asked.
    Blocks of which each says another month are a table each.
    """
    blocks: dict[str, list[Table]] = {}
    for table in tables:
        blocks.setdefault(table.dataset, []).append(table)
    found: list[Table] = []
    problems: list[Problem] = []
    for same in blocks.values():
        own, said = _as_one(same) if same[0].definition.typed_by else (same, [])
        found += own
        problems += said
    return found, [*problems, *(problem for table in found for problem in no_risk(table))]


def _as_one(blocks: list[Table]) -> tuple[list[Table], list[Problem]]:
    """Return a register's blocks as one table, and that they are; or as they stand and the question which holds."""
    months = {one.month for one in blocks if one.month is not None}
    if len(months) == len(blocks) or len(blocks) == 1:
        return blocks, []
    if not _go_together(blocks):
        return blocks, [standing_twice(blocks[0].dataset, [one.sheet for one in blocks], Place(blocks[0].file))]
    place = Place(blocks[0].file, blocks[0].sheet, blocks[0].dataset)
    table, told = told_apart(reduce(_appended, blocks), place)
    return [table], [_notice(blocks, place), *told]


def _go_together(blocks: Sequence[Table]) -> bool:
    """Return whether blocks make up one table: nothing twice, one month, and each cell's address clear."""
    refs = [ref for one in blocks for ref in _refs(one)]
    months = {one.month for one in blocks if one.month is not None}
    marks = [mark for one in blocks if (mark := _mark(blocks[0], one))]
    return len(set(refs)) == len(refs) and len(months) <= 1 and len(set(marks)) == len(marks)


def _refs(table: Table) -> list[tuple[str, str]]:
    """Return each row's reference and type: a risk and a mitigation may have the same."""
    names = (table.definition.key, table.definition.typed_by)
    pairs = zip(*(table.rows[name].to_pylist() for name in names), strict=True)
    return [(name_key(ref), which) for ref, which in pairs if ref]


def _mark(first: Table, block: Table) -> str:
    """Return what the rows of a block have for their `source_column`: its sheet, as in an address of another sheet."""
    if block.columns == first.columns and block.sheet == first.sheet:
        return ""
    return f"{block.sheet}!" if block.sheet.isalnum() else f"'{block.sheet}'!"


def _appended(first: Table, block: Table) -> Table:
    """Return a table with a block's rows below its own."""
    mark, length = _mark(first, block), first.rows.num_rows
    rows = block.rows
    for name in _ROW_NUMBERS:
        rows = rows.set_column(rows.column_names.index(name), name, pc.add(rows[name], pa.scalar(length, pa.int32())))
    rows = rows.set_column(
        rows.column_names.index("source_column"), "source_column", pa.array([mark] * rows.num_rows, pa.string())
    )
    own = {f"{mark}{name}": letter for name, letter in block.columns.items()} if mark else {}
    return replace(
        first,
        rows=pa.concat_tables([first.rows, rows]).combine_chunks(),
        columns={**block.columns, **first.columns, **own},
        quanta={**block.quanta, **first.quanta},
        month=first.month or block.month,
        unused=tuple(dict.fromkeys((*first.unused, *block.unused))),
    )


def _notice(blocks: Sequence[Table], place: Place) -> Problem:
    sheets = list(dict.fromkeys(one.sheet for one in blocks))
    where = f"on the sheets {' and '.join(sheets)}" if len(sheets) > 1 else f"in {len(blocks)} blocks"
    message = f"The {blocks[0].definition.title.lower()} stands {where} and was read as one table."
    return place.notice("blocks-joined", message)
