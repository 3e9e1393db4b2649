"""Loading the 26 published national returns into a record, beside python-calamine alone reading the same files.

No file is opened in the application's own process.  What would be picked instead is a process of its own for each file,
which reads every sheet with calamine and does nothing else; the load goes on to convert, reconcile and append.
How it stands to calamine in one bare process, with nothing between it and a file that would end it, is printed too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.ratio import Ratio, hand_over

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "reference" / "monthly_activity_return"
ROUNDS = 4
MOST = 1.5
ALONE = """
import sys, python_calamine
for path in sys.argv[1:]:
    with python_calamine.load_workbook(path) as workbook:
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()
"""


def alone(paths: list[Path]) -> float:
    """Return the seconds that one process takes to read some files with calamine and nothing else."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", ALONE, *map(str, paths)], check=True)
    return time.perf_counter() - started


def theirs(paths: list[Path]) -> float:
    """Return the seconds that calamine takes with a process of its own for each file."""
    return sum(alone([path]) for path in paths)


def ours(paths: list[Path], folder: Path, number: int) -> tuple[float, float]:
    """Return the seconds of reading alone through the guard, and of the whole load into a new record."""
    from recovery.loading import load
    from recovery.period import FinancialYear
    from recovery.record import Record
    from recovery.sources.opening import open_workbooks
    from recovery.sources.options import Options
    from recovery.sources.workbook import SourceFile

    record = Record(str(folder / f"{number}.sqlite"))
    files = [SourceFile(path.name, path.read_bytes()) for path in paths]
    started = time.perf_counter()
    open_workbooks(files)
    opened = time.perf_counter() - started
    started = time.perf_counter()
    outcome = load(
        record, files, Options(), organisation="06H", organisation_name="06H", year=FinancialYear(2018), month=None,
        loaded_by="benchmark",
    )  # fmt: skip
    seconds = time.perf_counter() - started
    if outcome.receipt is None or len(outcome.receipt.submission_ids) != len(paths):
        raise RuntimeError(f"The returns should load: {outcome.in_the_way[:3]}")
    record.close()
    return opened, seconds


def main() -> None:
    """Measure in turn, so that both meet the same machine, and hand over the best of each."""
    paths = sorted(FOLDER.glob("*.xls"))
    if not paths:
        print("The published returns are not beside the project: nothing to measure.")
        return
    with tempfile.TemporaryDirectory() as folder:
        ours(paths, Path(folder), 0)  # the application is running: everything is imported
        rounds = [(*ours(paths, Path(folder), number), theirs(paths), alone(paths)) for number in range(1, ROUNDS + 1)]
    opened, seconds, guarded, bare = (min(values) for values in zip(*rounds, strict=True))
    what = f"{len(paths)} returns, beside calamine alone, a process a file"
    hand_over(Ratio(f"read {what}", opened, guarded, MOST), Ratio(f"load {what}", seconds, guarded, MOST))
    print(
        f"Calamine in one bare process: {bare:.3f} s; "
        f"reading is {opened / bare:.1f}, loading {seconds / bare:.1f} times it."
    )


if __name__ == "__main__":
    main()
