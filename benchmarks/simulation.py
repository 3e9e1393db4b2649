"""10,000 runs over 200 risks and 100 schemes, beside numpy drawing as many random numbers in one call.

Half of the risks come or not at one value, the other half within a range; the schemes are rated red, amber and green.
Once all are independent (uniform numbers), once those of a group go together (normal numbers, one more a group).  Both
sides take turns, and the best of each counts.  Run it as `python -m benchmarks.simulation`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.ratio import Ratio, hand_over
from recovery.measures.simulation.assumptions import assumptions
from recovery.measures.simulation.drawing import draw
from recovery.measures.simulation.drivers import Driver, delivery_driver

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS, RISKS, SCHEMES, GROUPS = 10_000, 200, 100, 8
TURNS = 25
BAR = 3.0
SEED = 2018
TONES = ("red", "amber", "green")
WEIGHTS = {"red": 0.6, "amber": 0.7, "green": 1.0}


def main() -> None:
    """Measure both and hand the ratios over."""
    drivers = [*map(_risk, range(RISKS)), *map(_scheme, range(SCHEMES))]
    generator = np.random.default_rng(SEED)
    uniform = _turns(lambda: draw(drivers, 0.0, RUNS, SEED), lambda: generator.random((len(drivers), RUNS)))
    normal = _turns(
        lambda: draw(drivers, 0.0, RUNS, SEED, 0.5),
        lambda: generator.standard_normal((len(drivers) + GROUPS + 1, RUNS)),
    )
    hand_over(
        Ratio("10,000 runs, 200 risks, 100 schemes / drawing as many", *uniform, BAR),
        Ratio("the same, correlated within groups / drawing as many", *normal, BAR),
    )


def _risk(number: int) -> Driver:
    value = -1000.0 * (number + 1)
    low, high = (1.5 * value, 0.5 * value) if number % 2 else (value, value)
    group = f"group {number % GROUPS}"
    return Driver(f"risk:{number}", "Risk", "risk", (number % 9 + 1) / 10, low, value, high, 0.0, group)


def _scheme(number: int) -> Driver:
    tone = TONES[number % len(TONES)]
    delivery = assumptions().delivery_of(tone)
    return delivery_driver(f"scheme:{number}", "Scheme", 2000.0 * (number + 1), WEIGHTS[tone], delivery, "schemes")


def _turns(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Return the best time of each, taken in turns."""
    best = [float("inf"), float("inf")]
    for _ in range(TURNS):
        for place, one in enumerate((ours, theirs)):
            start = time.perf_counter()
            one()
            best[place] = min(best[place], time.perf_counter() - start)
    return best[0], best[1]


if __name__ == "__main__":
    main()
