"""Statistical process control by the rules of NHS Making Data Count: XmR charts, signals, and what they mean."""

from recovery.measures.spc.chart import NONE, OUTSIDE, SHIFT, TREND, TWO_OF_THREE, Options, Point, chart
from recovery.measures.spc.judging import Assurance, Direction, Variation, assurance, variation
from recovery.measures.spc.limits import Limits, limits

__all__ = [
    "NONE",
    "OUTSIDE",
    "SHIFT",
    "TREND",
    "TWO_OF_THREE",
    "Assurance",
    "Direction",
    "Limits",
    "Options",
    "Point",
    "Variation",
    "assurance",
    "chart",
    "limits",
    "variation",
]
