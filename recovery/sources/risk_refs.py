"""The refs of a risk register: one a row, also where each section counts from one or rows have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pyarrow as pa

from recovery.names import name_key
from recovery.problems import Problem
from recovery.sources.body import Rows
from recovery.sources.places import Place
from recovery.sources.risk_types import MITIGATION, RISK
from recovery.sources.source import Source
from recovery.sources.table import Table
from recovery.sources.text_columns import duplicates

_LETTERS: Final = {RISK: "R", MITIGATION: "M"}
_NAMED: Final = 4
LINK: Final = "linked_risk"


def settle_refs(table: Table, source: Source, kept: Rows) -> tuple[Table, list[Problem]]:
    """Tell a risk and a mitigation of the same ref apart, number rows without one, and refuse what stands twice.

    A mitigation's link to a ref that a risk and a mitigation have both had is a link to the risk.
    """
    definition = table.definition
    if not definition.typed_by:
        return table, []
    key, types = definition.key, table.rows[definition.typed_by].to_pylist()
    problems = _twice(table.rows[key].to_pylist(), types, source, kept)
    table, shared = told_apart(table, source.place)
    refs, problems = table.rows[key].to_pylist(), problems + shared
    blank = [row for row, kind in enumerate(types) if kind and not refs[row]]
    if blank:
        _number(refs, types, blank)
        problems.append(_numbered(source, [refs[row] for row in blank]))
    return _with(table, key, refs), problems


def told_apart(table: Table, place: Place) -> tuple[Table, list[Problem]]:
    """Return the table with R before the refs of risks and M before those of mitigations where one ref is of both."""
    key, typed_by = table.definition.key, table.definition.typed_by
    refs, types, links = (table.rows[name].to_pylist() for name in (key, typed_by, LINK))
    if not _are_shared(refs, types):
        return table, []
    risks = {name_key(ref) for ref, kind in zip(refs, types, strict=True) if kind == RISK}
    links = [f"{_LETTERS[RISK]}{link}" if name_key(link) in risks else link for link in links]
    refs = [f"{_LETTERS[kind]}{ref}" if ref and kind else ref for ref, kind in zip(refs, types, strict=True)]
    return _with(_with(table, key, refs), LINK, links), [_shared(place)]


def _with(table: Table, name: str, values: Sequence[str]) -> Table:
    rows = table.rows
    return replace(table, rows=rows.set_column(rows.column_names.index(name), name, pa.array(values, pa.string())))


def _twice(refs: Sequence[str], types: Sequence[str], source: Source, kept: Rows) -> list[Problem]:
    """Return an error for each ref that two risks, or two mitigations, have."""
    key = source.dataset.key
    heading, where = source.dataset.field_named(key).heading, source.where(key, kept)
    return [
        problem
        for which in _LETTERS
        for problem in duplicates(
            [ref if kind == which else "" for ref, kind in zip(refs, types, strict=True)], heading, where, source.place
        )
    ]


def _are_shared(refs: Sequence[str], types: Sequence[str]) -> bool:
    """Return whether a risk and a mitigation have the same ref."""
    pairs = {(name_key(ref), kind) for ref, kind in zip(refs, types, strict=True) if ref and kind}
    return any(count > 1 for count in Counter(ref for ref, _ in pairs).values())


def _number(refs: list[str], types: Sequence[str], blank: Sequence[int]) -> None:
    """Give each row without a ref the next one of its type that no row has."""
    taken, last = {name_key(ref) for ref in refs}, Counter[str]()
    for row in blank:
        letter = _LETTERS[types[row]]
        while not refs[row] or name_key(refs[row]) in taken:
            last[letter] += 1
            refs[row] = f"{letter}{last[letter]}"
        taken.add(name_key(refs[row]))


def _shared(place: Place) -> Problem:
    message = "Risks and mitigations have the same refs. They were told apart: risk 1 is R1, mitigation 1 is M1."
    return place.notice("refs-told-apart", message)


def _numbered(source: Source, given: Sequence[str]) -> Problem:
    named = ", ".join(given if len(given) <= _NAMED else (*given[: _NAMED - 1], "…", given[-1]))
    message = f"Rows without a ref: {len(given)}. They were numbered in their order: {named}."
    to_do = "Give each its own ref, so that it is known again next month, whatever its place."
    return source.place.notice("refs-given", message, to_do)
