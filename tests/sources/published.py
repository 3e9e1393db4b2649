"""The published tables as their document prints them, tab by tab, for the tests that have it beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery.sources.workbook import CellValue

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
DOCUMENT = REFERENCE / "source_documents" / "003_0f82825e74c29d60.txt"
needs_reference = pytest.mark.skipif(not DOCUMENT.exists(), reason="the published figures are not beside the project")


def _ends(line: str, after: str) -> bool:
    return line.startswith(after) if after else "\t" not in line


def printed(first: str, after: str) -> list[list[CellValue]]:
    """Return the printed lines from the one that begins with `first` up to the one that begins with `after`.

    Without an `after` these are the lines with cells.
    """
    lines = DOCUMENT.read_text(encoding="utf-8").split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith(first))
    stop = next(number for number in range(start + 1, len(lines)) if _ends(lines[number], after))
    return [[cell or None for cell in line.split("\t")] for line in lines[start:stop]]
