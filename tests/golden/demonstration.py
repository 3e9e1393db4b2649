"""The demonstration as the command line shows it; run as a module, it approves what is shown now.

python -m tests.golden.demonstration
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from recovery.cli.machine_formats import as_csv
from recovery.demo import load_demo
from recovery.engine import Engine
from recovery.figure import Figure
from recovery.measures.figures import FIGURES, figure
from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.record import Record
from recovery.view import View

APPROVED = Path(__file__).parent / "approved"
VIEW = View("06H", FinancialYear(2018), 3)
CHANGING = {"submissions", "trail"}
"""Figures that hold the fingerprints of files."""
MOMENTS = {"recorded_at"}
"""Columns that hold the time of loading; they are left out."""
ONE_SCHEME = {"history": "Q18-038"}
"""Figures of which one scheme's rows are enough."""
SHORT = {"risks-by-month", "withdrawn", "one-offs", "savings-rate", "judgements"}
"""Figures of which the demonstration has no more than a few rows."""
NAMES = [name for name in FIGURES if name not in CHANGING]


def demonstration(folder: Path) -> Engine:
    """Return an engine over a new record that holds the demonstration."""
    record = Record(str(folder / "record.sqlite"))
    load_demo(record)
    return Engine(record)


def shown(engine: Engine, name: str, *, computed: bool) -> str:
    """Return a figure of month 3 as CSV."""
    found = figure(name, engine, VIEW, computed=computed)
    return as_csv(_lasting(found, ONE_SCHEME.get(name, "")), Unit.THOUSANDS)


def _lasting(found: Figure, ref: str) -> Figure:
    """Return a figure without the moment of loading, of one scheme where one is named."""
    places = [place for place, column in enumerate(found.columns) if column.name not in MOMENTS]
    kept = [number for number, row in enumerate(found.records()) if row.get("ref") == ref or not ref]
    return replace(
        found,
        columns=tuple(found.columns[place] for place in places),
        rows=tuple(tuple(found.rows[number][place] for place in places) for number in kept),
        kinds=tuple(found.kinds[number] for number in kept) if found.kinds else (),
    )


def approved_file(name: str, *, computed: bool) -> Path:
    """Return where the approved result stands."""
    return APPROVED / f"{name}{'-computed' if computed else ''}.csv"


def approve() -> None:
    """Write what is shown now as what is to be shown."""
    with tempfile.TemporaryDirectory() as folder:
        engine = demonstration(Path(folder))
        for name in NAMES:
            for computed in (False, True):
                text = shown(engine, name, computed=computed)
                approved_file(name, computed=computed).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    approve()
