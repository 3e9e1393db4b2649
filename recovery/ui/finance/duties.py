"""The page of the financial duties: ratings with their rules, underlying position, allocations, contingency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.charts.waterfall import waterfall
from recovery.measures.figures import figure
from recovery.measures.underlying_steps import underlying_steps
from recovery.sentences import duties as words
from recovery.sentences import underlying as under
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import if_loaded, in_order, only
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Financial duties"
SHOWN: Final = (
    "indicator", "rag", "target_to_date", "actual", "target", "forecast", "variance", "rated_on", "rule_kind", "rule",
)  # fmt: skip
"""The rating first, so that a phone shows it without scrolling; the kind of rule stands over its rows."""
FROM: Final = ("indicator", "source", "reported_rag")
BRIDGE: Final = "Grey is a level; plain blue makes the position better, hatched brown worse. Nothing is counted twice."


def build(current: Frame, view: View) -> list[Block]:
    """Return which duties are at risk, each with its rule, and what stands behind them."""
    duties = figure("duties", current.engine, view)
    underlying, allocations, contingency = (
        if_loaded(name, current.engine, view) for name in ("underlying", "allocations", "contingency")
    )
    return [
        opening(TITLE, words.answer(duties), words.key_figures(duties), duties, underlying, allocations, contingency),
        *_duties(duties, view),
        *(_underlying(underlying, view) if underlying else []),
        *(_allocations(allocations, view) if allocations else []),
        *(_contingency(contingency, view) if contingency else []),
    ]


def _duties(duties: Figure, view: View) -> list[Block]:
    by_kind = sorted(range(len(duties.rows)), key=lambda place: _kinds(duties).index(duties.values("rule_kind")[place]))
    shown = only(duties, by_kind)
    return [
        heading("Each duty, by its kind of rule", words.rules_note(duties)),
        Html(table(in_order(shown, SHOWN), group="rule_kind", note=words.apart(duties))),
        Html(table(in_order(shown, FROM), caption="Where the figures come from")),
        download(duties, view),
    ]


def _kinds(duties: Figure) -> list[object]:
    """Return the kinds of rule as they first appear."""
    return list(dict.fromkeys(duties.values("rule_kind")))


def _underlying(underlying: Figure, view: View) -> list[Block]:
    steps = underlying_steps(underlying)
    said = under.underlying_said(underlying)
    chart = [Chart(waterfall(steps), under.bridge_alt(steps), "underlying")] if steps else []
    return [
        heading("Underlying position", f"{said} {BRIDGE}" if steps else said),
        *chart,
        Html(table(underlying)),
        download(underlying, view, "Download the bridge (CSV)"),
    ]


def _allocations(allocations: Figure, view: View) -> list[Block]:
    return [
        heading("Allocation, from opening to current limit", under.allocations_said(allocations)),
        Html(table(allocations)),
        download(allocations, view, "Download the movements (CSV)"),
    ]


def _contingency(contingency: Figure, view: View) -> list[Block]:
    return [
        heading("Contingency", under.contingency_said(contingency)),
        Html(table(contingency)),
        download(contingency, view, "Download the contingency (CSV)"),
    ]
