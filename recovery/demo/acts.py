"""What one person of the demonstration did on one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from recovery.programme import commands


@dataclass(frozen=True)
class Act:
    """What one person did on one day: one change of the record."""

    on: dt.date
    by: str
    commands: tuple[commands.Command, ...]
