"""When a required run rate is flagged: the limits of `data/reference/run_rate_limits.toml`, dated and in words."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from recovery.settings import settings

SPEND: Final = "spend"
NET: Final = "net"
SAVINGS: Final = "savings"
NOTHING_SO_FAR: Final = "Where nothing has come so far, any improvement is red."
RED, AMBER, GREEN = "Red", "Amber", "Green"


@dataclass(frozen=True)
class Limit:
    """From which improvement on, in % of the monthly rate so far, a required run rate is amber and red."""

    applies_to: str
    effective_from: dt.date
    amber_percent: Decimal
    red_percent: Decimal
    words: str

    @property
    def rule(self) -> str:
        """Return the rule as a sentence."""
        return self.words.format(amber_percent=self.amber_percent, red_percent=self.red_percent) + "."

    def rag(self, improvement: Decimal | None, percent: Decimal | None) -> str | None:
        """Return the rating of an improvement that is asked for, in pounds a month and in per cent of the rate so far.

        Where nothing has come so far there is no percentage, and any improvement is red.  None where none is known.
        """
        if improvement is None:
            return None
        if percent is None:
            return RED if improvement > 0 else GREEN
        if percent > self.red_percent:
            return RED
        return AMBER if percent > self.amber_percent else GREEN


def limit_of(applies_to: str, day: dt.date) -> Limit | None:
    """Return the limit in force on a day, None where none had begun."""
    begun = [limit for limit in _limits() if limit.applies_to == applies_to and limit.effective_from <= day]
    return max(begun, key=lambda limit: limit.effective_from, default=None)


@cache
def _limits() -> tuple[Limit, ...]:
    text = (settings().reference_folder / "run_rate_limits.toml").read_text(encoding="utf-8")
    return tuple(
        Limit(**{**entry, **{name: Decimal(entry[name]) for name in ("amber_percent", "red_percent")}})
        for entry in tomllib.loads(text, parse_float=Decimal)["limits"]
    )
