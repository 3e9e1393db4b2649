"""Which rows are parts of the line above: by code, by indent and by the words of which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from recovery.names import code_key
from recovery.sources.fitting import flow_sums
from recovery.sources.ledger import Ledger
from recovery.sources.total_rows import agreement, is_total_word, may_be_total
from recovery.sources.words import begins_with, known_phrases

_LETTER: Final = re.compile(r"(?P<code>.*\d)\s?[a-z]{1,2}", re.IGNORECASE)
_SEARCHED: Final = 5000


def mark_parts_by_code(ledger: Ledger, codes: Sequence[str]) -> None:
    """Make a part of each row whose code is another row's code with a letter or a further level."""
    rows = {code: row for row, code in reversed(list(enumerate(codes)))}
    for code, parent in parent_codes(rows).items():
        ledger.kinds[rows[code]] = "part"
        ledger.parents[rows[code]] = rows[parent]


def parent_codes(codes: Iterable[str]) -> dict[str, str]:
    """Return for each code that is a part of another the code that it is a part of."""
    known = {code_key(code): code for code in codes if code}
    found: dict[str, str] = {}
    for code in known.values():
        match = _LETTER.fullmatch(code)
        shorter = [match["code"]] if match else []
        parents = [key for other in (*shorter, code.rpartition(".")[0]) if (key := code_key(other)) in known]
        if parents:
            found[code] = known[parents[0]]
    return found


def mark_parts_by_place(ledger: Ledger) -> None:
    """Make parts of indented and of-which rows, unless the totals add up better with them as lines."""
    if ledger.length > _SEARCHED:
        return
    groups = _groups(ledger)
    if not groups:
        return
    totals = [row for row, label in enumerate(ledger.labels) if is_total_word(label) or may_be_total(label)]
    with_totals = [row for row in totals if row not in {part for parts in groups.values() for part in parts}]
    as_lines = _agreement_if(ledger, with_totals)
    kinds = ledger.kinds.copy()
    _mark(ledger, groups)
    as_parts = _agreement_if(ledger, with_totals)
    if as_parts < as_lines or (as_parts == as_lines and not _inside(ledger, groups)):
        ledger.kinds[:] = kinds
        ledger.parents.clear()


def _agreement_if(ledger: Ledger, totals: list[int]) -> float:
    """Return how well the totals add up, were all of them totals."""
    kinds = ledger.kinds.copy()
    for row in totals:
        ledger.kinds[row] = "total"
    result = agreement(ledger, totals) if flow_sums(ledger) else 0.0
    ledger.kinds[:] = kinds
    return result


def _groups(ledger: Ledger) -> dict[int, list[int]]:
    """Return the rows that may be parts, by the row above that they may belong to."""
    groups: dict[int, list[int]] = {}
    parent: int | None = None
    for row, label in enumerate(ledger.labels):
        deeper = parent is not None and ledger.indents[row] > ledger.indents[parent]
        named = begins_with(label, ("of which", "o w"))
        if parent is not None and ledger.kinds[row] == "line" and (deeper or named) and not _is_total(label):
            groups.setdefault(parent, []).append(row)
        elif ledger.kinds[row] == "line" and not _is_total(label) and ledger.filled[row].any():
            parent = row
        else:
            parent = None
    return groups


def _is_total(label: str) -> bool:
    return is_total_word(label) or may_be_total(label) or label in known_phrases("net")


def _mark(ledger: Ledger, groups: dict[int, list[int]]) -> None:
    for parent, parts in groups.items():
        for part in parts:
            ledger.kinds[part] = "part"
            ledger.parents[part] = parent


def _inside(ledger: Ledger, groups: dict[int, list[int]]) -> bool:
    """Return whether the parts of every line come to no more than the line, in every column."""
    for parent, parts in groups.items():
        sums = np.where(ledger.filled[parts], ledger.values[parts], 0).sum(axis=0)
        columns = ledger.filled[parent] & ~ledger.signed
        room = np.abs(ledger.values[parent]) + (len(parts) + 1) * ledger.quanta // 2
        if (np.abs(sums) > room)[columns].any():
            return False
    return True
