"""The choice of a line and year on the page of the track record."""

from __future__ import annotations

from recovery.figure import Column
from recovery.measures.accuracy import ALL_YEARS
from recovery.ui.finance.track_record import by_label
from tests.showing import small


def test_a_name_that_a_year_has_twice_is_numbered_so_that_both_can_be_chosen():
    rows = [(ALL_YEARS, "Pay", 0), ("2017/18", "Pay", 1), ("2017/18", "Pay", 2), ("2016/17", "Pay", 3)]
    shown = small(rows, *(Column(name, name) for name in ("year", "line", "forecasts")))
    assert {label: row["forecasts"] for label, row in by_label(shown).items()} == {
        "Pay, 2017/18": 1,
        "Pay, 2017/18 (2)": 2,
        "Pay, 2016/17": 3,
    }
