"""Small month-end files, and the command line run in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

POSITION = """Month 4 position £'000
Line,YTD Budget,YTD Actual,YTD Var,Annual Budget,FOT,Var
Allocation,400,400,0,1200,1200,0
Acute,200,210,(10),600,620,(20)
=Community,100,95.5,4.5,300,290,10
Prescribing,50,52,(2),150,156,(6)
Other,30,27,3,90,81,9
Total,380,384.5,(4.5),1140,1147,(7)
Surplus,20,15.5,(4.5),60,53,(7)
"""
WRONG_TOTAL = POSITION.replace("Total,380", "Total,390")
BROKEN = """Position £'000
Line,YTD Budget,YTD Actual,Annual Budget,FOT
Acute,lots,#REF!,3,4
"""
NO_UNIT = """Position
Line,YTD Budget,YTD Actual,Annual Budget,FOT
Acute,1,2,3,4
"""


def written(folder: Path, text: str, name: str = "position.csv") -> str:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def load_position(folder: Path, *options: str, text: str = POSITION) -> str:
    """Load a position for X1 and return the record's path."""
    database = str(folder / "record.sqlite")
    arguments = ["load", written(folder, text), "--org", "X1", "--year", "2018/19", "--db", database, *options]
    assert main(arguments) == 0
    return database
