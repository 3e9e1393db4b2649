"""One measured comparison, and how scripts hand theirs to the table that `make bench` prints."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Ratio:
    """Our figure beside the one to compare it with; `limit` is the most that ours over theirs may be.

    Where `theirs` is 1 the limit is one of its own unit: megabytes, or a number of cells.
    """

    name: str
    ours: float
    theirs: float
    limit: float
    unit: str = "s"

    @property
    def value(self) -> float:
        """Return ours over theirs."""
        return self.ours / self.theirs if self.theirs else float("inf")

    @property
    def holds(self) -> bool:
        """Return whether the ratio is within its limit."""
        return self.value <= self.limit


def hand_over(*ratios: Ratio) -> None:
    """Print ratios, one JSON object a line, for run.py to read."""
    for ratio in ratios:
        print(json.dumps(asdict(ratio)), flush=True)


def taken_over(text: str) -> list[Ratio]:
    """Return the ratios that a script handed over; its other lines are passed by."""
    return [Ratio(**json.loads(line)) for line in text.splitlines() if line.startswith('{"name"')]
