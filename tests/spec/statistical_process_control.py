"""Reference cases of statistical process control, as the test suites of two open programs state them.

NHSRplotthedots (R, at 050b07d) and nhspy-plotthedots (Python, at bfdefe4): series with their limits, and vectors with
what each rule makes of them.  Where the two disagree with each other, docs/methods.md says which is followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TWENTY: Final = (
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285,
    -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716,
    0.7013559, -0.47279141,
)  # fmt: skip
ONE_SPIKE: Final = (1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)


@dataclass(frozen=True)
class Case:
    """A series and the mean and limits that it has to give, outlying moving ranges screened or not.

    `near` are the bounds of the outer thirds where the reference states them; `signals` the places (from 0) of special
    causes where it does, none being an empty tuple.
    """

    name: str
    values: tuple[float, ...]
    mean: float
    lower: float
    upper: float
    within: float
    screen: bool = True
    near: tuple[float, float] | None = None
    signals: tuple[int, ...] | None = None


CASES: Final = (
    Case("twenty random values", TWENTY, 0.1416238, -3.01138, 3.294627, 1e-5, signals=()),
    Case(
        "the same with one of ten, not screened", (*TWENTY[:14], 10, *TWENTY[15:]),
        0.6694159, -4.596625, 5.935457, 1e-5, screen=False,
    ),
    Case("one spike, screened", ONE_SPIKE, 1.94, -0.72, 4.6, 0.006, signals=(4,)),
    Case("one spike, as the workbook has it", ONE_SPIKE, 1.94, -3.06, 6.95, 0.006, screen=False, signals=(4,)),
    Case(
        "one to ten", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 5.5, 2.84, 8.16, 1e-9,
        near=(3.7266666666666666, 7.273333333333333),
    ),
    Case("five falling squares", (16, 9, 4, 2, 1), 6.4, -3.575, 16.375, 1e-9),
)  # fmt: skip

TRENDS: Final = (
    ((1, 2, 3, 3, 4, 5, 6), (0, 0, 0, 0, 0, 0, 0)),
    ((1, 2, 3, 4, 5, 6, 7), (0, 0, 0, 0, 0, 0, 1)),
    ((2, 1, 2, 3, 4, 5, 6, 7, 3), (0, 0, 0, 0, 0, 0, 0, 1, 0)),
)
"""Values, and which of them end seven that rise or fall throughout."""
ONE_SIDE: Final = (((1, 1, 1, 1, 1, 1, -1), (0, 0, 0, 0, 0, 0, 0)),)
"""Sides of the mean, and which points end seven on one side."""
PART_OF_SEVEN: Final = (((0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 1, 1, 1, 1, 0)),)
"""Points that end a run of seven, and the points that are part of one."""
TWO_IN_THREE: Final = (
    ((0, 0, 1, 0, 1, 0, 0), (1, 1, 1, 1, 1, 1, 1), (0, 0, 1, 1, 1, 0, 0), (0, 0, 1, 0, 1, 0, 0)),
    ((0, 0, 1, 1, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1), (0, 1, 1, 1, 1, 0, 0), (0, 0, 1, 1, 0, 0, 0)),
)
"""Points near a limit, sides of the mean, points in such a window of three, and those of them that are marked."""
ASSURANCE: Final = (
    ("increase", 4, 1, 3, "consistent_fail"),
    ("increase", 4, 5, 7, "consistent_pass"),
    ("increase", 4, 1, 5, "inconsistent"),
)
"""Which way is better, target, lower and upper limit, and what that assures."""
