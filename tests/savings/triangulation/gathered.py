"""The published month with a small kept register, ready to be triangulated."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from recovery.measures.request import Request, request_of
from recovery.period import FinancialYear
from recovery.programme.scheme import ActivityChange, Scheme
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening, profile, scheme
from tests.engine.published import published_tables

VIEW = View("X01", FinancialYear(2018), 3)


def changes(code: str, each: int, months: int = 12) -> tuple[ActivityChange, ...]:
    """The same change of one measure in each of the year's last months."""
    return tuple(ActivityChange(code, "", month, Decimal(each)) for month in range(13 - months, 13))


def kept() -> list[Scheme]:
    """Two schemes of £200,000 that remove activity, and one of £100,000 that does not."""
    return [
        scheme("Q1", area="Acute (GIC)", net_value=Decimal(200_000), profile=profile(10_000, [9_000] * 3),
               activity=changes("E.M.10a", -10) + changes("E.M.8", -100, 6), reported_rag="Green"),
        scheme("Q2", area="Acute (PbR)", net_value=Decimal(200_000), activity=changes("E.M.10", -5),
               reported_rag="Red"),
        scheme("Q3", area="Prescribing", net_value=Decimal(100_000), reported_rag="Amber"),
    ]  # fmt: skip


@cache
def engine() -> FilledEngine:
    """Return an engine with the published tables and the schemes."""
    made = FilledEngine(*published_tables())
    made.happen(*happening().events)
    return made


def happening() -> Happening:
    """Return what has happened: the schemes have come in."""
    found = Happening()
    for case in kept():
        found.begin(case, 3)
    return found


@cache
def published_alone() -> FilledEngine:
    """Return an engine with the published tables alone."""
    return FilledEngine(*published_tables())


def request(made: FilledEngine, *, computed: bool = False) -> Request:
    """Return a request for the figure."""
    return request_of("triangulation", "Triangulation", made, VIEW, computed=computed)
