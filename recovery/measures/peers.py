"""Where one commissioner stands among all of the national activity return: growth, rank, quartiles and the funnel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from statistics import quantiles
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.funnel import STEP, Funnel, Limits, funnel_of
from recovery.measures.request import Request, nothing, returns_of
from recovery.period import month_name
from recovery.reference import activity_return

if TYPE_CHECKING:
    from recovery.engine.queries import Counted

DATASET: Final = "activity-return"
QUARTERS: Final = 4
LIMITS: Final = (
    Column("lower_outer", "Lower outer limit %", "percent"),
    Column("lower_limit", "Lower limit %", "percent"),
    Column("upper_limit", "Upper limit %", "percent"),
    Column("upper_outer", "Upper outer limit %", "percent"),
    Column("standing", "In the funnel"),
)
PEERS: Final = (
    Column("code", "Code"),
    Column("measure", "Measure"),
    Column("month", "Month", "number"),
    Column("actual", "In the month", "count"),
    Column("ytd", "Year to date", "count"),
    Column("compared_months", "Months compared"),
    Column("this_year", "Those months this year", "count"),
    Column("last_year", "Those months last year", "count"),
    Column("growth", "Growth %", "percent"),
    Column("england_growth", "England growth %", "percent"),
    Column("rank", "Rank, 1 highest", "number"),
    Column("compared", "Commissioners compared", "number"),
    Column("left_out", "Left out", "number"),
    Column("lower_quartile", "Lower quartile %", "percent"),
    Column("median", "Median %", "percent"),
    Column("upper_quartile", "Upper quartile %", "percent"),
    Column("spread", "Spread beyond chance", "number"),
    *LIMITS,
)
COMMISSIONERS: Final = (
    Column("code", "Code"),
    Column("measure", "Measure"),
    Column("commissioner", "Commissioner"),
    Column("name", "Name"),
    Column("last_year", "Last year", "count"),
    Column("this_year", "This year", "count"),
    Column("growth", "Growth %", "percent"),
    Column("rank", "Rank, 1 highest", "number"),
    *LIMITS,
)


@dataclass(frozen=True)
class Field:
    """All commissioners of one measure: those that can be compared, England as the sum of all, and the funnel.

    Where only rows of single commissioners are held, there is their growth, and no England, rank, quartile or funnel.
    """

    members: tuple[Counted, ...]

    @property
    def of_all(self) -> bool:
        """Return whether the months compared come of returns of all commissioners."""
        return self.members[0].of_all

    @cached_property
    def ranked(self) -> dict[str, Counted]:
        """Return by code the commissioners that stand in both years under one code, highest growth first."""
        apart = {code.casefold() for code in activity_return().not_ranked}
        whole = [
            one for one in self.members if one.is_whole and one.before and one.commissioner.casefold() not in apart
        ]
        return {
            one.commissioner: one for one in sorted(whole, key=lambda one: _growth(one.before, one.now), reverse=True)
        }

    @cached_property
    def growths(self) -> dict[str, Fraction]:
        """Return by code the growth of each ranked commissioner in percentage points, highest first."""
        return {code: _growth(one.before, one.now) for code, one in self.ranked.items()}

    @cached_property
    def ranks(self) -> dict[Fraction, int]:
        """Return the place of each growth: one more than the number of commissioners that grew by more."""
        places: dict[Fraction, int] = {}
        for place, growth in enumerate(self.growths.values(), start=1):
            places.setdefault(growth, place)
        return places

    @cached_property
    def england(self) -> Fraction | None:
        """Return England's growth in percentage points, from the sums of every commissioner; None where undefined."""
        if not self.of_all:
            return None
        before = sum((one.before or Decimal(0) for one in self.members), Decimal(0))
        now = sum((one.now or Decimal(0) for one in self.members), Decimal(0))
        return _growth(before, now) if before else None

    @cached_property
    def funnel(self) -> Funnel | None:
        """Return the funnel around England's growth."""
        if self.england is None:
            return None
        pairs = [(Fraction(one.before or 0), Fraction(one.now or 0)) for one in self.ranked.values()]
        return funnel_of(pairs, 1 + self.england / 100, activity_return().funnel)

    @cached_property
    def quartiles(self) -> list[Fraction] | list[None]:
        """Return the lower quartile, the median and the upper quartile of growth, between neighbours where needed."""
        growths = list(self.growths.values()) if self.of_all else []
        return quantiles(growths, n=QUARTERS, method="inclusive") if len(growths) > 1 else [None] * (QUARTERS - 1)

    def place(self, code: str) -> tuple[Cell, ...]:
        """Return a commissioner's growth and rank, and its limits; nil where it is not compared."""
        one = self.ranked.get(code)
        if one is None:
            return (None, None, *_limits(None, None))
        growth = self.growths[code]
        limits = self.funnel.limits(Fraction(one.before or 0)) if self.funnel else None
        return (_points(growth), self.ranks[growth] if self.of_all else None, *_limits(limits, growth))

    @property
    def sizes(self) -> tuple[Cell, Cell]:
        """Return how many commissioners are compared and how many left out; nil where not all are held."""
        return (len(self.ranked), len(self.members) - len(self.ranked)) if self.of_all else (None, None)


def peers(request: Request) -> Figure:
    """Return by measure where the view's commissioner stands: NothingLoaded where no national return is held."""
    fields = list(_fields(request))
    rows = [_own(field, request.view.organisation) for field in fields]
    kinds = [field.members[0].kind for field in fields]
    return request.figure(PEERS, rows, kinds=kinds, used=returns_of(request))


def commissioners(request: Request) -> Figure:
    """Return every commissioner that can be compared, measure by measure, highest growth first."""
    rows = [_member(field, one) for field in _fields(request) for one in field.ranked.values()]
    return request.figure(COMMISSIONERS, rows, used=returns_of(request))


def _fields(request: Request) -> Iterator[Field]:
    found = queries.peers(request.engine, request.view)
    if not found:
        raise NothingLoaded(nothing(request.title, (DATASET,), request.view))
    for _, members in groupby(found, key=lambda one: one.place):
        yield Field(tuple(members))


def _own(field: Field, organisation: str) -> list[Cell]:
    first = field.members[0]
    code = next((one.commissioner for one in field.members if _same(one.commissioner, organisation)), organisation)
    own = next((one for one in field.members if one.commissioner == code), None)
    growth, rank, *limits = field.place(code)
    counts = (own.actual, own.ytd) if own else (None, None)
    compared = (own.now, own.before) if own and own.is_whole else (None, None)
    return [
        first.code, first.title, first.month, *counts, months_said(first.compared), *compared, growth,
        _points(field.england), rank, *field.sizes, *map(_points, field.quartiles), _spread(field.funnel), *limits,
    ]  # fmt: skip


def _member(field: Field, one: Counted) -> list[Cell]:
    growth, rank, *limits = field.place(one.commissioner)
    return [one.code, one.title, one.commissioner, one.name, one.before, one.now, growth, rank, *limits]


def months_said(months: Sequence[int]) -> str:
    """Return months of a financial year in words: April to June where they follow each other, else April, June."""
    names = [month_name(month) for month in months]
    follow = len(months) > 1 and list(months) == list(range(months[0], months[-1] + 1))
    return f"{names[0]} to {names[-1]}" if follow else ", ".join(names)


def _limits(limits: Limits | None, growth: Fraction | None) -> tuple[Cell, ...]:
    if limits is None or growth is None:
        return (None,) * len(LIMITS)
    return (limits.lower_outer, limits.lower, limits.upper, limits.upper_outer, limits.standing(growth))


def _growth(before: Decimal | None, now: Decimal | None) -> Fraction:
    """Return growth in percentage points; the count before is never nought here."""
    return 100 * (Fraction(now or 0) / Fraction(before or 1) - 1)


def _points(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(STEP, ROUND_HALF_UP) + 0


def _spread(funnel: Funnel | None) -> Decimal | None:
    return None if funnel is None else Decimal(funnel.spread).quantize(Decimal("0.01"))


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
