"""Rendered files read back: what is expected of each, and where the reading differs from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import pytest

from recovery.sources.options import Options
from recovery.sources.reading import read
from recovery.sources.workbook import SourceFile

SEEDS: Final = [*range(25), *(pytest.param(seed, marks=pytest.mark.campaign) for seed in range(25, 525))]
"""The first 25 seeds run with every test, the next 500 in the campaign alone."""

Expected = Mapping[tuple[Any, ...], Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """A file, the fields that tell its rows apart, and what each of its rows holds.

    `left_out` is a field and the value of it by which rows beside the expected ones are known.
    """

    dataset: str
    content: bytes
    options: Options
    key: tuple[str, ...]
    expected: Expected
    left_out: tuple[str, object] | None = None


def drawn(make: Callable[[Random], Case], seed: int) -> Case:
    """Return the case that a seed stands for."""
    return make(Random(seed))  # noqa: S311 - seeded, so that a failure can be repeated


def differences(case: Case) -> list[str]:
    """Return how the reading of a file differs from what it holds; nothing where it is read as it is meant."""
    reading = read([SourceFile("month-end.xlsx", case.content)], case.options)
    tables = [table for table in reading.tables if table.dataset == case.dataset]
    standing = [f"{one.rule} {one.cell}: {one.message}" for one in (*reading.errors, *reading.questions)]
    if len(tables) != 1 or standing:
        return [f"tables read: {[table.dataset for table in reading.tables]}", *standing]
    rows = [row for row in tables[0].rows.to_pylist() if not _is_left_out(row, case)]
    return _row_differences(rows, case) + _value_differences(rows, case)


def _is_left_out(row: Mapping[str, Any], case: Case) -> bool:
    return case.left_out is not None and row[case.left_out[0]] == case.left_out[1]


def _key(row: Mapping[str, Any], case: Case) -> tuple[Any, ...]:
    return tuple(row[name] for name in case.key)


def _row_differences(rows: list[dict[str, Any]], case: Case) -> list[str]:
    read_keys = [_key(row, case) for row in rows]
    repeated = [f"{key} is read twice" for key in set(read_keys) if read_keys.count(key) > 1]
    missing = [f"{key} is not read" for key in case.expected if key not in read_keys]
    return repeated + missing + [f"{key} is not in the file" for key in read_keys if key not in case.expected]


def _value_differences(rows: list[dict[str, Any]], case: Case) -> list[str]:
    return [
        f"{key} {name}: read {row[name]!r}, meant {value!r}"
        for row in rows
        for key in [_key(row, case)]
        for name, value in case.expected.get(key, {}).items()
        if row[name] != value
    ]
