"""Each difference between two tables, named and sized, the largest first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.savings.triangulation.differences import thousands
from tests.engine.filled import FilledEngine
from tests.measures.looking import at_month_3
from tests.savings.triangulation.gathered import engine, published_alone


def said(made: FilledEngine, area: str) -> list[tuple[object, object]]:
    rows = at_month_3(made, "triangulation-differences").records()
    return [(row["difference"], row["says"]) for row in rows if row["area"] == area]


def test_the_largest_comes_first():
    sizes = [abs(size) for size in at_month_3(engine(), "triangulation-differences").values("difference")]
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) > 0


def test_a_difference_says_what_both_tables_say():
    assert (
        31_000,
        "Acute: the financial plan takes £13,969k out of the budget; the targets ask for £14,000k, £31k more.",
    ) in said(engine(), "Acute")
    assert (
        -391_000,
        "Other programme: the financial plan takes £391k out of the budget; the targets ask for nothing, £391k less.",
    ) in said(engine(), "Other programme")


def test_the_published_totals_differ_from_one_another_and_one_from_its_own_lines():
    found = said(published_alone(), "Total")
    assert [size for size, _ in found] == [391_000, -142_000, 91_000, -51_000]
    assert found[0][1] == ("Financial plan: the total is printed as £35,142k; its lines add to £35,533k, £391k more.")
    assert found[1][1] == (
        "In total: the financial plan takes £35,142k out of the budget; the targets ask for £35,000k, £142k less."
    )


def test_what_no_area_has_is_a_difference_of_its_whole_amount():
    name = "Contract Adjustments (CSI) (target area)"
    assert said(engine(), f"Not mapped: {name}") == [
        (-4_500_000, f"{name}: the targets ask for £4,500k, and no area of the map has it.")
    ]


def test_tables_that_agree_to_the_penny_have_no_row():
    continuing = at_month_3(published_alone(), "triangulation-differences").values("area")
    assert "Continuing Care" not in continuing


@pytest.mark.parametrize(("pounds", "text"), [(13_969_000, "£13,969k"), (-500, "(£1k)"), (0, "nothing")])
def test_amounts_are_written_in_thousands(pounds, text):
    assert thousands(Decimal(pounds)) == text
