"""Simulating a view: its outlook, drawn so many times under a seed, with something changed or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.errors import UsageError
from recovery.measures.simulation.assumptions import assumptions
from recovery.measures.simulation.building import drivers_of
from recovery.measures.simulation.drawing import Draws, draw
from recovery.programme.what_ifs import NOTHING, WhatIf

if TYPE_CHECKING:
    from recovery.measures.risk.counting import Exposure
    from recovery.measures.risk.outlook import Outlook

FEWEST, MOST = 100, 100_000
LARGEST_SEED: Final = 2**63 - 1


@dataclass(frozen=True)
class Settings:
    """How many runs, under which seed, and how far drivers of one group go together (0 to 1)."""

    runs: int
    seed: int
    correlation: float

    def __post_init__(self) -> None:
        """Refuse what cannot be simulated."""
        if not FEWEST <= self.runs <= MOST:
            raise UsageError(f"{self.runs:,} is not a number of runs: choose {FEWEST:,} to {MOST:,}.")
        if not 0 <= self.seed <= LARGEST_SEED:
            raise UsageError(f"{self.seed} is not a seed: choose a whole number from 0.")
        if not 0 <= self.correlation <= 1:
            raise UsageError(f"{self.correlation:g} is not a correlation: choose 0 (independent) to 1 (together).")


def usual_settings() -> Settings:
    """Return the settings where nobody says otherwise."""
    usual = assumptions()
    return Settings(usual.runs, usual.seed, usual.correlation)


@dataclass(frozen=True)
class Simulated:
    """A view simulated: its outlook, what counts, and the draws."""

    outlook: Outlook
    exposure: Exposure
    draws: Draws

    @property
    def chance(self) -> float | None:
        """Return the chance of meeting the control total, from 0 to 1; None where there is none to be met."""
        target = self.outlook.control_total
        return None if target is None else self.draws.chance_of(float(target))


def simulated(outlook: Outlook, settings: Settings, what_if: WhatIf = NOTHING) -> Simulated:
    """Return an outlook drawn many times; the same seed draws the same numbers whatever is changed."""
    exposure = outlook.known.exposure(what_if)
    drawn = draw(drivers_of(exposure), float(outlook.reported), settings.runs, settings.seed, settings.correlation)
    return Simulated(outlook, exposure, drawn)
