"""Worked by hand: four commissioners' non-elective admissions in June of two years, and the limits of a funnel.

    commissioner     2017    2018    growth    rank
    X01               100     110      10 %       1
    X02               200     210       5 %       3
    X03               300     330      10 %       1
    X04               400     400       0 %       4
    England         1,000   1,050       5 %

X01 and X03 share the first place, so that the next is the third.  The growths in order are 0, 5, 10 and 10.  The lower
quartile stands at place 1 + 3 x 1/4 = 1.75, three quarters of the way from 0 to 5: 3.75 %.  The median stands half way
between 5 and 10, at 7.5 %, the upper quartile at place 3.25, at 10 %.

A funnel around no growth, for a commissioner that counted 200 in both years, with no spread beyond chance:

    standard error   square root of 1/200 + 1/200          0.1
    inner limits     exp(1.96 x 0.1) - 1                   21.65 %   and   exp(-1.96 x 0.1) - 1   -17.80 %
    outer limits     exp(3.09 x 0.1) - 1                   36.21 %   and   exp(-3.09 x 0.1) - 1   -26.58 %
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from recovery.measures.figures import figure
from recovery.measures.funnel import funnel_of
from recovery.period import FinancialYear
from recovery.reference import activity_return
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded

COUNTS = {"X01": (100, 110), "X02": (200, 210), "X03": (300, 330), "X04": (400, 400)}
JUNE = View("X01", FinancialYear(2018), 3)


def engine() -> FilledEngine:
    rows = [
        {"code": code, "name": code, "financial_year": year, "month": 3, "non_elective": count}
        for code, counts in COUNTS.items()
        for year, count in zip((2017, 2018), counts, strict=True)
    ]
    return FilledEngine(Loaded(table("activity-return", rows)))


def test_growth_and_rank_with_a_place_that_is_shared():
    found = figure("commissioners", engine(), JUNE).records()
    assert [(row["commissioner"], row["growth"], row["rank"]) for row in found] == [
        ("X01", 10, 1), ("X03", 10, 1), ("X02", 5, 3), ("X04", 0, 4),
    ]  # fmt: skip


def test_england_and_the_quartiles():
    (own,) = figure("peers", engine(), JUNE).records()
    assert own["england_growth"] == 5
    quartiles = [own[name] for name in ("lower_quartile", "median", "upper_quartile")]
    assert quartiles == [Decimal("3.75"), Decimal("7.5"), 10]


def test_the_limits_of_a_funnel():
    same = [(Fraction(200), Fraction(200))] * 10
    limits = funnel_of(same, Fraction(1), activity_return().funnel).limits(Fraction(200))
    drawn = (limits.lower_outer, limits.lower, limits.upper, limits.upper_outer)
    assert [str(round(one, 2)) for one in drawn] == ["-26.58", "-17.80", "21.65", "36.21"]
