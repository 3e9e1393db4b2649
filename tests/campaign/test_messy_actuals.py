"""The activity that happened, however it is laid out, is read count by count."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from recovery.period import FinancialYear
from recovery.sources.options import Options
from recovery.sources.workbook import CellValue
from tests.campaign.messy_sheets import Cells
from tests.campaign.reading_back import SEEDS, Case, differences, drawn
from tests.workbooks import xlsx

SHORT = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
MONTH_STYLES: tuple[Callable[[int], CellValue], ...] = (int, lambda month: SHORT[month - 1], lambda month: f"M{month}")

Counts = dict[tuple[str, int, int], int]


@pytest.mark.parametrize("seed", SEEDS)
def test_activity_that_happened_is_read_as_it_is_meant_however_it_is_laid_out(seed):
    assert differences(drawn(activity_actuals, seed)) == [], f"seed {seed}"


def activity_actuals(draw: Random) -> Case:
    shape = draw.choice((_long, _wide_with_a_year_column, _wide_with_dated_months, _wide))
    years = (2018,) if shape is _wide else draw.choice(((2018,), (2017, 2018)))
    month = draw.randint(1, 12)
    counts = _counts(draw, years, month)
    expected = {key: {"actual": count * 10_000} for key, count in counts.items()}
    title = "Activity actuals 2018/19" if years == (2018,) else "Activity actuals"
    above: list[Cells] = [[title], []] if shape is _wide or draw.random() < 0.5 else []
    content = xlsx({"Sheet1": above + shape(draw, counts)})
    key = ("code", "financial_year", "month")
    options = Options(year=FinancialYear(2018), month=month)
    return Case("activity-actuals", content, options, key, expected, left_out=("actual", None))


def _counts(draw: Random, years: tuple[int, ...], month: int) -> Counts:
    codes = [f"E.M.{number}" for number in range(7, 7 + draw.randint(2, 5))]
    last = {2017: 12, 2018: month}
    keys = [(code, year, one) for code in codes for year in years for one in range(1, last[year] + 1)]
    return {key: draw.randint(10, 9999) for key in keys}


def _long(draw: Random, counts: Counts) -> list[Cells]:
    headings = (("Code", "Measure"), ("Year", "Financial year"), ("Month", "Period"), ("Actual", "Activity", "Actuals"))
    style = draw.choice(MONTH_STYLES)
    rows: list[Cells] = [[code, _year(year), style(month), count] for (code, year, month), count in counts.items()]
    return [[draw.choice(texts) for texts in headings], *rows]


def _wide(_draw: Random, counts: Counts) -> list[Cells]:
    return [
        ["Code", "Title", *SHORT],
        *([code, f"Title {code}", *_months(counts, code, 2018)] for code in _codes(counts)),
    ]


def _wide_with_a_year_column(_draw: Random, counts: Counts) -> list[Cells]:
    rows: list[Cells] = [
        [code, f"Title {code}", _year(year), *_months(counts, code, year)]
        for year in _years(counts)
        for code in _codes(counts)
    ]
    return [["Code", "Title", "Year", *SHORT], *rows]


def _wide_with_dated_months(_draw: Random, counts: Counts) -> list[Cells]:
    years = _years(counts)
    dated = [f"{SHORT[at]}-{year % 100 + (at > 8)}" for year in years for at in range(12)]
    rows: list[Cells] = [
        [code, f"Title {code}", *(cell for year in years for cell in _months(counts, code, year))]
        for code in _codes(counts)
    ]
    return [["Code", "Title", *dated], *rows]


def _months(counts: Counts, code: str, year: int) -> Cells:
    return [counts.get((code, year, month)) for month in range(1, 13)]


def _codes(counts: Counts) -> list[str]:
    return list(dict.fromkeys(code for code, _, _ in counts))


def _years(counts: Counts) -> list[int]:
    return sorted({year for _, year, _ in counts})


def _year(year: int) -> str:
    return f"{year}/{year % 100 + 1}"
