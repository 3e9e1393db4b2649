"""One-off items that people have marked: which of them the run rates leave out, and what they did to the position."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.engine.queries import Removed
from recovery.measures.one_offs import OneOff, removed
from recovery.measures.position_lines import PositionLine
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening
from tests.measures.looking import at_month_3

AT = dt.datetime(2018, 7, 9, 9, tzinfo=dt.UTC)
POSITION = Loaded(
    table(
        "position",
        [
            {"line": "Allocation", "flow": "income", "ytd_actual": 300, "forecast_outturn": 1200},
            {"line": "Acute", "flow": "expenditure", "ytd_actual": 240, "forecast_outturn": 1050},
        ],
    ),
    3,
)


ACUTE, OTHER = PositionLine(2, "expenditure", "Acute"), PositionLine(3, "expenditure", "Other")


def item(of: PositionLine | None, amount: int, month: int, *, is_to_come: bool = False) -> OneOff:
    return OneOff(
        "Item", "Acute", Decimal(amount), month, "Why", "fin@x.example", AT,
        illustrative=False, of=of, is_to_come=is_to_come,
    )  # fmt: skip


def test_what_is_left_out_is_added_up_by_line_as_far_as_the_month():
    late = item(ACUTE, 7, 6, is_to_come=True)
    items = [item(ACUTE, 60, 4), item(ACUTE, -20, 1), late, item(OTHER, 5, 5), item(None, 9, 1)]
    assert removed(items, 2) == {2: Removed(Decimal(40), Decimal(60)), 3: Removed(Decimal(5), Decimal(5))}
    assert removed(items, None)[2] == Removed(Decimal(40), Decimal(0))
    assert removed([late], None) == {}


def test_every_item_is_listed_with_its_effect_and_whether_it_counts():
    engine, happening = FilledEngine(POSITION), Happening()
    for name, line, month in (
        ("Grant", "ALLOCATION", 1),
        ("Rent", "Acute", 2),
        ("Late", "Acute", 4),
        ("Lost", "Old", 1),
    ):
        happening.happens(
            f"one-off/{name}", "judged", dt.date(2018, 7, 9), subject_kind="judgement", reason="Once", line=line,
            amount="1000", month=month, illustrative=name == "Lost",
        )  # fmt: skip
    engine.happen(*happening.events)
    found = at_month_3(engine, "one-offs")
    assert [(row["key"], row["effect"], row["counted"]) for row in found.records()] == [
        ("Grant", 1000, "Yes"),
        ("Late", -1000, "No: its month is still to come"),
        ("Lost", None, "No: the position has no such line"),
        ("Rent", -1000, "Yes"),
    ]
    assert found.illustrative
