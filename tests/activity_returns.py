"""The national activity return for the tests: the real files where they stand beside the project, and small ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from recovery.sources.workbook import SourceFile

FOLDER: Final = Path(__file__).resolve().parents[2] / "shared" / "reference" / "monthly_activity_return"
needs_returns = pytest.mark.skipif(not FOLDER.exists(), reason="the published returns are not beside the project")

HEADER: Final = (
    "Year,Period,Region Code,Region Name,Org Code,Org Name,Elective G&A Ordinary Admissions (FFCEs),"
    "Elective G&A Daycase Admissions (FFCEs),Elective G&A Total Admissions (FFCEs),"
    "Total Non-elective G&A Admissions (FFCEs),GP Referrals Made (G&A),Other Referrals Made (G&A),"
    "All 1st Outpatient Attendances (G&A)"
)
"""The columns that the small returns have, as published."""


def published(*names: str) -> list[SourceFile]:
    """Return the real files of these names, all of them where none is named."""
    paths = [FOLDER / f"{name}.xls" for name in names] or sorted(FOLDER.glob("*.xls"))
    return [SourceFile(path.name, path.read_bytes()) for path in paths]


def commissioner(code: str, *counts: int, year: str = "2018-19", period: str = "JUNE") -> str:
    """Return a commissioner's row: ordinary, day case, non-elective, GP and other referrals, first attendances."""
    ordinary, day_case, *others = counts
    cells = (year, period, "Y1", "NORTH", code, f"NHS {code}", ordinary, day_case, ordinary + day_case, *others)
    return ",".join(map(str, cells))


def small_return(
    rows: Sequence[str], *, name: str = "Jun_18.csv", title: str = "June 2018", england: str = ""
) -> SourceFile:
    """Return a return as published, in small: titles, header, England's total where one is given, the rows."""
    lines = [
        [
            "Title:,Monthly Hospital Activity",
            f"Period:,{title}",
            "Published:,9th August 2018",
            "Revised:,13th May 2020",
        ],
        ["", HEADER, *([england, ""] if england else []), *rows],
    ]
    width = HEADER.count(",")
    padded = [line + "," * (width - line.count(",")) for block in lines for line in block]
    return SourceFile(name, "\n".join(padded).encode())
