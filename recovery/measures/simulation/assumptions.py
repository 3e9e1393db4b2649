"""What the simulation assumes, from `data/reference/simulation.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from recovery.settings import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDEST: Final = "red"
"""The tone whose spread a scheme without a rating takes."""


@dataclass(frozen=True)
class Delivery:
    """How a scheme's part still to come is drawn: the chance of nothing more, and the share's reach either side."""

    nothing: float
    spread: float


@dataclass(frozen=True)
class Assumptions:
    """Runs, seed and correlation where nobody says otherwise; delivery by tone; words of the summary's groups."""

    runs: int
    seed: int
    correlation: float
    correlation_shown: float
    bars: int
    delivery: Mapping[str, Delivery]
    savings_words: frozenset[str]

    def delivery_of(self, tone: str) -> Delivery:
        """Return how schemes of a rating's tone are drawn."""
        return self.delivery.get(tone, self.delivery[WIDEST])


@cache
def assumptions() -> Assumptions:
    """Return the assumptions in force."""
    text = tomllib.loads((settings().reference_folder / "simulation.toml").read_text(encoding="utf-8"))
    return Assumptions(
        runs=text["runs"],
        seed=text["seed"],
        correlation=text["correlation"],
        correlation_shown=text["correlation_shown"],
        bars=text["bars"],
        delivery={tone: Delivery(**entry) for tone, entry in text["delivery"].items()},
        savings_words=frozenset(text["words"]["savings"]),
    )
