"""Worked by hand: do the plan, the targets and the published register tell one story, area by area?

The map says which names mean the same: the plan's acute line is two target areas, its community line another two, and
its two lines of primary care are one.  Then (£'000)

    area                  plan    targets   register   largest difference
    Acute               13,969     14,000     14,046     77   12,900 + 1,100 asked for; 12,900 + 1,146 in schemes
    Mental health          300        300        200    100
    Community            5,500      5,500      5,820    320   1,000 + 4,500 asked for; 1,320 + 4,500 in schemes
    Continuing care      7,500      7,500      7,500      0
    Prescribing          5,700      5,700      4,924    776
    Primary care         2,020      2,000      2,000     20   520 + 1,500 out of the budget
    Running costs          153          0        602    602
    Other programme        391          –          –    391   out of the budget, and nobody is asked for it
    Lines added         35,533     35,000     35,092
    Printed totals      35,142     35,000     35,091    142   the plan's total leaves the 391 out
"""

from __future__ import annotations

from decimal import Decimal

from recovery.measures.request import request_of
from recovery.period import FinancialYear
from recovery.savings.triangulation.area_map import AreaMap, MapEntry
from recovery.savings.triangulation.figure import largest, rows_of
from recovery.savings.triangulation.gathering import gathered
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.published import published_tables

MAP = AreaMap(
    (
        MapEntry("Acute", ("Acute",), ("Acute (GIC)", "Acute (PbR)")),
        MapEntry("Mental health", ("Mental Health",), ("Mental Health",)),
        MapEntry("Community", ("Community Health Services",), ("Community / CSI", "Contract Adjustments (CSI)")),
        MapEntry("Continuing care", ("Continuing Care",), ("CHC",)),
        MapEntry("Prescribing", ("Prescribing",), ("Prescribing",)),
        MapEntry("Primary care", ("Primary Care Services", "Primary Care Co-commissioning"), ("Primary Care",)),
        MapEntry("Running costs", ("Running Costs",), ("Corporate Affairs",)),
        MapEntry("Other programme", ("Other programme",)),
    ),
    is_confirmed=True,
)
COLUMNS = ("budget_qipp", "target", "identified")


def triangulated(*, computed: bool) -> list[tuple[object, ...]]:
    view = View("X01", FinancialYear(2018), 3)
    request = request_of("triangulation", "Triangulation", FilledEngine(*published_tables()), view, computed=computed)
    found = gathered(request)
    return [
        (
            row.label,
            *(_thousands(row.amounts.get(column)) for column in COLUMNS),
            _thousands(largest(row, found.totals)[0]),
        )
        for row in rows_of(MAP, found)
        if not row.label.startswith("Not mapped")
    ]


def _thousands(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount / 1000)


def test_every_area_is_as_far_apart_as_the_three_tables_say():
    assert triangulated(computed=False) == [
        ("Acute", 13969, 14000, 14046, 77),
        ("Mental health", 300, 300, 200, 100),
        ("Community", 5500, 5500, 5820, 320),
        ("Continuing care", 7500, 7500, 7500, 0),
        ("Prescribing", 5700, 5700, 4924, 776),
        ("Primary care", 2020, 2000, 2000, 20),
        ("Running costs", 153, 0, 602, 602),
        ("Other programme", 391, None, None, 391),
        ("Total", 35142, 35000, 35091, 142),
    ]


def test_re_added_the_plan_takes_out_533_more_than_the_targets_ask_for():
    """Re-added across its stages, prescribing is 4,923, so that the register comes to 35,091 either way."""
    assert triangulated(computed=True)[-1] == ("Total", 35533, 35000, 35091, 533)
