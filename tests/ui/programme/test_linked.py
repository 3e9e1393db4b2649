from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Column
from recovery.ui.programme.linked import linked_table
from tests.showing import VIEW, small

COLUMNS = (
    Column("ref", "Ref"), Column("scheme", "Scheme"), Column("area", "Area"),
    Column("variance_ytd", "YTD variance Fav/(adv)", "money"),
)  # fmt: skip
ROWS = [("S1", "Home first", "Community", Decimal(-5000)), ("", "Total", "", Decimal(-5000))]


def test_a_reference_leads_to_its_scheme_and_an_adverse_variance_is_said_to_be_one():
    shown = linked_table(small(ROWS[:1], *COLUMNS), VIEW)
    assert 'href="scheme?org=X01&amp;year=2018%2F19&amp;month=3&amp;ref=S1"' in shown
    assert '<td class="rf-number rf-adverse"><span class="rf-unseen">adverse </span>(5)</td>' in shown


def test_a_total_s_name_stands_over_the_empty_cells_before_it():
    shown = linked_table(replace(small(ROWS, *COLUMNS), kinds=("line", "total")), VIEW)
    assert '<tr class="rf-total"><th scope="row" class="rf-short" colspan="2">Total</th>' in shown
    assert shown.count("<a ") == 1


def test_a_table_without_rows_says_so():
    assert "Nothing slips." in linked_table(small([], *COLUMNS), VIEW, empty="Nothing slips.")
