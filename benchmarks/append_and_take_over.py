"""Appending 100,000 rows to the record and taking them over into the engine, beside one DuckDB INSERT of the same rows.

Both start from the same Arrow table in memory.  The record is a SQLite file on this machine's disk, written with
synchronous=FULL, and also keeps the file itself.  Run it as `python -m benchmarks.append_and_take_over`.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from benchmarks.ratio import Ratio, hand_over
from recovery.engine import Engine
from recovery.engine.connection import cursor, open_connection
from recovery.engine.dataset_tables import create_statement, insert_statement, typed
from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.record import Load, Record
from recovery.sources.definitions import dataset_named
from recovery.sources.table import Table
from recovery.sources.workbook import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 100_000
RUNS = 7
LOOKS = 200
BAR = 3.0
SEED = 20180630
FILE_BYTES = 4_000_000
POSITION = dataset_named("position")


def position_rows() -> pa.Table:
    """Return a position of many lines: labels all different, figures in whole £'000."""
    chance = np.random.default_rng(SEED)
    numbers = pa.array(np.arange(ROWS, dtype=np.int32))
    nothing = pa.nulls(ROWS, pa.int32())
    columns = {
        "row_order": numbers,
        "kind": pa.array(["line"] * ROWS),
        "flow": pa.array(["expenditure"] * ROWS),
        "section": pa.array([f"Section {number // 1000}" for number in range(ROWS)]),
        "parent": nothing,
        "parts_from": nothing,
        "parts_to": nothing,
        "source_row": pa.array(np.arange(6, ROWS + 6, dtype=np.int32)),
        "source_column": pa.array([""] * ROWS),
        "line": pa.array([f"Cost centre {number:06d}" for number in range(ROWS)]),
    }
    columns |= {field.name: pa.array(chance.integers(-99_999, 999_999, ROWS) * 100_000) for field in POSITION.numbers}
    return pa.table(columns)


def load_of(rows: pa.Table) -> Load:
    """Return the rows as one load out of a file of usual size that does not compress."""
    content = np.random.default_rng(SEED).bytes(FILE_BYTES)
    table = Table("position", "position.xlsx", "M03", rows, {}, {}, Unit.THOUSANDS, month=3)
    files = (SourceFile("position.xlsx", content),)
    return Load("X01", "A commissioner", FinancialYear(2018), 3, "benchmark", False, files, (table,))  # noqa: FBT003


def seconds(work: Callable[[], object]) -> float:
    """Return how long one piece of work takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def one_insert(rows: pa.Table) -> float:
    """Time DuckDB alone: one INSERT … SELECT from Arrow into an empty table, exact types and all."""
    connection = open_connection()
    connection.execute(create_statement(POSITION))
    incoming = typed(rows, POSITION, 1)

    def insert() -> None:
        with cursor(connection) as own:
            own.register("incoming", incoming)
            own.execute(insert_statement(POSITION, "incoming"))

    taken = seconds(insert)
    connection.close()
    return taken


def append_and_take_over(load: Load, folder: Path, run: int) -> tuple[float, float]:
    """Time the record's append and the engine's taking over, each beside an empty record."""
    record = Record(str(folder / f"record-{run}.sqlite"))
    engine = Engine(record)
    appended = seconds(lambda: record.append(load))
    taken_over = seconds(engine.catch_up)
    ((count,),) = engine._rows("SELECT count(*) FROM position", {})  # noqa: SLF001 - a look inside, outside the timing
    if count != ROWS:
        raise SystemExit(f"{count} rows came through instead of {ROWS}.")
    record.close()
    return appended, taken_over


def seconds_to_look(load: Load) -> float:
    """Time the question that every page run asks first: is there anything new?"""
    with tempfile.TemporaryDirectory() as folder:
        record = Record(str(Path(folder) / "record.sqlite"))
        record.append(load)
        engine = Engine(record)
        taken = statistics.median(
            seconds(lambda: [engine.catch_up() for _ in range(LOOKS)]) / LOOKS for _ in range(RUNS)
        )
        record.close()
    return taken


def main() -> None:
    """Run both in turn and print the medians and their ratio."""
    rows = position_rows()
    load = load_of(rows)
    with tempfile.TemporaryDirectory() as folder:
        append_and_take_over(load, Path(folder), -1)
        one_insert(rows)
        pairs = [(one_insert(rows), append_and_take_over(load, Path(folder), run)) for run in range(RUNS)]
    alone = statistics.median(insert for insert, _ in pairs)
    appended = statistics.median(both[0] for _, both in pairs)
    taken_over = statistics.median(both[1] for _, both in pairs)
    whole = statistics.median(sum(both) for _, both in pairs)
    print(f"{ROWS:,} rows, medians of {RUNS} runs")
    print(f"one INSERT … SELECT from Arrow    {alone * 1000:7.1f} ms")
    print(f"append to the record              {appended * 1000:7.1f} ms")
    print(f"take over into the engine         {taken_over * 1000:7.1f} ms")
    print(f"append and take over              {whole * 1000:7.1f} ms")
    hand_over(Ratio("A look whether there is anything new", seconds_to_look(load) * 1000, 1, 1, "ms"))
    hand_over(Ratio("Append 100,000 rows and take them over / one INSERT", whole, alone, BAR))


if __name__ == "__main__":
    main()
