"""The underlying position, the allocation and the contingency in words, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Column, Figure
from recovery.measures.allocations import COLUMNS as MOVEMENTS
from recovery.measures.underlying import COLUMNS as BRIDGE
from recovery.measures.underlying import WHOLE_ALLOCATION
from recovery.measures.underlying_steps import underlying_steps
from recovery.sentences.underlying import allocations_said, bridge_alt, contingency_said, underlying_said

M = Decimal(1_000_000)


def bridge(*levels: float | str | None, told: bool = True) -> Figure:
    names = ("Reported outturn", "Outturn without what does not recur", "Underlying position")
    amounts = [None if level is None else M * Decimal(str(level)) for level in levels]
    rows = tuple(
        (name, "", value, value and 100 * value / (50 * M), "", "") for name, value in zip(names, amounts, strict=True)
    )
    moves = (("Rebate", "", M, None, "", ""),) if told else ()
    kinds = ("total",) * 3 + ("line",) * len(moves)
    return Figure("underlying", "Underlying", BRIDGE, (*rows, *moves), kinds)


def test_the_underlying_position_is_said_with_what_leads_there():
    assert underlying_said(bridge(-1, "-1.5", -1)) == (
        "A deficit of £1.0m underneath, 2.0% of the recurrent allocation: reported is a deficit of £1.0m, "
        "without what does not recur £0.5m worse, and full-year effects £0.5m better."
    )
    assert "without what does not recur no different, and full-year effects no different" in underlying_said(
        bridge(2, 2, 2)
    )
    assert underlying_said(bridge(None, None, None)).startswith("The position has no net row")
    assert underlying_said(bridge(-1, -1, -1, told=False)) == (
        "Reported is a deficit of £1.0m; nothing that is loaded or marked says how much of it does not recur."
    )


def test_a_share_of_the_whole_allocation_is_not_called_one_of_the_recurrent():
    *rows, last = bridge(-1, "-1.5", -1).rows[:3]
    whole = Figure(
        "underlying", "", BRIDGE, (*rows, (*last[:-1], f"Recurrent allocation: {WHOLE_ALLOCATION}")), ("total",) * 3
    )
    told = replace(whole, rows=(*whole.rows, ("Rebate", "", M, None, "", "")), kinds=(*whole.kinds, "line"))
    assert "underneath, 2.0% of the whole allocation: reported" in underlying_said(told)


def test_the_bridge_is_drawn_without_what_is_counted_elsewhere_and_alike_steps_get_their_line():
    rows = (
        ("Reported outturn", "", -M, None, "", ""),
        ("Rebate", "Estates", 2 * M, None, "", ""),
        ("Rebate", "Care", M, None, "", ""),
        ("Marked", "Care", None, None, "", ""),
    )
    steps = underlying_steps(Figure("underlying", "", BRIDGE, rows, ("total", "line", "line", "memo")))
    assert [(step.label, step.level) for step in steps] == [
        ("Reported outturn", True), ("Estates: rebate", False), ("Care: rebate", False),
    ]  # fmt: skip
    assert bridge_alt(steps) == "Waterfall chart. Reported outturn (£1.0m); Estates: rebate £2.0m; Care: rebate £1.0m."
    assert underlying_steps(bridge(None, None, None, told=False)) == ()


def moved(*rows: tuple[str, float | str, float | str | None, float | str | None], known: bool = True) -> str:
    limit = sum(Decimal(str(row[1])) for row in rows) * M
    cells = [
        (name, "", *(None if part is None else Decimal(str(part)) * M for part in parts), limit, "")
        for name, *parts in rows
    ]
    kinds = ("line",) * len(rows) + ("total",)
    end = ("Current limit", "", limit, None, None, limit if known else None, "")
    return allocations_said(Figure("allocations", "", MOVEMENTS, (*cells, end), kinds))


def test_the_allocation_is_said_with_what_of_its_movements_recurs():
    assert moved(("Opening", 100, 100, 0), ("Growth", 3, 3, 0), ("Pilot", -1, 0, -1)) == (
        "The allocation is up £2.0m, from £100.0m to £102.0m by 2 movements, "
        "of which £3.0m recurs and (£1.0m) does not."
    )


def test_what_no_movement_explains_is_said():
    unexplained = ("Not explained by a list of movements", 2, None, None)
    assert moved(("Opening", 100, None, None), unexplained) == (
        "The allocation is up £2.0m, from £100.0m to £102.0m. £2.0m of it no list of movements explains."
    )
    assert moved(("Allocation", 100, None, None)) == "The allocation is £100.0m; no movement of it is known."


def test_a_first_movement_is_not_taken_for_an_opening():
    unknown = ("Allocation, with no opening to compare it with", 7, None, None)
    listed = (("Growth", "0.3", "0.3", 0), ("Pilot", "0.1", 0, "0.1"))
    assert moved(unknown, *listed) == (
        "The allocation is £7.4m after 2 movements of £0.4m in all, of which £0.3m recurs and £0.1m does not; "
        "what it opened with is not known."
    )
    assert moved(*listed, known=False) == (
        "2 movements of £0.4m in all, of which £0.3m recurs and £0.1m does not; "
        "no opening allocation is known to add that to."
    )


def test_a_few_pounds_that_no_movement_explains_begin_a_sentence():
    unexplained = ("Not explained by a list of movements", "0.0004", None, None)
    assert moved(("Opening", 100, None, None), unexplained).endswith(
        ". Less than £1k of it no list of movements explains."
    )


def contingency(**steps: float | None) -> str:
    names = {"planned": "In the plan", "gone": "In the plan and held no longer", "held": "Held",
             "released": "Released to date", "used": "In the forecast", "left": "Left"}  # fmt: skip
    rows = tuple((names[key], None if value is None else Decimal(str(value)) * M) for key, value in steps.items())
    return contingency_said(Figure("contingency", "", (Column("step", ""), Column("amount", "", "money")), rows))


def test_a_contingency_that_is_used_up_is_said_with_what_became_of_the_plans():
    assert contingency(planned=5.2, gone=2.2, held=3, released=0.75, used=3, left=0) == (
        "All of the £3.0m contingency is in the forecast, £0.8m of it released to date: nothing is left. "
        "Of the £5.2m in the plan, £2.2m is held no longer."
    )


def test_a_contingency_that_is_left_overspent_or_not_spoken_of_is_said():
    assert contingency(held=3, released=0, used=1, left=2) == (
        "£1.0m of the £3.0m contingency is in the forecast: £2.0m is left."
    )
    assert contingency(planned=2, gone=-1, held=3, released=None, used=4, left=-1) == (
        "£4.0m of the £3.0m contingency is in the forecast: £1.0m too much. "
        "That is £1.0m more than the £2.0m of the plan."
    )
    assert contingency(held=3, used=0, left=3) == "None of the £3.0m contingency is in the forecast: £3.0m is left."
    assert contingency(planned=2, gone=2, held=0, used=None, left=None) == (
        "No contingency is held. Of the £2.0m in the plan, £2.0m is held no longer."
    )
    assert contingency(held=3, used=None, left=None) == (
        "£3.0m is held; nothing loaded says how much of it the forecast uses."
    )
