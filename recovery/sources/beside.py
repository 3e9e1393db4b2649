"""A register that has each risk's mitigation on the same row, in columns of its own: those as a table beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from recovery.sources.body import body_of
from recovery.sources.columns import ColumnKind, column_kinds
from recovery.sources.header_search import Region
from recovery.sources.headings import Heading
from recovery.sources.matching import match
from recovery.sources.naming import canonical_words
from recovery.sources.words import is_blank
from recovery.sources.workbook import CellValue, Sheet

_MITIGATION: Final = "mitigation"
_LINK: Final = "linked_risk"


def mitigations_beside(sheet: Sheet, region: Region) -> Region | None:
    """Return the columns of mitigations beside those of risks as a region, each linked to the risk of its row.

    They are a title, a value and a probability that nothing else holds, of which the title is headed by mitigation.
    """
    dataset, used = region.match.dataset, region.match.columns
    if not dataset.typed_by or dataset.key not in used or dataset.typed_by in used:
        return None
    free = tuple(
        heading if column not in used.values() else Heading("") for column, heading in enumerate(region.headings)
    )
    if not any(_MITIGATION in canonical_words(dataset.name, heading) for heading in free if heading.words):
        return None
    body = body_of(sheet, region)
    rows = list(zip(*body.columns, strict=True))
    kinds = [
        kind if heading.text else ColumnKind()
        for kind, heading in zip(column_kinds(rows, len(free)), free, strict=True)
    ]
    own = match(dataset, free, kinds, region.year)
    label = own.columns.get(dataset.label)
    if not own.is_whole or label is None or _MITIGATION not in canonical_words(dataset.name, free[label]):
        return None
    empty = [int(place) for place, row in zip(body.sheet_rows, rows, strict=True) if _is_empty(row, own.columns)]
    found = replace(own, columns={**own.columns, _LINK: used[dataset.key]})
    return replace(region, headings=free, match=found, repeated=(*region.repeated, *empty))


def _is_empty(row: Sequence[CellValue], columns: Mapping[str, int]) -> bool:
    return all(is_blank(row[column]) for column in columns.values())
