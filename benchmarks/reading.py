"""Reading, validating and reconciling 100,000 rows, beside pandas.read_excel with openpyxl on the same file."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from benchmarks.ratio import Ratio, hand_over

ROWS = 100_000
SEED = 7
ROUNDS = 2
SAMPLE_SECONDS = 0.05
MOST_SECONDS_RATIO, MOST_MEGABYTES = 0.3, 300
STAGES = ("Pipeline", "Initiation", "Planning", "Delivery", "Monitoring", "Closure")
RAGS = ("Red", "Amber", "Green")
REGISTER = ("Ref", "Scheme", "Expenditure area", "Stage", "RAG", "Net value", "Lead", "Recurrent value", "Comment")
POSITION = (
    "Line",
    "YTD budget",
    "YTD actual",
    "YTD variance",
    "Annual budget",
    "Forecast outturn",
    "Forecast variance",
)
FIELDS = {
    "schemes": ("ref", "scheme", "area", "stage", "rag", "net_value", "lead", "recurrent_value", "comment"),
    "position": (
        "line", "ytd_budget", "ytd_actual", "ytd_variance", "annual_budget", "forecast_outturn", "forecast_variance"
    ),
}  # fmt: skip
Rows = list[tuple[Any, ...]]


def register() -> Rows:
    """Return the rows of a large register in pounds, from a seed."""
    draw = random.Random(SEED)  # noqa: S311 - a benchmark, not a secret
    return [
        (f"S{number:06d}", f"Scheme {number} of the register", f"Area {number % 40}", STAGES[number % 6],
         RAGS[number % 3], draw.randint(1_000, 900_000), f"Role {number % 25}", draw.randint(0, 900), f"Note {number}")
        for number in range(ROWS)
    ]  # fmt: skip


def position() -> Rows:
    """Return the rows of a large position in pounds that adds up, with its total, from a seed."""
    draw = random.Random(SEED)  # noqa: S311 - a benchmark, not a secret
    rows: Rows = []
    for number in range(ROWS - 1):
        budget, actual = draw.randint(1, 90_000), draw.randint(1, 90_000)
        annual, forecast = budget * 4, actual * 4
        rows.append((f"Line {number}", budget, actual, budget - actual, annual, forecast, annual - forecast))
    totals = [sum(row[place] for row in rows) for place in range(1, 7)]
    return [*rows, ("Total expenditure", *totals)]


def write(path: Path, title: str, header: tuple[str, ...], rows: Rows) -> None:
    """Write the rows as .xlsx under a title."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Table")
        sheet.write_row(0, 0, [title])
        sheet.write_row(1, 0, header)
        for number, row in enumerate(rows, 2):
            sheet.write_row(number, 0, row)


def ours(path: Path, dataset: str, *, check: bool = False) -> dict[str, float]:
    """Read and reconcile with the product; where asked, count the cells that are not as they were written."""
    started = time.perf_counter()
    from recovery.checks import reconcile
    from recovery.sources.options import Options
    from recovery.sources.reading import read
    from recovery.sources.workbook import SourceFile

    reading = read([SourceFile(path.name, path.read_bytes())], Options(month=3))
    (table,) = reading.tables
    findings = reconcile(table)
    seconds = time.perf_counter() - started
    errors = [problem for problem in reading.problems if problem.weight == "error"]
    if errors or findings:
        raise RuntimeError(f"The file should be clean: {(errors or findings)[:3]}")
    return {"seconds": seconds, "wrong": _wrong_cells(table, dataset) if check else 0}


def _wrong_cells(table: Any, dataset: str) -> int:  # noqa: ANN401 - the product's table
    expected = register() if dataset == "schemes" else position()
    wrong = abs(table.rows.num_rows - len(expected)) * len(FIELDS[dataset])
    for place, name in enumerate(FIELDS[dataset]):
        kind = table.definition.field_named(name).kind
        found = table.rows.column(name).to_pylist()
        for cell, row in zip(found, expected, strict=False):
            wanted = row[place]
            if kind == "money":
                wanted = wanted * 100
            elif kind == "stage":
                wanted = STAGES.index(wanted)
            wrong += cell != wanted
    return wrong


def theirs(path: Path) -> dict[str, float]:
    """Read with pandas and openpyxl."""
    started = time.perf_counter()
    import pandas as pd

    frame = pd.read_excel(path, engine="openpyxl", header=1)
    return {"seconds": time.perf_counter() - started, "rows": len(frame)}


def in_fresh_process(*arguments: str) -> dict[str, float]:
    """Run this script once more for one measurement."""
    answer: dict[str, float] = json.loads(
        subprocess.run(command(*arguments), capture_output=True, text=True, check=True).stdout
    )
    return answer


def command(*arguments: str) -> list[str]:
    """Return the command for one measurement."""
    return [sys.executable, "-m", "benchmarks.reading", *arguments]


def peak_megabytes(*arguments: str) -> float:
    """Return the most memory that a fresh process and its children hold at once; looking on makes it slower."""
    with subprocess.Popen(command(*arguments), stdout=subprocess.DEVNULL) as started:
        watched, most = psutil.Process(started.pid), 0.0
        while started.poll() is None:
            most = max(most, _held(watched))
            time.sleep(SAMPLE_SECONDS)
    return most


def _held(process: psutil.Process) -> float:
    """Return the megabytes of a process and its children, what they share counted once."""
    total = 0
    for one in (process, *_children(process)):
        with suppress(psutil.Error):
            total += one.memory_full_info().pss
    return total / 1024**2


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.Error:
        return []


def main() -> None:
    """Measure the register and the position, each reader in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for dataset, header, rows in (("schemes", REGISTER, register()), ("position", POSITION, position())):
            path = Path(folder) / f"{dataset}.xlsx"
            title = "QIPP scheme register 2018/19, £" if dataset == "schemes" else "Month 3 position 2018/19, £"
            write(path, title, header, rows)
            runs = [in_fresh_process("ours", str(path), dataset) for _ in range(ROUNDS)]
            pandas = in_fresh_process("theirs", str(path))["seconds"]
            seconds = min(run["seconds"] for run in runs)
            memory = peak_megabytes("ours", str(path), dataset)
            wrong = in_fresh_process("check", str(path), dataset)["wrong"]
            what = f"{ROWS:,} rows, {dataset}"
            hand_over(
                Ratio(f"read, validate, reconcile {what}", seconds, pandas, MOST_SECONDS_RATIO),
                Ratio(f"peak memory, {what}", memory, 1, MOST_MEGABYTES, "MB"),
                Ratio(f"cells lost or changed, {what}", wrong, 1, 0, ""),
            )


if __name__ == "__main__":
    if sys.argv[1:2] in (["ours"], ["check"]):
        print(json.dumps(ours(Path(sys.argv[2]), sys.argv[3], check=sys.argv[1] == "check")))
    elif sys.argv[1:2] == ["theirs"]:
        print(json.dumps(theirs(Path(sys.argv[2]))))
    else:
        main()
