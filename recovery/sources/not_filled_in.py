"""Sheets of headings without a row below them, as the template has them: in the way only where nothing else is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recovery.problems import Problem, Weight
from recovery.sources.header_search import Region
from recovery.sources.places import Place

RULE = "not-filled-in"


def not_filled_in(place: Place, region: Region) -> Problem:
    """Return the problem of a table that has its headings and nothing below them."""
    message = "The table has its headings but no rows below them."
    return place.error(RULE, message, "Fill in the rows, or leave the table out.", (region.last, 0))


def beside_filled_ones(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems of a workbook with filled tables: its empty ones are left out and only said."""
    return [_said(problem) if problem.rule == RULE else problem for problem in problems]


def _said(problem: Problem) -> Problem:
    to_do = "It is left out; fill in the rows if it should be loaded."
    return replace(problem, weight=Weight.NOTICE, to_do=to_do)
