"""Triangulation in words: do the savings plan, the budget and the activity tell one story?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.rows import Row, amount, last_of_kind, number, of_kind, text
from recovery.savings.triangulation.rules import rules
from recovery.sentences.amounts import capital, count, listed, many, millions, percent
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from recovery.figure import Figure

SAYS: Final = {
    "budget_qipp": "the budget gives up {}",
    "target": "the targets ask for {}",
    "identified": "schemes are worth {}",
}
"""The columns that should agree, as the opening sentence says them."""
SERIES: Final = {
    "budget_qipp": "Out of the budget",
    "target": "Target",
    "identified": "Identified",
    "risk_adjusted": "After risk",
    "delivered_ytd": "Delivered to date",
    "activity_value": "Activity × price",
}
"""The columns that stand side by side, as the chart and its text call them."""
NOT_MAPPED: Final = "not mapped"
PROPOSED: Final = "The map of areas is only proposed from names: confirm it at the foot of the page."
NO_SCHEME: Final = "No scheme says which activity it removes."
NO_PRICE: Final = "The activity that schemes say they remove has no unit price yet, so that it has no value."
LIST: Final = 3


def answer(shown: Figure, reductions: Figure | None) -> str:
    """Return whether the tables tell one story, where they do not, and what the activity says."""
    parts = [_story(shown), activity_said(shown, reductions), "" if is_confirmed(shown) else PROPOSED]
    return " ".join(part for part in parts if part)


def _story(shown: Figure) -> str:
    total = last_of_kind(shown, "total")
    held = [name for name in SAYS if number(total, name) is not None]
    said = [SAYS[name].format(millions(amount(total, name))) for name in held]
    if len(said) < 2:  # noqa: PLR2004 - it takes two to compare
        return f"There is nothing to compare yet: {listed(said)}, and no other table is loaded."
    rows = areas(shown)
    parted = [row for row in rows if is_apart(row)]
    if not rows:
        return f"{capital(listed(said))}; no area is mapped, so that nothing more can be said."
    if parted:
        verdict = "Not one story" if is_apart(total) else "One story in total, but not area by area"
        return f"{verdict}: {listed(said)}; {_parted(parted, len(rows))}."
    if is_apart(total):
        return f"Not one story: {listed(said)}; every area agrees, so that they part in what is not mapped."
    return f"One story: {listed(said)}, and the total and every area agree within {percent(rules().apart, Decimal(1))}."


def _parted(parted: list[Row], areas_in_all: int) -> str:
    worst = sorted(parted, key=lambda row: -amount(row, "largest_difference"))[:LIST]
    named = listed([f"{text(row, 'area')} ({millions(amount(row, 'largest_difference'))})" for row in worst])
    verb = "does" if len(parted) == 1 else "do"
    most = "furthest apart are" if len(worst) > 1 else "furthest apart is"
    return f"{len(parted)} of {many(areas_in_all, 'area')} {verb} not agree, {most} {named}"


def areas(shown: Figure) -> list[Row]:
    """Return the rows of areas of the map."""
    return [row for row in of_kind(shown, "line") if text(row, "map") != NOT_MAPPED]


def left_out(shown: Figure) -> list[Row]:
    """Return the rows that the map leaves out."""
    return [row for row in of_kind(shown, "line") if text(row, "map") == NOT_MAPPED]


def is_confirmed(shown: Figure) -> bool:
    """Return whether the map behind a figure is confirmed."""
    return not any("proposed" in text(row, "map") for row in areas(shown))


def is_apart(row: Row | None) -> bool:
    """Return whether a row's amounts lie further apart than the rules call near."""
    size = amount(row, "largest_difference")
    largest = max(abs(amount(row, name)) for name in SAYS)
    return bool(size) and 100 * size > rules().apart * largest


def activity_said(shown: Figure, reductions: Figure | None) -> str:
    """Return what activity is worth against what the plan takes out, or why that cannot be said."""
    total = last_of_kind(shown, "total")
    removed, planned = number(total, "activity_value"), number(total, "activity_value_in_plan")
    lines = of_kind(reductions, "line") if reductions else []
    if not lines:
        return ""
    if not _is_removed(lines):
        return NO_SCHEME
    if removed is None:
        return NO_PRICE
    priced = [row for row in areas(shown) if number(row, "activity_value") is not None]
    behind = sum((amount(row, "identified") for row in priced), Decimal(0))
    whole = f", against {millions(behind)} of schemes in {_these(priced)}" if behind else ""
    worth = f"Activity that schemes say they remove is worth {millions(removed)} at unit prices"
    return f"{worth}{_planned(removed, planned)}{whole}."


def _is_removed(lines: list[Row]) -> bool:
    """Return whether any scheme says of any code what it removes; a register that was only loaded says it of none."""
    return any(number(row, "activity_removed_by_schemes") is not None for row in lines)


def _planned(removed: Decimal, planned: Decimal | None) -> str:
    if planned is None:
        return ""
    if millions(removed) == millions(planned):
        return ", as much as the activity plan takes out"
    return f", where the activity plan takes out {millions(planned)}"


def _these(rows: list[Row]) -> str:
    """Return the areas that have activity by name, or how many there are."""
    return listed([text(row, "area") for row in rows]) if len(rows) <= LIST else many(len(rows), "area")


def key_figures(shown: Figure) -> list[KeyFigure]:
    """Return the totals that should agree, the area furthest apart, and the value of the activity."""
    total, rows = last_of_kind(shown, "total"), areas(shown)
    labels = {"budget_qipp": "Out of the budget", "target": "Targets", "identified": "Schemes identified"}
    found = [
        KeyFigure(label, millions(amount(total, name)), _added(shown, name))
        for name, label in labels.items()
        if number(total, name) is not None
    ]
    worst = max(rows, key=lambda row: amount(row, "largest_difference"), default=None)
    if worst and amount(worst, "largest_difference"):
        size = amount(worst, "largest_difference")
        tone = "bad" if is_apart(worst) else ""
        found.append(KeyFigure("Furthest apart", millions(size), text(worst, "area"), tone))
    value = number(total, "activity_value")
    priced = ("n/a", "No unit price") if value is None else (millions(value), "By schemes")
    return [*found, KeyFigure("Activity removed × price", *priced)]


def _added(shown: Figure, column: str) -> str:
    """Return what a printed total's lines add to where that is another amount."""
    mark = shown.marks.get((len(shown.rows) - 1, column))
    return f"Lines add to {millions(mark.computed)}" if mark and mark.severity == "difference" else ""


def alt(shown: Figure) -> str:
    """Return the chart in words."""
    parts = [
        f"{text(row, 'area')}: "
        + ", ".join(
            f"{SERIES[name].lower()} {millions(amount(row, name))}" for name in SERIES if number(row, name) is not None
        )
        for row in areas(shown)
    ]
    return f"Dot chart of what each table says by area. {'; '.join(parts)}."


def left_out_said(shown: Figure) -> str:
    """Return what the map leaves out, in one sentence."""
    rows = left_out(shown)
    if not rows:
        return "Everything is mapped: no line, area or code with an amount is left out."
    saving = [row for row in rows if any(number(row, name) for name in SERIES)]
    if len(rows) == 1 and not saving:
        return f"{_name(rows[0])} is not mapped; no saving stands on it."
    named = f"{many(len(rows), 'line, area or code is', 'lines, areas and codes are')} not mapped"
    if not saving:
        return f"{named}, none of them with a saving."
    largest = max(saving, key=lambda row: max(abs(amount(row, name)) for name in SERIES))
    size = max(abs(amount(largest, one)) for one in SERIES)
    return f"{named}, {len(saving)} of them with a saving; the largest is {_name(largest)} with {millions(size)}."


def _name(row: Row) -> str:
    """Return what is not mapped by its name and what it is."""
    return text(row, "area").removeprefix("Not mapped: ")


def reductions_said(reductions: Figure) -> str:
    """Return how the schemes' activity stands to the plan's, measure by measure."""
    rows = [row for row in of_kind(reductions, "line") if number(row, "activity_reduction_in_plan")]
    apart = [row for row in rows if amount(row, "activity_difference")]
    if all(number(row, "activity_reduction_in_plan") is None for row in of_kind(reductions, "line")):
        return "There is no activity plan to hold against what schemes say they remove."
    if not rows:
        return "The activity plan takes no activity out."
    if not _is_removed(of_kind(reductions, "line")):
        return f"{NO_SCHEME} Nothing can be held against what the activity plan takes out."
    without = [row for row in of_kind(reductions, "line") if amount(row, "activity_without_price")]
    price = f" {_without(without)}" if without else ""
    if not apart:
        return f"Schemes remove exactly what the activity plan takes out, in every measure.{price}"
    worst = max(apart, key=lambda row: abs(amount(row, "activity_difference")))
    size = amount(worst, "activity_difference")
    way = "more" if size > 0 else "fewer"
    return (
        f"In {len(apart)} of {many(len(rows), 'measure')} schemes do not remove what the activity plan takes out; "
        f"most in {text(worst, 'code')}, {count(abs(size))} {way}.{price}"
    )


def _without(rows: list[Row]) -> str:
    named = [f"{text(row, 'code')} ({count(amount(row, 'activity_without_price'))})" for row in rows]
    return f"There is no unit price for what they remove of {listed(named)}."


def budgets_said(shown: Figure) -> str:
    """Return how the position's budgets stand to those of the plan."""
    total = last_of_kind(shown, "total")
    planned, held = number(total, "plan_budget"), number(total, "position_budget")
    if planned is None or held is None:
        return ""
    moved = held - planned
    way = "more" if moved > 0 else "less"
    since = f"{millions(moved)} {way} than" if moved else "as much as"
    return f"The position's annual budgets come to {millions(held)}, {since} the financial plan's."


def map_said(areas_map: Figure) -> str:
    """Return how many areas the map has, whether it is confirmed, and how much it leaves out."""
    rows = areas_map.records()
    named = {text(row, "area") for row in rows if text(row, "area")}
    loose = [row for row in rows if not text(row, "area")]
    standing = "only proposed from names" if any("proposed" in text(row, "map") for row in rows) else "confirmed"
    if not named:
        return "Nothing is mapped: no two names are alike, and nobody has said what belongs together."
    left = f"{many(len(loose), 'thing is', 'things are')} in none of them" if loose else "nothing is left out"
    return f"The map is {standing}: {many(len(named), 'area')}, and {left}."


def map_saved(areas_changed: int) -> str:
    """Return what was done to the map."""
    return f"The map of areas is saved: {many(areas_changed, 'change')}, with the reason."
