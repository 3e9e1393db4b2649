"""Which lines of two years are one although they are called otherwise: only where nothing else can be meant."""

from __future__ import annotations

import pytest

from recovery.measures.lines_as_one import lines_as_one
from recovery.savings.triangulation.area_map import AreaMap, MapEntry

MAP = AreaMap(
    (
        MapEntry("Community", plan_lines=("Community Health Services",), position_lines=("Community Services",)),
        MapEntry("Care", plan_lines=("Nursing", "Fees"), position_lines=("Care at home",)),
    )
)


def keys(*names: str, flow: str = "expenditure"):
    return [("line", flow, name.lower(), 1) for name in names]


def as_one(now: list, then: list, area_map: AreaMap = MAP) -> dict[str, str]:
    return {old[2]: new[2] for old, new in lines_as_one(now, then, area_map).items()}


@pytest.mark.parametrize(
    ("now", "then", "found"),
    [
        (["Community Services"], ["Community Health Services"], {"community health services": "community services"}),
        (["Mental Health Services"], ["Mental Health"], {"mental health": "mental health services"}),
        (["Pay & Pensions"], ["Pay and pensions"], {"pay and pensions": "pay & pensions"}),
        # two of an area, or of a name: nobody knows which
        (["Care at home"], ["Nursing", "Fees"], {}),
        (["Acute", "Acute services"], ["Acute service"], {}),
        # what has its own counterpart is nobody else's
        (["Community Services"], ["Community Services", "Community Health Services"], {}),
        (["Acute"], ["Acute"], {}),
        (["Estates"], ["Property"], {}),
    ],
)
def test_lines_are_one_only_where_nothing_else_can_be_meant(now, then, found):
    assert as_one(keys(*now), keys(*then)) == found


def test_income_is_never_one_with_spend_and_without_a_map_names_alone_tell():
    assert as_one(keys("Acute"), keys("Acute services", flow="income")) == {}
    assert as_one(keys("Community Services"), keys("Community Health Services"), AreaMap()) == {}
