"""The triangulation page: do the savings plan, the budget and the activity tell one story, and where do they not?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.charts.triangulation import triangulated
from recovery.measures.figures import figure
from recovery.programme.configuration import Programme, programme_of
from recovery.rows import number, text
from recovery.savings.triangulation.rules import rules
from recovery.sentences import triangulation as words
from recovery.sentences.amounts import percent
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import if_loaded, in_order, only
from recovery.ui.markup import escape
from recovery.ui.savings.words import worded
from recovery.ui.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Triangulation"
COMPARED: Final = ("area", *words.SERIES, "largest_difference", "largest_difference_between")
BUDGETS: Final = ("area", "plan_budget", "position_budget", "budget_moved")
MOST: Final = 8
"""Differences that are said on the page; the rest are in the download."""
CHART_NOTE: Final = (
    "What each table says of an area's savings for the year, £'000. Where shapes stand inside one another the tables "
    "agree; the line shows how far budget, target and identified part. What is delivered is to date."
)


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer, every area side by side, the differences in words and the activity side."""
    programme = programme_of(view.organisation)
    shown = figure("triangulation", current.engine, view)
    differences = figure("triangulation-differences", current.engine, view)
    reductions = if_loaded("activity-reductions", current.engine, view)
    return [
        opening(TITLE, words.answer(shown, reductions), words.key_figures(shown), shown, reductions),
        *_side_by_side(shown, programme, view),
        *_differences(differences, view),
        *(_activity(reductions, view) if reductions else []),
        *_budgets(shown, view),
    ]


def _side_by_side(shown: Figure, programme: Programme, view: View) -> list[Block]:
    rows = words.areas(shown)
    near = f"An area agrees while no two of budget, target and identified are further than {_near()} apart."
    held = [name for name in COMPARED if name == "area" or any(value is not None for value in shown.values(name))]
    compared = worded(in_order(_with_any(shown, held[1:]), held), programme)
    chart: list[Block] = (
        [Chart(triangulated(rows, words.SERIES, words.SAYS), words.alt(shown), "triangulation")] if rows else []
    )
    return [
        heading("Area by area", CHART_NOTE),
        *chart,
        Html(table(compared, note=f"{near} {words.left_out_said(shown)}")),
        download(shown, view),
    ]


def _near() -> str:
    return percent(rules().apart).removesuffix(".0%").removesuffix("%") + " %"


def _differences(differences: Figure, view: View) -> list[Block]:
    said = [text(row, "says") for row in differences.records()]
    if not said:
        return [heading("Differences", "No two tables say different things of the same saving.")]
    items = "".join(f"<li>{escape(one)}</li>" for one in said[:MOST])
    more = len(said) - MOST
    note = f"The largest {MOST} of {len(said)}; all of them are in the download." if more > 0 else "All of them."
    return [
        heading("Differences, the largest first", note),
        Html(f'<ol class="rf-said">{items}</ol>'),
        download(differences, view, "Download every difference (CSV)"),
    ]


def _activity(reductions: Figure, view: View) -> list[Block]:
    return [
        heading("Activity behind the savings", words.reductions_said(reductions)),
        Html(table(reductions, note="A code with a letter is a part of its parent and counted within it.")),
        download(reductions, view, "Download the activity (CSV)"),
    ]


def _budgets(shown: Figure, view: View) -> list[Block]:
    said = words.budgets_said(shown)
    if not said:
        return []
    held = in_order(_with_any(shown, BUDGETS[1:]), BUDGETS)
    return [heading("The budget since the plan", said), Html(table(replace(held, title=f"Budgets of {view.year}")))]


def _with_any(shown: Figure, columns: Sequence[str]) -> Figure:
    """Return the rows that have a number in any of some columns."""
    return only(shown, [place for place, row in enumerate(shown.records()) if any(number(row, n) for n in columns)])
