"""Which rows of a risk register are mitigations, and the sign that follows: a risk negative, a mitigation positive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pyarrow as pa

from recovery.problems import Problem
from recovery.sources.amounts import Flags
from recovery.sources.places import Place
from recovery.sources.scaling import Integers
from recovery.sources.table import Table
from recovery.sources.words import begins_with, holds, known_phrases, plain

RISK, MITIGATION = "Risk", "Mitigation"
_SIGNS: Final = {RISK: -1, MITIGATION: 1}


def settle_types(table: Table, heading: str, place: Place) -> tuple[Table, list[Problem]]:
    """Fill in each row's type where the table leaves it open, and turn amounts that are printed the other way round.

    Which way is told column by column from all rows of a type together, so that one row of the other sign stays.
    `heading` is that of the column of names.
    """
    field = table.definition.typed_by
    if not field:
        return table, []
    types, by_sign = _types(table, field, heading)
    money = [one.name for one in table.definition.numbers if one.kind == "money" and one.name in table.columns]
    turned = {name: _turned(table, name, types) for name in money}
    columns: dict[str, pa.Array] = {field: pa.array(types, pa.string())}
    columns |= {name: values for name, (values, _) in turned.items()}
    rows = table.rows
    for name, values in columns.items():
        rows = rows.set_column(rows.column_names.index(name), name, values)
    said = {which for _, every in turned.values() for which in every}
    notices = [_notice(place, which) for which in (RISK, MITIGATION) if which in said]
    return replace(table, rows=rows), notices + ([_by_sign(table, by_sign, place)] if by_sign else [])


def _types(table: Table, field: str, heading: str) -> tuple[list[str], list[int]]:
    """Return each line's type, and the rows of mitigations that nothing but their sign tells.

    A type is as said, by section, title or heading, by what only mitigations have, else by sign.
    """
    kinds, said, sections = (table.rows[name].to_pylist() for name in ("kind", field, "section"))
    told = any(map(_names_mitigations, (table.title, table.sheet)))
    of_mitigations = told or _heads_mitigations(heading, table.unused)
    open_rows = [row for row, kind in enumerate(kinds) if kind == "line" and not said[row]]
    answers, kind_of = _linked(table, open_rows), table.rows["mitigation_kind"].to_pylist()
    found = list(said)
    for row in open_rows:
        is_one = row in answers or kind_of[row] or _names_mitigations(sections[row]) or of_mitigations
        found[row] = MITIGATION if is_one else RISK
    by_sign = _positive(table, open_rows) if not any(said) and MITIGATION not in found else []
    for row in by_sign:
        found[row] = MITIGATION
    return ["" if kind != "line" else one for kind, one in zip(kinds, found, strict=True)], by_sign


def _linked(table: Table, rows: Sequence[int]) -> set[int]:
    """Return the rows that name a linked risk, where others do not: a list of risks may name others in every row."""
    links = table.rows["linked_risk"].to_pylist()
    linked = {row for row in rows if links[row]}
    return linked if len(linked) < len(rows) else set()


def _names_mitigations(section: str) -> bool:
    return begins_with(plain(section), known_phrases("mitigation"))


def _heads_mitigations(heading: str, others: Sequence[str]) -> bool:
    """Return whether the names stand under a heading of mitigations, and no heading is one of risks."""
    return _names_mitigations(heading) and not any(holds(plain(text), ("risk", "risks")) for text in (heading, *others))


def _positive(table: Table, rows: Sequence[int]) -> list[int]:
    """Return the positive rows where both signs stand: where nothing but the sign tells, they are the mitigations."""
    values = {row: table.rows["gross_value"][row].as_py() or 0 for row in rows}
    return [row for row, value in values.items() if value > 0] if any(value < 0 for value in values.values()) else []


def _by_sign(table: Table, rows: Sequence[int], place: Place) -> Problem:
    named = ", ".join(table.rows[table.definition.label][row].as_py() for row in rows)
    message = f"Only the sign tells risks from mitigations here. Taken for mitigations, as they are positive: {named}."
    return place.notice("type-by-sign", message, "Where that is wrong, say Risk or Mitigation in a column 'Type'.")


def _turned(table: Table, name: str, types: Sequence[str]) -> tuple[pa.Array, list[str]]:
    """Return a column with risks negative and mitigations positive, and which of the two were turned."""
    column = table.rows[name]
    values, nil = _integers(column), np.asarray(column.is_null().to_numpy(), dtype=np.bool_)
    own = np.array(types, dtype=object)
    turned = [which for which, sign in _SIGNS.items() if int(values[own == which].sum()) * sign < 0]
    rows: Flags = np.isin(own, turned) | _totals_of(table, own, turned)
    return pa.array(np.where(rows, -values, values), pa.int64(), mask=nil), turned


def _totals_of(table: Table, types: np.ndarray[tuple[int], np.dtype[np.object_]], turned: Sequence[str]) -> Flags:
    """Return the totals that only cover lines which are turned: they turn with them."""
    found = np.zeros(len(types), dtype=np.bool_)
    first, last = (table.rows[name].to_pylist() for name in ("parts_from", "parts_to"))
    for row, (start, stop) in enumerate(zip(first, last, strict=True)):
        if start is not None and stop is not None:
            covered = {one for one in types[start : stop + 1] if one}
            found[row] = bool(covered) and covered <= set(turned)
    return found


def _integers(column: pa.ChunkedArray) -> Integers:
    values: Integers = column.fill_null(0).to_numpy().astype(np.int64)
    return values


def _notice(place: Place, which: str) -> Problem:
    words: Mapping[str, str] = {
        RISK: "The risks are printed positive. They were turned: a risk is negative here.",
        MITIGATION: "The mitigations are printed negative. They were turned: a mitigation is positive here.",
    }
    return place.notice("risks-turned", words[which])


def no_risk(table: Table) -> list[Problem]:
    """Return a notice where every row of a register was taken for a mitigation."""
    field = table.definition.typed_by
    if not field or {*table.rows[field].to_pylist()} - {""} != {MITIGATION}:
        return []
    message = "Every row was taken for a mitigation; none is a risk."
    to_do = "Where that is wrong, say Risk or Mitigation in a column 'Type'."
    return [Place(table.file, table.sheet, table.dataset).notice("no-risk", message, to_do)]
