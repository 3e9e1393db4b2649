"""Small files as an organisation would send them, for the tests of loading."""

from __future__ import annotations

from recovery.sources.workbook import SourceFile

POSITION = """\
Position{month}
£'000
Line,YTD budget,YTD actual,YTD variance,Annual budget,Forecast,Forecast variance
Allocation,1000,1000,0,4000,4000,0
Acute,600,{acute},({over}),2400,2450,(50)
Community,380,390,(10),1500,1520,(20)
Total expenditure,980,{spend},({total}),3900,3970,(70)
"""
PLAN = """\
Financial plan £'000
Line,Recurrent exit,Planned QIPP,Plan
Acute,2600,-200,2400
Community,1550,-50,1500
Total expenditure,4150,-250,3900
"""
TARGETS = """\
QIPP targets £'000
Area,QIPP target
Acute,{acute}
Community,50
Total,{total}
"""


def position(month: int | None, *, acute: int = 610, name: str = "position.csv", text: str = "") -> SourceFile:
    """Return a month-end position that adds up; `text` replaces the figure of acute spend."""
    filled = POSITION.format(
        month=f" at month {month}" if month else "",
        acute=text or acute,
        over=acute - 600,
        spend=acute + 390,
        total=acute - 590,
    )
    return SourceFile(name, filled.encode())


def plan() -> SourceFile:
    """Return a plan that takes 250 out as QIPP."""
    return SourceFile("plan.csv", PLAN.encode())


def targets(acute: int = 200) -> SourceFile:
    """Return targets that the plan's QIPP bears out where acute has 200."""
    return SourceFile("targets.csv", TARGETS.format(acute=acute, total=acute + 50).encode())
