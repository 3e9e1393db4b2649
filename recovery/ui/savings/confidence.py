"""The confidence page: value before and after risk, ratings and their rules, what other weights would give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.charts.confidence import sensitivity as sensitivity_chart
from recovery.charts.qipp import before_and_after_risk
from recovery.measures.confidence import counted_on
from recovery.measures.figures import figure
from recovery.programme.configuration import Programme, programme_of
from recovery.rows import of_kind, text
from recovery.sentences import confidence as words
from recovery.sentences.vocabulary import within
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import if_loaded, in_order
from recovery.ui.programme.linked import linked_table
from recovery.ui.savings.rules import rules_list
from recovery.ui.savings.said import ratings_table, sensitivity_table, weights_said
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Confidence and risk"
BARS_NOTE: Final = "The outlined bar is net value, the filled one what is counted on after risk."
SENSITIVITY: Final = "If the weights were different"
RATED: Final = (
    "ref", "scheme", "rag", "computed", "why", "override", "override_reason", "milestones", "finance", "kpis",
    "risks", "quality",
)  # fmt: skip
"""The rating in force beside the computed one and what was set by hand, then the parts."""
WEIGHTS_NOTE: Final = (
    "How much of a net value is counted on. The most particular holds: stage and rating together before stage, "
    "stage before rating; an organisation's own before the general one."
)


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer, and value before and after risk by rating and by stage."""
    programme = programme_of(view.organisation)
    schemes = figure("schemes", current.engine, view)
    ratings, sensitivity = (if_loaded(name, current.engine, view) for name in ("ratings", "sensitivity"))
    names = [rating.name for rating in programme.ratings]
    by_rating = counted_on(schemes, "rag", programme.rating, names)
    by_stage = counted_on(schemes, "stage_name", "Stage", [stage.name for stage in programme.stages])
    answer = words.answer(by_rating, sensitivity, programme)
    key = words.key_figures(by_rating, sensitivity, ratings, programme)
    return [
        opening(TITLE, answer, key, schemes, ratings, sensitivity),
        *_before_and_after(by_rating, within(programme.rating), view),
        *_before_and_after(by_stage, "stage", view),
        *(_ratings(ratings, programme, view) if ratings else []),
    ]


def _before_and_after(grouped: Figure, what: str, view: View) -> list[Block]:
    rows = of_kind(grouped, "line")
    names = [text(row, grouped.columns[0].name) for row in rows]
    return [
        heading(f"Value by {what}", BARS_NOTE),
        Chart(before_and_after_risk(rows, names), words.bars_alt(grouped, what), f"confidence by {what}"),
        Html(table(grouped)),
        download(grouped, view),
    ]


def _ratings(ratings: Figure, programme: Programme, view: View) -> list[Block]:
    shown = ratings_table(in_order(ratings, RATED), programme)
    return [
        heading("How each scheme is rated", words.ratings_said(ratings, programme)),
        Html(rules_list(programme)),
        Html(linked_table(shown, view)),
        download(ratings, view, "Download the ratings (CSV)"),
    ]


def build_weights(current: Frame, view: View) -> list[Block]:
    """Return the risk weights in force, with their dates and reasons."""
    weights = figure("weights", current.engine, view)
    shown = weights_said(weights, programme_of(view.organisation))
    return [heading("Risk weights in force", WEIGHTS_NOTE), Html(table(shown)), download(weights, view)]


def build_rest(current: Frame, view: View) -> list[Block]:
    """Return how the result moves with the weights, and what is unidentified by area."""
    sensitivity, unidentified = (if_loaded(name, current.engine, view) for name in ("sensitivity", "unidentified"))
    blocks: list[Block] = []
    if sensitivity:
        shown = sensitivity_table(sensitivity)
        drawn, alt = sensitivity_chart(shown.records()), words.sensitivity_alt(sensitivity)
        blocks += [heading(SENSITIVITY, words.sensitivity_said(sensitivity)), Chart(drawn, alt, "sensitivity")]
        blocks += [Html(table(shown)), download(sensitivity, view)]
    if unidentified:
        blocks += [heading("Unidentified savings by area", words.unidentified_said(unidentified))]
        blocks += [Html(table(unidentified)), download(unidentified, view)]
    return blocks
