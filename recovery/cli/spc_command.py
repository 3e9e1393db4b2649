"""`spc`: any series as an XmR chart, in CSV: mean, limits and the rule that each point meets."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.numbers import plain
from recovery.cli.output import exactly, tell
from recovery.measures.spc import Direction, Options, Variation, chart, variation
from recovery.money import Unit
from recovery.problems import Weight
from recovery.sources.series import read_series

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from decimal import Decimal
    from fractions import Fraction

    from recovery.measures.spc import Point
    from recovery.problems import Problem

HEADER: Final = ("index", "value", "mean", "lower", "upper", "rule")


def run(arguments: argparse.Namespace) -> int:
    """Chart one series; status 1 where the file holds none. With a direction, what the points mean is said aside."""
    (file,) = given.files([arguments.file])
    values, problems = read_series(file)
    for problem in problems:
        tell(_told(problem))
    if any(problem.weight is Weight.ERROR for problem in problems):
        return 1
    points = chart(values, Options(screen=not arguments.no_screen, points=int(arguments.points)))
    exactly(_as_csv(values, points))
    if arguments.direction:
        print(_judged(points, Direction(arguments.direction)), file=sys.stderr)
    return 0


def _told(problem: Problem) -> str:
    found = f" Found: {problem.value}." if problem.value else ""
    return f"{problem.place}: {problem.message}{found} {problem.to_do}"


def _as_csv(values: Sequence[Decimal], points: Sequence[Point]) -> str:
    """Return the points as CSV, values as they were given, the rest to the last digit of a float."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(HEADER)
    for index, (value, point) in enumerate(zip(values, points, strict=True), 1):
        limits = [_exact(one) for one in (point.mean, point.lower, point.upper)]
        writer.writerow([index, plain(value, "number", Unit.POUNDS), *limits, point.rule])
    return lines.getvalue()


def _exact(value: Fraction | None) -> str:
    return "" if value is None else repr(float(value))


def _judged(points: Sequence[Point], direction: Direction) -> str:
    """Return which points are improvement, concern or neither, given which way is better."""
    said = [variation(point, direction) for point in points]
    parts = [
        f"{kind} at {', '.join(str(index) for index, one in enumerate(said, 1) if one is kind)}"
        for kind in (Variation.IMPROVEMENT, Variation.CONCERN, Variation.NEUTRAL)
        if kind in said
    ]
    return f"{'; '.join(parts) or 'common cause only'}."
