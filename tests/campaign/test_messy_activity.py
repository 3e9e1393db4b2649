"""The activity plan, however it is laid out, is read count by count."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest

from recovery.period import FinancialYear
from recovery.sources.options import Options
from tests.campaign.messy_sheets import Cells
from tests.campaign.reading_back import SEEDS, Case, differences, drawn
from tests.workbooks import xlsx

SHORT = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
LONG = (
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "January",
    "February",
    "March",
)
DATED = tuple(f"{month}-{18 if at < 9 else 19}" for at, month in enumerate(SHORT))
NUMBERED = tuple(f"M{number}" for number in range(1, 13))
YEARS = ("2018/19", "18/19", "2018-19")
PRIOR = ("2017/18", "17/18", "2017-18")
PLAN_FIELDS = ("outturn_prior", "do_nothing", "qipp", "plan", *(month.lower() for month in SHORT))


@dataclass(frozen=True)
class Measure:
    code: str
    title: str
    months: list[int]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_activity_plan_is_read_as_it_is_meant_however_it_is_laid_out(seed):
    assert differences(drawn(activity_plan, seed)) == [], f"seed {seed}"


def activity_plan(draw: Random) -> Case:
    measures = [one for number in range(draw.randint(2, 6)) for one in _with_parts(draw, number)]
    measures = draw.sample(measures, len(measures)) if draw.random() < 0.3 else measures
    counts = {one.code: _plan_counts(draw, one) for one in measures}
    title: list[Cells] = [["Activity plan 2018/19"], *[[]] * draw.randint(0, 2)] if draw.random() < 0.75 else []
    rows = [[one.code, one.title, *_typed(draw, counts[one.code])] for one in measures]
    expected = {(code,): _plan_row(code, values) for code, values in counts.items()}
    content = xlsx({"Sheet1": [*title, _plan_headings(draw), *rows]})
    return Case("activity-plan", content, Options(year=FinancialYear(2018)), ("code",), expected)


def _with_parts(draw: Random, number: int) -> list[Measure]:
    code, letters = f"E.M.{7 + number}", sorted(draw.sample("abcd", draw.choice((0, 0, 2, 3))))
    parts = [
        Measure(code + letter, f"Part {letter} of {number}", [draw.randint(100, 5000) for _ in SHORT])
        for letter in letters
    ]
    added = [sum(month) for month in zip(*(part.months for part in parts), strict=True)]
    return [Measure(code, f"Total activity {number}", added or [draw.randint(100, 9000) for _ in SHORT]), *parts]


def _plan_counts(draw: Random, measure: Measure) -> list[int]:
    plan, saved = sum(measure.months), draw.randint(0, 50)
    return [plan - 17, plan + saved, -saved, plan, *measure.months]


def _plan_row(code: str, counts: list[int]) -> dict[str, object]:
    kind = "part" if code[-1].isalpha() else "line"
    return {"kind": kind, **{name: count * 10_000 for name, count in zip(PLAN_FIELDS, counts, strict=True)}}


def _typed(draw: Random, counts: list[int]) -> Cells:
    return [f"{count:,}" for count in counts] if draw.random() < 0.3 else list(counts)


def _plan_headings(draw: Random) -> Cells:
    return [
        draw.choice(("Code", "Measure code", "Ref")),
        draw.choice(("Title", "Measure name", "Description")),
        f"{draw.choice(PRIOR)} {draw.choice(('OT', 'Outturn'))}",
        *(f"{draw.choice(YEARS)} {name}" for name in ("Do Nothing", "QIPP", "Plan")),
        *draw.choice((SHORT, LONG, DATED, NUMBERED)),
    ]
